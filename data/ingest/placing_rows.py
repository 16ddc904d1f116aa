"""Candidate records without coordinates set against the gazetteer, once a distinct question."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.ingest.locate import FLAG
from data.ingest.placing import Asked, Placed, Placer
from data.model import SCHEMA
from data.store import Writer

SAID = ("place", "named_admin1", "named_admin2", "country", "stated_where")
"""What a record says of its place, in the order of the fields of `Asked`."""
ANSWER = pa.schema([
    ("asked", pa.string()), ("at_lat", pa.float64()), ("at_lon", pa.float64()),
    ("at_precision", pa.int8()), ("place_flag", FLAG),
])
SEPARATOR = "\x1f"


def place_rows(writer: Writer, typed: ir.Table, placer: Placer) -> ir.Table:
    """Return the candidates, those without coordinates with what their place's name tells."""
    asking = typed.mutate(asked=_asked(typed))
    questions = asking.filter(asking.asked.notnull()).select("asked", *SAID).distinct()
    rows = writer.fetch(questions.order_by("asked")).to_pylist()
    if not rows:
        return typed
    placed = placer.place([Asked(*(row[name] for name in SAID)) for row in rows])
    return writer.create("placed", _answered(
        asking, _staged(writer, [row["asked"] for row in rows], placed), typed.columns))


def _asked(typed: ir.Table) -> ir.StringColumn:
    """Return one text of what a usable record without coordinates says; null for any other."""
    said = ibis.literal(SEPARATOR).join(
        [typed[name].cast("string").fill_null("\x00") for name in SAID])
    asks = (typed.reasons.length() == 0) & typed.lat.isnull()
    return ibis.ifelse(asks, said, ibis.null("string"))


def _staged(writer: Writer, asked: Sequence[str], placed: Sequence[Placed]) -> ir.Table:
    columns = [list(asked), [p.lat for p in placed], [p.lon for p in placed],
               [p.where_precision for p in placed], [p.flag for p in placed]]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, ANSWER, strict=True)]
    name = writer.stage(pa.Table.from_arrays(arrays, schema=ANSWER))
    return ibis.table(ibis.schema(ANSWER), name=name)


def _answered(asking: ir.Table, answers: ir.Table, columns: Sequence[str]) -> ir.Table:
    joined = asking.left_join(answers.rename(answered="asked"),
                              asking.asked == answers.asked)
    flag = ibis.ifelse(joined.place_flag.notnull(), ibis.array([joined.place_flag]),
                       ibis.literal([], type=SCHEMA["flags"]))
    told = {
        "lat": joined.lat.fill_null(joined.at_lat), "lon": joined.lon.fill_null(joined.at_lon),
        "where_precision": ibis.ifelse(joined.answered.notnull(), joined.at_precision,
                                       joined.where_precision).cast(SCHEMA["where_precision"]),
        "flags": joined.flags.concat(flag).cast(SCHEMA["flags"]),
    }
    return joined.mutate(**told).select(*columns)
