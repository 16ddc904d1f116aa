"""Fields that are read from several columns, staged beside the records as text.

Each distinct set of values is read once in Python and joined back, as `lookups` does
with single columns; what follows reads the result as it would a column of the file.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.ingest.lookups import stripped
from data.ingest.plan import Made, Plan, derived_column
from data.store import Writer

BATCH = 50_000
"""Sets of values that are read at a time, so that few are held twice."""


def derive(writer: Writer, raw: ir.Table, plan: Plan) -> ir.Table:
    """Stage the records with a text column for each derived field and doubt, `d_<field>`."""
    together: dict[tuple[str, ...], list[Made]] = {}
    for made in (*plan.made, *plan.doubts):
        together.setdefault(tuple(raw for raw in made.raws if raw), []).append(made)
    if not together:
        return raw
    joined = raw
    for number, (inputs, fields) in enumerate(together.items()):
        joined = _with(writer, joined, inputs, fields, number)
    names = [derived_column(made.derived.field) for made in (*plan.made, *plan.doubts)]
    # The records themselves are not staged twice.
    beside = writer.create("derived", joined.select("record", *names)).rename(of_record="record")
    return raw.left_join(beside, raw.record == beside.of_record).drop("of_record")


def _with(
    writer: Writer, raw: ir.Table, inputs: tuple[str, ...], fields: Sequence[Made], number: int
) -> ir.Table:
    answers = _answers(writer, raw, inputs, fields, number)
    same = [stripped(raw, column).identical_to(answers[f"k{number}_{i}"])
            for i, column in enumerate(inputs)]
    if not same:
        return raw.cross_join(answers)
    return raw.left_join(answers, same).drop(*(f"k{number}_{i}" for i in range(len(inputs))))


def _answers(
    writer: Writer, raw: ir.Table, inputs: tuple[str, ...], fields: Sequence[Made], number: int
) -> ir.Table:
    """Read every distinct set of the inputs' values: `k<number>_<i>`, then the fields."""
    keys = [f"k{number}_{i}" for i in range(len(inputs))]
    names = [derived_column(made.derived.field) for made in fields]
    schema = pa.schema([(name, pa.string()) for name in (*keys, *names)])
    if not inputs:
        told = [made.derived.read(*(None for _ in made.raws)) for made in fields]
        alone = pa.table([pa.array([value], pa.string()) for value in told], names)
        return ibis.table(ibis.schema(schema), name=writer.stage(alone))
    whole = raw.filter(raw.damage.isnull())
    found = writer.fetch(whole.select(**{
        key: stripped(whole, column) for key, column in zip(keys, inputs, strict=True)
    }).distinct())
    batches = (_read(batch, inputs, fields, schema) for batch in found.to_batches(BATCH))
    return ibis.table(ibis.schema(schema), name=writer.stage_batches(batches, schema))


def _read(
    batch: pa.RecordBatch, inputs: tuple[str, ...], fields: Sequence[Made], schema: pa.Schema
) -> pa.RecordBatch:
    """Add the fields to some sets of values."""
    values = [column.to_pylist() for column in batch.columns]
    nothing = [None] * batch.num_rows
    made = []
    for each in fields:
        given = [values[inputs.index(raw)] if raw else nothing for raw in each.raws]
        made.append(pa.array(map(each.derived.read, *given), pa.string()))
    return pa.RecordBatch.from_arrays([*batch.columns, *made], schema=schema)
