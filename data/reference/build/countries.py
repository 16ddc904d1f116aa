"""Countries of the world: 1:50m everywhere, 1:10m in the region, and the seam between."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from babel import Locale
from shapely.geometry.base import BaseGeometry

from data.reference.build import sources, tables, units
from data.reference.build.antimeridian import cut

BY_NAME: dict[str, str] = {
    "Kosovo": "XK", "Siachen Glacier": "XJ",
    # Parts of a member state that the source draws on their own, though ISO does not.
    "Somaliland": "SO", "N. Cyprus": "CY",
}
"""What the source gives no ISO number; XK and XJ are user-assigned codes of ISO 3166-1."""
SPLITS: tuple[tuple[str, str, tuple[float, float, float, float]], ...] = (
    ("FR", "GF", (-55, 2, -51, 6)), ("FR", "GP", (-62, 15.8, -61, 16.6)),
    ("FR", "MQ", (-61.3, 14.3, -60.7, 15)), ("FR", "RE", (55, -22, 56, -20)),
    ("FR", "YT", (44.9, -13.1, 45.4, -12.6)), ("NO", "SJ", (-10, 70.5, -7, 71.5)),
    ("NO", "SJ", (10, 74, 35, 81)), ("NO", "BV", (3, -55, 4, -54)),
    ("NL", "BQ", (-70, 11, -60, 19)), ("RU", "UA", (32.4, 44.3, 36.7, 46.3)),
    ("IO?", "CX", (105, -11, 106, -10)), ("IO?", "CC", (96, -13, 97.5, -11)),
)
"""Parts with a code of their own, and Crimea (General Assembly resolution 68/262): drawn
under the first code, they belong to the second; west, south, east, north in degrees."""
FROM_10M: dict[str, str] = {"TV": "TUV", "GI": "GIB", "UM": "UMI"}
"""Territories too small for 1:50m, taken from the 1:10m units: ISO code and source code."""


@dataclass(frozen=True)
class Country:
    """A country or territory as the tables hold it; `scale` says how finely it is drawn."""

    iso2: str
    geometry: BaseGeometry
    scale: str


def world(npm: Path) -> list[Country]:
    """Return all countries at 1:50m, by code; the three smallest are drawn at 1:10m."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in sources.countries_50m(npm):
        code = _code(feature)
        for part in shapely.get_parts(shapely.make_valid(cut(feature.geometry))):
            if part.geom_type == "Polygon":
                parts[_owner(code, part)].append(part)
    _move_western_sahara(parts)
    fine = dict.fromkeys(FROM_10M, "10m")
    parts.update(_small(npm))
    return [Country(code, _tidy(pieces), fine.get(code, "50m"))
            for code, pieces in sorted(parts.items())]


def region(parts: list[units.Unit]) -> list[Country]:
    """Return the countries of the region as exact unions of their units."""
    by_country: dict[str, list[BaseGeometry]] = defaultdict(list)
    for unit in parts:
        by_country[unit.iso2].append(unit.geometry)
    return [Country(code, shapely.normalize(shapely.coverage_union_all(pieces)), "10m")
            for code, pieces in sorted(by_country.items())]


def fitted(coarse: list[Country], fine: list[Country]) -> list[Country]:
    """Redraw the region's neighbours so that they meet its finer line.

    A neighbour loses what the region holds, and wins the slivers that the
    coarse drawing gave to the region and the fine one does not.
    """
    inside = {country.iso2 for country in fine}
    core = shapely.union_all([country.geometry for country in fine])
    outside = [c for c in coarse if c.iso2 not in inside and c.geometry.intersects(core)]
    old_core = shapely.union_all([c.geometry for c in coarse if c.iso2 in inside])
    slivers = shapely.get_parts(shapely.difference(old_core, core))
    won = _assign(list(slivers), outside)
    return [_refit(country, core, won[country.iso2]) for country in outside]


