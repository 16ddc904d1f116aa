"""Made-up records in the layout of an ACLED export, for measuring an import.

They are as many-sided as real ones are: places and actors repeat, notes hardly ever do, some
notes tell of cattle theft, kidnapping or taxes, some hold commas, quotes and line breaks, and
one record in two thousand is broken. Every note says that it is synthetic.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from data.boundaries import country_name, load_units, unit_name

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)
CHUNK = 50_000
SITES = 6_000
FIRST_DAY, DAYS = np.datetime64("2010-01-01"), 5_500
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")
EVENTS = (
    ("Political violence", "Battles", "Armed clash", 30),
    ("Political violence", "Violence against civilians", "Attack", 25),
    ("Political violence", "Violence against civilians", "Abduction/forced disappearance", 8),
    ("Political violence", "Explosions/Remote violence", "Air/drone strike", 7),
    ("Political violence", "Explosions/Remote violence", "Remote explosive/landmine/IED", 6),
    ("Strategic developments", "Strategic developments", "Looting/property destruction", 8),
    ("Strategic developments", "Strategic developments", "Disrupted weapons use", 3),
    ("Demonstrations", "Protests", "Peaceful protest", 10),
    ("Demonstrations", "Riots", "Violent demonstration", 3),
)
"""Disorder, type, sub-type, and weight."""
SIDES = ("State forces", "Rebel group", "Political militia", "Identity militia", "Civilians",
         "External/Other forces")
WHO = ("armed men on motorbikes", "gunmen", "an armed group", "fighters", "members of a militia",
       "assailants in a pick-up", "unidentified men", "soldiers on patrol", "a self-defence group",
       "bandits", "des hommes armés", "herders and farmers")
DID = (
    "entered {place} and made off with {n} head of cattle",
    "abducted {n} traders on the road to {place}; a ransom was demanded",
    "collected a tax of {n} per herd from herders at {place}",
    "attacked an outpost near {place}, and {n} were reported killed",
    "hit a convoy {n} km from {place} with an explosive device",
    "marched to the town hall of {place}, about {n} of them",
    "discovered a cache with {n} rifles and ammunition outside {place}",
    "destroyed {n} vehicles north of {place}", "clashed over a well at {place} for {n} hours",
    "fired on people in their fields close to {place}, wounding {n}",
    "ont pillé {n} boutiques du marché de {place}", "stopped a bus and questioned {n} passengers",
)
WHY = (
    "", "", ", according to residents", ", officials said", ", a local radio station reported",
    " in the early hours", " during the weekly market", " shortly after evening prayers",
    ", in what may be a reprisal", ", the second such event of the week", " without a shot",
    ", selon une source locale",
)
CALLED = ("{}", "the village of {}", "{} commune", "the outskirts of {}", "{} and two hamlets",
          "{}, half a day from the nearest post", "a camp west of {}", "le village de {}")
AMOUNTS = ("{}", "around {}", "at least {}", "{} or more", "up to {}", "as many as {}")
KNOWN_AS = ("", "", " of a synthetic front", " said to belong to Synthetic Armed Group {n}",
            " and their allies", " in uniform", " who spoke the local language",
            " coming from the direction of {place}", " on horses and camels", " dits inconnus")
ADDS = (
    "Witnesses gave other figures{why}.", "No group claimed it{why}.",
    "The losses were not confirmed{why}.", "Shops stayed closed for {n} days.",
    "The road to {place} was cut until evening.", "Later {who} {did}{why}.",
    "The assailants were called \"unknown\" by officials{why}.",
    "Houses and granaries were burnt{why}.", "Before that, {who} {did}.",
    "Several families left for {place}, where they were given shelter{why}.",
    "Reinforcements arrived after the fighting had ended{why}.",
    "Le bilan reste à confirmer{why}.", "Des habitants ont fui vers {place}{why}.",
    "The number of wounded is not known; figures differ by source.",
)
BROKEN = 2_000
"""One record in so many is broken."""


@dataclass(frozen=True)
class Site:
    """A made-up place: where it lies, as its record says it."""

    place: str
    country: str
    unit: str
    lat: str
    lon: str


def make(path: Path, rows: int, seed: int = 7) -> None:
    """Write `rows` made-up records."""
    random = np.random.default_rng(seed)
    sites = _sites(random)
    actors = _actors()
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(COLUMNS)
        for first in range(0, rows, CHUNK):
            writer.writerows(_chunk(random, sites, actors, first, min(CHUNK, rows - first)))


def _sites(random: np.random.Generator) -> list[Site]:
    units = load_units()
    west, south, east, north = shapely.total_bounds(units.geometries)
    points = np.column_stack([random.uniform(west, east, SITES * 3),
                              random.uniform(south, north, SITES * 3)]).round(4)
    which, unit = units.tree.query(shapely.points(points), predicate="intersects")
    found: list[Site] = []
    for i, held in zip(which[:SITES].tolist(), unit[:SITES].tolist(), strict=True):
        lon, lat = points[i]
        found.append(Site(f"Place {len(found)}", country_name(units.iso2[held], "en"),
                          unit_name(units.ids[held], "en"), f"{lat:.4f}", f"{lon:.4f}"))
    return found


def _actors() -> list[tuple[str, str]]:
    """Return invented actors and the side that each is on."""
    named = [(f"Synthetic Armed Group {i}", SIDES[1 + i % 3]) for i in range(240)]
    named += [(f"Military Forces of a Synthetic State {i}", SIDES[0]) for i in range(20)]
    return [*named, ("Civilians (Synthetic)", SIDES[4]), ("Mission (Synthetic)", SIDES[5])]


def _chunk(
    random: np.random.Generator, sites: Sequence[Site], actors: Sequence[tuple[str, str]],
    first: int, count: int,
) -> list[Sequence[object]]:
    weights = np.array([event[3] for event in EVENTS], float)
    draws = {
        "event": random.choice(len(EVENTS), count, p=weights / weights.sum()),
        "site": _often(random, len(sites), count, 2.5),
        "one": _often(random, len(actors), count, 4),
        "other": _often(random, len(actors), count, 4), "day": random.integers(0, DAYS, count),
        "n": random.integers(1, 120, count), "exact": random.choice([1, 2, 3], count,
                                                                   p=[0.6, 0.3, 0.1]),
        "adds": random.geometric(0.75, count) - 1, "words": random.integers(0, 1 << 62, count),
        "other_site": random.integers(0, len(sites), count),
    }
    lists = {name: values.tolist() for name, values in draws.items()}
    days = (FIRST_DAY + draws["day"]).tolist()
    return [_row(first + i, days[i], {name: values[i] for name, values in lists.items()},
                 sites, actors) for i in range(count)]


def _often(random: np.random.Generator, among: int, count: int, skew: float) -> np.ndarray:
    """Draw a few often and many seldom, as actors and places come."""
    chosen: np.ndarray = (among * random.random(count) ** skew).astype(int)
    return chosen


def _row(
    number: int, day: object, drawn: dict[str, int], sites: Sequence[Site],
    actors: Sequence[tuple[str, str]],
) -> Sequence[object]:
    disorder, event, sub_event, _ = EVENTS[drawn["event"]]
    site = sites[drawn["site"]]
    (one, side), (other, other_side) = actors[drawn["one"]], actors[drawn["other"]]
    if event == "Protests":
        one, side, other, other_side = "Protesters (Synthetic)", "Protesters", "", ""
    elif event == "Violence against civilians":
        other, other_side = "Civilians (Synthetic)", "Civilians"
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"  # type: ignore[attr-defined]
    unit = site.unit if number % 67 else sites[drawn["other_site"]].unit
    row: list[object] = [
        f"SYN{number}", said, day.year, 1 if number % 9 else 2,  # type: ignore[attr-defined]
        disorder, event, sub_event, one, "Farmers (Synthetic)" if number % 11 == 0 else "", side,
        other, "", other_side, f"{side}-{other_side}" if other else f"{side} only",
        "Civilian targeting" if other_side == "Civilians" else "", 466, "Western Africa",
        site.country, unit, f"Area {drawn['site'] % 400}", "", site.place, site.lat, site.lon,
        drawn["exact"], f"Synthetic source {drawn['site'] % 40}", "National",
        _note(number, said, site, drawn), drawn["n"] if drawn["n"] < 9 else 0,
        "crowd size=no report" if event == "Protests" else "", 1_700_000_000 + number // 500]
    return row if number % BROKEN else _broken(row, number // BROKEN)


def _note(number: int, said: str, site: Site, drawn: dict[str, int]) -> str:
    words = _Words(drawn["words"], site.place, drawn["n"])
    more = (words.filled(words.of(ADDS)) for _ in range(min(drawn["adds"], 9)))
    gap = "\n" if number % 997 == 0 else " "
    return gap.join([f"Synthetic. On {said}, {words.filled('{who} {did}{why}.')}", *more])


class _Words:
    """Words drawn from one number on, so that a record costs one draw."""

    def __init__(self, digits: int, place: str, n: int) -> None:
        self._digits, self._place, self._n = digits, place, n

    def of(self, among: Sequence[str]) -> str:
        """Draw one."""
        # A step of a linear congruential generator, whose high digits are the better ones.
        self._digits = (self._digits * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return among[(self._digits >> 33) % len(among)]

    def filled(self, text: str) -> str:
        """Fill a sentence, of which each part may ask for more."""
        for name, among in (("{who}", WHO), ("{did}", DID), ("{why}", WHY)):
            if name in text:
                more = self.of(KNOWN_AS) if name == "{who}" else ""
                text = text.replace(name, self.of(among) + more)
        return text.replace("{place}", self.of(CALLED).format(self._place)).replace(
            "{n}", self.of(AMOUNTS).format(self._n))


def _broken(row: list[object], number: int) -> list[object]:
    """Break a record in one of the ways that the import tells."""
    broken = {0: ("event_date", "32 Brumaire"), 1: ("latitude", "123.4"), 2: ("event_id_cnty", ""),
              3: ("fatalities", "several"), 4: ("longitude", "")}
    if number % 6 in broken:
        column, value = broken[number % 6]
        row[COLUMNS.index(column)] = value
        return row
    return row[:-3]
