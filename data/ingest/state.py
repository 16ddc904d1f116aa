"""What the files of an import have changed so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from data.evidence.pending import Pending
from data.ingest import plan as planning
from data.ingest.past import Past
from data.ingest.rejects import Reject
from data.ingest.report import FileReport


@dataclass
class State:
    """What the files so far have changed: incidents, and rows of the evidence base."""

    known: ir.Table
    pending: Pending
    changed: ir.Table | None = None
    reports: list[FileReport] = field(default_factory=list)
    imports: list[dict[str, Any]] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    plans: list[planning.Plan] = field(default_factory=list)
    past: Past = field(default_factory=Past)
    leaving: pa.Table | None = None
    alike: dict[str, Any] = field(default_factory=dict)
