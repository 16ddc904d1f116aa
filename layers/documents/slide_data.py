"""The slide of numbers: a chart and a table that can be edited where they are."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from data.i18n import number, t
from layers.documents import slide_frame
from layers.documents.clean import clean
from layers.documents.slide_frame import Frame
from layers.documents.slide_text import Type, box, colour, describe, dress, lines
from layers.documents.tables import Table, by_kind, by_place, distinct, left_out, over_time
from layers.palette import MORE, UNCLEAR
from layers.sheet.canvas import QUIET, RULE, Box
from layers.sheet.description import Sheet
from layers.sheet.press import Press

CHART, GAP = 0.54, 16.0
"""Share of the width that the chart takes, and points to the table."""
SIZE = 8.4
ROW, LEAST, LETTERS, LARGEST = 24.0, 10.5, 0.52, 11.0
"""Points of a table's rows at most and at least; letters as a share of them, and at most."""
LABELS = 12
"""Names of bars that an axis has room for."""
COLUMN, INSIDE = 66.0, 4.0
"""Points of a column of counts, and within a cell at its sides."""


def add(frame: Frame, sheets: tuple[Sheet, ...], press: Press) -> int:
    """Add the slide; return how many were added: none where there is nothing to count."""
    kinds, language = by_kind(press, sheets), frame.sheet.language
    if not any(kinds.totals):
        return 0
    places = by_place(press, sheets)
    table = kinds if len(kinds.rows) > 1 or len(places.rows) == 1 else places
    charted = _charted(frame, sheets, press, (kinds, places, table))
    made, body = slide_frame.slide(frame, table.title if charted is None else t(
        language, "Incidents in numbers"), frame.content.title)
    if charted is None:
        _table(made, table, body, language)
        return 1
    if body.height > body.width:
        chart, beside = (Box(body.x, body.y, body.width, body.height * 0.4),
                         Box(body.x, body.y + body.height * 0.4 + GAP, body.width,
                             body.height * 0.6 - GAP))
    else:
        wide = body.width * CHART
        chart, beside = (Box(body.x, body.y, wide, body.height),
                         Box(body.x + wide + GAP, body.y, body.width - wide - GAP, body.height))
    rest = left_out(charted)
    if rest:
        chart = Box(chart.x, chart.y, chart.width, chart.height - 2 * SIZE)
        box(made.shapes, (chart.x, chart.bottom + 2.0, chart.width, 2 * SIZE - 2.0),
            rest.render(language), Type(SIZE * 0.9, language, QUIET), "left out")
    _chart(made, charted, chart, frame)
    _table(made, table, beside, language)
    return 1


def _charted(
    frame: Frame, sheets: tuple[Sheet, ...], press: Press, tables: tuple[Table, Table, Table]
) -> Table | None:
    """Return what the chart shows: time, or kinds where they are asked for or compared."""
    kinds, places, table = tables
    if frame.sheet.chart == "kinds" or len(distinct(sheets)) > 1:
        return places if table is places else kinds
    if frame.sheet.chart == "none":
        return None
    return over_time(press, frame.sheet)


def _chart(made: Any, table: Table, place: Box, frame: Frame) -> None:
    data: Any = CategoryChartData(number_format="#,##0")  # type: ignore[no-untyped-call]
    data.categories = [clean(label) for label, _ in table.rows]
    for i, name in enumerate(table.columns):
        data.add_series(clean(name), [counts[i] for _, counts in table.rows])
    lying = not table.timed
    kind = XL_CHART_TYPE.BAR_CLUSTERED if lying else XL_CHART_TYPE.COLUMN_CLUSTERED
    held = made.shapes.add_chart(kind, Pt(place.x), Pt(place.y), Pt(place.width),
                                Pt(place.height), data)
    held.name = "chart"
    describe(held._element.nvGraphicFramePr, _described(table, frame.sheet.language))
    chart, how = held.chart, Type(SIZE, frame.sheet.language)
    dress(chart.font, how)
    chart.has_title, chart.has_legend = True, len(table.columns) > 1
    write_title(chart, table.title, how)
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(chart, len(table.rows), lying=lying)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = (45, -5) if len(table.columns) > 1 else (35, 0)
    for i, series in enumerate(plot.series):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(
            (frame.settings.accent, MORE[1][0], UNCLEAR[0])[i % 3])
        series.invert_if_negative = False