def _refit(country: Country, core: BaseGeometry, won: list[BaseGeometry]) -> Country:
    whole = shapely.union_all([country.geometry, *won], grid_size=sources.GRID)
    rest = shapely.difference(whole, core, grid_size=sources.GRID)
    # Along the seam a crumb is an artefact of the cut; elsewhere it is an island.
    kept = [part for part in shapely.get_parts(rest)
            if part.area > units.SLIVER or not part.intersects(core)]
    return Country(country.iso2, shapely.normalize(shapely.union_all(kept)), "50m fitted")


def _assign(
    slivers: list[BaseGeometry], neighbours: list[Country],
) -> dict[str, list[BaseGeometry]]:
    """Give each sliver to the neighbour it shares most border with; coasts go to nobody."""
    won: dict[str, list[BaseGeometry]] = defaultdict(list)
    for sliver in slivers:
        shared = [shapely.length(shapely.intersection(sliver, n.geometry)) for n in neighbours]
        best = int(np.argmax(shared))
        if shared[best] > 0.2 * sliver.length:
            won[neighbours[best].iso2].append(sliver)
    return won


def inner_lines(npm: Path) -> list[BaseGeometry]:
    """Return the lines that the source draws through a country of ours: Cyprus, Somalia, Crimea."""
    drawn: dict[str, BaseGeometry] = {}
    for feature in sources.countries_50m(npm):
        drawn[feature.properties["name"]] = shapely.make_valid(cut(feature.geometry))
    pairs = (("Cyprus", "N. Cyprus"), ("Somalia", "Somaliland"), ("Ukraine", "Russia"))
    crimea = shapely.box(32.4, 45.5, 36.7, 46.3)
    found = []
    for first, second in pairs:
        shared = shapely.intersection(drawn[first], drawn[second])
        if second == "Russia":
            shared = shapely.intersection(shared, crimea)
        lines = [part for part in shapely.get_parts(shared) if part.geom_type == "LineString"]
        found.extend(shapely.get_parts(shapely.line_merge(shapely.MultiLineString(lines))))
    return found


def names() -> dict[str, tuple[str, str]]:
    """Return the English and French name by code: CLDR's, with our corrections."""
    english, french = Locale("en").territories, Locale("fr").territories
    found = {str(code): (str(english[code]), str(french[code]))
             for code in english if code in french and len(str(code)) == 2}
    fixed = {row["iso2"]: (row["name_en"], row["name_fr"])
             for row in tables.rows("names_countries.csv")}
    both = {**found, **fixed}
    return {code: (en.replace("’", "'"), fr.replace("’", "'")) for code, (en, fr) in both.items()}


def _code(feature: sources.Feature) -> str:
    """Return the ISO alpha-2 code of a country of world-atlas, which gives ISO numbers."""
    name = feature.properties["name"]
    if feature.id is None:
        return BY_NAME.get(name, "IO?")
    return _by_number()[int(feature.id)]


def _by_number() -> dict[int, str]:
    facts = sources.countries_geonames()
    return {int(fact["isonumeric"]): code for code, fact in facts.items() if fact["isonumeric"]}


def _owner(code: str, part: BaseGeometry) -> str:
    point = shapely.centroid(part)
    for drawn_as, belongs_to, bounds in SPLITS:
        if code == drawn_as and shapely.box(*bounds).covers(point):
            return belongs_to
    return code


def _move_western_sahara(parts: dict[str, list[BaseGeometry]]) -> None:
    pieces = [piece for part in parts.pop("MA") for piece in units.divide("MA-", part)]
    for key, piece in pieces:
        parts[key[:2]].append(piece)


def _small(npm: Path) -> dict[str, list[BaseGeometry]]:
    by_source = {source: code for code, source in FROM_10M.items()}
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in sources.admin1(npm):
        if feature.properties["adm0_a3"] in by_source:
            found[by_source[feature.properties["adm0_a3"]]].append(feature.geometry)
    return found


def _tidy(pieces: list[BaseGeometry]) -> BaseGeometry:
    snapped = shapely.set_precision(shapely.union_all(pieces), sources.GRID)
    return shapely.normalize(shapely.transform(snapped, sources.on_grid))
