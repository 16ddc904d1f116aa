"""A gazetteer into the store, in place of what its source listed of the same countries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from data import licences
from data.areas.drawn import drawn
from data.areas.load_boundaries import require_country
from data.areas.publish import Build, building, stage
from data.areas.publish import replace as publish
from data.boundaries import resolve_country
from data.errors import wrong_value
from data.evidence.ingest.sheet import read as read_sheet
from data.evidence.publish import Note, import_id
from data.gazetteer import geonames, settlements
from data.gazetteer.places import is_point_like
from data.gazetteer.report import Outside, Report
from data.gazetteer.rows import Row
from data.gazetteer.schema import GAZETTEER, GAZETTEER_TABLE
from data.i18n import encodable, msg
from data.ingest.formats.base import How
from data.ingest.locate import Locator, Points
from data.ingest.progress import Progress
from data.ingest.rejects import Reject
from data.ingest.report import tally
from data.store import Snapshot, Store

PURPOSE = "gazetteer"
WHOLE_COUNTRY = 6
"""Precision that asks for a point's country alone."""
DUMP_SOURCE, DUMP_LICENCE = "GeoNames", "cc-by-4.0"


@dataclass(frozen=True)
class Options:
    """What a person said about a file; each has a default that the file's content decides."""

    source: str | None = None
    licence: str | None = None
    country: str | None = None
    map: Sequence[str] = ()
    encoding: str | None = None
    sheets: Sequence[str] = ()
    layer: str | None = None
    tolerance_km: float = 5.0
    dry_run: bool = False


def load_gazetteer(
    store: Store, path: Path, options: Options, progress: Progress | None = None
) -> Report:
    """Load places; nothing is published on a dry run or where nothing changed.

    Raises:
        AtlasError: the file cannot be read or leaves something undecided; the store is as before.
    """
    iso2 = require_country(options.country)
    licence = licences.require(options.licence).id if options.licence else None
    job = _Job(path, options, iso2, licence, _read(path, options, progress))
    with building(store, options.dry_run) as build:
        report, rows = job.judged(build.snapshot)
        news = bool(rows) and not options.dry_run and job.write(build, rows, report)
    return replace(report, snapshot=store.current_id()) if news else report


@dataclass(frozen=True)
class _Read:
    """A file's rows, and the columns that they came from; none in a dump."""

    form: str
    rows: list[Row]
    columns: dict[str, str]


def _read(path: Path, options: Options, progress: Progress | None) -> _Read:
    if geonames.is_dump(path):
        if options.map:
            raise wrong_value("--map", options.map[0],
                              msg("a GeoNames dump is read without it"))
        return _Read("geonames", list(geonames.read(path)), {})
    how = How(encoding=options.encoding, sheets=tuple(options.sheets), layer=options.layer)
    found = settlements.read(read_sheet(path, how, progress), options.map)
    return _Read("settlements", found.rows, dict(found.columns))


