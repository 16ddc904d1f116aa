"""An import of evidence, from its file to the next snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data import licences
from data.evidence import tables
from data.evidence.columns import columns_of
from data.evidence.ingest import checks
from data.evidence.ingest.draft import Draft, Drafter, Origin, writes_commas
from data.evidence.ingest.flags import flag, write
from data.evidence.ingest.gazetteer import Gazetteer
from data.evidence.ingest.header import Columns, fitting, match
from data.evidence.ingest.known import Known
from data.evidence.ingest.library import Library
from data.evidence.ingest.located import locate
from data.evidence.ingest.sheet import Sheet, read
from data.evidence.pending import DUPLICATE_ID, ID_TAKEN, committed_ids
from data.evidence.publish import Note, Published, publish
from data.ingest.formats.base import How
from data.ingest.import_ids import id_of
from data.ingest.own import require_own
from data.ingest.progress import Progress
from data.ingest.reasons import counted
from data.ingest.rejects import Reject
from data.ingest.report import FileReport, tally
from data.settings import Settings
from data.store import Store

UNSTATED = "unstated"


@dataclass(frozen=True)
class Options:
    """What a person said about the file."""

    table: str
    source: str | None = None
    licence: str | None = None
    encoding: str | None = None
    layer: str | None = None
    sheets: Sequence[str] = ()
    dry_run: bool = False


@dataclass(frozen=True)
class EvidenceReport:
    """What an import of evidence did.

    `counts` is of the file's own records; `places` and `documents` count the new ones that
    they brought along; `ignored` names the columns that mean nothing to the table.
    """

    table: str
    counts: FileReport
    places: int = 0
    documents: int = 0
    ignored: tuple[str, ...] = ()
    snapshot: str | None = None
    dry_run: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the report as scripts read it."""
        counts = {name: getattr(self.counts, name) for name in (
            "rows_read", "accepted", "updated", "unchanged", "merged", "rejected", "flagged",
            "flags", "reasons")}
        return {"table": self.table, **counts, "new_places": self.places,
                "new_documents": self.documents, "ignored_columns": list(self.ignored)}


@dataclass(frozen=True)
class Outcome:
    """The report of an import, and the rejected records with their original fields."""

    report: EvidenceReport
    rejects: list[Reject] = field(default_factory=list)


def import_evidence(
    store: Store, path: Path, options: Options, settings: Settings,
    progress: Progress | None = None,
) -> Outcome:
    """Import a file into one table of the evidence base, as one publish.

    Nothing is published when nothing changed, or on a dry run.

    Raises:
        AtlasError: the table or the licence is unknown, the file cannot be read or lacks a
            column; the store is as before.
    """
    record = tables.require(options.table)
    licence = licences.require(options.licence).id if options.licence else UNSTATED
    how = How(encoding=options.encoding, sheets=tuple(options.sheets), layer=options.layer,
              fits=fitting(record))
    sheet = read(path, how, progress)
    columns = match(sheet.name, sheet.names, options.table, record)
    require_own(store)
    origin = Origin(id_of(sheet.digest, options.table), options.source or sheet.name, licence)
    comma = writes_commas(record, columns, sheet.entries)
    job = _Job(options.table, record, columns, origin, Known(store.current()),
               language=settings.language, comma=comma)
    return job.run(store, sheet, settings.border_tolerance_km, options.dry_run)


