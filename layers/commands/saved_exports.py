"""`app.py export --save`, `--saved`, `--repeat` and `--forget`."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path

from data.commands import common
from data.i18n import day, msg
from data.selection import Selection, last_day
from data.sentence import sentence, when
from data.settings import Settings
from layers.commands.effects import require_alone
from layers.commands.out import require_out
from layers.exports import moved
from layers.exports.export import Export
from layers.exports.repeated import file_name, newest_day
from layers.exports.saved import Saved, SavedExports

REPEATED = ("months", "until", "out", "store")


def tidy(args: argparse.Namespace, settings: Settings) -> int:
    """List the kept exports, or forget one."""
    kept = _kept(args, settings)
    if args.forget:
        require_alone(args, "forget", ("store",))
        kept.forget(args.forget)
        common.say(msg("Forgotten: {name}.", name=args.forget), settings)
        return 0
    require_alone(args, "saved", ("store",))
    names = kept.names()
    for name in names:
        print(f"{name}  {_line(kept.find(name), settings.language)}")
    if not names:
        common.say(msg("No export is kept; keep one with --save NAME."), settings)
    return 0


def keep(args: argparse.Namespace, settings: Settings, export: Export) -> None:
    """Keep an export by name, and say so."""
    replaced = _kept(args, settings).keep(args.save, export)
    said = (msg("Kept as {name}, instead of what had this name; repeat it with --repeat {name}.",
                name=args.save) if replaced else
            msg("Kept as {name}; repeat it with --repeat {name}.", name=args.save))
    common.say(said, settings, to_error=True)


def repeated(args: argparse.Namespace, settings: Settings) -> tuple[Export, Path]:
    """Return a kept export with its window moved on, and where it is to be written."""
    require_alone(args, "repeat", REPEATED)
    saved = _kept(args, settings).find(args.repeat)
    export = _moved(saved.export, args, settings)
    if export.sheet.made_on is not None:
        export = replace(export, sheet=replace(export.sheet, made_on=_today()))
    return export, require_out(args.out or Path(file_name(saved.name, export)), export.form)


def _moved(export: Export, args: argparse.Namespace, settings: Settings) -> Export:
    if args.months is not None:
        found = moved.by_months(export, args.months)
    elif args.until:
        found = moved.until(export, last_day(args.until, "--until"))
    else:
        newest = newest_day(common.snapshot(args, settings), _today())
        found = moved.whole_until(export, newest, _today())
        common.say(msg("The data reaches to {day}.", day=day(newest, settings.language)), settings,
                   to_error=True)
    _tell(export, found, settings)
    return found


def _tell(before: Export, after: Export, settings: Settings) -> None:
    """Say where the window has moved to."""
    then, now = moved.window_of(before), moved.window_of(after)
    if then is None or now is None:
        said = msg("The export has no last day: it reaches to the newest data, and nothing moves.")
    elif then == now:
        said = msg("The window stays: {window}. Move it with --months or --until.",
                   window=_words(now, settings.language))
    else:
        said = msg("The window moves on from {then} to {now}.",
                   then=_words(then, settings.language), now=_words(now, settings.language))
    common.say(said, settings, to_error=True)
    if after.sheet.title is not None:
        common.say(msg("The title stays as it was kept: {title}", title=after.sheet.title),
                   settings, to_error=True)


def _words(window: moved.Window, language: str) -> str:
    return when(Selection(date_from=window[0], date_to=window[1]), language)


def _line(saved: Saved, language: str) -> str:
    export = saved.export
    many = f" {export.many.option} {export.many.value}" if export.many else ""
    return f"{export.form}{many}  {sentence(export.sheet.selection, language)}"


def _kept(args: argparse.Namespace, settings: Settings) -> SavedExports:
    return SavedExports(common.store(args, settings).folder)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
