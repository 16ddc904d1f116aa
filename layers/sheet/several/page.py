"""A page of several: what it is called, what it shows, and how it is drawn."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

from matplotlib.figure import Figure

from layers.sheet.compose import Layout, compose
from layers.sheet.description import Sheet
from layers.sheet.press import Press

LONGEST = 40
"""Letters of a name that a file's name keeps."""


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
    """A sheet by itself, or one of several that are divided alike."""

    sheet: Sheet
    name: str = "map"
    layout: Layout | None = None

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheet."""
        return (self.sheet,)

    def draw(self, press: Press) -> Figure:
        """Draw it."""
        return compose(self.sheet, press, self.layout)


def plain(name: str) -> str:
    """Write a name with small letters, digits and hyphens alone, as a page's name needs it."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", bare.lower())
    return "-".join(words)[:LONGEST].strip("-") or "page"
