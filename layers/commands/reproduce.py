"""`app.py reproduce`: an export again from its manifest, and what has changed since."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from data.commands import common
from data.errors import AtlasError, UsageError
from data.ground import Ground
from data.history.earlier import Earlier
from data.history.since import since
from data.i18n import Message, msg, nmsg
from data.queries.exports import Rules, passing
from data.settings import Settings
from data.store import Snapshot, Store
from layers.commands.bar import telling
from layers.commands.out import require_out
from layers.exports import since_words as words
from layers.exports.again import (
    INEXACT,
    Again,
    again,
    changed_beside,
    differing_now,
    known_then,
    rebuilt,
)
from layers.exports.behind import counted, selections
from layers.exports.decisive import settings_of
from layers.exports.export import Export
from layers.exports.make import make
from layers.exports.manifest import Manifest, read

NAME = "reproduce"
summary = msg("make an export again from its manifest, and say whether it is the same and what has "
              "changed since")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    add = common.adder(parser.add_argument, language)
    add("manifest", msg("the file that ends in .manifest.json beside an export, or the archive of "
                        "one"), type=Path, metavar="MANIFEST")
    add("--out", msg("the file to write; without it, it is made and compared, and nothing is "
                     "written"), type=Path, metavar="FILE")
    add("--now", msg("make it from the newest data, with the settings of today"),
        action="store_true")
    common.add_store(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Make it again; exit status 1 where it cannot be, or its numbers differ."""
    if args.now and not args.out:
        raise UsageError(msg("--now writes a file: name it with --out."))
    manifest = read(args.manifest)
    if args.out:
        require_out(args.out, manifest.export.form)
    _say(settings, words.of(manifest, settings.language))
    for name in changed_beside(manifest, args.manifest):
        _say(settings, msg("{file} beside the manifest is not the file that it describes: it was "
                           "changed, or exported again.", file=name))
    store = _store(args, settings, manifest)
    return _newest(args, settings, manifest, store) if args.now else _same(
        args, settings, manifest, store)


def _store(args: argparse.Namespace, settings: Settings, manifest: Manifest) -> Store:
    """Return the store that is named, else the one that keeps the snapshot, else one's own."""
    own = common.store(args, settings)
    if args.store:
        return own
    shown = Store(settings.demo_store)
    there = [one for one in (own, shown) if _keeps(one, manifest.snapshot)]
    return there[0] if there else own


def _keeps(store: Store, snapshot: str) -> bool:
    return any(one.id == snapshot for one in store.snapshots())


def _newest(
    args: argparse.Namespace, settings: Settings, manifest: Manifest, store: Store
) -> int:
    """Make it from the newest data: what stands on it is of today, also the day."""
    current = store.require()
    with telling(settings.language, args.out.name) as tell:
        made = make(today(manifest.export), current, settings, args.out.absolute(), tell)
    _say(settings, msg("{file} written from the newest data: {title}.", file=args.out.name,
                       title=made.title), *made.said)
    _say(settings, *words.different(manifest, differing_now(manifest, settings)),
         *_changed(manifest, settings, store.kept_one(manifest.snapshot), current))
    return 0


def today(export: Export) -> Export:
    """Return the same export as of today, where a day stands on it."""
    if export.sheet.made_on is None:
        return export
    return replace(export, sheet=replace(export.sheet, made_on=dt.datetime.now(dt.UTC).date()))


def _same(args: argparse.Namespace, settings: Settings, manifest: Manifest, store: Store) -> int:
    kept, current = store.kept_one(manifest.snapshot), store.current()
    then = kept or (rebuilt(manifest, current, settings) if current else None)
    if then is None:
        return _lost(manifest, settings, current)
    if kept is None:
        _say(settings, msg("Its snapshot is no longer kept. The data as it was is put together "
                           "from the history of records: its numbers and hashes are the same."))
    found = _again(args, settings, manifest, then)
    status = _judged(manifest, found, settings, exact=kept is not None)
    if args.out:
        _say(settings, msg("{file} written.", file=args.out.name) if found.files else
             msg("Nothing was written, since the numbers differ."))
    _say(settings, *words.different(manifest, found.differences))
    if current is not None and current.id != manifest.snapshot:
        _say(settings, *_changed(manifest, settings, then, current))
    return status


