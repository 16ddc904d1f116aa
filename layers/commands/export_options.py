"""The options of `app.py export`, declared, and read as an export."""

from __future__ import annotations

import argparse
import datetime as dt
from functools import partial
from pathlib import Path
from typing import get_args

from data.commands import common
from data.digits import whole_number
from data.errors import wrong_value
from data.ground import Ground
from data.i18n import LANGUAGES, encodable, msg
from data.selection import first_day, last_day
from data.settings import Settings
from layers.commands import animation_options, sheet_options
from layers.commands.effects import require_effect
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.many import Atlas, Brief, Compare, Many, Series, Step, Window
from layers.sheet.description import Chart, Sheet, Shown, View
from layers.sheet.formats import DPI, FORMATS

DEFAULT = "hexagons"
CHART: Chart = "trend"
LEVELS = {f"admin{level}": level for level in range(3)}


def declare(parser: argparse.ArgumentParser, language: str, forms: list[str]) -> None:
    """Declare the options: those of a table, those of a sheet, those of several."""
    parser.add_argument("--format", choices=forms)
    parser.add_argument("--out", type=Path, metavar="FILE", help=msg(
        "the file to write; of incidents also an archive, x.zip").render(language))
    common.add_store(parser, language)
    common.add_filters(parser, language)
    _withholding(parser, language)
    _sheets(parser, language)
    _several(parser, language)
    animation_options.declare(parser, language)
    _saved(parser, language)


def _withholding(parser: argparse.ArgumentParser, language: str) -> None:
    group = parser.add_argument_group(msg("what is left out").render(language))
    add = common.adder(group.add_argument, language)
    add("--coarsen", msg("hexagons of this H3 resolution with counts, instead of single "
                         "incidents"), type=int, metavar="3..9")
    add("--no-notes", msg("leave free text out"), action="store_true")


def _sheets(parser: argparse.ArgumentParser, language: str) -> None:
    group = parser.add_argument_group(msg("map sheets").render(language))
    add = common.adder(group.add_argument, language)
    add("--layers", msg("layers, parted by commas, each with its opacity in percent if that is to "
                        "be another, such as hexagons:80,corridors"),
        metavar="A,B")
    sheet_options.declare(add)
    add("--page", msg("size of the page"), choices=list(FORMATS))
    add("--portrait", msg("let the page stand"), action="store_true")
    add("--dpi", msg("dots an inch of pictures"), type=int, metavar="N")
    add("--lang", msg("language of the sheet"), choices=list(LANGUAGES))
    add("--title", msg("title, instead of the selection in words"), metavar="T")
    add("--subtitle", msg("subtitle, instead of the window and the layers"), metavar="T")
    add("--chart", msg("the small chart"), choices=["trend", "kinds", "none"])
    add("--made-on", msg("the day that stands on the sheet (default: today)"), metavar="DATE")
    view = group.add_mutually_exclusive_group()
    see = common.adder(view.add_argument, language)
    see("--view", msg("centre and zoom of the map, such as -3,17,5"), metavar="LON,LAT,ZOOM")
    see("--fit", msg("fit the map to the selection, which it also does without --view"),
        action="store_true")


def _several(parser: argparse.ArgumentParser, language: str) -> None:
    group = parser.add_argument_group(msg("several sheets").render(language))
    add = common.adder(group.add_mutually_exclusive_group().add_argument, language)
    add("--atlas", msg("a sheet for each unit of a level"), choices=list(LEVELS))
    add("--series", msg("a sheet for each step of time, all with the same classes"),
        choices=list(get_args(Step)))
    add("--compare", msg("two windows and their difference, such as 2022..2023,2024..2025"),
        metavar="FROM..TO,FROM..TO")
    add("--brief", msg("two pages on a region, by its id or name"), metavar="REGION")


def _saved(parser: argparse.ArgumentParser, language: str) -> None:
    group = parser.add_argument_group(msg("exports that are repeated").render(language))
    add = common.adder(group.add_argument, language)
    add("--save", msg("keep this export by a name, to repeat it"), metavar="NAME")
    one = common.adder(group.add_mutually_exclusive_group().add_argument, language)
    one("--saved", msg("list the exports that are kept"), action="store_true")
    one("--repeat", msg("make a kept export again, with its window moved on to the last whole "
                        "period that the data reaches"), metavar="NAME")
    one("--forget", msg("delete a kept export"), metavar="NAME")
    by = common.adder(group.add_mutually_exclusive_group().add_argument, language)
    by("--months", msg("with --repeat: move the window by so many months"), type=int, metavar="N")
    by("--until", msg("with --repeat: move the window so that it ends on a day"), metavar="DATE")


