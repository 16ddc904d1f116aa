"""The organisation's logo: a PNG picture, or an SVG drawing that stays one."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.patches import PathPatch
from matplotlib.transforms import Affine2D

from data.errors import AtlasError
from data.i18n import msg
from layers.sheet.canvas import Box, Canvas
from layers.sheet.svg import Drawing, UnreadableError, read

ENDING = ".svg"


def draw(
    canvas: Canvas, path: Path, corner: tuple[float, float], tall: float, most: float
) -> float:
    """Draw a logo from its upper right corner, within a height and a width; return its width.

    Raises:
        AtlasError: the file cannot be read, or its drawing needs what is not drawn here.
    """
    right, top = corner
    across, high = size(path)
    wide = min(tall * across / high, most)
    high_drawn = wide * high / across
    box = Box(right - wide, top + (tall - high_drawn) / 2, wide, high_drawn)
    if drawn(path):
        for patch in _patches(_drawing(path), box):
            canvas.put(patch)
    else:
        canvas.picture(_picture(path), box)
    return wide


def drawn(path: Path) -> bool:
    """Tell whether a logo is a drawing, not a picture."""
    return path.suffix.lower() == ENDING


def size(path: Path) -> tuple[float, float]:
    """Return width and height of a logo, in units of its own; raises as `draw`."""
    if drawn(path):
        found = _drawing(path)
        return found.width, found.height
    high, across = _picture(path).shape[:2]
    return float(across), float(high)


def png(path: Path, pixels: int = 600) -> bytes:
    """Return a logo as a PNG picture, for forms that hold no drawings; raises as `draw`.

    A drawing is so many pixels tall, on nothing.
    """
    if not drawn(path):
        _picture(path)
        return path.read_bytes()
    found = _drawing(path)
    wide = pixels * found.width / found.height
    figure = Figure(figsize=(wide / 72, pixels / 72), facecolor="none")
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, wide)
    axes.set_ylim(pixels, 0)
    axes.set_axis_off()
    for patch in _patches(found, Box(0, 0, wide, pixels)):
        axes.add_patch(patch)
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=72, transparent=True,
                   metadata={"Software": None})
    return written.getvalue()


def _patches(drawing: Drawing, box: Box) -> list[PathPatch]:
    scale = box.width / drawing.width
    place = Affine2D().translate(-drawing.x, -drawing.y).scale(scale).translate(box.x, box.y)
    return [PathPatch(one.path.transformed(place), facecolor=one.fill, edgecolor=one.stroke,
                      linewidth=one.width * scale, capstyle=one.cap, joinstyle=one.join,
                      zorder=1, gid="sheet/logo") for one in drawing.shapes]


def _drawing(path: Path) -> Drawing:
    try:
        return _read(path, path.stat().st_mtime_ns)
    except UnreadableError as error:
        raise AtlasError(msg("The logo {file} cannot be drawn: {why}. Give it as a PNG picture.",
                             file=path, why=error.why)) from error
    except (OSError, ValueError) as error:
        raise AtlasError(msg("The logo {file} cannot be read as an SVG drawing. Give it as a PNG "
                             "picture.", file=path)) from error


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> Drawing:
    return read(path.read_bytes())


def _picture(path: Path) -> npt.NDArray[np.generic]:
    try:
        return imread(path)
    except (OSError, ValueError, SyntaxError) as error:
        raise AtlasError(msg("The logo {file} cannot be read as a PNG picture.",
                             file=path)) from error
