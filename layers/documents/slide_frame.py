"""What stands on every slide: title, organisation, marking, credits, number, and notes."""

from __future__ import annotations

import copy
import io
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Pt

from data.i18n import t
from data.settings import Settings
from layers.documents import told
from layers.documents.deck import layout
from layers.documents.slide_text import LANGUAGES, Type, box, colour, describe, lines, plain, write
from layers.sheet import logo
from layers.sheet.canvas import QUIET, Box
from layers.sheet.description import Sheet
from layers.sheet.furniture.key import MARK
from layers.sheet.gather import Content
from layers.sheet.type import width

MARGIN = 20.0
LOGO, NAMED = 26.0, 150.0
"""Points: height of the logo, and the most that logo and name take across."""
TITLES = (20.0, 17.0, 14.5, 12.5, 11.0)
UNDER, NAME, CREDITS = 9.0, 8.0, 6.6
"""Points of letters: of titles, the largest first; of subtitles, the organisation, credits."""
LINE = 1.24
INVENTED, NUMBERED = 11.5, 26.0
"""Points: height of the mark of what is invented, width of a slide's number."""


@dataclass(frozen=True, eq=False)
class Frame:
    """What slides of a page share.

    Attributes:
        deck: of the library.
        sheet, content: what is shown, the leading map of several.
        settings: the organisation's.
        numbers: of incidents, in a sentence.
    """

    deck: Any
    sheet: Sheet
    content: Content
    settings: Settings
    numbers: str

    @property
    def width(self) -> float:
        """Of a slide, points."""
        return float(self.deck.slide_width.pt)

    @property
    def height(self) -> float:
        """Of a slide, points."""
        return float(self.deck.slide_height.pt)


def body(frame: Frame, title: str, subtitle: str) -> Box:
    """Return the room that a slide with such words has left."""
    top = _head(frame, title, subtitle).bottom + 10.0
    return Box(MARGIN, top, frame.width - 2 * MARGIN, _foot(frame).y - 4.0 - top)


def slide(frame: Frame, title: str, subtitle: str) -> tuple[Any, Box]:
    """Add a slide with all that stands on every one; return it, and the room left on it."""
    made = frame.deck.slides.add_slide(layout(frame.deck))
    language, settings = frame.sheet.language, frame.settings
    if settings.marking:
        how = Type(7.5, language, bold=True, side="center")
        for y in (5.0, frame.height - 13.0):
            box(made.shapes, (MARGIN, y, frame.width - 2 * MARGIN, 10.0), settings.marking, how,
                "marking")
    head = _head(frame, title, subtitle)
    _title(made, head, title, subtitle, language)
    _organisation(made.shapes, frame, head.y)
    y = head.bottom + 4.0
    rule = plain(made.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, Pt(MARGIN), Pt(y), Pt(frame.width - MARGIN), Pt(y)))
    rule.line.color.rgb, rule.line.width, rule.name = colour(settings.accent), Pt(1.5), "rule"
    _credits(made, frame)
    _notes(made, frame)
    return made, body(frame, title, subtitle)


def _head(frame: Frame, title: str, subtitle: str) -> Box:
    """Return where title and subtitle stand."""
    top = MARGIN * 0.6 + (6.0 if frame.settings.marking else 0.0)
    room = frame.width - 2 * MARGIN - _beside(frame)
    tall = _tall(title, _fitting(title, room), room, bold=True)
    tall += _tall(subtitle, UNDER, room) + 1.0 if subtitle else 0.0
    return Box(MARGIN, top, room, max(tall, LOGO if _beside(frame) else 0.0))


def _fitting(title: str, room: float) -> float:
    """Return the size at which a title takes two lines at most, or the least there is."""
    return next((one for one in TITLES if lines(title, one, room, bold=True) <= 2),
                TITLES[-1])


def _tall(said: str, size: float, room: float, *, bold: bool = False) -> float:
    return lines(said, size, room, bold=bold) * size * LINE