def described(args: argparse.Namespace, settings: Settings) -> Export:
    """Read the options as an export; its selection is not settled yet.

    Raises:
        UsageError: something that is not understood, or does not go together.
    """
    require_effect(args, args.format)
    drawn = FORMS[args.format].drawn
    layers = args.layers if args.layers is not None else DEFAULT if drawn else ""
    sheet = Sheet(
        selection=common.selection(args), resolution=sheet_options.resolution(args),
        layers=_chosen(read_layers(layers), args, settings),
        view=read_view(args.view) if args.view else None,
        language=args.lang or settings.language, page=args.page or FORMS[args.format].page,
        portrait=args.portrait,
        title=_text(args.title), subtitle=_text(args.subtitle), chart=args.chart or CHART,
        made_on=_made_on(args.made_on) if drawn else None, coarsen=args.coarsen,
        notes=not args.no_notes)
    return Export(args.format, sheet, read_many(args), animation_options.read(args),
                  dpi=args.dpi or DPI)


def _chosen(
    layers: tuple[Shown, ...], args: argparse.Namespace, settings: Settings
) -> tuple[Shown, ...]:
    """Return layers with what was chosen for them, of which the data knows what there is."""
    if not args.option:
        return layers
    return sheet_options.chosen(layers, args.option, Ground(common.snapshot(args, settings)))


def _text(given: str | None) -> str | None:
    return None if given is None else encodable(given)


def read_many(args: argparse.Namespace) -> Many | None:
    """Read what several sheets are to be of; None for a single one."""
    if args.atlas:
        return Atlas(LEVELS[args.atlas])
    if args.series:
        return Series(args.series)
    if args.compare:
        return read_compare(args.compare)
    return Brief(args.brief) if args.brief else None


def read_compare(text: str) -> Compare:
    """Read `FROM..TO,FROM..TO`, each end a day, a month or a year; raises `UsageError`."""
    wrong = partial(wrong_value, "--compare", text, msg(
        "write two windows, such as 2022..2023,2024-01..2024-06"))
    windows = text.split(",")
    if len(windows) != 2 or not all(".." in window for window in windows):
        raise wrong()
    first, second = (_window(window) for window in windows)
    return Compare(first, second)


def _window(text: str) -> Window:
    start, _, end = text.partition("..")
    window = first_day(start.strip(), "--compare"), last_day(end.strip(), "--compare")
    if window[0] > window[1]:
        raise wrong_value("--compare", text, msg("a window starts before it ends"))
    return window


def read_layers(text: str) -> tuple[Shown, ...]:
    """Read `hexagons:80,corridors`; raises `UsageError` for what is not understood."""
    found = [word.strip().partition(":") for word in text.split(",") if word.strip()]
    return tuple(dict.fromkeys(Shown(id, _share(percent)) for id, _, percent in found))


def read_view(text: str) -> View:
    """Read `LON,LAT,ZOOM`; raises `UsageError`."""
    wrong = partial(wrong_value, "--view", text, msg(
        "write longitude, latitude and zoom, such as -3,17,5"))
    try:
        lon, lat, zoom = (float(part) for part in text.split(","))
    except ValueError as error:
        raise wrong() from error
    if not (abs(lon) <= 180 and abs(lat) <= 85 and 0 <= zoom <= 20):
        raise wrong()
    return lon, lat, zoom


def _share(percent: str) -> float | None:
    if not percent:
        return None
    share = whole_number(percent)
    if share is None or not 5 <= share <= 100:
        raise wrong_value("--layers", percent, msg("opacity is a whole number from 5 to 100"))
    return share / 100


def _made_on(text: str | None) -> dt.date:
    if text is None:
        return dt.datetime.now(dt.UTC).date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise wrong_value("--made-on", text, msg("write a day as 2026-03-07")) from error
