"""What a legend says, before anyone draws it: on the page, on a sheet, in a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from layers.palette import Themes

SwatchKind = Literal["hexagon", "dot", "ring", "line", "dashed", "hatch", "sparse"]


@dataclass(frozen=True)
class Entry:
    """One line of a legend.

    Attributes:
        swatch: the shape that is drawn before the label.
        colours: on the light page and on the dark one.
        label: in the legend's language.
        low, high: the class's inclusive bounds, where the entry is a class.
        count: marks of this entry; None where the browser counts as time moves.
        live: what the browser counts for this entry, a word its drawing knows.
        letter: the family's mark, where the entry is a family.
    """

    swatch: SwatchKind
    colours: Themes
    label: str
    low: int | None = None
    high: int | None = None
    count: int | None = None
    letter: str = ""
    live: str = ""


@dataclass(frozen=True)
class Apart:
    """Something counted and not drawn, by the browser, and the sentence that says why."""

    label: str
    why: str


@dataclass(frozen=True)
class Legend:
    """What one layer's drawing means.

    Attributes:
        layer: the layer's id.
        title: what is shown, with its unit.
        entries: from the lowest class to the highest, or in drawing order.
        apart: what is counted and not drawn, if anything.
        notes: short sentences below.
        synthetic: whether invented rows are among what is drawn.
        sources: names of the sources behind it.
    """

    layer: str
    title: str
    entries: tuple[Entry, ...] = ()
    apart: Apart | None = None
    notes: tuple[str, ...] = ()
    synthetic: bool = False
    sources: tuple[str, ...] = field(default_factory=tuple)

    def bounds(self) -> list[tuple[int, int]]:
        """Return the classes' bounds, lowest first; the browser bins by exactly these."""
        return [
            (entry.low, entry.high)
            for entry in self.entries
            if entry.low is not None and entry.high is not None
        ]
