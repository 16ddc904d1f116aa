"""What a sheet shows, said once: composed, saved, repeated and varied from this alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Literal

from data.errors import wrong_value
from data.hexes import COARSEST, FINEST
from data.i18n import msg
from data.selection import BBox, Selection
from layers.registry import BY_ID
from layers.sheet.formats import FORMATS

View = tuple[float, float, float]
"""Longitude, latitude, and the zoom of a screen that shows as much; see `fitting`."""
Chart = Literal["trend", "kinds", "none"]
POINTS, HEXAGONS = "incidents", "hexagons"
"""The layer of single incidents, and the one that stands for it where they are not told."""


@dataclass(frozen=True)
class Shown:
    """A layer on a sheet.

    Attributes:
        id: of `layers.registry`.
        opacity: 0 to 1; None for the layer's own.
        options: what was chosen for it, name and value.
    """

    id: str
    opacity: float | None = None
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One map sheet.

    Attributes:
        selection: the filters and the window, settled.
        layers: what is drawn; the layers' own order decides what covers what.
        view: what the map shows; None: see `extent`.
        extent: west, south, east, north that must be seen whole; None: fitted to what is
            drawn.
        language: of every word.
        page: a name of `FORMATS`.
        portrait: whether the page stands.
        title, subtitle: None: written from the selection; an empty subtitle leaves it out.
        resolution: of hexagons; None: follows the scale, as on the page.
        months, days: length of the window that classes are made for; see `Request`. None:
            the selection's own window.
        chart: the small chart.
        made_on: the day that stands on it; None leaves it out. Never read from a clock, so
            that a sheet can be made again.
        coarsen: resolution of hexagons that stand for single incidents, and of all others;
            layers that show incidents among others are drawn without them. None for none.
        notes: whether free text of sources leaves.
        classes: of a sheet that is one of several, the selection of all of them: classes and
            sizes are made of that, so that a colour means the same on each.
        outlined: id of a unit that is drawn clear of what lies around it; empty for none.
    """

    selection: Selection = field(default_factory=Selection)
    layers: tuple[Shown, ...] = (Shown("hexagons"),)
    view: View | None = None
    extent: BBox | None = None
    language: str = "en"
    page: str = "a4"
    portrait: bool = False
    title: str | None = None
    subtitle: str | None = None
    resolution: int | None = None
    months: int | None = None
    days: int | None = None
    chart: Chart = "trend"
    made_on: dt.date | None = None
    coarsen: int | None = None
    notes: bool = True
    classes: Selection | None = None
    outlined: str = ""

    def __post_init__(self) -> None:
        if self.page not in FORMATS:
            raise wrong_value("--page", self.page, msg(
                "the pages are {names}", names=", ".join(FORMATS)))
        if self.coarsen is not None and not COARSEST <= self.coarsen <= FINEST:
            raise wrong_value("--coarsen", self.coarsen, msg(
                "it is a resolution from {low} to {high}", low=COARSEST, high=FINEST))
        for one in self.layers:
            if one.id not in BY_ID:
                raise wrong_value("--layers", one.id, msg(
                    "the layers are {names}", names=", ".join(BY_ID)))

    def of(self, selection: Selection) -> Sheet:
        """Return the same sheet of another selection."""
        return replace(self, selection=selection)

    @property
    def drawn(self) -> tuple[Shown, ...]:
        """The layers as they are drawn: hexagons where incidents are not to be told singly."""
        if self.coarsen is None or all(one.id != POINTS for one in self.layers):
            return self.layers
        others = tuple(one for one in self.layers if one.id != POINTS)
        held = any(one.id == HEXAGONS for one in others)
        return others if held else (*others, Shown(HEXAGONS))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page, points."""
        return FORMATS[self.page].turned(portrait=self.portrait)

    @property
    def type(self) -> float:
        """How large letters are, as a share of those of A4."""
        return FORMATS[self.page].type
