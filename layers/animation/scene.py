"""What all frames of an animation share, drawn once: ground, names, legend, foot and time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from layers.animation import clockbar, side
from layers.animation.plan import Plan
from layers.sheet import ground, look
from layers.sheet.canvas import Box, Canvas
from layers.sheet.compose import ABOVE_FOOT, EDGE, GUTTER, MARGIN, draw_foot, footed
from layers.sheet.draw import names_of
from layers.sheet.fitting import Frame, frame
from layers.sheet.furniture import graticule, heading, places, strip, synthetic
from layers.sheet.furniture.foot import About
from layers.sheet.gather import Content, gathered
from layers.sheet.names import Box as Taken
from layers.sheet.press import Press


@dataclass(frozen=True, eq=False)
class Scene:
    """The still part of every frame.

    Attributes:
        plan: of the animation.
        content: of all of the time together.
        shown: what the map shows.
        map, time: where the map and the bars of time stand, points.
        bars: of time.
        layers: pictures that lie beneath fillings, between fillings and marks, and over all.
        dpi: dots an inch.
    """

    plan: Plan
    content: Content
    shown: Frame
    map: Box
    time: Box
    bars: clockbar.Bars
    layers: tuple[Image.Image, Image.Image, Image.Image]
    dpi: float


def staged(plan: Plan, press: Press, dpi: float) -> Scene:
    """Draw what stays."""
    sheet = plan.sheet
    canvas = Canvas(*sheet.size, sheet.type)
    canvas.figure.set_dpi(dpi)
    k = canvas.type
    rough = frame(sheet, press, canvas.width * 0.68, canvas.height * 0.55)
    content = gathered(sheet, press, rough)
    top = heading.draw(canvas, content, press.settings, MARGIN * k)
    columns, foot_top = footed(canvas, About(sheet, content, press.settings, inset=False))
    time = Box(MARGIN * k, foot_top - (ABOVE_FOOT + clockbar.HEIGHT) * k,
               canvas.width - 2 * MARGIN * k, clockbar.HEIGHT * k)
    legend = side.arranged(canvas, content, press, time.y - top - 8 * k, sheet.language)
    left, below = (MARGIN + EDGE) * k, strip.height(canvas) + 9 * k
    place = Box(left, top, canvas.width - MARGIN * k - legend.width - GUTTER * k - left,
                time.y - top - below)
    shown = frame(sheet, press, place.width, place.height)
    content = gathered(sheet, press, shown)
    _still_map(canvas, place, shown, content, sheet.language)
    legend = side.arranged(canvas, content, press, legend.height, sheet.language)
    side.draw(canvas, legend, canvas.width - MARGIN * k - legend.width, top)
    draw_foot(canvas, columns, foot_top, press.settings)
    bars = clockbar.counted(sheet, plan.reach, press)
    clockbar.draw_still(canvas, time, bars)
    return Scene(plan, content, shown, place, time, bars, _parted(canvas), dpi)


def _still_map(
    canvas: Canvas, place: Box, shown: Frame, content: Content, language: str
) -> None:
    """Draw the ground, the names that keep clear of all that ever is named, and the scale."""
    axes = canvas.mapped(place, shown.projection, shown.half)
    ground.draw(axes)
    graticule.draw(canvas, axes, place, language)
    taken: list[Taken] = []
    scratch = Canvas(canvas.width, canvas.height, canvas.type)
    for part in reversed(content.parts):
        names_of(scratch.mapped(place, shown.projection, shown.half), part.drawing, part.legend,
                 taken=taken)
    own = {part.layer.id for part in content.parts}
    places.draw(axes, language, taken, units="boundaries" not in own)
    strip.draw(canvas, axes, place, place.bottom + 9 * canvas.type, language)
    if content.synthetic:
        synthetic.draw(canvas, place, language)


def _parted(canvas: Canvas) -> tuple[Image.Image, Image.Image, Image.Image]:
    """Draw the page in three pictures: beneath fillings, from there to marks, and above these."""
    figure, furniture = canvas.figure, canvas.axes
    kept = [(artist, artist.get_visible()) for axes in figure.axes if axes is not furniture
            for artist in axes.get_children()]

    def drawn(wanted: Callable[[float], bool], *, paper: bool, top: bool) -> Image.Image:
        for artist, before in kept:
            artist.set_visible(before and wanted(artist.get_zorder()))
        furniture.set_visible(top)
        return rendered(figure, paper=paper)

    return (drawn(lambda order: order <= look.FILLS, paper=True, top=False),
            drawn(lambda order: look.FILLS < order <= look.BORDERS, paper=False, top=False),
            drawn(lambda order: order > look.BORDERS, paper=False, top=True))


def rendered(figure: Figure, *, paper: bool = False) -> Image.Image:
    """Return a figure as a picture; without paper it is clear where nothing is drawn."""
    figure.patch.set_visible(paper)
    surface = FigureCanvasAgg(figure)
    surface.draw()  # type: ignore[no-untyped-call]
    return Image.fromarray(np.asarray(surface.buffer_rgba()))  # type: ignore[no-untyped-call]
