"""Seizures put together by place and by what was seized: each a symbol and its parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from data import hexes, names, taxonomy
from data.ground import Ground
from data.i18n import Message, msg, t
from data.queries.seizures import FAMILY
from layers.areas import country_shape, unit_name, unit_shape
from layers.base import Found, Request
from layers.options import Option
from layers.palette import COMMODITY_COLOURS, COMMODITY_LETTERS, GROUP_COLOURS, Themes
from layers.parts import Parts

ALL = "all"
MOST = "most"
KINDS = tuple(kind for kind in taxonomy.KINDS if kind.group == FAMILY)
OF = Option("of", msg("Sizes say"), ALL, (
    (ALL, msg("How many seizures, of all kinds")),
    ("firearms", msg("How many firearms were seized")),
    ("ammunition", msg("How much ammunition was seized")),
    ("explosives", msg("How much of explosives was seized")),
    ("drugs", msg("How much of drugs was seized")),
    ("fuel", msg("How much fuel was seized")),
    ("medicines", msg("How much medicine was seized")),
    ("other", msg("How much of other goods was seized"))))


@dataclass(frozen=True)
class Goods:
    """What was seized, as a legend entry names it; `commodity` is empty for a whole kind."""

    kind: str
    commodity: str = ""

    @property
    def key(self) -> str:
        """The key of its legend entry."""
        return slug(self.commodity) or self.kind.split(".")[1]

    def label(self, language: str) -> str:
        """Name it: a kind as the taxonomy does, a commodity as its source does."""
        return self.commodity or taxonomy.BY_ID[self.kind].label(language)

    @property
    def letter(self) -> str:
        """Its letter, since colour alone says nothing to some."""
        own = self.commodity or self.kind.split(".")[1]
        return COMMODITY_LETTERS.get(slug(own), own[:1].upper())

    @property
    def colours(self) -> Themes:
        """Its colour; that of its kind where it has none of its own."""
        usual = COMMODITY_COLOURS.get(self.kind.split(".")[1], GROUP_COLOURS[FAMILY])
        return COMMODITY_COLOURS.get(slug(self.commodity), usual)


@dataclass(frozen=True, eq=False)
class Spot:
    """What was seized of one kind or commodity at one place.

    Attributes:
        place: `cell/`, `unit/` or `country/` and its code.
        lon, lat: of its middle, degrees.
        goods: what.
        parts: seizures, or their quantities, with their days.
    """

    place: str
    lon: float
    lat: float
    goods: Goods
    parts: Parts

    @property
    def id(self) -> str:
        """The id of its mark."""
        return f"{self.place}/{self.goods.key}"

    @property
    def exact(self) -> bool:
        """Whether its places are exact; others are known to 25 km, a unit or a country."""
        level, _, code = self.place.partition("/")
        return level == "cell" and _resolution(code) > hexes.BY_WHERE_PRECISION[2]


@dataclass(frozen=True, eq=False)
class Seized:
    """The seizures of a request.

    Attributes:
        spots: the largest in all first, so that small symbols lie above.
        measure: unit of the quantities; empty for a number of seizures.
        left_out: seizures by the reason that keeps them off: another unit, or "" for no
            quantity, or None for no place.
    """

    spots: tuple[Spot, ...]
    measure: str
    left_out: dict[str | None, int] = field(default_factory=dict)


def offered(ground: Ground) -> tuple[Option, ...]:
    """List the choices: what sizes say, and the unit where one kind has several."""
    units = {slug(unit): Message(unit) for unit in ground.units_seized if slug(unit)}
    return (OF, Option("unit", msg("Unit of quantities"), MOST,
                       ((MOST, msg("What is most frequent")), *units.items())))


def seized(found: Found, request: Request) -> Seized:
    """Put seizures together: by kind, or quantities in one unit by commodity."""
    rows, of = found["seizures"].to_pylist(), request.chosen(OF)
    if of == ALL:
        return _together(rows, found.ground, "", {})
    own_kind = f"{FAMILY}.{of}"
    own = [row for row in rows if row["kind"] == own_kind]
    every = (row for row in found.classed["seizures"].to_pylist() if row["kind"] == own_kind)
    measure = _unit(every, request.chosen(offered(found.ground)[1]))
    others: Counter[str | None] = Counter()
    for row in own:
        if row["measure"] != measure or not measure:
            others[row["measure"]] += row["n"]
    kept = [row for row in own if measure and row["measure"] == measure]
    return _together(kept, found.ground, measure, dict(others))


def place_name(place: str, ground: Ground, language: str) -> str:
    """Say how closely a place is known, and which it is."""
    level, _, code = place.partition("/")
    if level == "unit":
        return t(language, "Known to {place} and no closer; the symbol stands in its middle.",
                 place=unit_name(ground, code, language))
    if level == "country":
        return t(language, "Known to {place} and no closer; the symbol stands in its middle.",
                 place=names.country(code, language))
    if _resolution(code) <= hexes.BY_WHERE_PRECISION[2]:
        return t(language, "Known to within 25 km; the symbol stands in the middle of a hexagon "
                 "of about 1,770 km².")
    return t(language, "Exact places, put together by hexagon of about 36 km².")


def slug(text: str) -> str:
    """Write a source's word so that it fits a link and a key."""
    return "_".join(re.findall(r"\w+", text.lower()))