def _title(made: Any, head: Box, title: str, subtitle: str, language: str) -> None:
    """Fill the title's placeholder, and put the subtitle beneath."""
    size = _fitting(title, head.width)
    tall = _tall(title, size, head.width, bold=True)
    holder = made.shapes.title
    holder.left, holder.top, holder.width, holder.height = (
        Pt(edge) for edge in (head.x, head.y, head.width, tall))
    write(holder.text_frame, title, Type(size, language, bold=True))
    if subtitle:
        place = (head.x, head.y + tall + 1.0, head.width, _tall(subtitle, UNDER, head.width))
        box(made.shapes, place, subtitle, Type(UNDER, language, QUIET), "subtitle")


def _beside(frame: Frame) -> float:
    """Return how much room logo and name take, points."""
    name = frame.settings.organisation
    wide = _logo(frame.settings)[0]
    named = min(NAMED - wide, width(name, NAME, bold=True) + 4.0) if name else 0.0
    return wide + named + 8.0 * ((wide > 0) + (named > 0))


def _logo(settings: Settings) -> tuple[float, float]:
    """Return width and height of the logo on a slide, points; nothing without one."""
    if not settings.logo:
        return 0.0, 0.0
    across, high = logo.size(settings.logo)
    wide = min(LOGO * across / high, NAMED * 0.6)
    return wide, wide * high / across


def _organisation(shapes: Any, frame: Frame, top: float) -> None:
    """Put logo and name at the right."""
    settings, right = frame.settings, frame.width - MARGIN
    wide, tall = _logo(settings)
    if settings.logo:
        made = shapes.add_picture(io.BytesIO(logo.png(settings.logo)), Pt(right - wide),
                                  Pt(top + (LOGO - tall) / 2), Pt(wide), Pt(tall))
        made.name = "logo"
        describe(made._element.nvPicPr, settings.organisation)
        right -= wide + 8.0
    if settings.organisation:
        left = frame.width - MARGIN - _beside(frame) + 8.0
        box(shapes, (left, top, right - left, LOGO), settings.organisation, Type(
            NAME, frame.sheet.language, bold=True, side="right", anchor="middle"), "organisation")


def _foot(frame: Frame) -> Box:
    """Return where credits stand, the mark of what is invented above them included."""
    room = frame.width - 2 * MARGIN - NUMBERED
    said = told.credits(frame.content, frame.settings, frame.sheet.language)
    tall = _tall(said, CREDITS, room) + (INVENTED if frame.content.synthetic else 0.0)
    bottom = frame.height - (15.0 if frame.settings.marking else 8.0)
    return Box(MARGIN, bottom - tall, room, tall)


def _credits(made: Any, frame: Frame) -> None:
    """Put credits and the slide's number at the foot."""
    language, place = frame.sheet.language, _foot(frame)
    y = place.y
    if frame.content.synthetic:
        said = t(language, "Contains synthetic demonstration data: invented, not findings.")
        box(made.shapes, (place.x, y, place.width, INVENTED), said,
            Type(8.0, language, MARK, bold=True), "synthetic")
        y += INVENTED
    box(made.shapes, (place.x, y, place.width, place.bottom - y),
        told.credits(frame.content, frame.settings, language), Type(CREDITS, language, QUIET),
        "credits")
    _number(made, (frame.width - MARGIN - NUMBERED, place.bottom - 10.0, NUMBERED, 10.0), language)


def _number(made: Any, place: tuple[float, float, float, float], language: str) -> None:
    """Copy the layout's placeholder of the slide's number, a field, onto the slide."""
    held = next(one for one in made.slide_layout.placeholders
                if one.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER)
    element = copy.deepcopy(held._element)
    element.nvSpPr.cNvPr.set("id", str(1 + max(one.shape_id for one in made.shapes)))
    made.shapes._spTree.append(element)
    own = made.shapes[-1]
    own.left, own.top, own.width, own.height = (Pt(edge) for edge in place)
    frame = own.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for run in element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        run.set("sz", "800")
        run.set("lang", LANGUAGES[language].xml_value)


def _notes(made: Any, frame: Frame) -> None:
    """Write all that a speaker may be asked: numbers, sources, licences, citations, dates."""
    sheet, content, language = frame.sheet, frame.content, frame.sheet.language
    said = [content.title, content.subtitle, frame.numbers, "",
             t(language, "Sources"), *told.sources(content, language),
             *told.citations(content, language), "",
             *told.about(sheet, content, frame.settings)]
    notes = made.notes_slide.notes_text_frame
    write(notes, said, Type(10.0, language))
