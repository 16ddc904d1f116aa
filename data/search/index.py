"""Everything on the map that has a name, with each way in which it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

import pyarrow as pa
import shapely

from data.areas import boundaries
from data.areas.boundaries import Units
from data.boundaries import country_name, towns
from data.evidence import base
from data.gazetteer import stored
from data.gazetteer.places import SETTLED
from data.gazetteer.spelling import plain
from data.store import Snapshot

Kind = Literal["country", "unit", "town", "place", "cited"]
Bounds = tuple[float, float, float, float]
WEIGHTS: dict[Kind, float] = {"country": 4e9, "unit": 2e9, "cited": 1e5, "town": 0.0, "place": -1.0}
"""What goes before what, of things written alike; towns go by their people."""
CHIEF = 1e9
"""Added to a capital or a chief town, which goes before villages of its name."""
FIRST_LEVEL = 1


@dataclass(frozen=True)
class Named:
    """Something that can be found.

    Attributes:
        kind: a country, a unit, a town, another place of a gazetteer, or one that claims name.
        id: of a country or a unit; empty otherwise.
        en, fr: what it is called.
        iso2: the country that it lies in, or is; empty where that is not known.
        level: of a unit.
        lon, lat: a point of it, WGS 84 degrees.
        bounds: west, south, east, north of a country or a unit.
        weight: what goes first of things that fit equally.
    """

    kind: Kind
    en: str
    fr: str
    iso2: str
    lon: float
    lat: float
    weight: float
    id: str = ""
    level: int = 0
    bounds: Bounds | None = None

    def name(self, language: str) -> str:
        """Name it in a language."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, eq=False)
class Index:
    """Named things, and their spellings in plain form: `texts[i]` is one of `named[owners[i]]`."""

    named: tuple[Named, ...]
    texts: tuple[str, ...]
    owners: tuple[int, ...]

    @cached_property
    def column(self) -> pa.Array:
        """The spellings, for comparing all of them at once."""
        return pa.array(self.texts, pa.string())


def index(snapshot: Snapshot | None) -> Index:
    """Return the index of a snapshot; made once, since snapshots never change."""
    return _index(snapshot)


@lru_cache(maxsize=2)
def _index(snapshot: Snapshot | None) -> Index:
    named: list[Named] = []
    texts: list[str] = []
    owners: list[int] = []
    for one, spellings in _everything(snapshot):
        forms = dict.fromkeys(plain(text) for text in (one.en, one.fr, *spellings) if text)
        texts += [form for form in forms if form]
        owners += [len(named)] * sum(map(bool, forms))
        named.append(one)
    return Index(tuple(named), tuple(texts), tuple(owners))


def _everything(snapshot: Snapshot | None) -> Iterator[tuple[Named, Iterable[str]]]:
    countries = boundaries.units(snapshot, 0)
    yield from _units(countries, "country")
    for level in boundaries.levels(snapshot):
        if level >= FIRST_LEVEL:
            yield from _units(boundaries.units(snapshot, level), "unit")
    yield from _towns()
    yield from _gazetteer(snapshot, countries.iso2)
    yield from _cited(snapshot)


def _units(units: Units, kind: Kind) -> Iterator[tuple[Named, Iterable[str]]]:
    spots = shapely.point_on_surface(units.geometries)
    bounds = shapely.bounds(units.geometries).tolist()
    sizes = shapely.area(units.geometries).tolist()
    for i, id in enumerate(units.ids):
        west, south, east, north = bounds[i]
        yield Named(kind, units.name(id, "en"), units.name(id, "fr"), units.iso2[i],
                    float(spots[i].x), float(spots[i].y),
                    WEIGHTS[kind] + sizes[i] - 1e6 * units.level, id, units.level,
                    (west, south, east, north)), ()


def _towns() -> Iterator[tuple[Named, Iterable[str]]]:
    for town in towns():
        chief = CHIEF if town.rank <= stored.CHIEF_RANK else 0.0
        yield Named("town", town.name_en, town.name_fr, town.iso2, town.lon, town.lat,
                    chief + town.population), ()


def _gazetteer(
    snapshot: Snapshot | None, countries: Iterable[str]
) -> Iterator[tuple[Named, Iterable[str]]]:
    """Return loaded places, save for those that are a shipped town."""
    shipped = {(town.iso2, form, round(town.lat, 1), round(town.lon, 1)) for town in towns()
               for form in (plain(town.name_en), plain(town.name_fr))}
    for row in stored.loaded(snapshot, sorted(set(countries))):
        spot = (row["iso2"], plain(row["name"]), round(row["lat"], 1), round(row["lon"], 1))
        if spot in shipped:
            continue
        kind: Kind = "town" if row["feature_class"] == SETTLED else "place"
        yield Named(kind, row["name"], row["name"], row["iso2"], row["lon"], row["lat"],
                    WEIGHTS[kind] + (row["population"] or 0)), row["alternates"] or ()


def _cited(snapshot: Snapshot | None) -> Iterator[tuple[Named, Iterable[str]]]:
    """Return the places that claims name, save for those that are a unit, a country or a town."""
    taken = {plain(name) for town in towns() for name in (town.name_en, town.name_fr)}
    for place in base.of(snapshot).places.values():
        if place.lat is None or place.lon is None or plain(place.name("en")) in taken:
            continue
        if place.precision in (4, 6):
            continue
        yield Named("cited", place.name("en"), place.name("fr"), place.country or "",
                    place.lon, place.lat, WEIGHTS["cited"]), ()


def in_country(one: Named, language: str) -> str:
    """Name the country that something lies in; empty for a country, and where it is not known."""
    if one.kind == "country" or not one.iso2:
        return ""
    try:
        return country_name(one.iso2, language)
    except KeyError:
        return one.iso2
