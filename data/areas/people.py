"""Records of population, each a unit's or a point's, and why a record is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa

from data.areas.boundaries import Units, levels, units
from data.areas.candidates import Refused
from data.areas.form import Form
from data.boundaries import resolve_country
from data.errors import UndecidedError
from data.evidence.ingest.sheet import Entry, Sheet
from data.i18n import msg
from data.ingest.typed import coordinate, number, present
from data.store import Snapshot, Writer
from data.taxonomy import fold


@dataclass(frozen=True)
class Row:
    """A record as it is read; a number that is missing or none is None."""

    record: int
    unit: str
    country: str
    persons_text: str
    point_text: tuple[str, str]
    persons: float | None
    lat: float | None
    lon: float | None
    vintage: str


@dataclass(frozen=True)
class UnitCount:
    """The people of a unit."""

    unit_id: str
    iso2: str
    persons: float
    vintage: str


@dataclass(frozen=True)
class PointCount:
    """The people at a point, WGS 84 degrees."""

    lat: float
    lon: float
    persons: float
    vintage: str


def read(
    writer: Writer, sheet: Sheet, form: Form, vintage: str | None
) -> tuple[list[Row], list[Refused]]:
    """Type the records; those that could not be taken apart are refused."""
    whole = [entry for entry in sheet.entries if entry.damage is None]
    typed = _numbers(writer, whole, form)
    rows = [_row(entry, form, vintage, numbers)
            for entry, numbers in zip(whole, typed, strict=True)]
    return rows, [Refused(e.number, e.damage) for e in sheet.entries if e.damage]


def by_points(rows: Iterable[Row]) -> tuple[list[PointCount], list[Refused]]:
    """Keep the records that count people at a point of the globe, each point once."""
    counts, refused = [], []
    seen: set[tuple[float, float]] = set()
    for row in rows:
        reason = _persons_reason(row) or _point_reason(row)
        if reason is None and (row.lat, row.lon) in seen:
            reason = "point_repeated"
        if reason:
            refused.append(Refused(row.record, reason))
            continue
        assert row.lat is not None and row.lon is not None and row.persons is not None
        seen.add((row.lat, row.lon))
        counts.append(PointCount(row.lat, row.lon, row.persons, row.vintage))
    return counts, refused


def by_units(
    rows: Iterable[Row], found: Units, iso2: str | None
) -> tuple[list[UnitCount], list[Refused]]:
    """Keep the records that count the people of one known unit, each unit once."""
    counts: dict[str, UnitCount] = {}
    refused = []
    for row in rows:
        ids = _meant(row, found, iso2)
        reason = _persons_reason(row) or _unit_reason(row, ids, counts)
        if reason:
            refused.append(Refused(row.record, reason))
            continue
        assert row.persons is not None
        (unit_id,) = ids
        counts[unit_id] = UnitCount(unit_id, found.iso2[found.position[unit_id]], row.persons,
                                    row.vintage)
    return list(counts.values()), refused


def choose_level(
    file: str, rows: Sequence[Row], snapshot: Snapshot | None, stated: int | None,
    iso2: str | None,
) -> int:
    """Return the level stated, else the one that knows most of the units.

    Raises:
        UndecidedError: the level stated has no units, or two levels know equally many.
    """
    there = levels(snapshot)
    if stated is not None:
        if stated not in there:
            raise UndecidedError(msg(
                "{file}: there are no units of level {level}; load them first with "
                "`app.py boundaries FILE`.", file=file, level=stated))
        return stated
    known = {level: known_share(rows, units(snapshot, level), iso2) for level in there}
    most = max(known.values())
    best = [level for level, share in known.items() if share == most]
    if len(best) > 1 and most > 0:
        raise UndecidedError(msg(
            "{file}: which level are its units? Answer with --level: 0 for countries, 1 for "
            "first-level units, and so on.", file=file))
    return best[-1] if most > 0 else 1


def known_share(rows: Sequence[Row], found: Units, iso2: str | None) -> float:
    """Return the share of records that name a unit of their own."""
    named = {ids for row in rows if len(ids := _meant(row, found, iso2)) == 1}
    return len(named) / len(rows) if rows else 0.0


def _meant(row: Row, found: Units, iso2: str | None) -> tuple[str, ...]:
    if not row.unit:
        return ()
    return found.find(row.unit, resolve_country(row.country) if row.country else iso2)


def _persons_reason(row: Row) -> str | None:
    if not row.persons_text:
        return "persons_missing"
    if row.persons is None:
        return "persons_not_a_number"
    return "persons_negative" if row.persons < 0 else None


def _point_reason(row: Row) -> str | None:
    if not any(row.point_text):
        return "unit_missing"
    if not all(row.point_text):
        return "coordinates_incomplete"
    if row.lat is None:
        return "lat_not_a_number"
    if row.lon is None:
        return "lon_not_a_number"
    if abs(row.lat) > 90:
        return "lat_out_of_range"
    return "lon_out_of_range" if abs(row.lon) > 180 else None


def _unit_reason(row: Row, ids: tuple[str, ...], counts: dict[str, UnitCount]) -> str | None:
    if not fold(row.unit):
        return "unit_missing"
    if len(ids) != 1:
        return "unit_ambiguous" if ids else "unit_unknown"
    return "unit_repeated" if ids[0] in counts else None


def _row(
    entry: Entry, form: Form, vintage: str | None, numbers: tuple[float | None, ...]
) -> Row:
    def text(column: str | None) -> str:
        return (entry.fields.get(column) or "").strip() if column else ""

    persons, lat, lon = numbers
    return Row(entry.number, text(form.unit), text(form.country), text(form.persons),
               (text(form.lat), text(form.lon)), persons, lat, lon,
               vintage or text(form.vintage))


def _numbers(writer: Writer, entries: Sequence[Entry], form: Form) -> list[Any]:
    """Read numbers as an import of incidents does; rows of persons, latitude and longitude."""
    columns = {"persons": form.persons, "lat": form.lat, "lon": form.lon}
    texts = {name: pa.array([(e.fields.get(column) or "") if column else "" for e in entries],
                            pa.string()) for name, column in columns.items()}
    staged = writer.stage(pa.table({"record": pa.array(range(len(entries)), pa.int64()), **texts}))
    rows = ibis.table({"record": "int64", **dict.fromkeys(columns, "string")}, name=staged)
    typed = rows.select(
        "record", persons=number(present(rows.persons)), lat=coordinate(rows.lat),
        lon=coordinate(rows.lon)).order_by("record")
    found = writer.fetch(typed)
    writer.drop(staged)
    return list(zip(*(found[name].to_pylist() for name in columns), strict=True))
