"""Reporting effort: a mean over the months of the window, in which silence counts as 0."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest

from data import hexes
from data.ground import Ground
from data.selection import Selection
from layers.base import Found, Request
from layers.effort import Effort
from layers.marks import tally

LAYER = Effort()
SPRING = Selection(date_from=dt.date(1970, 1, 1), date_to=dt.date(1970, 4, 30))
AUTUMN = Selection(date_from=dt.date(1970, 10, 1), date_to=dt.date(1970, 11, 30))


@pytest.fixture
def found_(cells):
    """Bamako: 2 sources in January, 1 in March; Gao: 3 in January; Kidal: 1 in December."""
    bamako, gao, kidal = cells.tolist()
    rows = sorted([(bamako, 0, 2), (bamako, 2, 1), (gao, 0, 3), (kidal, 11, 1)])
    cell, month, sources = zip(*rows, strict=True)
    return Found({
        "effort": pa.table({"cell": list(cell), "month": pa.array(month, pa.int32()),
                            "sources": pa.array(sources, pa.int32())}),
        "totals": pa.table({"synthetic": [0]}),
        "sources": pa.table({"key": ["A", "B", "C"], "incidents": [5, 2, 1]}),
    }, Ground())


def means(found_, selection):
    drawing = LAYER.drawing(found_, Request(selection=selection, months=4))
    return {mark.id.removeprefix("cell/"): mark.value for mark in drawing}


def test_months_without_a_report_count_as_none(found_, cells):
    bamako, gao, kidal = (hexes.text(cell) for cell in cells.tolist())
    assert means(found_, SPRING) == {bamako: 0.75, gao: 0.75}
    assert means(found_, Selection()) == {
        bamako: pytest.approx(3 / 12), gao: pytest.approx(3 / 12), kidal: pytest.approx(1 / 12)}
    assert means(found_, AUTUMN) == {}, "nothing is drawn where nobody reported"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("selection", [Selection(), SPRING, AUTUMN])
def test_legend_drawing_and_table_agree(found_, selection, language):
    request = Request(selection=selection, language=language, months=4)
    drawing, legend = LAYER.drawing(found_, request), LAYER.legend(found_, request)
    assert set(tally(drawing)) <= {entry.key for entry in legend.entries}
    rows = LAYER.rows(found_, request).to_pylist()
    assert [(row["mark"], row["mean"]) for row in rows] == [
        (mark.id, mark.value) for mark in drawing]
    assert all(mark.key == legend.class_of(mark.value) for mark in drawing)


def test_classes_hold_for_every_window_of_the_length(found_):
    bounds = LAYER.legend(found_, Request(months=4)).bounds()
    for first in range(9):
        start = dt.date(1970, first + 1, 1)
        end = dt.date(1970, first + 5, 1) if first < 8 else dt.date(1971, 1, 1)
        window = Selection(date_from=start, date_to=end - dt.timedelta(1))
        for value in means(found_, window).values():
            assert any(low - 1e-9 <= value <= high + 1e-9 for low, high in bounds)


def test_the_browser_gets_months_as_days(found_):
    sent = LAYER.payload(found_, Request())
    assert sent.columns["part_end"].tolist()[0] - sent.columns["part_start"].tolist()[0] in (
        27, 29, 30)
    assert all(item["monthly"] for item in sent.meta["items"])


def test_a_large_answer_makes_hexagons_grow(found_):
    assert LAYER.coarser(found_, Request(most_rows=3)).resolution == 3
    assert LAYER.coarser(found_, Request(most_rows=4)) is None
    assert LAYER.coarser(found_, Request(most_rows=3, resolution=3)) is None


def test_nothing_selected_draws_nothing(found_):
    empty = Found({**found_, "effort": found_["effort"].slice(0, 0)}, Ground())
    assert LAYER.drawing(empty, Request()) == ()
    assert LAYER.legend(empty, Request()).entries == ()
    assert LAYER.rows(empty, Request()).num_rows == 0
