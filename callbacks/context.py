"""What callbacks share: the settings, the store, and answers that were just computed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache

from data.ground import Ground
from data.selection import Selection
from data.settings import Settings
from data.settle import settled
from data.store import Snapshot, Store
from layers.answers import answered
from layers.base import Found, Layer, Request

KEPT = 8


@dataclass
class Context:
    """Handed to every `register`; holds nothing about any person.

    `_kept` remembers the latest answers by snapshot, layer and request, since the map,
    the legend and the table ask for the same ones within a second. Snapshots never
    change, so an answer stays right.
    """

    settings: Settings
    store: Store
    _kept: OrderedDict[tuple[str, str, Request], tuple[Found, Request]] = field(
        default_factory=OrderedDict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def request(self, **wanted: object) -> Request:
        """Build a request within the settings' limits."""
        limits = {"most_rows": self.settings.cube_rows, "most_points": self.settings.points_shown}
        return Request(**{**limits, **wanted})  # type: ignore[arg-type]

    def selection(self, query: str) -> Selection:
        """Read a query as a selection, its corridor looked up where it names one.

        Raises:
            UsageError: a word that is not understood, or a corridor that is not known.
        """
        return self.settled(Selection.from_query(query))

    def settled(self, chosen: Selection) -> Selection:
        """Look up the corridor, the area and the units of a selection; see `selection`."""
        if not any((chosen.near, chosen.admin1, chosen.area, chosen.picked)):
            return chosen
        return settled(chosen, ground_of(self.store.current()))

    def found(self, snapshot: Snapshot, layer: Layer, request: Request) -> tuple[Found, Request]:
        """Run a layer's queries, coarser where the answer would be too large to travel.

        Returns:
            The tables, and the request that they answer.
        """
        key = (snapshot.id, layer.id, request)
        with self._guard:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        answer = answered(snapshot, ground_of(snapshot), layer, request)
        with self._guard:
            self._kept[key] = answer
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer


@lru_cache(maxsize=4)
def ground_of(snapshot: Snapshot | None) -> Ground:
    """Return what a snapshot holds beside incidents; read once, since snapshots never change."""
    return Ground(snapshot)
