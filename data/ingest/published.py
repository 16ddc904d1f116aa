"""The next snapshot of what the files of an import have changed."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.history.schema import RETIRED
from data.ingest import retire, upsert
from data.ingest.options import Options
from data.ingest.past import every_incident
from data.ingest.report import FileReport, ImportReport
from data.ingest.state import State
from data.store import IMPORTS_SCHEMA, REJECTS_SCHEMA, Writer


def note_of(import_id: str, report: FileReport) -> dict[str, Any]:
    """Say what the store keeps of an import."""
    return {
        "import_id": import_id, "at": dt.datetime.now(dt.UTC).replace(tzinfo=None),
        "preset": report.preset, "source": report.source, "file": report.file,
        "digest": import_id, "report": json.dumps(vars(report)),
    }


def publish(writer: Writer, state: State, options: Options) -> bool:
    """Write the next snapshot, and tell whether there is one: there is none without news."""
    report = ImportReport(tuple(state.reports))
    changes = report.total("accepted") + report.total("updated")
    seen = {row["digest"] for row in writer.fetch(
        writer.previous("imports").select("digest")).to_pylist()}
    fresh = [note for note in state.imports if note["digest"] not in seen]
    kept = report.total("unchanged") and report.total("rejected") and fresh
    tables = _incidents(writer, state, options)
    if options.dry_run and RETIRED in tables:
        state.leaving = writer.fetch(retire.leaving(writer, tables[RETIRED]))
    if options.dry_run or not (changes or state.pending.news or state.past.news or kept):
        return False
    imports = writer.stage(pa.Table.from_pylist(fresh, IMPORTS_SCHEMA.to_pyarrow()))
    new_ids = {note["import_id"] for note in fresh}
    rejected = [reject.as_row() for reject in state.rejects if reject.import_id in new_ids]
    rejects = writer.stage(pa.Table.from_pylist(rejected, REJECTS_SCHEMA.to_pyarrow()))
    writer.publish(
        {
            **tables,
            **state.pending.tables(),
            "imports": writer.previous("imports").union(
                ibis.table(IMPORTS_SCHEMA, name=imports)),
            "rejects": state.past.rejects(writer).union(
                ibis.table(REJECTS_SCHEMA, name=rejects)),
        },
        about={"imported": [note["file"] for note in state.imports]},
    )
    return True


def _incidents(writer: Writer, state: State, options: Options) -> dict[str, ir.Table]:
    if state.changed is None:
        return {}
    # Nothing is known before where records may be alike; putting them together costs time.
    every = (state.changed if state.alike
             else upsert.overlay(every_incident(writer), state.changed))
    return state.past.tables(writer, every, yes=options.yes, alike=state.alike)
