"""Several pages: each has its map, counts are told once, and words agree with pictures."""

from __future__ import annotations

import datetime as dt

import pytest
from docx import Document
from pptx import Presentation

from data.selection import Selection
from layers.exports.many import Brief, Compare, Series
from tests.unit.layers.documents.parts import faults
from tests.unit.layers.documents.test_slides import named, texts

SIDES = Compare((dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
                (dt.date(2020, 1, 1), dt.date(2020, 12, 31)))


def test_a_series_has_a_map_and_numbers_for_each_step(written):
    path = written("pptx", many=Series("year"),
                   selection=Selection.of(country=["ML"], from_="2019", to="2020"))
    made = Presentation(path)
    assert made.core_properties.title == "All kinds of incident · Mali"
    assert made.core_properties.subject.startswith("Jan 2019 – Dec 2020 · ")
    titles = [one.shapes.title.text_frame.text for one in made.slides]
    assert titles == ["All kinds of incident · Mali · 2019", "Incidents in numbers",
                      "All kinds of incident · Mali · 2020", "Incidents in numbers"]
    assert faults(path.read_bytes()) == []


def test_a_comparison_has_a_column_and_bars_for_each_side(written):
    drawn, counted = Presentation(written("pptx", many=SIDES)).slides
    assert "A: Jan 2019" in " ".join(texts(drawn.shapes))
    rows = [[cell.text for cell in row.cells] for row in named(counted, "table").table.rows]
    assert rows[0][1:] == ["Jan 2019 – Dec 2019", "Jan 2020 – Dec 2020"]
    chart = named(counted, "chart").chart
    assert [sum(one.values) for one in chart.plots[0].series] == [
        int(total) for total in rows[-1][1:]]
    notes = drawn.notes_slide.notes_text_frame.text
    assert f"Jan 2019 – Dec 2019, {rows[-1][1]}; Jan 2020 – Dec 2020, {rows[-1][2]}" in notes


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_a_brief_tells_its_numbers_once(written, form):
    path = written(form, many=Brief("Gao"), page="a4")
    assert faults(path.read_bytes()) == []
    if form == "pptx":
        slides = Presentation(path).slides
        assert [any(one.name == "table" for one in slide.shapes) for slide in slides] == [
            False, True, False]
        return
    headings = [one.text for one in Document(path).paragraphs if one.style.name == "Heading 2"]
    assert headings == ["Incidents", "Sources", "About this map"]
