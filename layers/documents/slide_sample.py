"""A legend entry's sample as a native shape, in the look of the marks it stands for."""

from __future__ import annotations

from typing import Any

from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from layers.documents.slide_text import Type, colour, plain, write
from layers.sheet.canvas import QUIET
from layers.sheet.look import Look
from layers.style import Style

WIDE, TALL = 18.0, 9.0
"""Points of a sample that has no size of its own."""
LARGEST = 7.0
"""Points of radius of a symbol's sample at most."""
HATCHES = {0.0: MSO_PATTERN_TYPE.LIGHT_HORIZONTAL, 45.0: MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL,
           90.0: MSO_PATTERN_TYPE.LIGHT_VERTICAL, 135.0: MSO_PATTERN_TYPE.WIDE_DOWNWARD_DIAGONAL}
SHAPES = {"hexagon": MSO_SHAPE.HEXAGON, "symbol": MSO_SHAPE.OVAL, "dot": MSO_SHAPE.OVAL,
          "ring": MSO_SHAPE.OVAL}


def sample(shapes: Any, style: Style, x: float, middle: float, language: str) -> None:
    """Draw a sample whose left edge is x and whose middle lies at a height, points."""
    how = Look(style)
    if style.form in ("line", "arc"):
        _line(shapes, how, x, middle)
        return
    wide, tall = _size(style)
    made = plain(shapes.add_shape(
        SHAPES.get(style.form, MSO_SHAPE.RECTANGLE), Pt(x + (WIDE - wide) / 2),
        Pt(middle - tall / 2), Pt(wide), Pt(tall)))
    made.name = f"legend {style.form}"
    _fill(made.fill, how)
    _edge(made.line, how)
    if style.letter:
        size = min(6.5, wide * 0.62) if len(style.letter) == 1 else min(5.0, wide * 0.4)
        write(made.text_frame, style.letter, Type(
            size, language, how.letter_ink, bold=True, side="center", anchor="middle"))
        made.text_frame.word_wrap = False


def apart(shapes: Any, x: float, middle: float) -> None:
    """Draw the sample of what is counted and not drawn: a dashed frame."""
    made = plain(shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Pt(x + WIDE * 0.16), Pt(middle - TALL * 0.4), Pt(WIDE * 0.68),
        Pt(TALL * 0.8)))
    made.name = "legend apart"
    made.fill.background()
    made.line.color.rgb, made.line.width = colour(QUIET), Pt(0.7)
    made.line.dash_style = MSO_LINE_DASH_STYLE.DASH


def height(style: Style) -> float:
    """Return how tall a sample is, points."""
    return _size(style)[1]


def _size(style: Style) -> tuple[float, float]:
    if style.form in ("symbol", "dot", "ring"):
        across = 2 * min(LARGEST, style.radius * 0.75 if style.form != "ring" else 5.0)
        return across, across
    return (11.0, 9.5) if style.form == "hexagon" else (WIDE - 2, TALL)


def _fill(fill: Any, how: Look) -> None:
    style = how.style
    if style.form == "hatch":
        fill.patterned()
        fill.pattern = HATCHES[style.angle]
        fill.fore_color.rgb, fill.back_color.rgb = colour(how.tone), colour("#ffffff")
    elif style.form in ("outline", "ring"):
        fill.background()
    else:
        fill.solid()
        fill.fore_color.rgb = colour(how.paper if style.hollow else how.tone)


def _edge(line: Any, how: Look) -> None:
    style = how.style
    if style.form in ("fill", "hexagon"):
        line.fill.background()
        return
    edged = style.hollow or style.form in ("outline", "ring", "hatch")
    line.color.rgb = colour(how.tone if edged else how.paper)
    line.width = Pt(how.width if edged else 0.6)
    if style.dash:
        line.dash_style = MSO_LINE_DASH_STYLE.DASH


def _line(shapes: Any, how: Look, x: float, middle: float) -> None:
    made = plain(shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, Pt(x + 1), Pt(middle), Pt(x + WIDE - 1), Pt(middle)))
    made.name = f"legend {how.style.form}"
    made.line.color.rgb, made.line.width = colour(how.tone), Pt(how.width)
    if how.style.dash:
        made.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    if how.style.arrow:
        outline = made.line._get_or_add_ln()
        outline.append(outline.makeelement(qn("a:tailEnd"), {"type": "triangle"}))
