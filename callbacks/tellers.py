"""How a layer's marks are told in the details panel, where a mark is more than one claim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from callbacks.context import Context
from data.ground import Ground
from data.store import Snapshot


@dataclass(frozen=True)
class Asked:
    """What was picked, and what is known.

    Attributes:
        context: settings and store.
        snapshot: the data in force.
        ground: its evidence, units and population.
        picked: `layer`, `id`, and `query`, the selection in the window shown.
        language: to tell it in.
    """

    context: Context
    snapshot: Snapshot
    ground: Ground
    picked: dict[str, Any]
    language: str


Teller = Callable[[Asked], Any]

TELLERS: dict[str, Teller] = {}
"""By layer; a layer without one has single claims as marks, which are told as they are."""
