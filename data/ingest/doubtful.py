"""The incidents of an import about which there are doubts, gathered while it is rehearsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import ibis.expr.types as ir

from data.store import Writer

MOST = 1_000
"""Incidents that are shown to a person, of each file."""
KEPT = ("accepted", "updated", "unchanged")


@dataclass
class Doubtful:
    """Gathers the incidents with doubts; call it as the `watch` of an import.

    Attributes:
        rows: fields of the model, with `record`, `status` and the place of the file as `table`.
        count: how many there are in all.
    """

    rows: list[dict[str, Any]] = field(default_factory=list)
    count: int = 0
    _tables: int = 0

    def __call__(self, writer: Writer, judged: ir.Table) -> None:
        """Take those of one file."""
        found = judged.filter(judged.status.isin(KEPT) & (judged.flags.length() > 0))
        self.count += int(writer.fetch(found.count().as_table())[0][0].as_py())
        first = writer.fetch(found.order_by("record").limit(MOST)).to_pylist()
        self.rows += [{**row, "table": self._tables} for row in first]
        self._tables += 1
