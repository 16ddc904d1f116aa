"""The sizes of sheets, and how large type is on each."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""

DPI = 200
"""Dots an inch of what is drawn as points, where none are asked for."""


@dataclass(frozen=True)
class Format:
    """A size of page.

    Attributes:
        width, height: lying, points.
        type: how large letters and spaces are, as a share of those of A4.
    """

    width: float
    height: float
    type: float = 1.0

    def turned(self, *, portrait: bool) -> tuple[float, float]:
        """Return width and height, points; a standing page has them exchanged."""
        return (self.height, self.width) if portrait else (self.width, self.height)


FORMATS: dict[str, Format] = {
    "a4": Format(297 * MM, 210 * MM),
    "a3": Format(420 * MM, 297 * MM, 1.3),
    "16:9": Format(720, 405, 0.92),
    "1:1": Format(540, 540, 0.92),
}
"""By the name on the command line. The slide is as large as PowerPoint's."""
