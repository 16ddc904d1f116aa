"""`app.py history`: what an incident was said to be, version by version."""

from __future__ import annotations

import argparse

from data.commands import common
from data.errors import UndecidedError, UsageError
from data.history import chain, words
from data.i18n import msg
from data.settings import Settings

NAME = "history"
summary = msg("show the versions of an incident, what changed, and which imports brought them")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.adder(parser.add_argument, language)(
        "id", msg("incident_id, or the source’s own identifier"), metavar="ID")
    common.add_store(parser, language)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print the history of one incident."""
    snapshot = common.snapshot(args, settings)
    found = chain.ids_of(snapshot, args.id)
    if len(found) > 1:
        raise UndecidedError(msg(
            "Which incident is meant? Several have the number {id}; name one of {ids}.",
            id=args.id, ids=", ".join(found)))
    history = chain.of(snapshot, found[0]) if found else None
    if history is None:
        raise UsageError(msg("There is no incident {id} in the store.", id=args.id))
    if args.json:
        common.print_json(history.as_json())
    else:
        _tell(history, settings)
    return 0


def _tell(history: chain.History, settings: Settings) -> None:
    language = settings.language
    now = history.versions[-1].row
    print(f"{now['source']} {now['source_record_id']} ({history.incident_id})")
    if history.revisions:
        print(words.revisions(history, language))
    else:
        common.say(msg("Never revised."), settings)
    for position, version in enumerate(history.versions, start=1):
        said = "; ".join(words.change(c, language) for c in version.changes)
        brought = words.brought(version.brought, language)
        print(f"  {position}. {brought}{f': {said}' if said else ''}")
    for version in history.unheeded:
        said = "; ".join(words.change(c, language) for c in version.changes)
        common.say(msg("  not taken, since the record was entered by hand: {brought}: {changes}",
                       brought=words.brought(version.brought, language), changes=said), settings)
    if now["kind_rule"]:
        common.say(msg("  kind decided by {rule}", rule=now["kind_rule"]), settings)
    if history.retired:
        print(f"  {words.set_aside(history.retired, language)}")
