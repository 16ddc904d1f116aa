"""The contract of a layer: what it asks, what it sends, what its legend and table say.

A layer never fetches. It names queries; whoever holds a snapshot runs them and hands
the tables back. So the drawing, the legend and the table rest on the same answer, and
each can be tested without a store.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import ibis.expr.types as ir
import numpy.typing as npt
import pyarrow as pa

from data.i18n import Message
from data.queries.cube import Step
from data.selection import Selection
from layers.legend import Legend
from layers.palette import Themes

Found = Mapping[str, pa.Table]
"""What a layer's queries gave, by the names that the layer gave them."""

DEFAULT_RESOLUTION = 4


@dataclass(frozen=True)
class Request:
    """What is asked of a layer.

    Attributes:
        selection: the filter.
        resolution: of hexagons, 3 to 9.
        step: unit of time in the cube.
        months: length of the clock's window; None for all of time.
        language: of labels, an entry of `data.i18n.LANGUAGES`.
        most_rows: the most rows that may travel to a browser.
        most_points: the most single incidents drawn at once.
        coarsened: whether resolution or step had to give way to `most_rows`.
    """

    selection: Selection = field(default_factory=Selection)
    resolution: int = DEFAULT_RESOLUTION
    step: Step = "day"
    months: int | None = None
    language: str = "en"
    most_rows: int = 250_000
    most_points: int = 20_000
    coarsened: bool = False


@dataclass(frozen=True)
class Payload:
    """What travels to the browser; see `layers.wire`."""

    meta: Mapping[str, Any]
    columns: Mapping[str, npt.NDArray[Any]]


class Layer(ABC):
    """One thing the map can show.

    Attributes:
        id: in links and addresses; letters only.
        title: as listed in the panel.
        says: one sentence: what it shows and what it does not.
        draw: name of the browser's drawing function, `atlas.draw.<name>`.
        order: from the ground up; a higher one covers a lower one.
        on, opacity: how it starts.
        follows: whether the filters change it; claims of documents stay.
        colours: its own colour, where it has one.
    """

    id: str
    title: Message
    says: Message
    draw: str
    order: int
    on: bool = True
    opacity: float = 1.0
    follows: bool = True
    colours: Themes = ("#44474a", "#d5d2ca")

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Name the tables that the layer needs; none where it rests on the evidence base."""
        return {}

    def coarser(self, found: Found, request: Request) -> Request | None:
        """Return a request with a smaller answer where `found` is too large to travel."""
        return None

    @abstractmethod
    def payload(self, found: Found, request: Request) -> Payload:
        """Return what the browser draws."""

    @abstractmethod
    def legend(self, found: Found, request: Request) -> Legend:
        """Return what the drawing means; its bounds are what the browser bins by."""

    @abstractmethod
    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return what is drawn as a table: the same marks, one a row."""
