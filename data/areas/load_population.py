"""A file of population into the store, by unit or by hexagon, with its vintage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from data import hexes, licences
from data.areas import form as forms
from data.areas import people, rasters
from data.areas.boundaries import levels, units
from data.areas.candidates import Refused
from data.areas.load_boundaries import require_country
from data.areas.people import PointCount, UnitCount
from data.areas.place import countries_at
from data.areas.population import BY_CELL, BY_UNIT, RESOLUTION
from data.areas.population_report import Report
from data.areas.publish import Build, building, stage
from data.areas.publish import replace as publish
from data.areas.schema import POPULATION, POPULATION_TABLE
from data.evidence.ingest.sheet import Sheet
from data.evidence.ingest.sheet import read as read_sheet
from data.evidence.publish import Note, import_id
from data.i18n import encodable
from data.ingest.formats.base import How
from data.ingest.progress import Progress
from data.ingest.rejects import Reject
from data.ingest.report import tally
from data.queries.hexes import placed_cell
from data.store import Store

AROUND_POINTS = 5
"""H3 resolution of the areas whose earlier hexagons give way to a file of points: about
250 km². A settlement that is counted elsewhere now must not be counted twice."""


@dataclass(frozen=True)
class Options:
    """What a person said about a file; each has a default that the file's content decides."""

    level: int | None = None
    map: Sequence[str] = ()
    vintage: str | None = None
    source: str | None = None
    licence: str | None = None
    country: str | None = None
    encoding: str | None = None
    sheets: Sequence[str] = ()
    layer: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, eq=False)
class _Read:
    """What a file came to: its report without the rejects, its rows, and what gives way to them.

    `around` is the resolution at which earlier hexagons give way; None for units.
    """

    report: Report
    rows: pa.Table
    refused: list[Refused]
    sheet: Sheet | None
    around: int | None


def load_population(
    store: Store, path: Path, options: Options, progress: Progress | None = None
) -> Report:
    """Load people; nothing is published on a dry run or where nothing changed.

    Raises:
        AtlasError: the file cannot be read or leaves something undecided; the store is as before.
    """
    iso2 = require_country(options.country)
    licence = licences.require(options.licence).id if options.licence else "unstated"
    job = _Job(path, options, iso2, licence, progress or Progress(quiet=True))
    raster = job.raster() if rasters.is_raster(path) else None
    how = How(encoding=options.encoding, sheets=tuple(options.sheets), layer=options.layer)
    sheet = None if raster else read_sheet(path, how, progress)
    with building(store, options.dry_run) as build:
        found = raster or job.table(build, sheet)
        report = job.with_rejects(found)
        news = bool(len(found.rows)) and not options.dry_run and job.write(build, found, report)
    return replace(report, snapshot=store.current_id()) if news else report


