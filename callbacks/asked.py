"""What a teller of the details panel is handed: what was picked, and what is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from callbacks.context import Context
from data.ground import Ground
from data.selection import Selection
from data.settle import settled
from data.store import Snapshot


@dataclass(frozen=True)
class Asked:
    """What was picked, and what is known.

    Attributes:
        context: settings and store.
        snapshot: the data in force.
        ground: its evidence, units and population.
        picked: `layer`, `id`, `query`, the selection in the window shown, and `options`, what
            was chosen for the layer.
        language: to tell it in.
    """

    context: Context
    snapshot: Snapshot
    ground: Ground
    picked: dict[str, Any]
    language: str

    @property
    def selection(self) -> Selection:
        """The selection in the window shown, its corridor looked up where it names one."""
        return settled(Selection.from_query(self.picked.get("query") or ""), self.ground)
