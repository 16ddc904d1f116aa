"""The head of a sheet: title, subtitle, the organisation, and the classification marking."""

from __future__ import annotations

from data.settings import Settings
from layers.sheet import logo
from layers.sheet.canvas import INK, QUIET, Canvas
from layers.sheet.gather import Content
from layers.sheet.type import LINE, shortened, width

TITLE, SUBTITLE, NAME = 15.0, 8.6, 8.0
TITLE_LINES, SUBTITLE_LINES = 3, 3
SHARE = 0.3
"""The most of the page's width that the organisation takes."""


def draw(canvas: Canvas, content: Content, settings: Settings, margin: float) -> float:
    """Draw the head; return where the map may begin, points from the top."""
    k, top = canvas.type, margin
    if settings.marking:
        top = _marking(canvas, settings.marking, margin * 0.72) + 5 * k
    beside = _organisation(canvas, settings, margin, top)
    room = canvas.width - 2 * margin - (beside + 16 * k if beside else 0)
    size = _fitting(content.title, TITLE * k, room)
    y = canvas.lines(margin, top, shortened(content.title, size, room, TITLE_LINES, bold=True),
                     size, bold=True, leading=1.2, name="title")
    if content.subtitle:
        under = shortened(content.subtitle, SUBTITLE * k, room, SUBTITLE_LINES)
        y = canvas.lines(margin, y + 1.5 * k, under, SUBTITLE * k, ink=QUIET, name="subtitle")
    y = max(y + 2.5 * k, top + 26 * k)
    canvas.rule([(margin, y), (canvas.width - margin, y)], settings.accent, 1.6 * k)
    return y + 8 * k


def foot_marking(canvas: Canvas, marking: str) -> None:
    """Repeat the classification marking at the foot of the page."""
    _marking(canvas, marking, canvas.height - 7 * canvas.type)


def _marking(canvas: Canvas, marking: str, y: float) -> float:
    size = 7.5 * canvas.type
    (line,) = shortened(marking, size, canvas.width * 0.8, 1, bold=True)
    canvas.text(canvas.width / 2, y, line, size, bold=True, side="center", name="marking")
    return y + size * 0.4


def _fitting(title: str, size: float, room: float) -> float:
    """Return a size at which a title takes two lines, or the least one that may be."""
    for share in (1.0, 0.9, 0.8):
        if width(title, size * share, bold=True) <= room * 1.9:
            return size * share
    return size * 0.75


def _organisation(canvas: Canvas, settings: Settings, margin: float, top: float) -> float:
    """Draw logo and name at the right; return how much room they take."""
    k, right = canvas.type, canvas.width - margin
    most, taken = canvas.width * SHARE, 0.0
    if settings.logo:
        taken = logo.draw(canvas, settings.logo, (right, top), 26 * k, most * 0.6)
    if settings.organisation:
        beside = taken + 6 * k if taken else 0.0
        lines = shortened(settings.organisation, NAME * k, most - beside, 2, bold=True)
        canvas.lines(right - beside, top + (26 - len(lines) * NAME * LINE) * k / 2, lines,
                     NAME * k, bold=True, ink=INK, side="right", name="organisation")
        taken = beside + max(width(line, NAME * k, bold=True) for line in lines)
    return taken
