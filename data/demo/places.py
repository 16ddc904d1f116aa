"""Where: towns and roads by kind and year, and a scatter that thins out with distance."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from data.demo import territory
from data.demo.kinds import EFFECTS, PROFILES, Profile
from data.demo.streams import Booleans, Floats, Integers, pick
from data.demo.times import YEARS

TABLES = Path(__file__).parent
FIRST_YEAR = 2015
KM_PER_DEGREE = 111.2
ROAD_SCATTER_KM = 4.0
BEFORE_EXPANSION = 0.15
"""Weight of a front before its year in `front_since`, that after it being 1."""
EXACT_DECIMALS = 5
TRIES = 30


@dataclass(frozen=True)
class Town:
    """A real town about which incidents are scattered; `weights` by activity."""

    name_en: str
    name_fr: str
    iso2: str
    unit_id: str
    admin2: str
    lat: float
    lon: float
    spread_km: float
    front_since: int
    weights: dict[str, float]


@dataclass(frozen=True)
class Road:
    """Straight segments through towns, given as positions in `towns()`."""

    id: str
    through: tuple[int, ...]
    weights: dict[str, float]


@dataclass(frozen=True)
class Sites:
    """The true places of incidents, and the town each is told by; shape (n,) each."""

    lat: Floats
    lon: Floats
    town: Integers


@cache
def towns() -> tuple[Town, ...]:
    """Return the towns of `places.csv`, in its order."""
    rows = _rows("places.csv")
    activities = list(rows[0])[9:]
    return tuple(
        Town(row["name_en"], row["name_fr"], row["iso2"], row["unit_id"], row["admin2"],
             float(row["lat"]), float(row["lon"]), float(row["spread_km"]),
             int(row["front_since"]), {name: float(row[name]) for name in activities})
        for row in rows
    )


@cache
def roads() -> tuple[Road, ...]:
    """Return the roads of `roads.csv`, in its order."""
    rows = _rows("roads.csv")
    number = {town.name_en: i for i, town in enumerate(towns())}
    return tuple(
        Road(row["id"], tuple(number[name.strip()] for name in row["through"].split(">")),
             {name: float(row[name]) for name in list(row)[2:]})
        for row in rows
    )


def draw(rng: np.random.Generator, kinds: Integers, year: Integers) -> Sites:
    """Draw the true places of incidents.

    Args:
        rng: the stream.
        kinds: positions in `PROFILES`, shape (n,).
        year: years since 2015, shape (n,).
    """
    site = _choose(rng, kinds, year)
    lat, lon, town = (np.zeros(len(kinds)), np.zeros(len(kinds)), np.zeros(len(kinds), np.int64))
    left = np.arange(len(kinds))
    for _ in range(TRIES):
        lat[left], lon[left], town[left] = _scatter(rng, site[left])
        left = left[~_allowed(lat[left], lon[left], kinds[left])]
        if not len(left):
            break
    else:
        lat[left], lon[left] = (positions()[town[left]] + 0.01).T
    return Sites(lat.round(EXACT_DECIMALS), lon.round(EXACT_DECIMALS), town)


@cache
def positions() -> Floats:
    """Return the (lat, lon) of the towns in degrees, shape (t, 2)."""
    return np.array([(town.lat, town.lon) for town in towns()])


def site_weights(profile: Profile, year: int) -> Floats:
    """Return how often each town, then each road, is drawn for a kind in a year since 2015."""
    total = np.zeros(len(towns()) + len(roads()))
    for activity, share in profile.sites.items():
        weights = _road_weights(profile, activity, year) if activity.startswith("road.") else (
            _town_weights(profile, activity, year))
        total += share * weights / weights.sum()
    return total


def _town_weights(profile: Profile, activity: str, year: int) -> Floats:
    weights = np.zeros(len(towns()) + len(roads()))
    for i, town in enumerate(towns()):
        late = activity == "front" and FIRST_YEAR + year < town.front_since
        allowed = town.iso2 in profile.countries
        weights[i] = town.weights[activity] * allowed * (BEFORE_EXPANSION if late else 1)
    for road, factor in _effects(profile, year):
        # The ends are cities of their own; what lies between lives off the road.
        weights[list(road.through[1:-1])] *= factor
    return weights


def _road_weights(profile: Profile, activity: str, year: int) -> Floats:
    weights = np.zeros(len(towns()) + len(roads()))
    for i, road in enumerate(roads(), start=len(towns())):
        weights[i] = road.weights[activity.removeprefix("road.")]
    for road, factor in _effects(profile, year):
        weights[len(towns()) + roads().index(road)] *= factor
    return weights


def _effects(profile: Profile, year: int) -> list[tuple[Road, float]]:
    """Return the roads on which an intervention changes a kind in a year, and by what factor."""
    return [(road, effect.factor) for effect in EFFECTS for road in roads()
            if effect.road == road.id and profile.kind in effect.kinds
            and FIRST_YEAR + year >= effect.since]


def _choose(rng: np.random.Generator, kinds: Integers, year: Integers) -> Integers:
    """Draw a town (0 to t−1) or a road (from t) for each incident."""
    chosen = np.zeros(len(kinds), dtype=np.int64)
    for number, profile in enumerate(PROFILES):
        for when in range(YEARS):
            here = np.flatnonzero((kinds == number) & (year == when))
            if len(here):
                chosen[here] = pick(rng, site_weights(profile, when), len(here))
    return chosen


def _scatter(rng: np.random.Generator, site: Integers) -> tuple[Floats, Floats, Integers]:
    """Put each incident near its town, or along its road; (lat, lon, town)."""
    lat, lon, town = _along(rng, site)
    spread = np.array([t.spread_km for t in towns()])[town]
    on_road = site >= len(towns())
    # Gamma of shape 1.5: dense at the town, thinning out, with a long tail.
    away = np.where(on_road, rng.exponential(ROAD_SCATTER_KM, len(site)),
                    rng.gamma(1.5, 1.0, len(site)) * spread / 1.5)
    angle = rng.random(len(site)) * 2 * np.pi
    lat = lat + away * np.sin(angle) / KM_PER_DEGREE
    lon = lon + away * np.cos(angle) / (KM_PER_DEGREE * np.cos(np.radians(lat)))
    return lat, lon, town


def _along(rng: np.random.Generator, site: Integers) -> tuple[Floats, Floats, Integers]:
    """Return each site's own point: the town, or a uniform point of the road and its town."""
    town = site.copy()
    point = positions()[np.minimum(site, len(towns()) - 1)].copy()
    for number, road in enumerate(roads(), start=len(towns())):
        here = np.flatnonzero(site == number)
        line = positions()[list(road.through)]
        length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        at = rng.random(len(here)) * length[-1]
        point[here] = np.column_stack([np.interp(at, length, line[:, i]) for i in (0, 1)])
        nearest = np.abs(at[:, None] - length[None, :]).argmin(axis=1)
        town[here] = np.array(road.through)[nearest]
    return point[:, 0], point[:, 1], town


def _allowed(lat: Floats, lon: Floats, kinds: Integers) -> Booleans:
    """Tell which points lie in a country that their kind may be put into."""
    units = territory.locate(lat, lon)
    found = np.zeros(len(lat), dtype=np.bool_)
    for number, profile in enumerate(PROFILES):
        within = np.array([*(unit.iso2 in profile.countries for unit in territory.units()), False])
        found |= (kinds == number) & within[units]
    return found


def _rows(table: str) -> list[dict[str, str]]:
    with (TABLES / table).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))
