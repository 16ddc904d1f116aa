"""What a legend says, before anyone draws it: on the page, on a sheet, in a test."""

from __future__ import annotations

from dataclasses import dataclass, field

from layers.style import Style


@dataclass(frozen=True)
class Entry:
    """One line of a legend, and the look of every mark that names its `key`.

    Attributes:
        style: the look, of the sample before the label and of the marks alike.
        label: in the legend's language.
        key: what marks of this entry are counted under; the browser fills the count in as
            time moves. Empty where the entry only explains.
        low, high: the class's inclusive bounds, where the entry is a class.
        live: whether it only tells a number that follows the clock, and so is not on paper.
    """

    style: Style
    label: str
    key: str = ""
    low: float | None = None
    high: float | None = None
    live: bool = False


@dataclass(frozen=True)
class Apart:
    """Something counted and not drawn, by the browser, and the sentence that says why."""

    label: str
    why: str


@dataclass(frozen=True)
class Source:
    """Where what is drawn comes from, one click away.

    Attributes:
        title: of the document or data set.
        publisher: who published it, if that is stated.
        licence: what may be handed on, as a label.
        url: where it can be read, if that is stated.
    """

    title: str
    publisher: str = ""
    licence: str = ""
    url: str = ""


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
        sources: what is behind it, each once.
        leads: whether the first note must be read with the drawing, and is never folded away.
        per_root: pixels of radius for the square root of a mark's number, so that areas
            compare as numbers do; 0 where sizes say nothing.
    """

    layer: str
    title: str
    entries: tuple[Entry, ...] = ()
    apart: Apart | None = None
    notes: tuple[str, ...] = ()
    synthetic: bool = False
    sources: tuple[Source, ...] = field(default_factory=tuple)
    per_root: float = 0.0
    leads: bool = False

    def classes(self) -> list[Entry]:
        """Return the entries that are classes, lowest first."""
        return [e for e in self.entries if e.low is not None and e.high is not None]

    def bounds(self) -> list[tuple[float, float]]:
        """Return the classes' bounds, lowest first; the browser bins by exactly these."""
        return [(e.low, e.high) for e in self.entries if e.low is not None and e.high is not None]

    def class_of(self, value: float) -> str:
        """Return the key of the class that holds a value: the last whose low bound it reaches.

        Raises:
            IndexError: where there are no classes.
        """
        classes = self.classes()
        reached = [e.key for e in classes if e.low is not None and value >= e.low]
        return reached[-1] if reached else classes[0].key

    def style(self, key: str) -> Style:
        """Return the look of an entry's marks. Raises `KeyError` for an unknown key."""
        return {entry.key: entry.style for entry in self.entries if entry.key}[key]
