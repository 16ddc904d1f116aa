"""The very sheet as a small picture: composed as the file is, at the size of a screen."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.ground import Ground
from data.settle import settled
from layers.exports.export import Export

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from layers.sheet.press import Press

ACROSS, CLOSER = 1000, 2000
"""Pixels of the longer edge, and of a closer look."""
QUALITY = 70
"""Of WebP: a sheet of A4 then has some 60 kB, as a palette of 32 colours has at 800 pixels."""
INCH = 72.0


@dataclass(frozen=True)
class Preview:
    """One sheet of an export.

    Attributes:
        picture: WebP.
        title: of the sheet.
        at, count: which sheet of how many, from 0.
    """

    picture: bytes
    title: str
    at: int
    count: int


def preview(export: Export, press: Press, at: int, *, closer: bool = False) -> Preview:
    """Draw a sheet of an export; beyond the last, the last one.

    Raises:
        AtlasError: something in the description is not there or cannot be.
    """
    from layers.exports.pages import pages  # noqa: PLC0415 - loads what the page does not need

    chosen = export.of(settled(export.sheet.selection, Ground(press.held)))
    sheets = pages(chosen, press)
    at = min(max(at, 0), len(sheets) - 1)
    figure = sheets[at].draw(press)
    picture = small(figure, CLOSER if closer else ACROSS)
    return Preview(picture, str(figure.get_label()), at, len(sheets))


def small(figure: Figure, across: int) -> bytes:
    """Return a figure as WebP, so many pixels along its longer edge."""
    from PIL import Image  # noqa: PLC0415

    from layers.sheet.save import save  # noqa: PLC0415

    drawn, packed = io.BytesIO(), io.BytesIO()
    longest = max(figure.get_size_inches())
    save(figure, drawn, "png", max(36, round(across / longest)))
    Image.open(drawn).convert("RGB").save(packed, "webp", quality=QUALITY)
    return packed.getvalue()
