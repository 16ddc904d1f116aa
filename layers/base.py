"""The contract of a layer: what it asks, what it sends, what its legend and table say.

A layer never fetches. It names queries; whoever holds a snapshot runs them and hands
the tables back. So the drawing, the legend and the table rest on the same answer, and
each can be tested without a store.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import ibis.expr.types as ir
import numpy.typing as npt
import pyarrow as pa

from data.ground import Ground
from data.i18n import Message
from data.queries.cube import Step
from data.selection import Selection
from layers.legend import Legend
from layers.marks import Drawing
from layers.options import Option
from layers.palette import Themes
from layers.style import Style


@dataclass(frozen=True, eq=False)
class Found(Mapping[str, pa.Table]):
    """What a layer's queries gave, by the names that the layer gave them.

    Attributes:
        tables: the answers.
        ground: evidence, units and population of the same snapshot.
        whole: the answers for all that is compared, of which this is a part; None where
            nothing else is compared with it. See `Request.classes`.
    """

    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    ground: Ground = field(default_factory=Ground)
    whole: Found | None = None

    @property
    def classed(self) -> Found:
        """What classes, sizes and units are chosen by."""
        return self if self.whole is None else self.whole

    def __getitem__(self, name: str) -> pa.Table:
        return self.tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

DEFAULT_RESOLUTION = 4
Group = Literal["incidents", "claims", "context"]


@dataclass(frozen=True)
class Request:
    """What is asked of a layer.

    Attributes:
        selection: the filter.
        resolution: of hexagons, 3 to 9.
        step: unit of time in the cube.
        months: length of the clock's window; None for all of time.
        days: its length in days, where it is not whole months; `months` is then how many
            months it touches.
        language: of labels, an entry of `data.i18n.LANGUAGES`.
        most_rows: the most rows that may travel to a browser.
        most_points: the most single incidents drawn at once.
        coarsened: whether resolution or step had to give way to `most_rows`.
        options: what a person chose for the layer, as (name, value); see `Layer.options`.
        sides: of a layer that compares, the two selections, looked up; see `Layer.settled`.
        classes: the selection of all that is compared, of which this is a part: classes and
            sizes are made of that, so that a colour means the same on each. None: of the
            selection itself.
    """

    selection: Selection = field(default_factory=Selection)
    resolution: int = DEFAULT_RESOLUTION
    step: Step = "day"
    months: int | None = None
    days: int | None = None
    language: str = "en"
    most_rows: int = 250_000
    most_points: int = 20_000
    coarsened: bool = False
    options: tuple[tuple[str, str], ...] = ()
    sides: tuple[Selection, Selection] | None = None
    classes: Selection | None = None

    def chosen(self, option: Option) -> str:
        """Return what was chosen for an option, or its default."""
        return option.read(dict(self.options).get(option.name))


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
        gridded: whether it is drawn in hexagons, whose resolution then matters to it.
        colours: its own colour, where it has one.
        group: what it is listed under: what was recorded, what documents say, or what both
            stand on.
    """

    id: str
    title: Message
    says: Message
    draw: str
    order: int
    on: bool = True
    opacity: float = 1.0
    follows: bool = True
    gridded: bool = False
    colours: Themes = ("#44474a", "#d5d2ca")
    group: Group = "claims"

    @property
    def sample(self) -> Style:
        """Return the look of the small picture beside its name."""
        return Style("symbol", self.colours)

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """List what a person may choose about the layer."""
        return ()

    def waits(self, ground: Ground) -> Message | None:
        """Say which file the layer waits for, with its columns; None where it has its data."""
        return None

    def settled(self, request: Request, ground: Ground) -> Request:
        """Look up what the layer's options name, in what a snapshot holds.

        Raises:
            UsageError: an option names what there is not.
        """
        return request

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
    def drawing(self, found: Found, request: Request) -> Drawing:
        """Return what is drawn, as marks, in the window of the request's selection."""

    @abstractmethod
    def legend(self, found: Found, request: Request) -> Legend:
        """Return what the drawing means; its bounds are what the browser bins by."""

    @abstractmethod
    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return what is drawn as a table, one row a mark, in the selection's window."""

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`, for a person; unnamed ones are not shown."""
        return {}
