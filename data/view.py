"""A snapshot seen with other tables in the place of some of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from data.store import Snapshot


class View(Snapshot):
    """Asked as any snapshot is; what is replaced is replaced in each question."""

    def __init__(self, held: Snapshot, instead: Mapping[ir.Table, ir.Table], id: str) -> None:
        """View `held` under the name `id`, with other tables `instead` of some of its own."""
        self._held = held
        self.path, self.id = held.path, id
        self._instead = {own.op(): other.op() for own, other in instead.items()}

    def _seen(self, expression: ir.Table) -> ir.Table:
        found: ir.Table = expression.op().replace(self._instead).to_expr()
        return found

    def fetch(self, expression: ir.Table) -> pa.Table:
        """Run an expression over what is seen."""
        return self._held.fetch(self._seen(expression))

    def batches(self, expression: ir.Table, size: int = 50_000) -> Iterator[pa.RecordBatch]:
        """Run an expression over what is seen, row by row."""
        return self._held.batches(self._seen(expression), size)

    def holds(self, table: str) -> bool:
        """Tell whether the snapshot has a table."""
        return self._held.holds(table)

    def meta(self) -> dict[str, Any]:
        """Return what the snapshot says of itself."""
        return self._held.meta()
