"""Native tables of a document: the legend, and counts."""

from __future__ import annotations

import io
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from data.i18n import number, t
from layers.documents.clean import clean
from layers.documents.legend import Row
from layers.documents.samples import png
from layers.documents.tables import Table
from layers.documents.word_base import describe, ink
from layers.sheet.canvas import QUIET, RULE
from layers.sheet.furniture.key import MARK

SAMPLE, COUNT = 34.0, 88.0
"""Points of the columns of samples and of counts."""
SIZE = 9.0
TOGETHER = 18
"""Rows up to which a table stays on one page."""
WIDEST = 420.0
"""Points that a table takes at most: a number must not stand far from what it counts."""


def legend(document: Any, rows: list[Row], room: float, language: str) -> None:
    """Add the legend: sample, words, number of marks."""
    room = min(room, WIDEST)
    made = _made(document, len(rows) + 1, (SAMPLE, room - SAMPLE - COUNT, COUNT))
    _say(made.cell(0, 0).merge(made.cell(0, 1)), t(language, "Symbol and meaning"), bold=True)
    _say(made.cell(0, 2), t(language, "in the selection"), right=True, tone=QUIET)
    _head_row(made)
    for i, row in enumerate(rows, 1):
        first, second, third = (made.cell(i, column) for column in range(3))
        if row.role in ("entry", "apart"):
            picture, wide, tall = png(row.style)
            shape = first.paragraphs[0].add_run().add_picture(
                io.BytesIO(picture), Pt(wide), Pt(tall))
            describe(shape._inline, "", "")
            _tight(first.paragraphs[0])
            _say(second, row.said)
            _say(third, row.count, right=True, tone=QUIET)
        else:
            tone = {"note": QUIET, "invented": MARK}.get(row.role)
            _say(first.merge(third), row.said, bold=row.role in ("title", "invented"), tone=tone)
        if row.role == "title":
            _kept([made.rows[i]])


def counted(document: Any, table: Table, room: float, language: str) -> None:
    """Add a table of counts with its sum."""
    columns = len(table.columns)
    narrow = min(COUNT, room * 0.6 / columns)
    room = min(room, WIDEST + narrow * (columns - 1))
    made = _made(document, len(table.rows) + 2,
                 (room - narrow * columns, *(narrow,) * columns))
    _row(made, 0, (table.head, *table.columns), bold=True)
    _head_row(made)
    for i, (label, counts) in enumerate(table.rows, 1):
        _row(made, i, (label, *(number(n, language) for n in counts)))
    _row(made, len(table.rows) + 1, (
        t(language, "Total"), *(number(n, language) for n in table.totals)), bold=True)
    if len(made.rows) <= TOGETHER:
        # A sentence on what the table leaves out stays with its last row.
        _kept(list(made.rows) if table.unknown else list(made.rows)[:-1])


def _made(document: Any, rows: int, widths: tuple[float, ...]) -> Any:
    made = document.add_table(rows, len(widths))
    made.autofit = False
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = Pt(wide)
    for row in made.rows:
        for cell, wide in zip(row.cells, widths, strict=True):
            cell.width = Pt(wide)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _property(row, "w:cantSplit")
    _ruled(made)
    return made


def _kept(rows: list[Any]) -> None:
    """Keep rows on the page of the next."""
    for row in rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _head_row(made: Any) -> None:
    """Let the first row be told again on each page, and to who cannot see the table."""
    _property(made.rows[0], "w:tblHeader")


def _property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _ruled(made: Any) -> None:
    """Rule fine lines between rows, and none between columns."""
    edges = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"),
                            ("color", RULE.removeprefix("#"))):
            edge.set(qn(f"w:{name}"), value)
        edges.append(edge)
    properties = made._tbl.tblPr
    # Its place among its siblings is fixed by the format.
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(edges)


def _row(made: Any, row: int, said: tuple[str, ...], *, bold: bool = False) -> None:
    for i, words in enumerate(said):
        _say(made.cell(row, i), words, right=i > 0, bold=bold)


def _say(
    cell: Any, said: str, *, right: bool = False, bold: bool = False, tone: str | None = None
) -> None:
    paragraph = cell.paragraphs[0]
    for other in cell.paragraphs[1:]:
        other._p.getparent().remove(other._p)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _tight(paragraph)
    run = paragraph.add_run(clean(said))
    run.bold, run.font.size = bold, Pt(SIZE)
    if tone:
        run.font.color.rgb = ink(tone)


def _tight(paragraph: Any) -> None:
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
