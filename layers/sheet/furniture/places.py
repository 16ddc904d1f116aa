"""Names of countries, units, towns and waters on the map, from the page's own list."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from matplotlib import patheffects

from layers.palette import Themes
from layers.sheet import look
from layers.sheet.mapped import MapAxes
from layers.sheet.names import Box, fits
from layers.sheet.page import FONTS, Floats, Paper
from layers.sheet.type import width

LABELS = Path(__file__).parents[3] / "assets" / "basemap" / "labels.json"
HALO: Themes = ("#fbfaf7", "#16191d")
SIZES = {"country": 7.6, "unit": 6.4, "town": 6.6, "water": 6.2}
COLOURS: dict[str, Themes] = {
    "country": ("#4d4a44", "#d3cfc5"), "unit": ("#77726a", "#a09b92"),
    "town": ("#2b2926", "#e9e5dc"), "water": ("#3f6a82", "#86abc0")}
BOLD = frozenset({"country"})
UNTIL = {"country": 7.5, "unit": 10.0}
"""Zooms from which names are no longer written, as the page has it; sizes are a little smaller."""
WATER = frozenset({"river", "lake"})
DOT, CAPITAL = 1.5, 2.2
ASIDE = 3.4
SPARE = 3.0
"""Points around a name that no other comes into."""
MOST = 60


@dataclass(frozen=True)
class Name:
    """A name of the page's list.

    Attributes:
        lon, lat: where it stands.
        kind: country, unit, town or water.
        rank: 1 for the first of its kind.
        zoom: from which it is written.
        texts: English, French.
    """

    lon: float
    lat: float
    kind: str
    rank: int
    zoom: float
    texts: tuple[str, str]

    def text(self, language: str) -> str:
        """Return it as it is written."""
        said = self.texts[language == "fr"]
        return said.upper() if self.kind == "country" else said


@cache
def listed() -> tuple[Name, ...]:
    """Return all names, those for small scales first; read once."""
    held = json.loads(LABELS.read_text(encoding="utf-8"))
    at = {field: i for i, field in enumerate(held["fields"])}
    names = (_name(row, at, held["kinds"]) for row in held["labels"])
    return tuple(sorted(names, key=lambda one: (one.zoom, one.rank)))


def _name(row: list[Any], at: dict[str, int], kinds: list[str]) -> Name:
    kind = kinds[row[at["kind"]]]
    english = row[at["name_en"]]
    french = row[at["name_fr"]] if len(row) > at["name_fr"] and row[at["name_fr"]] else english
    return Name(row[at["lon"]], row[at["lat"]], "water" if kind in WATER else kind,
                row[at["rank"]], row[at["min_zoom"]], (english, french))


def draw(axes: MapAxes, language: str, taken: list[Box], units: bool = True) -> None:
    """Write the names that this scale has room for, clear of what other words cover.

    Args:
        axes: the map.
        language: of the names.
        taken: what other words and symbols cover, points; names add themselves.
        units: whether names of first-level units are wanted; a layer may write its own.
    """
    page, written = Paper.of(axes), 0
    zoom = page.zoom
    for name in listed():
        if not name.zoom <= zoom + 0.3 or zoom >= UNTIL.get(name.kind, 99):
            continue
        if (name.kind == "unit" and not units) or written >= MOST:
            continue
        spot = page.points(np.array([(name.lon, name.lat)]))[0]
        if np.isfinite(spot).all() and page.shows(np.array((name.lon, name.lat))):
            written += _written(page, name, language, spot, taken)


def _written(
    page: Paper, name: Name, language: str, spot: Floats, taken: list[Box]
) -> bool:
    """Write a name at the first place about its spot that is free; tell whether there is one."""
    size, said = SIZES[name.kind], name.text(language)
    bold = name.kind in BOLD
    wide, tall = width(said, size, bold=bold), size * 1.15
    for side, dx, dy in _around(name, size):
        x, y = float(spot[0]) + dx, float(spot[1]) + dy
        west = {"left": x, "center": x - wide / 2, "right": x - wide}[side]
        box = (west - SPARE, y - tall / 2, west + wide + SPARE, y + tall / 2)
        dotted = name.kind == "town"
        own = _with_dot(box, spot) if dotted else box
        if fits(page, own, taken):
            taken.append(own)
            if dotted:
                _dot(page, name)
            _write(page, name, said, (x, y), side)
            return True
    return False


Side = Literal["left", "center", "right"]


def _around(name: Name, size: float) -> list[tuple[Side, float, float]]:
    """Return where a name may stand about its place: side, and points to the right and up."""
    if name.kind != "town":
        lifts = (0, -18, 18, -34, 34) if name.kind == "country" else (0,)
        return [("center", 0.0, float(lift)) for lift in lifts]
    up = size * 0.85
    return [("left", ASIDE, 0.0), ("right", -ASIDE, 0.0), ("center", 0.0, up), ("center", 0.0, -up)]


def _with_dot(box: Box, spot: Floats) -> Box:
    x, y = float(spot[0]), float(spot[1])
    return (min(box[0], x - 2), min(box[1], y - 2), max(box[2], x + 2), max(box[3], y + 2))


def _dot(page: Paper, name: Name) -> None:
    radius = CAPITAL if name.rank == 1 else DOT
    page.axes.scatter(
        [name.lon], [name.lat], s=(2 * radius) ** 2, facecolors=HALO[0],
        edgecolors=COLOURS["town"][0], linewidths=0.8, zorder=look.NAMES - 0.2,
        gid="ground/town")


def _write(
    page: Paper, name: Name, said: str, at: tuple[float, float], side: str
) -> None:
    lon, lat = page.degrees(np.array([at]))[0]
    how: dict[str, Any] = {
        "fontsize": SIZES[name.kind], "fontfamily": FONTS, "ha": side, "va": "center",
        "fontweight": "bold" if name.kind in BOLD else "normal",
        "fontstyle": "italic" if name.kind == "water" else "normal", "clip_on": True,
        "zorder": look.NAMES - 0.1, "parse_math": False}
    halo = patheffects.Stroke(linewidth=1.8, foreground=HALO[0])
    page.axes.text(lon, lat, said, color=HALO[0], path_effects=[halo],
                   gid="ground/name/halo", **how)
    page.axes.text(lon, lat, said, color=COLOURS[name.kind][0], gid="ground/name", **how)
