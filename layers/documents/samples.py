"""A legend entry's sample as a small picture, drawn as the sheet draws it."""

from __future__ import annotations

import io
from functools import lru_cache

from layers.sheet.canvas import QUIET, Box, Canvas
from layers.sheet.furniture.key import put
from layers.sheet.handles import sample
from layers.sheet.look import POINTS
from layers.sheet.save import CREATOR
from layers.style import Style
from layers.swatch import TALL, WIDE

DPI = 300
HEAD = 5.0
"""Points at the right of a line for its arrowhead."""


@lru_cache(maxsize=256)
def png(style: Style | None) -> tuple[bytes, float, float]:
    """Return a sample's picture, its width and its height, points.

    None is the frame of what is counted and not drawn.
    """
    across = 2 * style.radius * POINTS + 2 if style and style.form == "symbol" else 0.0
    wide, tall = max(WIDE * POINTS, across), max(TALL * POINTS, across)
    canvas = Canvas(wide, tall)
    canvas.figure.patch.set_alpha(0.0)
    if style is None:
        canvas.block(Box(wide * 0.16, tall * 0.2, wide * 0.68, tall * 0.6), "none", QUIET, 0.7,
                     linestyle=(0, (2, 1.5)))
    else:
        put(canvas, sample(style), (0.0, tall / 2), (wide - (HEAD if style.arrow else 0.0), 9.0))
    written = io.BytesIO()
    canvas.figure.savefig(written, format="png", dpi=DPI, metadata={"Software": CREATOR})
    return written.getvalue(), wide, tall