class _Job:
    """The import of one file."""

    def __init__(
        self, table: str, record: type, columns: Columns, origin: Origin, known: Known,
        *, language: str, comma: bool,
    ) -> None:
        self._table = table
        self._language = language
        self._record = record
        self._columns = columns
        self._origin = origin
        self._known = known
        self._drafter = Drafter(record, columns, origin, Gazetteer(known),
                                Library(known, origin.source, origin.licence), comma=comma)

    def run(self, store: Store, sheet: Sheet, tolerance_km: float, dry_run: bool) -> Outcome:
        """Draft, judge, locate and publish."""
        drafts = [self._drafter.draft(entry) for entry in sheet.entries]
        self._refuse_ids(drafts)
        self._refuse_dangling(drafts)
        fit = [draft for draft in drafts if not draft.reasons]
        brought = self._locate(fit, tolerance_km)
        self._note_changed_sources(fit)
        rejects = [self._reject(sheet, draft, draft.reasons) for draft in drafts if draft.reasons]
        rows = {self._table: [draft.row for draft in fit], **brought}
        note = Note(self._origin.import_id, f"evidence {self._table}", self._origin.source,
                    sheet.name, {"table": self._table, "rows_read": len(sheet.entries),
                                 "rejected": len(rejects)})
        done = publish(store, rows, rejects, note, dry_run=dry_run)
        return Outcome(self._report(sheet, fit, done, dry_run), done.rejects)

    def _refuse_ids(self, drafts: list[Draft]) -> None:
        """Refuse ids of committed records, and a second record that says something else."""
        taken = committed_ids(self._table)
        first: dict[str, Draft] = {}
        for draft in (d for d in drafts if not d.reasons):
            id = draft.row["id"]
            if id in taken:
                draft.reasons.append(f"{ID_TAKEN}:id")
            elif first.setdefault(id, draft).row != draft.row:
                draft.reasons.append(DUPLICATE_ID)

    def _refuse_dangling(self, drafts: list[Draft]) -> None:
        """Refuse what refers to no record, until no refusal leaves another reference empty."""
        ids = {table: set(self._known.ids(table)) for table in self._references()}
        found = bool(ids)
        while found:
            own = {d.row["id"] for d in drafts if not d.reasons}
            there = {table: known | own if table == self._table else known
                     for table, known in ids.items()}
            found = False
            for draft in (d for d in drafts if not d.reasons):
                draft.reasons += checks.dangling(self._record, draft.row, there)
                found = found or bool(draft.reasons)

    def _references(self) -> set[str]:
        return {checks.REFERENCES[c.name] for c in columns_of(self._record)
                if c.name in checks.REFERENCES}

    def _locate(self, fit: list[Draft], tolerance_km: float) -> dict[str, list[dict[str, str]]]:
        """Locate the places that are new, and return what the records bring along by table."""
        places = _once(row for draft in fit for row in draft.places)
        own = [draft.row for draft in fit] if self._table == "places" else []
        rows = own or list(places.values())
        conflicts = {row["id"]: conflict for row, conflict in
                     zip(rows, locate(rows, tolerance_km), strict=True) if conflict}
        for draft in fit:
            named = [draft.row] if own else draft.places
            more = [conflicts[row["id"]] for row in named if row["id"] in conflicts]
            draft.flags += more
            draft.row["flags"] = write(draft.flags)
        for row in places.values():
            self._origin.stamp(row, [conflicts[row["id"]]] if row["id"] in conflicts else [])
        documents = _once(draft.document for draft in fit if draft.document)
        for row in documents.values():
            licence = row["licence"]
            self._origin.stamp(row, [], licence)
        brought = {"places": list(places.values()), "documents": list(documents.values())}
        return {table: rows for table, rows in brought.items() if table != self._table and rows}

    def _note_changed_sources(self, fit: list[Draft]) -> None:
        before = {row["id"]: row["source"] for row in self._known.stored(self._table)}
        for draft in fit:
            source = before.get(draft.row["id"], self._origin.source)
            if source != self._origin.source:
                draft.flags.append(flag("source_changed", named=source,
                                        found=self._origin.source))
                draft.row["flags"] = write(draft.flags)

    def _reject(self, sheet: Sheet, draft: Draft, reasons: list[str]) -> Reject:
        return Reject(self._origin.import_id, sheet.name, draft.entry.number, tuple(reasons),
                      draft.entry.fields)

    def _report(
        self, sheet: Sheet, fit: list[Draft], done: Published, dry_run: bool
    ) -> EvidenceReport:
        kept = [draft for draft, status in zip(fit, done.statuses[self._table], strict=True)
                if status in ("accepted", "updated", "unchanged")]
        flags = tally(one["reason"] or "" for draft in kept for one in draft.flags)
        counts = done.count(self._table)
        report = FileReport(
            file=sheet.name, preset=self._table, source=self._origin.source,
            rows_read=len(sheet.entries), rejected=len(done.rejects),
            accepted=counts.get("accepted", 0), updated=counts.get("updated", 0),
            unchanged=counts.get("unchanged", 0), merged=counts.get("merged", 0),
            flagged=flags.get("country_conflict", 0), flags=flags,
            reasons=tally(counted(reason) for reject in done.rejects
                          for reason in reject.reasons),
            columns=dict(self._columns.names),
            notes=[note.render(self._language) for note in sheet.notes])
        return EvidenceReport(
            self._table, report, self._brought(done, "places"), self._brought(done, "documents"),
            self._columns.ignored, done.snapshot, dry_run)

    def _brought(self, done: Published, table: str) -> int:
        return 0 if table == self._table else done.count(table).get("accepted", 0)


def _once(rows: Iterable[dict[str, str]]) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows}
