"""What sheets are printed from: a snapshot, its ground, and the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from data.ground import Ground
from data.settings import Settings
from data.store import Snapshot
from layers.answers import among, answered
from layers.base import Found, Layer, Request


@dataclass(eq=False)
class Press:
    """Asks layers as the page does; answers are kept, since sheets of a series share them.

    Attributes:
        snapshot: what is shown.
        settings: limits, and the organisation's name, logo, colour and words.
        ground: evidence, units and population of the same snapshot.
    """

    snapshot: Snapshot
    settings: Settings
    ground: Ground = field(init=False)
    _kept: dict[tuple[str, Request], tuple[Found, Request]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ground = Ground(self.snapshot)

    def asked(self, layer: Layer, request: Request) -> tuple[Found, Request]:
        """Return a layer's tables, and the request that they answer."""
        key = layer.id, request
        if key not in self._kept:
            self._kept[key] = answered(self.snapshot, self.ground, layer, request) if (
                request.classes is None) else among(
                    self.snapshot, self.ground, layer, request, partial(self.asked, layer))
        return self._kept[key]
