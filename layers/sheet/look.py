"""A legend entry's look on paper, by the measures of `assets/js/marks_paint.js`.

Styles count in pixels of a screen; a sheet counts in points. A test holds the numbers
here against those of the script.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layers.palette import rgb
from layers.style import Style
from layers.swatch import PAPER

POINTS = 0.75
"""Points for a pixel: 72 to 96 an inch, as CSS defines both."""
GAPS = {False: 7.0, True: 17.0}
"""Pixels from one line of a hatch to the next along an axis; of a sparse one."""
HATCH_SHARE = 0.7
"""Width of a hatch's lines as a share of the style's."""
HALO = 2.6
"""Pixels of paper around a line, in all."""
HEADS = (0.5, 0.93)
"""Shares of a line's length at which its arrowheads stand."""
LETTERED_FROM = 5.5
"""Pixels of radius from which a symbol has room for its letter."""
SMALL = 5.0
"""Pixels of radius below which a symbol's edge is thin and in one piece."""
CROWD, LEAST_SHARE = 300, 0.34
"""Symbols from which they shrink together at a distance, and to what share of their size."""
FILLED = ("fill", "hexagon")
DIAGONAL = 0.5**0.5

FILLS, BORDERS, MARKS, NAMES = 2.0, 2.5, 3.0, 4.0
"""What covers what: fillings lie beneath boundaries, all other marks above."""


@dataclass(frozen=True)
class Look:
    """How the marks of one legend entry are drawn.

    Attributes:
        style: of the entry.
        theme: 0 for a light sheet, 1 for a dark one.
        opacity: of the layer, 0 to 1.
        name: group id of its artists, `<layer>/<key>`.
    """

    style: Style
    theme: int = 0
    opacity: float = 1.0
    name: str = ""

    @property
    def tone(self) -> str:
        """The colour, `#rrggbb`."""
        return self.style.colours[self.theme]

    @property
    def paper(self) -> str:
        """The colour of halos and edges."""
        return PAPER[self.theme]

    @property
    def width(self) -> float:
        """Of lines and edges, points."""
        return self.style.width * POINTS

    @property
    def hatch_width(self) -> float:
        """Of the lines of a hatch, points."""
        return max(1.0, self.style.width * HATCH_SHARE) * POINTS

    @property
    def hatch_spacing(self) -> float:
        """From line to line of a hatch, at right angles, points."""
        along = GAPS[self.style.sparse] * POINTS
        return along * DIAGONAL if self.style.angle % 90 else along

    def edge_width(self, radius: float) -> float:
        """Return the width of a symbol's edge, points, for a radius in pixels."""
        usual, small = (2.0, 1.2) if self.style.hollow else (1.2, 0.6)
        return (small if radius < SMALL else usual) * POINTS

    @property
    def head(self) -> float:
        """Length of an arrowhead, points."""
        return (9 + self.style.width * 2.2) * POINTS

    @property
    def letter_ink(self) -> str:
        """The colour of a symbol's letter: the one that stands out."""
        if self.style.hollow:
            return self.tone
        red, green, blue = ((part / 255) ** 2.2 for part in rgb(self.tone))
        return "#17191c" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.3 else "#ffffff"

    def dashes(self, width: float) -> Any:
        """Return matplotlib's line style; `width` in points, since it counts dashes in widths."""
        if self.style.dash is None:
            return "solid"
        drawn, left = (part * POINTS / width for part in self.style.dash)
        return (0.0, (drawn, left))


def crowding(symbols: int, zoom: float) -> float:
    """Return the share of their size at which so many symbols are drawn, seen from a zoom."""
    if symbols <= CROWD:
        return 1.0
    return min(1.0, max(LEAST_SHARE, LEAST_SHARE + (zoom - 4.5) * 0.16))


def letter_size(radius: float) -> float:
    """Return the size of a symbol's letter, points, for a radius in pixels."""
    return min(15.0, max(8.5, radius * 1.25)) * POINTS
