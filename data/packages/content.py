"""What leaves, as rows with shapes, before it is written in any form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import shapely

from data.hexes import BY_WHERE_PRECISION
from data.ingest.actors import write_actors
from data.packages.columns import Column, of_incidents
from data.queries.exports import RULES, Rules, leaving
from data.selection import Selection
from data.store import Snapshot

SYNTHETIC_NOTICE = "Contains synthetic demonstration data: invented, not findings."
Shapes = npt.NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Content:
    """The rows of a package.

    Attributes:
        name: `incidents` or `hexagons`.
        columns: what they mean, in order.
        schema: their types.
        batches: reads the rows from the first on, each time it is called.
        shapes: gives each row of a batch its geometry, WGS 84 degrees, shape (n,); None where
            a row has none.
        form: `Point` or `Polygon`.
        synthetic: whether any of it is invented.
    """

    name: str
    columns: tuple[Column, ...]
    schema: pa.Schema
    batches: Callable[[], Iterator[pa.RecordBatch]]
    shapes: Callable[[pa.RecordBatch], Shapes]
    form: str
    synthetic: bool

    @property
    def names(self) -> list[str]:
        """Names of the columns."""
        return [column.name for column in self.columns]

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows as dictionaries."""
        for batch in self.batches():
            yield from batch.to_pylist()

    def flat(self) -> pa.Schema:
        """Return the schema with lists written as text, as one cell of a table holds them."""
        return pa.schema([pa.field(one.name, pa.string()) if pa.types.is_list(one.type) else one
                          for one in self.schema])

    def flattened(self) -> Iterator[tuple[pa.RecordBatch, Shapes]]:
        """Yield batches of `flat()` with their shapes."""
        schema = self.flat()
        for batch in self.batches():
            columns = [
                pa.array([flat(one.name, value) for value in batch.column(one.name).to_pylist()],
                         pa.string()) if pa.types.is_list(one.type)
                else batch.column(one.name).cast(one.type) for one in self.schema]
            yield pa.RecordBatch.from_arrays(columns, schema=schema), self.shapes(batch)


def incidents(
    snapshot: Snapshot, selection: Selection, rules: Rules = RULES, *, notes: bool = True
) -> Content:
    """Return the single incidents that may leave, by day; without `notes`, no free text."""
    columns = of_incidents(notes=notes)
    expression = leaving(selection, rules).select(*(column.name for column in columns))
    synthetic = bool(snapshot.rows(expression.filter(expression.synthetic).limit(1)))
    schema: pa.Schema = expression.schema().to_pyarrow()

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in snapshot.batches(expression):
            whole = pa.RecordBatch.from_arrays(
                [batch.column(one.name).cast(one.type) for one in schema], schema=schema)
            yield whole if notes else reasons_alone(whole)

    return Content("incidents", columns, schema, batches, points, "Point", synthetic)


def points(batch: pa.RecordBatch) -> Shapes:
    """Return a point where a place is known to within 25 km.

    A point that stands for a unit, an area or a country would claim more than is known;
    such rows keep what their source gave in the columns `lat` and `lon`.
    """
    lon, lat = (batch.column(name).to_numpy(zero_copy_only=False).astype(float)
                for name in ("lon", "lat"))
    known = np.isin(batch.column("where_precision").to_numpy(zero_copy_only=False),
                    list(BY_WHERE_PRECISION))
    found: Shapes = np.full(batch.num_rows, None, object)
    here = known & np.isfinite(lon) & np.isfinite(lat)
    found[here] = shapely.points(lon[here], lat[here])
    return found


def reasons_alone(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Leave of doubts only their reasons, since the rest quotes what a source wrote."""
    place = batch.schema.get_field_index("flags")
    kind = batch.schema.field(place).type
    bare = [None if flags is None else [{"reason": flag["reason"]} for flag in flags]
            for flags in batch.column(place).to_pylist()]
    return batch.set_column(place, batch.schema.field(place), pa.array(bare, kind))


def flat(name: str, value: Any) -> Any:
    """Write a field as one cell of a table."""
    if name == "actors":
        return write_actors(value)
    if name == "flags":
        return "; ".join(flag["reason"] for flag in value or [])
    if isinstance(value, bool):
        return str(value).lower()
    return value
