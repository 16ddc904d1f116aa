"""A file of boundaries into the store: a level's units, in place of a country's earlier ones."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import shapely

from data import licences
from data.areas import columns as recognising
from data.areas.boundaries import Units, units, units_of
from data.areas.boundary_report import Change, Report, changes
from data.areas.candidates import Candidate, Gathered, gather
from data.areas.columns import Columns
from data.areas.drawn import drawn
from data.areas.ids import assign
from data.areas.match import match
from data.areas.place import parents
from data.areas.publish import Build, building, replace, stage
from data.areas.schema import BOUNDARIES, BOUNDARIES_TABLE
from data.boundaries import resolve_country
from data.errors import wrong_value
from data.evidence.publish import Note, import_id
from data.i18n import encodable, msg
from data.ingest.rejects import Reject
from data.ingest.relocate import Relocation, relocate
from data.ingest.report import tally
from data.ingest.vectors import Vectors, read_vectors
from data.model import TABLE
from data.store import Store


@dataclass(frozen=True)
class Options:
    """What a person said about a file; each has a default that the file's content decides."""

    level: int | None = None
    name_column: str | None = None
    code_column: str | None = None
    layer: str | None = None
    vintage: str | None = None
    source: str | None = None
    licence: str | None = None
    country: str | None = None
    tolerance_km: float = 5.0
    dry_run: bool = False


def load_boundaries(store: Store, path: Path, options: Options) -> Report:
    """Load the units of a level; nothing is published on a dry run or where nothing changed.

    Raises:
        AtlasError: the file cannot be read or leaves something undecided; the store is as before.
    """
    iso2 = require_country(options.country)
    licence = licences.require(options.licence).id if options.licence else "unstated"
    found = read_vectors(path, options.layer)
    columns = recognising.recognise(path, found, level=options.level, name=options.name_column,
                                    code=options.code_column)
    gathered = gather(found, columns, iso2=iso2, vintage=options.vintage)
    job = _Job(path, options, licence, found, columns, gathered)
    with building(store, options.dry_run) as build:
        report, news = job.run(build)
    return report if not news else _published(report, store)


def require_country(text: str | None) -> str | None:
    """Return the code of the country that `--country` names; raises `UsageError`."""
    code = resolve_country(text) if text else None
    if text and code is None:
        raise wrong_value("--country", text, msg("give an ISO two-letter code or a name"))
    return code


def _published(report: Report, store: Store) -> Report:
    return Report(**{**vars(report), "snapshot": store.current_id()})