@dataclass(frozen=True, eq=False)
class _Job:
    """One file on its way."""

    path: Path
    options: Options
    iso2: str | None
    licence: str | None
    read: _Read

    @property
    def file(self) -> str:
        return encodable(self.path.name)

    @property
    def source(self) -> str:
        known = DUMP_SOURCE if self.read.form == "geonames" else self.file
        return self.options.source or known

    def judged(self, snapshot: Snapshot | None) -> tuple[Report, list[dict[str, Any]]]:
        """Set each row against the borders; return the report and the rows of the table."""
        reasons = {row.number: reason for row in self.read.rows if (reason := row.reason())}
        usable = [row for row in self.read.rows if row.number not in reasons]
        claimed = [self._claimed(row) for row in usable]
        found = self._countries(usable, claimed, snapshot)
        places = [self._place(row, code, lies) for row, code, lies in
                  zip(usable, claimed, found, strict=True)]
        reasons |= _doubtful(usable, places)
        kept = [(row, place) for row, place in zip(usable, places, strict=True)
                if row.number not in reasons]
        return self._report(kept, reasons), [place for _, place in kept]

    def _claimed(self, row: Row) -> str | None:
        return self.iso2 or (resolve_country(row.country) if row.country else None)

    def _countries(
        self, rows: Sequence[Row], claimed: Sequence[str | None], snapshot: Snapshot | None
    ) -> list[str | None]:
        """Return the country at each point, the one claimed where it is near enough."""
        codes = np.array([*claimed, None], dtype=object)[:-1]
        found = Locator(self.options.tolerance_km, drawn(snapshot)).locate(Points(
            record=np.arange(len(rows)),
            lat=np.array([row.lat for row in rows], dtype=np.float64),
            lon=np.array([row.lon for row in rows], dtype=np.float64),
            where_precision=np.full(len(rows), WHOLE_COUNTRY, dtype=np.int8),
            country=codes, named=codes))
        places: list[str | None] = found["found_admin0"].to_pylist()
        return places

    def _place(self, row: Row, claimed: str | None, found: str | None) -> dict[str, Any]:
        outside = claimed is not None and found != claimed
        return {
            **row.as_place(), "iso2": claimed or found,
            "found_iso2": (found or "") if outside else None, "source": self.source,
            "licence": self._licence, "import_id": self._import_id,
        }

    @property
    def _licence(self) -> str:
        known = DUMP_LICENCE if self.read.form == "geonames" else "unstated"
        return self.licence or licences.require(known).id

    @cached_property
    def _import_id(self) -> str:
        return import_id(self.path, PURPOSE)

    def _report(
        self, kept: Sequence[tuple[Row, dict[str, Any]]], reasons: dict[int, str]
    ) -> Report:
        rejects = tuple(Reject(self._import_id, self.file, row.number, (reasons[row.number],),
                               dict(row.original))
                        for row in self.read.rows if row.number in reasons)
        outside = tuple(Outside(row.number, place["name"], place["iso2"],
                                place["found_iso2"] or None, place["lat"], place["lon"])
                        for row, place in kept if place["found_iso2"] is not None)
        return Report(
            file=self.file, form=self.read.form,
            countries=tuple(sorted({place["iso2"] for _, place in kept})),
            rows_read=len(self.read.rows), accepted=len(kept), rejected=len(rejects),
            reasons=tally(reasons.values()), outside=outside,
            locating=sum(place["found_iso2"] is None and is_point_like(
                place["feature_class"], place["feature_code"]) for _, place in kept),
            source=self.source, licence=self._licence, columns=self.read.columns,
            dry_run=self.options.dry_run, rejects=rejects)

    def write(self, build: Build, rows: list[dict[str, Any]], report: Report) -> bool:
        """Write the rows in place of the source's earlier ones; tell whether that was news."""
        before = build.writer.previous(GAZETTEER_TABLE)
        ours = (before.source == self.source) & before.iso2.isin(report.countries)
        note = Note(self._import_id, PURPOSE, self.source, self.file, report.as_json())
        fresh = stage(build.writer, GAZETTEER_TABLE,
                      pa.Table.from_pylist(rows, GAZETTEER.to_pyarrow()))
        return publish(build.writer, GAZETTEER_TABLE, replaced=before.filter(ours),
                       kept=before.filter(~ours), fresh=fresh, note=note, rejects=report.rejects)


def _doubtful(rows: Sequence[Row], places: Sequence[dict[str, Any]]) -> dict[int, str]:
    """Return what speaks against places beside others, by the number of their row."""
    seen: set[tuple[Any, ...]] = set()
    reasons: dict[int, str] = {}
    for row, place in zip(rows, places, strict=True):
        said = (*(place[name] for name in ("name", "lat", "lon", "feature_code", "iso2", "admin1",
                                           "admin2")), *place["alternates"])
        if place["iso2"] is None:
            reasons[row.number] = "place_country_unknown"
        elif said in seen:
            reasons[row.number] = "place_repeated"
        seen.add(said)
    return reasons
