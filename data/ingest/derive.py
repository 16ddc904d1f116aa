"""Fields that are read from several columns, staged beside the records as text.

Each distinct set of values is read once in Python and joined back, as `lookups` does
with single columns; what follows reads the result as it would a column of the file.
"""

from __future__ import annotations

from collections.abc import Iterable

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.ingest.lookups import stripped
from data.ingest.plan import Made, Plan, derived_column
from data.store import Writer


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
    writer: Writer, raw: ir.Table, inputs: tuple[str, ...], fields: Iterable[Made], number: int
) -> ir.Table:
    answers = _answers(writer, raw, inputs, fields, number)
    same = [stripped(raw, column).identical_to(answers[f"k{number}_{i}"])
            for i, column in enumerate(inputs)]
    if not same:
        return raw.cross_join(answers)
    return raw.left_join(answers, same).drop(*(f"k{number}_{i}" for i in range(len(inputs))))


def _answers(
    writer: Writer, raw: ir.Table, inputs: tuple[str, ...], fields: Iterable[Made], number: int
) -> ir.Table:
    """Read every distinct set of the inputs' values: `k<number>_<i>`, then the fields."""
    keys = [f"k{number}_{i}" for i in range(len(inputs))]
    whole = raw.filter(raw.damage.isnull())
    columns: dict[str, list[str | None]] = {}
    if inputs:
        found = writer.fetch(whole.select(**{
            key: stripped(whole, column) for key, column in zip(keys, inputs, strict=True)
        }).distinct())
        columns = {key: found[key].to_pylist() for key in keys}
    rows = list(zip(*columns.values(), strict=True)) if inputs else [()]
    read = {derived_column(made.derived.field): [_read(made, inputs, row) for row in rows]
            for made in fields}
    table = pa.table({name: pa.array(values, pa.string())
                      for name, values in {**columns, **read}.items()})
    return ibis.table(ibis.schema(table.schema), name=writer.stage(table))


def _read(made: Made, inputs: tuple[str, ...], row: tuple[str | None, ...]) -> str | None:
    values = dict(zip(inputs, row, strict=True))
    return made.derived.read(*(values[raw] if raw else None for raw in made.raws))