@dataclass(frozen=True, eq=False)
class _Job:
    """One file on its way."""

    path: Path
    options: Options
    licence: str
    found: Vectors
    columns: Columns
    gathered: Gathered

    @property
    def file(self) -> str:
        return encodable(self.path.name)

    @property
    def level(self) -> int:
        return self.columns.level

    def run(self, build: Build) -> tuple[Report, bool]:
        """Set the units against known ones and write them; tell whether they were written."""
        purpose = f"boundaries {self.level}"
        imported = import_id(self.path, purpose)
        iso2 = sorted({unit.iso2 for unit in self.gathered.units})
        known = only(units(build.snapshot, self.level), iso2)
        rows = self._rows(build, imported)
        new = units_of(self.level, rows)
        matches = match(known, new)
        for row, unit_id in zip(rows, assign(matches, known, new), strict=True):
            row["unit_id"] = unit_id
        report = self._report(iso2, changes(matches, known, units_of(self.level, rows)),
                              len(known), imported)
        if not rows:
            return report, False
        fresh = [*rows, *self._below(build, rows, iso2)]
        relocated, incidents = self._relocate(build, fresh, iso2)
        report = dataclasses.replace(report, incidents=relocated)
        if self.options.dry_run:
            return report, False
        note = Note(imported, purpose, report.source, self.file, report.as_json())
        also = {} if incidents is None else {TABLE: incidents}
        return report, self._write(build, fresh, iso2, note, report.rejects,
                                   also=also)

    def _rows(self, build: Build, imported: str) -> list[dict[str, Any]]:
        found = self.gathered.units
        above = units(build.snapshot, self.level - 1) if self.level else None
        shapes = np.array([unit.geometry for unit in found], dtype=object)
        held_by = parents(shapes, [u.iso2 for u in found], above) if above else [""] * len(found)
        return [self._row(unit, parent, imported)
                for unit, parent in zip(found, held_by, strict=True)]

    def _row(self, unit: Candidate, parent: str, imported: str) -> dict[str, Any]:
        return {
            "level": self.level, "unit_id": "", "name": unit.name, "iso2": unit.iso2,
            "parent_id": parent, "code": unit.code, "vintage": unit.vintage,
            "source": self.options.source or self.file, "licence": self.licence,
            "geometry": unit.geometry, "import_id": imported,
        }

    def _below(
        self, build: Build, rows: list[dict[str, Any]], iso2: list[str]
    ) -> list[dict[str, Any]]:
        """Return the units one level down that were loaded earlier, under their new parents."""
        before = build.writer.previous(BOUNDARIES_TABLE)
        below = build.writer.fetch(
            before.filter(before.iso2.isin(iso2) & (before.level == self.level + 1)))
        return _adopted(below.to_pylist(), units_of(self.level, rows))

    def _relocate(
        self, build: Build, fresh: list[dict[str, Any]], iso2: list[str]
    ) -> tuple[Relocation, ir.Table | None]:
        """Locate the incidents of these countries, and those within the new units, anew."""
        areas = drawn(build.snapshot)
        for level in (self.level, self.level + 1):
            own = [row for row in fresh if row["level"] == level]
            if own:
                areas = areas.with_level(_exchanged(units(build.snapshot, level), own, iso2))
        changed = [self.found.geometries[unit.record - 1] for unit in self.gathered.units]
        west, south, east, north = shapely.total_bounds(changed).tolist()
        return relocate(build.writer, areas, iso2, (west, south, east, north),
                        self.options.tolerance_km)

    def _write(
        self, build: Build, fresh: list[dict[str, Any]], iso2: list[str], note: Note,
        rejects: Sequence[Reject], *, also: dict[str, ir.Table],
    ) -> bool:
        before = build.writer.previous(BOUNDARIES_TABLE)
        ours = before.iso2.isin(iso2) & before.level.isin([self.level, self.level + 1])
        return replace(
            build.writer, BOUNDARIES_TABLE, replaced=before.filter(ours), also=also,
            kept=before.filter(~ours), fresh=_staged(build, fresh), note=note, rejects=rejects)

    def _report(
        self, iso2: list[str], found: list[Change], known: int, imported: str
    ) -> Report:
        rejects = tuple(Reject(imported, self.file, r.record, (r.reason,),
                               dict(self.found.rows[r.record - 1]))
                        for r in self.gathered.refused)
        named = {"name": self.columns.name, "code": self.columns.code,
                 "vintage": None if self.options.vintage else self.columns.vintage}
        return Report(
            file=self.file, level=self.level, countries=tuple(iso2),
            rows_read=len(self.found.rows), accepted=len(self.gathered.units),
            merged=self.gathered.merged, rejected=len(rejects),
            reasons=tally(r.reason for r in self.gathered.refused),
            vintages=tuple(sorted({unit.vintage for unit in self.gathered.units})),
            source=self.options.source or self.file, licence=self.licence,
            columns={name: column for name, column in named.items() if column},
            changes=tuple(found), compared=known > 0, dry_run=self.options.dry_run,
            rejects=rejects)


def only(found: Units, iso2: Iterable[str]) -> Units:
    """Return the units of some countries."""
    return units_of(found.level, _rows(found, set(iso2)))


def _rows(found: Units, wanted: set[str]) -> list[dict[str, Any]]:
    return [
        {"unit_id": found.ids[i], "name": found.names[i], "iso2": found.iso2[i],
         "parent_id": found.parents[i], "geometry": found.geometries[i],
         "vintage": found.vintages[i], "source": found.sources[i], "licence": found.licences[i]}
        for i in range(len(found)) if found.iso2[i] in wanted]


def _exchanged(known: Units, fresh: list[dict[str, Any]], iso2: Iterable[str]) -> Units:
    """Return the units of a level with those of some countries exchanged."""
    own = [{**row, "geometry": _shape(row["geometry"])} for row in fresh]
    others = _rows(known, set(known.iso2) - set(iso2))
    return units_of(known.level, sorted([*own, *others], key=lambda row: str(row["unit_id"])))


def _shape(shape: Any) -> Any:
    return shapely.from_wkb(shape) if isinstance(shape, bytes) else shape


def _adopted(rows: list[dict[str, Any]], above: Units) -> list[dict[str, Any]]:
    """Give units one level down, loaded earlier, their parents among the new ones."""
    if not rows:
        return rows
    shapes = shapely.from_wkb(np.array([row["geometry"] for row in rows], dtype=object))
    for row, parent in zip(rows, parents(shapes, [r["iso2"] for r in rows], above), strict=True):
        row["parent_id"] = parent
    return rows


def _staged(build: Build, rows: list[dict[str, Any]]) -> ir.Table:
    plain = [{**row, "geometry": _wkb(row["geometry"])} for row in rows]
    return stage(build.writer, BOUNDARIES_TABLE,
                 pa.Table.from_pylist(plain, BOUNDARIES.to_pyarrow()))


def _wkb(shape: Any) -> bytes:
    return shape if isinstance(shape, bytes) else bytes(shapely.to_wkb(shape))
