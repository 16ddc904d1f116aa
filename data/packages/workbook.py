"""The package as a workbook: incidents, what columns mean, sources, aggregates, and README."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.i18n import number, t
from data.packages import citations, conditions
from data.packages.columns import AGGREGATE
from data.packages.content import flat
from data.packages.readme import readme
from data.packages.whole import Whole

MOST_ROWS = 1_048_576
"""Rows that a sheet may have, its header among them."""
MOST_TEXT = 32_767
"""Characters that a cell may hold."""
CUT = " […]"
EPOCH = dt.date(1900, 3, 1)
"""Before this day workbooks count days otherwise, or not at all; such days are text."""
WIDTH = 18
NEVER = dt.datetime(2000, 1, 1)
"""What stands as the moment of making, so that the same package gives the same bytes."""


def write_workbook(whole: Whole, path: Path) -> int:
    """Write the workbook; return how many rows of the content it holds."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": whole.facts.title[:255], "created": NEVER})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        written = _content(book, whole, bold, day)
        for name, heads, rows in _beside(whole):
            _rows(book.add_worksheet(name), heads, rows, bold, day)
        return written


def _content(book: xlsxwriter.Workbook, whole: Whole, bold: Format, day: Format) -> int:
    """Write the rows, going on in a further sheet where one is full."""
    language, names = whole.order.language, whole.content.names
    title = (t(language, "Incidents") if whole.order.coarsen is None
             else t(language, "Hexagons"))
    rows = ([flat(name, row[name]) for name in names] for row in whole.content.rows())
    written, sheets = 0, 0
    while True:
        sheets += 1
        sheet = book.add_worksheet(title if sheets == 1 else f"{title} {sheets}")
        held = _rows(sheet, names, rows, bold, day)
        written += held
        if held < MOST_ROWS - 1:
            return written


def _beside(whole: Whole) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]:
    """Yield the other sheets: name, heads, rows."""
    language = whole.order.language
    yield (t(language, "Columns"), [t(language, "Column"), t(language, "Meaning")],
           [(one.name, one.meaning.render(language)) for one in whole.content.columns])
    yield (t(language, "Sources"),
           [t(language, "Source"), t(language, "Licence"), t(language, "Incidents"),
            t(language, "What the licence asks for"), t(language, "Citation")],
           [(one.source, conditions.label(one.licence, language), one.incidents,
             conditions.asks(one.licence, language),
             "\n".join(citations.asked(one.source, one.citations)))
            for one in whole.facts.sources])
    if whole.facts.aggregates.rows:
        yield (t(language, "Aggregates"), [one.name for one in AGGREGATE],
               [[row[one.name] for one in AGGREGATE] for row in whole.facts.aggregates.rows])
    yield (t(language, "Read me"), [t(language, "{count} incidents",
                                      count=number(whole.facts.leaving, language))],
           [[line] for line in readme(whole).splitlines() if line])


def _rows(
    sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[Any]], bold: Format,
    day: Format,
) -> int:
    """Write a header and as many rows as the sheet has room for; return how many."""
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(heads) - 1, WIDTH if len(heads) > 1 else 5 * WIDTH)
    for place, head in enumerate(heads):
        sheet.write_string(0, place, head, bold)
    at = 0
    # No more is taken from `rows` than there is room for: the next sheet goes on with them.
    for row in islice(rows, MOST_ROWS - 1):
        at += 1
        for place, value in enumerate(row):
            _cell(sheet, at, place, value, day)
    return at


def _cell(sheet: Worksheet, row: int, place: int, value: Any, day: Format) -> None:
    """Write a value by its type; text is text, whatever it looks like."""
    if value is None or value == "":
        return
    if isinstance(value, dt.date):
        if value >= EPOCH:
            sheet.write_datetime(row, place, value, day)
        else:
            sheet.write_string(row, place, value.isoformat())
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    else:
        text = str(value)
        if len(text) > MOST_TEXT:
            text = text[:MOST_TEXT - len(CUT)] + CUT
        sheet.write_string(row, place, text)
