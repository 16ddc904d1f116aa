"""`app.py undo`: back to what the store held before the last import."""

from __future__ import annotations

import argparse

from data import contents
from data.commands import common
from data.i18n import msg
from data.ingest.own import require_own
from data.settings import Settings

NAME = "undo"
summary = msg("go back to the snapshot before the last import")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.add_store(parser, language)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Go back one snapshot, and say what is in force now."""
    store = common.store(args, settings)
    require_own(store)
    left = store.require().id
    store.undo()
    held = contents.of(store.require())
    if args.json:
        common.print_json({"left": left, **held.as_json()})
        return 0
    common.say(msg("Snapshot {name} is in force: incidents: {incidents}; records of evidence: "
                   "{evidence}. The one that was left, {left}, is kept.", name=held.id,
                   incidents=held.incidents, evidence=held.evidence, left=left), settings)
    return 0
