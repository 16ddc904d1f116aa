"""Fields that are read from several columns, staged beside the records as text.

Each distinct set of values is read once in Python and joined back, as `lookups` does
with single columns; what follows reads the result as it would a column of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.ingest import numerals
from data.ingest.lookups import stripped
from data.ingest.numerals import decimal_comma
from data.ingest.plan import Made, Plan, derived_column
from data.ingest.verdicts import COUNTS, MEASURES
from data.store import Writer

BATCH = 50_000
"""Sets of values that are read at a time, so that few are held twice."""


@dataclass(frozen=True)
class Answers:
    """What is derived from every distinct set of some columns' values.

    Attributes:
        table: the sets, and the derived columns.
        keys: the column of the records that each column of a set is of.
        columns: the derived columns.
    """

    table: ir.Table
    keys: Mapping[str, str]
    columns: tuple[str, ...]

    def joined(self, rows: ir.Table) -> ir.Table:
        """Add to records, whose values are stripped, what is in the table beside the keys."""
        if not self.keys:
            return rows.cross_join(self.table)
        same = [rows[column].identical_to(self.table[key]) for key, column in self.keys.items()]
        return rows.left_join(self.table, same).drop(*self.keys)


def derive(writer: Writer, raw: ir.Table, plan: Plan) -> list[Answers]:
    """Read each derived field and doubt, `d_<field>`, from the columns that it needs."""
    together: dict[tuple[str, ...], list[Made]] = {}
    for made in (*plan.made, *plan.doubts):
        together.setdefault(tuple(raw for raw in made.raws if raw), []).append(made)
    pointed = _decimal_comma(writer, raw, plan)
    found = []
    for number, (inputs, fields) in enumerate(together.items()):
        names = tuple(derived_column(made.derived.field) for made in fields)
        keys = {f"k{number}_{i}": column for i, column in enumerate(inputs)}
        table = _answers(writer, raw, inputs, fields, number, pointed=pointed)
        found.append(Answers(table, keys, names))
    return found


def _decimal_comma(writer: Writer, raw: ir.Table, plan: Plan) -> bool:
    """Tell whether the file that amounts are derived from writes decimal commas."""
    amounts = {column for made in plan.made for at in made.derived.amounts
               if (column := made.raws[at])}
    if not amounts:
        return False
    whole = raw.filter(raw.damage.isnull())

    def texts(names: Iterable[str | None]) -> Iterator[str]:
        for name in {name for name in names if name in raw.columns}:
            found = writer.fetch(whole.select(text=stripped(whole, str(name))).distinct())
            yield from (text for text in found["text"].to_pylist() if text)

    counted = (*amounts, *(plan.raw(name) for name in (*COUNTS, *MEASURES)))
    return decimal_comma(texts(counted), texts(plan.raw(name) for name in ("lat", "lon")))


def _answers(
    writer: Writer, raw: ir.Table, inputs: tuple[str, ...], fields: Sequence[Made], number: int,
    *, pointed: bool,
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
    batches = (_read(batch, inputs, fields, schema, pointed=pointed)
               for batch in found.to_batches(BATCH))
    return ibis.table(ibis.schema(schema), name=writer.stage_batches(batches, schema))


def _read(
    batch: pa.RecordBatch, inputs: tuple[str, ...], fields: Sequence[Made], schema: pa.Schema,
    *, pointed: bool,
) -> pa.RecordBatch:
    """Add the fields to some sets of values; amounts with points where the file has commas."""
    values = [column.to_pylist() for column in batch.columns]
    nothing = [None] * batch.num_rows
    made = []
    for each in fields:
        given = [values[inputs.index(raw)] if raw else nothing for raw in each.raws]
        for at in each.derived.amounts if pointed else ():
            given[at] = [numerals.pointed(text) if text else text for text in given[at]]
        made.append(pa.array(map(each.derived.read, *given), pa.string()))
    return pa.RecordBatch.from_arrays([*batch.columns, *made], schema=schema)
