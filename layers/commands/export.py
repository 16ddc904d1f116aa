"""`app.py export`: the selection as a map sheet, or as a file of incidents."""

from __future__ import annotations

import argparse
import datetime as dt
from functools import partial
from pathlib import Path

from data.commands import common
from data.errors import AtlasError, wrong_value
from data.i18n import LANGUAGES, msg
from data.packages import order
from data.settings import Settings
from layers.commands import packages
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown, View
from layers.sheet.formats import FORMATS
from layers.sheet.press import Press
from layers.sheet.save import DPI, FORMS, save

NAME = "export"
summary = msg("write a map sheet as PDF, SVG or PNG, or incidents as a table or a map, without "
              "what may not be passed on")
DEFAULT = "hexagons"


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options: those of a table, and those of a sheet."""
    parser.add_argument("--format", required=True, choices=[*FORMS, *order.FORMS])
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help=msg(
        "the file to write; of incidents also an archive, x.zip").render(language))
    common.add_store(parser, language)
    common.add_filters(parser, language)
    packages.arguments(parser, language)
    group = parser.add_argument_group(msg("map sheets").render(language))
    add = common.adder(group.add_argument, language)
    add("--layers", msg("layers, parted by commas, each with its opacity in percent if that is to "
                        "be another, such as hexagons:80,corridors"),
        metavar="A,B")
    add("--page", msg("size of the page"), choices=list(FORMATS), default="a4")
    add("--portrait", msg("let the page stand"), action="store_true")
    add("--dpi", msg("dots an inch of a PNG"), type=int, default=DPI, metavar="N")
    add("--lang", msg("language of the sheet"), choices=list(LANGUAGES))
    add("--title", msg("title, instead of the selection in words"), metavar="T")
    add("--subtitle", msg("subtitle, instead of the window and the layers"), metavar="T")
    add("--chart", msg("the small chart"), choices=["trend", "kinds", "none"], default="trend")
    add("--made-on", msg("the day that stands on the sheet (default: today)"), metavar="DATE")
    view = group.add_mutually_exclusive_group()
    see = common.adder(view.add_argument, language)
    see("--view", msg("centre and zoom of the map, such as -3,17,5"), metavar="LON,LAT,ZOOM")
    see("--fit", msg("fit the map to the selection, which it also does without --view"),
        action="store_true")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file, and say what it is."""
    if args.format not in FORMS:
        return packages.run(args, settings)
    if args.out.is_dir() or not args.out.resolve().parent.is_dir():
        raise wrong_value("--out", args.out, msg("name a file in a folder that exists"))
    snapshot = common.snapshot(args, settings)
    sheet = described(args, settings)
    chosen = common.settled(sheet.selection, snapshot)
    figure = compose(sheet.of(chosen), Press(snapshot, settings))
    try:
        save(figure, args.out, args.format, args.dpi)
    except OSError as error:
        raise AtlasError(msg("{file} cannot be written: {why}.", file=args.out,
                             why=error.strerror or "")) from error
    common.say(msg("{file} written: {title}.", file=args.out.name, title=figure.get_label()),
               settings, to_error=True)
    return 0


def described(args: argparse.Namespace, settings: Settings) -> Sheet:
    """Read the options as a sheet; its selection is not settled yet."""
    return Sheet(
        selection=common.selection(args),
        layers=read_layers(DEFAULT if args.layers is None else args.layers),
        view=read_view(args.view) if args.view else None,
        language=args.lang or settings.language, page=args.page, portrait=args.portrait,
        title=args.title, subtitle=args.subtitle, chart=args.chart,
        made_on=_made_on(args.made_on))


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
    if not percent.isdigit() or not 5 <= int(percent) <= 100:
        raise wrong_value("--layers", percent, msg("opacity is a whole number from 5 to 100"))
    return int(percent) / 100


def _made_on(text: str | None) -> dt.date:
    if text is None:
        return dt.datetime.now(dt.UTC).date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise wrong_value("--made-on", text, msg("write a day as 2026-03-07")) from error
