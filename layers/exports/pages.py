"""The pages of an export: one sheet, or several that belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from matplotlib.figure import Figure

from layers.exports.export import Export
from layers.sheet.compose import compose
from layers.sheet.description import Sheet
from layers.sheet.press import Press


class Page(Protocol):
    """One page; it can be sent to another process.

    Attributes:
        name: for a file among several: letters, digits and hyphens.
        sheets: what its maps show, the leading one first; documents take their words,
            numbers and sources from them.
    """

    @property
    def name(self) -> str:
        """The page's name among several."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """What its maps show."""

    def draw(self, press: Press) -> Figure:
        """Draw it, ready for `layers.sheet.save.save`; its label is its title."""


@dataclass(frozen=True)
class Single:
    """A sheet by itself."""

    sheet: Sheet
    name: str = "map"

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheet."""
        return (self.sheet,)

    def draw(self, press: Press) -> Figure:
        """Draw it."""
        return compose(self.sheet, press)


def pages(export: Export, press: Press) -> tuple[Page, ...]:
    """Return the pages of a drawn export, at least one.

    Raises:
        AtlasError: what several pages are to be of is not there.
    """
    return (Single(export.sheet),)
