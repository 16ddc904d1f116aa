"""The very sheet as a small picture: composed as the file is, at the size of a screen."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from callbacks.context import ground_of
from callbacks.export.choices import animated
from callbacks.export.turns import TURNS
from data.settle import settled
from layers.exports.export import Export
from layers.exports.forms import FORMS

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from PIL.Image import Image

    from layers.sheet.press import Press

ACROSS, CLOSER = 1000, 2000
"""Pixels of the longer edge, and of a closer look."""
QUALITIES = (70, 55, 40, 28)
"""Of WebP, the first that is small enough: most sheets of A4 have some 60 kB by the first, as a
palette of 32 colours has at 800 pixels."""
MOST = 80_000
"""Bytes of a preview that a slow link bears; a closer look may have four times as many."""


@dataclass(frozen=True)
class Preview:
    """One sheet of an export, or one frame of an animation.

    Attributes:
        picture: WebP.
        title: of the sheet.
        at, count: which of how many, from 0.
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
    with TURNS.taken():
        return _preview(export, press, at, CLOSER if closer else ACROSS)


def _preview(export: Export, press: Press, at: int, across: int) -> Preview:
    chosen = export.of(settled(export.sheet.selection, ground_of(press.held)))
    if animated(FORMS[export.form]):
        return _frame(chosen, press, at, across)
    from layers.exports.pages import pages  # noqa: PLC0415 - loads what the page does not need

    sheets = pages(chosen, press)
    at = min(max(at, 0), len(sheets) - 1)
    figure = sheets[at].draw(press)
    return Preview(_packed(_drawn(figure, across)), str(figure.get_label()), at, len(sheets))


def _frame(export: Export, press: Press, at: int, across: int) -> Preview:
    from layers.animation.film import filmed  # noqa: PLC0415

    film = filmed(export, press, across)
    windows = film.plan.windows
    at = min(max(at, 0), len(windows) - 1)
    return Preview(_packed(film.frame(windows[at])), film.title, at, len(windows))


def _drawn(figure: Figure, across: int) -> Image:
    """Return a figure as a picture, so many pixels along its longer edge."""
    import PIL.Image  # noqa: PLC0415

    from layers.sheet.save import save  # noqa: PLC0415

    drawn = io.BytesIO()
    save(figure, drawn, "png", max(36, round(across / max(figure.get_size_inches()))))
    return PIL.Image.open(drawn).convert("RGB")


def _packed(picture: Image) -> bytes:
    most = MOST * (4 if max(picture.size) > CLOSER / 1.5 else 1)
    for quality in QUALITIES:
        packed = io.BytesIO()
        picture.save(packed, "webp", quality=quality)
        if packed.tell() <= most:
            break
    return packed.getvalue()
