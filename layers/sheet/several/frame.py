"""The frame of a page that is no plain sheet: its heading and foot, and the room between them."""

from __future__ import annotations

from dataclasses import dataclass

from layers.sheet.canvas import Box, Canvas
from layers.sheet.compose import ABOVE_FOOT, MARGIN, draw_foot, footed
from layers.sheet.description import Sheet
from layers.sheet.furniture import heading
from layers.sheet.furniture.foot import About
from layers.sheet.gather import Content
from layers.sheet.press import Press


@dataclass(frozen=True)
class Framed:
    """A page whose heading and foot are drawn: its canvas, and the room that is left."""

    canvas: Canvas
    room: Box


def framed(sheet: Sheet, content: Content, press: Press) -> Framed:
    """Draw the heading and the foot of a page."""
    canvas = Canvas(*sheet.size, sheet.type)
    canvas.figure.set_label(content.title)
    margin = MARGIN * canvas.type
    top = heading.draw(canvas, content, press.settings, margin)
    columns, foot_top = footed(canvas, About(sheet, content, press.settings))
    draw_foot(canvas, columns, foot_top, press.settings)
    bottom = foot_top - ABOVE_FOOT * canvas.type
    return Framed(canvas, Box(margin, top, canvas.width - 2 * margin, bottom - top))