def _again(
    args: argparse.Namespace, settings: Settings, manifest: Manifest, then: Snapshot
) -> Again:
    out = args.out.absolute() if args.out else None
    with telling(settings.language, (args.out or args.manifest).name) as tell:
        return again(manifest, then, settings, out, tell)


def _judged(manifest: Manifest, found: Again, settings: Settings, *, exact: bool) -> int:
    """Say how like the export is to the one described; return the exit status."""
    form = manifest.export.form
    if found.now != manifest.numbers:
        _say(settings, msg("Made again, and its numbers differ:"),
             *words.two_numbers(manifest.numbers, found.now, settings.language))
        return 1
    if not found.other:
        _say(settings, nmsg(
            "Made again: {count} file, the same byte for byte (SHA-256).",
            "Made again: {count} files, the same byte for byte (SHA-256).", len(found.same)))
        return 0
    _say(settings, msg("Made again with the same numbers; not the same byte for byte: {names}.",
                       names=", ".join(found.other)))
    if form in INEXACT:
        _say(settings, msg("That is as it must be: {why}.", why=INEXACT[form]))
    elif found.differences:
        _say(settings, msg("Software, libraries or settings are not what they were."))
    elif not exact:
        _say(settings, msg("Boundaries, doubts or claims may be others than then."))
    else:
        _say(settings, msg("Nothing that decides the bytes differs: the manifest may have been "
                           "changed, or this is a defect."))
        return 1
    return 0


def _lost(manifest: Manifest, settings: Settings, current: Snapshot | None) -> int:
    """Say that the data is no longer there, and what can be told of it nevertheless."""
    _say(settings, msg("Its snapshot is not kept in this store, and cannot be put together from "
                       "the history of records, so that the same file cannot be made."))
    if current is None:
        _say(settings, msg("The store holds no data; name the right one with --store."))
        return 1
    _say(settings, *_changed(manifest, settings, None, current),
         *words.different(manifest, differing_now(manifest, settings)),
         msg("--now makes it from the newest data."))
    return 1


def _changed(
    manifest: Manifest, settings: Settings, then: Snapshot | None, current: Snapshot
) -> Iterator[Message]:
    """Tell what became of the incidents of an export, as far as it can be told."""
    rules = Rules.of(settings_of(manifest.settings, settings))
    known = known_then(manifest.behind, current)
    before = then or (Earlier(current, known, manifest.snapshot) if known is not None else None)
    yield msg("The data in force is snapshot {name}.", name=current.id)
    if before is None:
        yield msg("It does not descend from that of the export, or an import was undone since: "
                  "which incidents were added, revised or retired cannot be told. Numbers that "
                  "differ:")
        yield from _numbers(manifest, current, settings, rules)
        return
    if then is None:
        yield msg("By the history of records, as far as it goes (boundaries, doubts and claims of "
                  "then are not kept):")
    try:
        for one in selections(manifest.export, Ground(current)):
            found = since(before, current, one, partial(passing, rules=rules))
            yield from words.changes(found, settings.language)
    except AtlasError as error:
        yield error.message


def _numbers(
    manifest: Manifest, current: Snapshot, settings: Settings, rules: Rules
) -> Iterator[Message]:
    try:
        now = counted(manifest.export, current, rules)
    except AtlasError as error:
        yield error.message
        return
    told = list(words.two_numbers(manifest.numbers, now, settings.language))
    yield from told or [msg("  none")]


def _say(settings: Settings, *messages: Message) -> None:
    for message in messages:
        common.say(message, settings)
