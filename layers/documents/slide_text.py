"""Words on a slide: boxes of text, in a size, an ink and a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from layers.documents.clean import clean
from layers.palette import rgb
from layers.sheet.canvas import INK
from layers.sheet.type import wrapped

LANGUAGES = {"en": MSO_LANGUAGE_ID.ENGLISH_UK, "fr": MSO_LANGUAGE_ID.FRENCH}
SIDES = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
NARROWER = 0.94
"""The deck's type is narrower than that of sheets by more than this."""


@dataclass(frozen=True)
class Type:
    """How words are set: points, language, and the rest as it says."""

    size: float
    language: str
    ink: str = INK
    bold: bool = False
    side: Literal["left", "center", "right"] = "left"
    anchor: Literal["top", "middle", "bottom"] = "top"

    def but(self, **other: Any) -> Type:
        """Return the same with something else about it."""
        return replace(self, **other)


def box(
    shapes: Any, place: tuple[float, float, float, float], said: str | list[str], how: Type,
    name: str,
) -> Any:
    """Put a box of text at x, y, width and height, points, without margins; one part a line."""
    shape = shapes.add_textbox(*(Pt(edge) for edge in place))
    shape.name = name
    write(shape.text_frame, said, how)
    return shape


def write(frame: Any, said: str | list[str], how: Type, margin: float = 0.0) -> None:
    """Fill a frame of text, which keeps its size."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = ANCHORS[how.anchor]
    frame.margin_left = frame.margin_right = Pt(margin)
    frame.margin_top = frame.margin_bottom = 0
    for i, line in enumerate([said] if isinstance(said, str) else said):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.alignment = SIDES[how.side]
        run = paragraph.add_run()
        run.text = clean(line)
        dress(run.font, how)


def dress(font: Any, how: Type) -> None:
    """Give letters their look and language."""
    font.size, font.bold = Pt(how.size), how.bold
    font.color.rgb = colour(how.ink)
    font.language_id = LANGUAGES[how.language]


def lines(said: str, size: float, room: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes, by the widths of the type of sheets."""
    return len(wrapped(clean(said), size * NARROWER, room, bold=bold))


def colour(tone: str) -> RGBColor:
    """Read `#rrggbb`."""
    return RGBColor(*rgb(tone))  # type: ignore[no-untyped-call]


def plain(shape: Any) -> Any:
    """Take the theme's shadow and colours from a shape, which has its own; return it."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    return shape


def describe(properties: Any, said: str) -> None:
    """Say what a picture, chart or table shows, for a person who cannot see it."""
    properties.cNvPr.set("descr", clean(said))