@dataclass(frozen=True, eq=False)
class _Job:
    """One file on its way."""

    path: Path
    options: Options
    iso2: str | None
    licence: str
    progress: Progress

    @property
    def source(self) -> str:
        return self.options.source or encodable(self.path.name)

    def raster(self) -> _Read:
        """Add up a GeoTIFF."""
        found = rasters.read(self.path, self.progress)
        rows = self._cells(found.cells, found.persons, self.options.vintage or "")
        refused = sum(found.reasons.values())
        report = self._report("raster", rows, read=found.pixels, accepted=found.pixels - refused)
        return _Read(replace(report, rejected=refused, reasons=found.reasons), rows, [], None,
                     RESOLUTION)

    def table(self, build: Build, sheet: Sheet | None) -> _Read:
        """Read records of units, or of points where the file has those and names few units."""
        assert sheet is not None
        form = forms.recognise(sheet.name, sheet.names, self.options.map)
        rows, damaged = people.read(build.writer, sheet, form, self.options.vintage)
        if form.placed and (form.unit is None or not self._names_units(build, rows)):
            points, refused = people.by_points(rows)
            table = self._points(points)
            report = self._report("points", table, read=len(sheet.entries), accepted=len(points))
            around = AROUND_POINTS
        else:
            stated = form.level if self.options.level is None else self.options.level
            level = people.choose_level(sheet.name, rows, build.snapshot, stated, self.iso2)
            counts, refused = people.by_units(rows, units(build.snapshot, level), self.iso2)
            table, around = self._units(counts, level), None
            report = self._report("units", table, read=len(sheet.entries), accepted=len(counts),
                                  level=level)
        refused = sorted([*damaged, *refused], key=lambda r: r.record)
        return _Read(replace(report, columns=form.columns()), table, refused, sheet, around)

    def _names_units(self, build: Build, rows: Sequence[people.Row]) -> bool:
        """Tell whether most records name a unit each, so that their points only mark these."""
        if self.options.level is not None:
            return True
        if any(pair.partition("=")[0].strip().lower() in ("lat", "lon")
               for pair in self.options.map):
            return False
        return any(people.known_share(rows, units(build.snapshot, level), self.iso2) > 0.5
                   for level in levels(build.snapshot))

    def _units(self, counts: Sequence[UnitCount], level: int) -> pa.Table:
        return self._table({
            "by": [BY_UNIT] * len(counts), "unit_id": [c.unit_id for c in counts],
            "level": [level] * len(counts), "iso2": [c.iso2 for c in counts],
            "cell": [None] * len(counts), "persons": [c.persons for c in counts],
            "vintage": [c.vintage for c in counts]})

    def _points(self, points: Sequence[PointCount]) -> pa.Table:
        lat = np.array([p.lat for p in points], np.float64)
        lon = np.array([p.lon for p in points], np.float64)
        cells, first, position = np.unique(hexes.at(lat, lon, RESOLUTION), return_index=True,
                                           return_inverse=True)
        persons = np.zeros(len(cells))
        np.add.at(persons, position, np.array([p.persons for p in points], np.float64))
        return self._cells(cells, persons, [points[i].vintage for i in first.tolist()])

    def _cells(self, cells: Any, persons: Any, vintage: str | list[str]) -> pa.Table:
        count = len(cells)
        middle = hexes.centres(cells)
        country = [self.iso2] * count if self.iso2 else countries_at(middle[:, 0], middle[:, 1])
        return self._table({
            "by": [BY_CELL] * count, "unit_id": [None] * count, "level": [None] * count,
            "iso2": country, "cell": cells, "persons": persons,
            "vintage": [vintage] * count if isinstance(vintage, str) else vintage})

    def _table(self, columns: dict[str, Any]) -> pa.Table:
        count = len(columns["by"])
        same = {"source": [self.source] * count, "licence": [self.licence] * count,
                "import_id": [self._import_id()] * count}
        return pa.table({**columns, **same}, schema=POPULATION.to_pyarrow())

    def _import_id(self) -> str:
        return import_id(self.path, POPULATION_TABLE)

    def _report(
        self, form: str, rows: pa.Table, *, read: int, accepted: int, level: int | None = None
    ) -> Report:
        return Report(
            file=encodable(self.path.name), form=form, level=level,
            resolution=None if form == "units" else RESOLUTION,
            countries=tuple(sorted(set(rows["iso2"].to_pylist()) - {"", None})),
            rows_read=read, accepted=accepted, rejected=read - accepted, reasons={},
            places=len(rows), persons=float(np.sum(rows["persons"].to_numpy())),
            vintages=tuple(sorted(set(rows["vintage"].to_pylist()))),
            source=self.source, licence=self.licence, columns={}, dry_run=self.options.dry_run)

    def with_rejects(self, found: _Read) -> Report:
        """Return the report with the records that were refused."""
        if found.sheet is None:
            return found.report
        fields = {entry.number: entry.fields for entry in found.sheet.entries}
        rejects = tuple(Reject(self._import_id(), found.report.file, r.record, (r.reason,),
                               dict(fields[r.record])) for r in found.refused)
        return replace(found.report, rejects=rejects,
                       reasons=tally(r.reason for r in found.refused))

    def write(self, build: Build, found: _Read, report: Report) -> bool:
        """Put the rows in place of earlier ones; tell whether that changed anything."""
        before = build.writer.previous(POPULATION_TABLE)
        fresh = stage(build.writer, POPULATION_TABLE, found.rows)
        if found.around is None:
            ours = ((before.by == BY_UNIT) & (before.level == report.level)
                    & before.iso2.isin(report.countries))
            replaced, kept = before.filter(ours), before.filter(~ours)
        else:
            replaced, kept = _around(before, fresh, found.around)
        note = Note(self._import_id(), POPULATION_TABLE, report.source, report.file,
                    report.as_json())
        return publish(build.writer, POPULATION_TABLE, replaced=replaced, kept=kept, fresh=fresh,
                       note=note, rejects=report.rejects)


def _around(before: ir.Table, fresh: ir.Table, resolution: int) -> tuple[ir.Table, ir.Table]:
    """Part earlier rows into those whose hexagon lies in an area of the new ones, and others."""
    areas = fresh.select(area=placed_cell(fresh, resolution)).distinct()
    placed = before.mutate(area=placed_cell(before, resolution).fill_null(ibis.literal(0)))
    return (placed.semi_join(areas, "area").drop("area"),
            placed.anti_join(areas, "area").drop("area"))