def write_title(chart: Any, said: str, how: Type) -> None:
    """Give a chart its title, which does not lie over the bars."""
    frame = chart.chart_title.text_frame
    frame.text = said
    dress(frame.paragraphs[0].runs[0].font, how.but(size=how.size * 1.2, bold=True))
    chart.chart_title.include_in_layout = False


def _axes(chart: Any, bars: int, *, lying: bool) -> None:
    values, names = chart.value_axis, chart.category_axis
    values.major_gridlines.format.line.color.rgb = colour(RULE)
    values.major_gridlines.format.line.width = Pt(0.5)
    values.format.line.fill.background()
    values.minimum_scale, values.tick_labels.number_format = 0, "#,##0"
    values.tick_labels.number_format_is_linked = False
    names.format.line.color.rgb = colour(QUIET)
    names.has_major_gridlines = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if lying:
        names.reverse_order = True
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    elif bars > LABELS:
        step = str(-(-bars // LABELS))
        place = names._element.find(qn("c:noMultiLvlLbl"))
        for name in ("c:tickLblSkip", "c:tickMarkSkip"):
            place.addprevious(names._element.makeelement(qn(name), {"val": step}))


def _table(made: Any, table: Table, place: Box, language: str) -> None:
    rows = [*table.rows, (t(language, "Total"), table.totals)]
    narrow = min(COLUMN, place.width * 0.6 / len(table.columns))
    heads = max(lines(name, LARGEST, narrow - 2 * INSIDE, bold=True) for name in table.columns)
    tall = max(LEAST, min(ROW, place.height / (len(rows) + heads)))
    wide = place.width - narrow * len(table.columns) - 2 * INSIDE
    most = min(LARGEST, tall * LETTERS)
    size = next((one for one in (most, most * 0.9, most * 0.8) if all(
        lines(label, one, wide) == 1 for label, _ in rows)), most * 0.72)
    held = made.shapes.add_table(len(rows) + 1, 1 + len(table.columns), Pt(place.x), Pt(place.y),
                                 Pt(place.width), Pt(tall * (len(rows) + heads)))
    held.name = "table"
    describe(held._element.nvGraphicFramePr, table.title)
    made_table, how = held.table, Type(size, language)
    made_table.last_row = True
    made_table.columns[0].width = Pt(place.width - narrow * len(table.columns))
    for i in range(len(table.columns)):
        made_table.columns[i + 1].width = Pt(narrow)
    _line(made_table, 0, (table.head, *table.columns), how.but(ink="#ffffff", bold=True))
    for i, (label, counts) in enumerate(rows):
        last = i == len(rows) - 1
        _line(made_table, i + 1, (label, *(number(n, language) for n in counts)),
              how.but(bold=last), fill="#ffffff" if last else None)
    for i, row in enumerate(made_table.rows):
        row.height = Pt(tall if i else max(tall, heads * size * 1.3))


def _line(
    made: Any, row: int, said: tuple[str, ...], how: Type, fill: str | None = None
) -> None:
    for i, words in enumerate(said):
        cell = made.cell(row, i)
        if fill:
            cell.fill.solid()
            cell.fill.fore_color.rgb = colour(fill)
        cell.margin_left = cell.margin_right = Pt(INSIDE)
        cell.margin_top = cell.margin_bottom = 0
        frame = cell.text_frame
        frame.text = clean(words)
        dress(frame.paragraphs[0].runs[0].font, how)
        if i:
            frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE


def _described(table: Table, language: str) -> str:
    """Say what a chart shows: what is counted, and its largest bar."""
    label, counts = max(table.rows, key=lambda row: row[1][0])
    return t(language, "Chart: {title}. Most: {label}, {n}.", title=table.title, label=label,
             n=counts[0])
