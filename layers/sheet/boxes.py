"""Where words stand on a sheet, as the renderer reports it: what tests of overlap look at."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

INCH = 72.0
OVER = ("/letter", "/halo", "sheet/synthetic")
"""Words that lie on purpose over what they belong to: a symbol's letter, a name's halo, and
the mark of synthetic data across the map."""


@dataclass(frozen=True)
class TextBox:
    """A line of text and what it covers, points from the lower left corner of the page.

    Attributes:
        said: the words.
        name: the group that it belongs to, such as `sheet/title` or `mining/gold/name`.
        x0, y0, x1, y1: its edges.
    """

    said: str
    name: str
    x0: float
    y0: float
    x1: float
    y1: float

    def meets(self, other: TextBox, slack: float = 0.3) -> bool:
        """Tell whether two boxes overlap by more than `slack` points."""
        return (self.x0 + slack < other.x1 and other.x0 + slack < self.x1
                and self.y0 + slack < other.y1 and other.y0 + slack < self.y1)


def boxes(figure: Figure) -> list[TextBox]:
    """Return every line of text of a sheet that is to be read by itself."""
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    scale = INCH / figure.dpi
    found = []
    written: list[Text] = [*figure.texts, *(text for axes in figure.axes for text in axes.texts)]
    for text in written:
        name = str(text.get_gid() or "")
        if not text.get_text().strip() or not text.get_visible() or name.endswith(OVER):
            continue
        own = text.get_window_extent(renderer)
        found.append(TextBox(text.get_text(), name, *(edge * scale for edge in own.extents)))
    return found
