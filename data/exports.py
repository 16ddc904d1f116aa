"""The selection as a file: CSV, GeoJSON or Parquet, without what may not be passed on."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from data.i18n import Message, msg, nmsg
from data.ingest.actors import write_actors
from data.model import EXPORTED
from data.queries.exports import leaving, withheld
from data.selection import Selection
from data.store import Snapshot

SYNTHETIC_NOTICE = "Contains synthetic demonstration data: invented, not findings."


@dataclass(frozen=True)
class ExportReport:
    """How many incidents left, and how many stayed because of their licence, by source."""

    written: int
    withheld: dict[str, int]

    @property
    def stayed(self) -> int:
        """Incidents whose licence forbids passing on raw records."""
        return sum(self.withheld.values())

    def sentence(self) -> Message:
        """Say what left and what stayed."""
        if not self.stayed:
            return nmsg("{count} incident written.", "{count} incidents written.", self.written)
        return msg(
            "{written} incidents written; {stayed} left out, since the licence of their source "
            "forbids passing on raw records ({sources}).",
            written=self.written, stayed=self.stayed, sources=", ".join(self.withheld))


Write = Callable[[Iterator[pa.RecordBatch], pa.Schema, IO[bytes], bool], int]


def export(snapshot: Snapshot, selection: Selection, form: str, target: IO[bytes]) -> ExportReport:
    """Write the incidents of a selection in `form`, one of `FORMATS`, to a binary stream."""
    expression = leaving(selection)
    kept: Counter[str] = Counter()
    for row in snapshot.rows(withheld(selection)):
        kept[row["source"]] += row["incidents"]
    schema = expression.schema().to_pyarrow()
    synthetic = bool(snapshot.rows(expression.filter(expression.synthetic).limit(1)))
    written = FORMATS[form](snapshot.batches(expression), schema, target, synthetic)
    return ExportReport(written, dict(kept))


def export_file(snapshot: Snapshot, selection: Selection, form: str, path: Path) -> ExportReport:
    """Write an export to a file, which appears only once it is whole."""
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as target:
            report = export(snapshot, selection, form, target)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return report


def flat(name: str, value: Any) -> Any:
    """Write a field as one cell of a table."""
    if name == "actors":
        return write_actors(value)
    if name == "flags":
        return "; ".join(flag["reason"] for flag in value or [])
    if isinstance(value, bool):
        return str(value).lower()
    return value


def _write_csv(
    batches: Iterator[pa.RecordBatch], _schema: pa.Schema, target: IO[bytes], _synthetic: bool
) -> int:
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(EXPORTED)
    written = 0
    for row in _rows(batches):
        writer.writerow([flat(name, row[name]) for name in EXPORTED])
        written += 1
    text.detach()
    return written


def _write_geojson(
    batches: Iterator[pa.RecordBatch], _schema: pa.Schema, target: IO[bytes], synthetic: bool
) -> int:
    head: dict[str, Any] = {"type": "FeatureCollection"}
    if synthetic:
        head["notice"] = SYNTHETIC_NOTICE
    target.write(json.dumps(head)[:-1].encode() + b', "features": [')
    written = 0
    for row in _rows(batches):
        target.write(b"\n" if not written else b",\n")
        target.write(json.dumps(_feature(row), ensure_ascii=False, default=str).encode())
        written += 1
    target.write(b"\n]}\n")
    return written


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    placed = row["lat"] is not None and row["lon"] is not None
    point = {"type": "Point", "coordinates": [row["lon"], row["lat"]]} if placed else None
    return {"type": "Feature", "id": row["incident_id"], "geometry": point, "properties": row}


def _write_parquet(
    batches: Iterator[pa.RecordBatch], schema: pa.Schema, target: IO[bytes], synthetic: bool
) -> int:
    if synthetic:
        schema = schema.with_metadata({"notice": SYNTHETIC_NOTICE})
    written = 0
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_table(pa.Table.from_batches([batch]).cast(schema))
            written += batch.num_rows
    return written


def _rows(batches: Iterator[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        yield from batch.to_pylist()


FORMATS: dict[str, Write] = {
    "csv": _write_csv,
    "geojson": _write_geojson,
    "parquet": _write_parquet,
}

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet",
}
