"""One frame: its marks drawn over and under what all frames share."""

from __future__ import annotations

from PIL import Image

from layers.animation import clockbar
from layers.animation.scene import Scene, rendered
from layers.animation.windows import Window
from layers.sheet import look
from layers.sheet.canvas import Canvas
from layers.sheet.draw import draw, names_of
from layers.sheet.gather import Content, gathered
from layers.sheet.names import Box as Taken
from layers.sheet.press import Press


def painted(scene: Scene, window: Window, press: Press) -> Image.Image:
    """Return the picture of a frame, RGB."""
    content = gathered(scene.plan.at(window), press, scene.shown)
    fills, marks = _marks(scene, window, content, press.settings.accent)
    under, between, over = scene.layers
    picture = under.copy()
    for layer in (fills, between, marks, over):
        picture.alpha_composite(layer)
    return picture.convert("RGB")


def _marks(
    scene: Scene, window: Window, content: Content, ink: str
) -> tuple[Image.Image, Image.Image]:
    """Draw the fillings of a frame, and apart from them its other marks and its words."""
    sheet = scene.plan.sheet
    canvas = Canvas(*sheet.size, sheet.type)
    canvas.figure.set_dpi(scene.dpi)
    axes = canvas.mapped(scene.map, scene.shown.projection, scene.shown.half)
    taken: list[Taken] = []
    for part in content.parts:
        draw(axes, part.drawing, part.legend, opacity=part.opacity, named=False)
    for part in reversed(content.parts):
        names_of(axes, part.drawing, part.legend, taken=taken)
    clockbar.draw_frame(canvas, scene.time, scene.bars, window,
                        clockbar.numbers(content, sheet.language), ink=ink,
                        language=sheet.language)
    artists = [(artist, artist.get_visible()) for artist in axes.get_children()]
    canvas.axes.set_visible(False)
    for artist, visible in artists:
        artist.set_visible(visible and artist.get_zorder() <= look.FILLS)
    fills = rendered(canvas.figure)
    canvas.axes.set_visible(True)
    for artist, visible in artists:
        artist.set_visible(visible and artist.get_zorder() > look.FILLS)
    return fills, rendered(canvas.figure)
