"""One file of visits into the rows that the next snapshot will hold."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from data import boundaries
from data.errors import unreadable
from data.evidence.columns import NOT_STATED
from data.evidence.pending import ID_TAKEN, Pending, committed_ids
from data.i18n import msg
from data.ingest.dates import Order, decide
from data.ingest.formats.base import Table
from data.ingest.locate import Locator, Points
from data.ingest.presets.visits import VisitPreset
from data.ingest.progress import Progress
from data.ingest.rejects import Reject, from_rows
from data.ingest.report import FileReport, tally
from data.ingest.visits import fields, positions, values
from data.ingest.visits.reading import Reader
from data.ingest.visits.rows import Located, Row, Rows, SiteVisits, by_site, levy_id
from data.ingest.visits.visit import Flag, Visit

TOLD = ("sites", "places", "levies")
"""Tables whose rows a report counts beside its visits."""


@dataclass(frozen=True)
class Job:
    """How a file of visits is to be read: see `data.ingest.options.Options`."""

    preset: VisitPreset
    overrides: Mapping[str, str]
    source: str
    licence: str
    date_order: Order | None
    import_id: str
    language: str


@dataclass
class _Read:
    """The records of a file: visits that can be used, the others by number with their reasons."""

    visits: dict[str, Visit] = field(default_factory=dict)
    merged: int = 0
    reasons: dict[int, list[str]] = field(default_factory=dict)

    def take(self, number: int, found: Visit | list[str]) -> None:
        """Add a record; of two visits of the same identity that differ, the first counts."""
        if isinstance(found, list):
            self.reasons[number] = found
            return
        first = self.visits.setdefault(found.id, found)
        if first is found:
            return
        if replace(found, record=first.record) == first:
            self.merged += 1
        else:
            self.reasons[number] = ["duplicate_id"]


def take(
    text: Table, job: Job, pending: Pending, locator: Locator, progress: Progress
) -> tuple[FileReport, list[Reject]]:
    """Read a file of visits and add its rows to those pending.

    Raises:
        AtlasError: the file cannot be read, or leaves a column or its dates undecided.
    """
    with progress.bar(msg("Reading {file}", file=text.name), text.size) as tick:
        chosen = fields.make(job.preset, text.header, job.overrides)
        records = [row for batch in text.batches(tick) for row in batch.to_pylist()]
    if not records:
        raise unreadable(text.name, msg("it has a header but no records"),
                         msg("check that the export was complete"))
    read = _read(records, chosen, job)
    sites = by_site(list(read.visits.values()))
    located = _locate(job.preset.country, sites, locator)
    statuses = _add(pending, job, read, sites, located)
    rejected = [{**row, "reasons": read.reasons[row["record"]]} for row in records
                if row["record"] in read.reasons]
    rejects = from_rows(job.import_id, text.name, text.header, rejected)
    flags = tally(flag.reason for flag in _doubts(read, sites, located))
    visits = Counter(statuses["visits"])
    report = FileReport(
        file=text.name, preset=job.preset.name, source=job.source, rows_read=len(records),
        accepted=visits["accepted"], updated=visits["updated"], unchanged=visits["unchanged"],
        merged=read.merged, rejected=len(rejects), flagged=flags.get("country_conflict", 0),
        flags=flags, reasons=tally(reason for reject in rejects for reason in reject.reasons),
        columns=dict(chosen.names), notes=[note.render(job.language) for note in text.notes],
        tables={table: dict(Counter(found)) for table, found in statuses.items()})
    return report, rejects


def _read(records: list[dict[str, Any]], chosen: fields.Fields, job: Job) -> _Read:
    trailing = chosen.trailing(records)
    damage = {row["record"]: chosen.damage(row, trailing) for row in records}
    texts = {row["record"]: chosen.of(row) for row in records if not damage[row["record"]]}
    label = chosen.names["date_start"]
    days = sorted({day for t in texts.values() if (day := values.stated(t["date_start"]))})
    formats = decide({label: days}, job.date_order, job.preset.date_order)
    reader = Reader(job.preset, formats.get(label), dt.datetime.now(dt.UTC).date())
    taken = committed_ids("places") | committed_ids("sites")
    read = _Read()
    for number, reason in damage.items():
        found = [reason] if reason else reader.read(number, texts[number])
        if isinstance(found, Visit) and found.site in taken:
            found = [ID_TAKEN]
        read.take(number, found)
    return read


def _locate(
    country: str, sites: Mapping[str, SiteVisits], locator: Locator
) -> dict[str, Located]:
    """Find the country and the first-level unit of each site, as far as they are drawn."""
    placed = [site.placed for site in sites.values()]
    named = boundaries.country_name(country, "en")
    found = locator.locate(Points(
        record=np.arange(len(placed)),
        lat=np.array([v.lat for v in placed], dtype=np.float64),
        lon=np.array([v.lon for v in placed], dtype=np.float64),
        where_precision=np.array([positions.read(v.origin).precision for v in placed], np.int8),
        country=np.full(len(placed), country, dtype=object),
        named=np.full(len(placed), named, dtype=object))).to_pylist()
    return {site: Located(row["admin0"], row["admin1_id"] or NOT_STATED,
                          Flag(**row["conflict"]) if row["conflict"] else None)
            for site, row in zip(sites, found, strict=True)}


def _add(
    pending: Pending, job: Job, read: _Read, sites: Mapping[str, SiteVisits],
    located: Mapping[str, Located],
) -> dict[str, list[str]]:
    """Add the rows of every table; return a status a row by table."""
    build = Rows(job.preset, job.source, job.licence, job.import_id)
    visits = list(read.visits.values())
    levies = [row for visit in visits for row in build.levies(visit)]
    rows: dict[str, Sequence[Row]] = {
        "visits": [build.visit(visit) for visit in visits],
        "sites": [build.site(site) for site in sites.values()],
        "places": [build.place(site, located[name]) for name, site in sites.items()],
        "levies": levies,
    }
    statuses = {table: pending.add(table, found) for table, found in rows.items()}
    gone = _gone(job.preset, visits, levies) & pending.ids("levies")
    pending.withdraw("levies", gone)
    statuses["levies"] += ["withdrawn"] * len(gone)
    if visits:
        pending.add("documents", [build.document()])
    return statuses


def _gone(preset: VisitPreset, visits: Iterable[Visit], levies: Iterable[Row]) -> set[str]:
    """Name the levies that these visits might once have told of, and do not tell of now."""
    might = {levy_id(visit, slot, kind) for visit in visits for slot, kind in preset.levies()}
    return might - {row["id"] for row in levies}


def _doubts(
    read: _Read, sites: Mapping[str, SiteVisits], located: Mapping[str, Located]
) -> Iterable[Flag]:
    for visit in read.visits.values():
        yield from visit.flags
    for name, site in sites.items():
        yield from site.position_flags()
        if conflict := located[name].conflict:
            yield conflict
