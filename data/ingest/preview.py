"""The first records of a file as they will be understood, beside what stands in the file.

It is the import itself, rehearsed over the beginning of the file, so that what is shown
and what an import does cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import ibis.expr.types as ir

from data.errors import AtlasError, UndecidedError
from data.i18n import Message, encodable
from data.ingest import presets, why
from data.ingest.formats.head import Head
from data.ingest.formats.inside import Inside, inside
from data.ingest.formats.opening import opened
from data.ingest.options import Options
from data.ingest.plan import Plan
from data.ingest.presets.base import Preset
from data.ingest.presets.visits import VisitPreset
from data.ingest.progress import Progress
from data.ingest.questions import named
from data.ingest.report import FileReport
from data.ingest.run import Outcome, import_tables, reading
from data.settings import Settings
from data.store import Store, Writer

LOOKED_AT = 2_000
"""Records that the beginning of a file is: enough to tell how its dates are written."""
SHOWN = 25
"""Records that are shown."""


@dataclass(frozen=True)
class Understood:
    """One record of the file.

    Attributes:
        record: its number.
        fields: what stands in the file, by the file's columns in their order.
        incident: the fields of the model; None where it is none.
        status: as a report counts it; empty where the record is a heading, or a visit.
        reasons: why it is rejected.
    """

    record: int
    fields: list[str]
    incident: dict[str, Any] | None = None
    status: str = ""
    reasons: tuple[str, ...] = ()


@dataclass
class Preview:
    """How one file would be read.

    Attributes:
        path: where it lies.
        file: its name.
        inside: what of it may be chosen.
        columns: the names of its columns, those that its shapes give last.
        own: how many of them are the file's own.
        rows: its first records.
        read: how many records were looked at.
        cut: whether there are more.
        preset: the format it is read as.
        why: how that was told.
        plan: which column feeds which field; None for visits, or where that is undecided.
        report: what the beginning alone would become.
        notes: what a person should know of how it is read.
        problem: what keeps it from being read, or what it leaves open.
    """

    path: Path
    file: str
    inside: Inside = field(default_factory=Inside)
    columns: tuple[str, ...] = ()
    own: int = 0
    rows: list[Understood] = field(default_factory=list)
    read: int = 0
    cut: bool = False
    preset: Preset | None = None
    why: Message | None = None
    plan: Plan | None = None
    report: FileReport | None = None
    notes: list[Message] = field(default_factory=list)
    problem: AtlasError | None = None


def preview(
    store: Store, path: Path, options: Options, settings: Settings,
    progress: Progress | None = None,
) -> Preview:
    """Look at the beginning of a file, and at all of it where its dates need that.

    What keeps it from being read is told by `Preview.problem`; nothing is raised for it.
    """
    found = Preview(path, encodable(path.name), inside(path))
    rehearsed = replace(options, dry_run=True, full=False)
    try:
        _look(found, LOOKED_AT, (store, path, rehearsed, settings, progress))
        if isinstance(found.problem, UndecidedError) and found.cut and (
                "--date-order" in named(found.problem)):
            _look(found, None, (store, path, rehearsed, settings, progress))
    except AtlasError as error:
        found.problem = error
    return found


Asked = tuple[Store, Path, Options, Settings, Progress | None]


def _look(found: Preview, most: int | None, asked: Asked) -> None:
    store, path, options, settings, progress = asked
    small = replace(settings, import_batch=min(LOOKED_AT, settings.import_batch))
    with opened([path], reading(options, small if most else settings)) as (table,):
        head = Head(table, most, SHOWN)
        judged: dict[int, dict[str, Any]] = {}
        found.problem = None
        try:
            outcome = import_tables(store, [head], options, settings, progress=progress,
                                    watch=_keep(judged))
        except UndecidedError as error:
            found.problem = error
            outcome = None
        found.notes = list(head.notes)
    _tell(found, head, options, settings)
    _understood(found, head, judged, outcome)


def _keep(judged: dict[int, dict[str, Any]]) -> Callable[[Writer, ir.Table], None]:
    """Return what keeps the first judged records by their number."""
    def look(writer: Writer, rows: ir.Table) -> None:
        first = rows.order_by("record").limit(SHOWN)
        judged.update({row["record"]: row for row in writer.fetch(first).to_pylist()})

    return look


def _tell(found: Preview, head: Head, options: Options, settings: Settings) -> None:
    found.columns, found.own = head.header.names, head.own
    found.read, found.cut = head.count, head.cut
    own = presets.of_user(options.preset, settings.presets)
    found.preset = presets.choose(options.preset, head.header.names, own)


def _understood(
    found: Preview, head: Head, judged: dict[int, dict[str, Any]], outcome: Outcome | None
) -> None:
    rejected: dict[int, tuple[str, ...]] = {}
    if outcome is not None:
        (found.report,) = outcome.report.files
        found.plan = next(iter(outcome.plans), None)
        found.preset = found.plan.preset if found.plan else found.preset
        found.columns = found.plan.header.names if found.plan else found.columns
        rejected = {reject.record: reject.reasons for reject in outcome.rejects}
    if found.preset is not None:
        found.why = why.told(found.preset, head.header.names)
    found.rows = [_row(number, fields, judged.get(number), rejected.get(number, ()))
                  for number, fields in head.shown.items()]


def _row(
    number: int, fields: list[str], incident: dict[str, Any] | None, reasons: tuple[str, ...]
) -> Understood:
    status = "rejected" if reasons else str((incident or {}).get("status", ""))
    return Understood(number, fields, None if reasons else incident, status, reasons)


def is_of_visits(preset: Preset | None) -> bool:
    """Tell whether a format is one of visits to sites, whose rows are no incidents."""
    return isinstance(preset, VisitPreset)
