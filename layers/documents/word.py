"""An export as a document (DOCX): for each page its map, legend, numbers and sources."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx.shared import Pt

from data.i18n import t
from layers.documents import told, word_base, word_tables
from layers.documents.clean import clean
from layers.documents.legend import rows
from layers.documents.maps import Picture, picture
from layers.documents.packed import moment, packed, put
from layers.documents.properties import fill
from layers.documents.tables import by_kind, by_place, left_out, over_time, shown
from layers.documents.word_base import Paper
from layers.exports.counted import counted
from layers.exports.entitled import entitled
from layers.exports.export import Export
from layers.exports.made import Made, Tell
from layers.exports.pages import Page, pages
from layers.sheet.press import Press

ABOVE = 96.0
"""Points that titles and a caption take beside a map."""
SHAPE = 0.68
"""Height of a map as a share of its width, where the page has room for it."""
SPANS = 36
"""Rows of a table over time at most; longer ones are in the data, not in a document."""


def write(export: Export, press: Press, path: Path, tell: Tell) -> Made:
    """Write a document, its pages as large as the sheet's where printers have such paper."""
    found = pages(export, press)
    room = word_base.room(export.sheet)
    document: Any = None
    counts: set[tuple[str, ...]] = set()
    for i, page in enumerate(found):
        tell(i, len(found))
        drawn = picture(page, press, _shape(room), export.dpi)
        if document is None:
            first = drawn.content
            document = word_base.empty(export.sheet, first, press.settings)
        if i:
            document.add_page_break()
        _map(document, page, drawn, alone=len(found) == 1)
        if shown(page.sheets) not in counts:
            _words(document, page, drawn, press, alone=len(found) == 1)
        counts.add(shown(page.sheets))
    names = entitled(export, (first.title, first.subtitle))
    fill(document.core_properties, names, first, press.settings, export.sheet.language)
    written = io.BytesIO()
    document.save(written)
    name = put(packed(written.getvalue(), moment(first.as_of)), path, "docx")
    tell(len(found), len(found))
    return Made((name,), names[0], len(found), *counted(export, found, press))


def _shape(room: Paper) -> tuple[float, float]:
    return room.width, min(room.width * SHAPE, room.height - ABOVE)


def _map(document: Any, page: Page, drawn: Picture, *, alone: bool) -> None:
    """Write title, map and legend of a page; one that is alone has the document's own title."""
    content, sheet = drawn.content, page.sheets[0]
    language, room = sheet.language, word_base.room(sheet)
    document.add_paragraph(clean(content.title), "Title" if alone else "Heading 1")
    if content.subtitle:
        document.add_paragraph(clean(content.subtitle), "Subtitle")
    _picture(document, drawn, room, language)
    if not drawn.whole:
        document.add_heading(t(language, "Legend"), 1 if alone else 2)
        word_tables.legend(document, rows(content.parts, language), room.width, language)


def _words(document: Any, page: Page, drawn: Picture, press: Press, *, alone: bool) -> None:
    """Write the numbers and sources of a page, and what must be known of it."""
    content, sheet = drawn.content, page.sheets[0]
    language, room, level = sheet.language, word_base.room(sheet), 1 if alone else 2
    document.add_heading(t(language, "Incidents"), level)
    document.add_paragraph(clean(told.numbers_of(page.sheets, content, press)))
    _tables(document, page, press, room)
    document.add_heading(t(language, "Sources"), level)
    for line in told.sources(content, language):
        document.add_paragraph(clean(line), "List Bullet")
    for line in told.citations(content, language):
        document.add_paragraph(clean(line))
    document.add_heading(t(language, "About this map"), level)
    for line in told.about(sheet, content, press.settings):
        document.add_paragraph(clean(line))


def _picture(document: Any, drawn: Picture, room: Paper, language: str) -> None:
    share = min(room.width / drawn.width, (room.height - ABOVE) / drawn.height)
    holder = document.add_paragraph()
    holder.paragraph_format.keep_with_next = True
    holder.paragraph_format.space_after = Pt(0)
    shape = holder.add_run().add_picture(
        io.BytesIO(drawn.png), Pt(drawn.width * share), Pt(drawn.height * share))
    word_base.describe(shape._inline, t(language, "Map"), told.drawn(drawn.content, language))
    said = " · ".join(one for one in (drawn.content.title, drawn.content.subtitle) if one)
    _caption(document, t(language, "Map"), "Map", said)


def _tables(document: Any, page: Page, press: Press, room: Paper) -> None:
    language = page.sheets[0].language
    found = [by_kind(press, page.sheets), by_place(press, page.sheets)]
    timed = over_time(press, page.sheets[0]) if len(found[0].columns) == 1 else None
    if timed is not None and len(timed.rows) <= SPANS:
        found.append(timed)
    for table in found:
        if len(table.rows) > 1:
            _caption(document, t(language, "Table"), "Table", table.title, above=True)
            word_tables.counted(document, table, room.width, language)
            rest = left_out(table)
            if rest:
                document.add_paragraph(rest.render(language), "Caption")


def _caption(
    document: Any, name: str, counter: str, said: str, *, above: bool = False
) -> None:
    """Number what stands above or below, so that lists of figures and tables can be made."""
    line = document.add_paragraph(f"{name} ", "Caption")
    word_base.field(line, f"SEQ {counter} \\* ARABIC", "1")
    line.add_run(". " + clean(said))
    if above:
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(10), Pt(3)