def _resolution(cell: str) -> int:
    return int(hexes.resolutions(np.array([hexes.number(cell)], np.int64))[0])


def _unit(rows: Iterable[dict[str, Any]], wanted: str) -> str:
    """Return the unit in force: the one wanted if there is any in it, else the most frequent."""
    stated: Counter[str] = Counter()
    for row in rows:
        if row["measure"]:
            stated[row["measure"]] += row["n"]
    fitting = [unit for unit in stated if slug(unit) == wanted]
    most = sorted(stated, key=lambda unit: (-stated[unit], unit))
    return (fitting or most or [""])[0]


def _together(
    rows: Iterable[dict[str, Any]], ground: Ground, measure: str, others: dict[str | None, int]
) -> Seized:
    held: dict[tuple[str, Goods], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        goods = Goods(row["kind"], row["commodity"] if measure else "")
        held[_place(row, ground), goods].append(row)
    nowhere = sum(row["n"] for (place, _), own in held.items() if not place for row in own)
    value = "quantity" if measure else "n"
    spots = [_spot(place, goods, own, value, ground)
             for (place, goods), own in held.items() if place]
    spots.sort(key=lambda spot: (-float(spot.parts.n.sum()), spot.id))
    return Seized(tuple(spots), measure, {**others, **({None: nowhere} if nowhere else {})})


def _place(row: dict[str, Any], ground: Ground) -> str:
    if row["cell"] is not None:
        return f"cell/{hexes.text(row['cell'])}"
    if row["unit"] and unit_shape(ground, row["unit"]) is not None:
        return f"unit/{row['unit']}"
    country = row["country"]
    return f"country/{country}" if country and country_shape(country) is not None else ""


def _spot(
    place: str, goods: Goods, rows: list[dict[str, Any]], value: str, ground: Ground
) -> Spot:
    lon, lat = _middle(place, ground)
    parts = Parts.of(*([row[name] for row in rows] for name in ("start", "end", value)))
    return Spot(place, lon, lat, goods, parts)


def _middle(place: str, ground: Ground) -> tuple[float, float]:
    level, _, code = place.partition("/")
    if level == "cell":
        lon, lat = hexes.centres(np.array([hexes.number(code)], np.int64))[0].tolist()
        return lon, lat
    shape = unit_shape(ground, code) if level == "unit" else country_shape(code)
    assert shape is not None
    at = shape.representative_point()
    return at.x, at.y
