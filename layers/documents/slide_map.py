"""The slide of a map: its picture, and beside or beneath it the legend and the numbers."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from pptx.util import Pt

from data.i18n import nmsg, t
from layers.documents import slide_frame, slide_legend, told
from layers.documents.maps import Picture, picture
from layers.documents.slide_frame import Frame
from layers.documents.slide_legend import SIZES, Block, blocks, said
from layers.documents.slide_text import describe
from layers.exports.pages import Page
from layers.sheet.canvas import Box
from layers.sheet.press import Press

SHARE, LEAST = 0.27, 165.0
"""Width of the column beside a map: of a slide's, and at least so many points."""
MAP = 0.62
"""Of the height of a standing slide that the map takes."""
GAP = 12.0
UPRIGHT, COLUMNS = 2, 3
"""Columns of a legend beneath a map, and on a slide of its own."""


def add(frame: Frame, page: Page, press: Press, dpi: int) -> Frame:
    """Add the slide, and one more for a legend that has no room on it.

    Returns:
        The frame with what the map at its size shows.
    """
    content = frame.content
    body = slide_frame.body(frame, content.title, content.subtitle)
    place, legend = _places(frame, body)
    count = UPRIGHT if _upright(frame) else 1
    if _columns(frame, legend, count) is None:
        place = body
    drawn = picture(page, press, (place.width, place.height), dpi)
    frame = replace(frame, content=drawn.content,
                    numbers=told.numbers_of(page.sheets, drawn.content, press))
    made, _ = slide_frame.slide(frame, drawn.content.title, drawn.content.subtitle)
    said = told.drawn(drawn.content, frame.sheet.language)
    if drawn.whole:
        put(made, drawn, body, said)
        return frame
    put(made, drawn, place, said)
    columns = _columns(frame, legend, count) if place is not body else None
    if columns is not None:
        _place(made, columns, legend, count)
        return frame
    made, body = slide_frame.slide(frame, t(frame.sheet.language, "Legend"), drawn.content.title)
    _place(made, _columns(frame, body, COLUMNS) or _cut(frame, body), body, COLUMNS)
    return frame


def _upright(frame: Frame) -> bool:
    return frame.height > frame.width


def _places(frame: Frame, body: Box) -> tuple[Box, Box]:
    """Return where map and legend stand: beside one another, or the legend beneath."""
    if _upright(frame):
        tall = body.height * MAP
        return (Box(body.x, body.y, body.width, tall),
                Box(body.x, body.y + tall + GAP, body.width, body.height - tall - GAP))
    side = max(SHARE * frame.width, LEAST)
    return (Box(body.x, body.y, body.width - side - GAP, body.height),
            Box(body.right - side, body.y, side, body.height))


def put(made: Any, picture: Picture, box: Box, said: str) -> None:
    """Put a picture into a box as large as it fits, with what it shows in words."""
    share = min(box.width / picture.width, box.height / picture.height)
    wide, tall = picture.width * share, picture.height * share
    shape = made.shapes.add_picture(io.BytesIO(picture.png), Pt(box.x), Pt(box.y), Pt(wide),
                                    Pt(tall))
    shape.name = "map"
    describe(shape._element.nvPicPr, said)


def _columns(frame: Frame, body: Box, count: int) -> list[list[Block]] | None:
    """Part legend and numbers into columns in the largest letters that fit; None if none do."""
    wide = (body.width - (count - 1) * GAP) / count
    for size in SIZES:
        found = _parted(blocks(frame.content, wide, size, frame.sheet.language), body.height)
        if len(found) <= count:
            return found
    return None


def _parted(found: list[Block], most: float) -> list[list[Block]]:
    columns: list[list[Block]] = [[]]
    for one in found:
        if sum(each.height for each in columns[-1]) + one.height > most:
            columns.append([])
        columns[-1].append(one)
    return columns


def _cut(frame: Frame, body: Box) -> list[list[Block]]:
    """Keep what a slide of its own holds of a legend that none could; its end says so.

    The numbers of incidents stand below it all the same.
    """
    wide, language = (body.width - (COLUMNS - 1) * GAP) / COLUMNS, frame.sheet.language
    found = slide_legend.legend(frame.content, wide, SIZES[-1], language)
    numbers = slide_legend.numbers(frame.content, wide, SIZES[-1], language)
    kept = list(found)
    while True:
        while kept and kept[-1].heads:
            kept.pop()
        missing = nmsg("and {count} more line, which the atlas lists",
                       "and {count} more lines, which the atlas lists",
                       len(found) - len(kept)).render(language)
        last = said(missing, wide, SIZES[-1], language)
        columns = _parted([*kept, last, *numbers], body.height)
        if len(columns) <= COLUMNS or not kept:
            return columns
        kept.pop()


def _place(made: Any, columns: list[list[Block]], body: Box, count: int) -> None:
    wide = (body.width - (count - 1) * GAP) / count
    group = made.shapes.add_group_shape()
    group.name = "legend"
    for i, column in enumerate(columns):
        slide_legend.place(group.shapes, column, body.x + i * (wide + GAP), body.y)
