"""How wide words are in the type of sheets, and where lines break."""

from __future__ import annotations

import warnings
from functools import lru_cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from layers.sheet.page import FONTS

LINE = 1.32
"""Height of a line in sizes of its letters."""
ASCENT, DESCENT = 0.80, 0.24
"""What letters reach above and below their line, in sizes."""
UNIT = 100
"""Points at which widths are measured, to be scaled."""

# A character that the typeface has not is drawn as an empty box, which a person sees; what the
# library prints of it names folders of its own.
warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from font", UserWarning)


@lru_cache(maxsize=4)
def _file(bold: bool) -> str:
    found: str = findfont(FontProperties(family=FONTS, weight="bold" if bold else "normal"))
    return found


@lru_cache(maxsize=20_000)
def _share(text: str, bold: bool) -> float:
    font = get_font(_file(bold))
    font.set_size(UNIT, 72)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    ink = font.get_width_height()[0] / 64
    # Spaces at the ends have no ink.
    return float(ink) / UNIT


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line is, points."""
    return _share(text, bold) * size


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than `room`, points; a word that is wider is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold=bold) <= room:
            lines[-1] = joined
            continue
        while width(word, size, bold=bold) > room and len(word) > 1:
            most = next(n for n in range(len(word) - 1, 0, -1)
                        if n == 1 or width(word[:n], size, bold=bold) <= room)
            lines.append(word[:most])
            word = word[most:]  # noqa: PLW2901 - what is left of it goes on the next line
        lines.append(word)
    return lines


def shortened(text: str, size: float, room: float, lines: int, *, bold: bool = False) -> list[str]:
    """Break a text into at most so many lines; where more are needed, the last ends in `…`."""
    found = wrapped(text, size, room, bold=bold)
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    while last and width(last + "…", size, bold=bold) > room:
        last = last[:-1]
    return [*found[:lines - 1], last.rstrip(" ,·–") + "…"]
