"""The demonstration table: every topic drawn from its own stream, then put together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from data.demo import actors, amounts, mistakes, notes, places, precision, sources, territory, times
from data.demo.columns import to_table
from data.demo.kinds import PROFILES
from data.demo.streams import Booleans, Floats, Integers, allot, pick, stream
from data.demo.times import When

SEED = 2015
INCIDENTS = 20_000
FRENCH_SHARE = 0.5


@dataclass(frozen=True)
class Told:
    """Where each row says that it happened; shape (n,) each.

    Attributes:
        unit: the true first-level unit, a position in `territory.units()`.
        town: the town it is told by, a position in `places.towns()`.
        precision: `where_precision`.
        lat, lon: degrees, as exact as the precision, mistakes included.
    """

    unit: Integers
    town: Integers
    precision: Integers
    lat: Floats
    lon: Floats


def generate(seed: int = SEED, n: int = INCIDENTS) -> pa.Table:
    """Generate `n` synthetic incidents, in the incident model, by first day.

    The same seed and number give the same table on any machine.
    """
    kinds = _kinds(seed, n)
    when = times.draw(stream(seed, "times"), kinds)
    order = np.lexsort((kinds, when.end, when.start))
    kinds, when = kinds[order], _reordered(when, order)
    where = _where(seed, kinds, when)
    return _table(seed, kinds, when, where)


def _kinds(seed: int, n: int) -> Integers:
    counts = allot(np.array([profile.weight for profile in PROFILES]), n)
    kinds = np.repeat(np.arange(len(PROFILES), dtype=np.int64), counts)
    return stream(seed, "kinds").permutation(kinds)


def _reordered(when: When, order: Integers) -> When:
    return When(when.start[order], when.end[order], when.precision[order], when.lasting[order])


def _where(seed: int, kinds: Integers, when: When) -> Told:
    sites = places.draw(stream(seed, "places"), kinds, when.year)
    unit = territory.locate(sites.lat, sites.lon)
    exactness = precision.draw(stream(seed, "precision"), len(kinds))
    lat, lon = precision.told(sites, exactness, unit)
    lat, lon = mistakes.spoil(stream(seed, "mistakes"), lat, lon, exactness, unit)
    return Told(unit, sites.town, exactness, lat, lon)


def _table(seed: int, kinds: Integers, when: When, where: Told) -> pa.Table:
    n = len(kinds)
    source = sources.draw(stream(seed, "sources"), kinds, where.unit, when.year)
    french = stream(seed, "language").random(n) < FRENCH_SHARE
    paid = amounts.money(stream(seed, "money"), kinds)
    goods = amounts.goods(stream(seed, "goods"), kinds, territory.northern(where.unit))
    low, best, high = amounts.fatalities(stream(seed, "fatalities"), kinds)
    cases = notes.cases(stream(seed, "cases"), kinds, goods.commodity, np.isfinite(paid.best))
    told = notes.Told(kinds, french, where.town, where.unit, where.precision, cases)
    text, place = notes.write(stream(seed, "notes"), told)
    return to_table({
        "source": [sources.NAMES[s] for s in source.tolist()],
        "source_record_id": sources.record_ids(source),
        "citation": [_citation(seed)] * n,
        "kind": [PROFILES[k].kind for k in kinds.tolist()],
        "date_start": when.start, "date_end": when.end, "date_precision": when.precision,
        "lat": where.lat, "lon": where.lon, "where_precision": where.precision,
        "place": place, **_named(where, french),
        "actors": _actors(seed, kinds, where, source),
        "fatalities_low": low, "fatalities_best": best, "fatalities_high": high,
        "victims": amounts.victims(stream(seed, "victims"), kinds),
        "quantity": goods.quantity, "unit": goods.unit, "commodity": goods.commodity,
        "amount_low": paid.low, "amount_best": paid.best, "amount_high": paid.high,
        "currency": [amounts.CURRENCY if basis else None for basis in paid.basis],
        "basis": paid.basis,
        "confidence": sources.confidence(stream(seed, "confidence"), source),
        "notes": text,
    })


def _named(where: Told, french: Booleans) -> dict[str, list[str | None]]:
    """Return the country and units that the source names, as exactly as its precision allows."""
    units = [territory.units()[u] for u in where.unit.tolist()]
    towns = [places.towns()[t] for t in where.town.tolist()]
    exactness = where.precision.tolist()
    languages = ["fr" if f else "en" for f in french.tolist()]
    return {
        "named_admin0": [territory.COUNTRIES[u.iso2] for u in units],
        "named_admin1": [u.name(language) if p <= 4 else None
                         for u, p, language in zip(units, exactness, languages, strict=True)],
        "named_admin2": [t.admin2 if p <= 3 and t.unit_id == u.id else None
                         for u, t, p in zip(units, towns, exactness, strict=True)],
    }


def _actors(
    seed: int, kinds: Integers, where: Told, source: Integers
) -> list[list[dict[str, str]]]:
    rng = stream(seed, "actors")
    cast = np.zeros(len(kinds), dtype=np.int64)
    for number, profile in enumerate(PROFILES):
        here = np.flatnonzero(kinds == number)
        chosen = pick(rng, np.ones(len(profile.casts)), len(here))
        cast[here] = np.array([actors.NAMES.index(name) for name in profile.casts])[chosen]
    towns = np.array([t.name_en in actors.DEFENDED_PLACES for t in places.towns()])
    defended = np.array([p.kind in actors.DEFENDED_KINDS for p in PROFILES])[kinds]
    defended &= towns[where.town] & (rng.random(len(kinds)) < actors.DEFENDED_SHARE)
    return actors.listed(cast, defended, source == 1)


def _citation(seed: int) -> str:
    return f"Illicit Economies Atlas, synthetic demonstration data (seed {seed}); not a finding"
