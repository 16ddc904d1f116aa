"""The legend's classes and numbers, the drawing and the table of a sheet say the same."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa
import pytest

from data.i18n import number
from data.selection import Selection
from layers.registry import LAYERS
from layers.sheet.boxes import boxes
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import frame
from layers.sheet.gather import gathered, request_of

WINDOW = Selection.of(from_="2017", to="2020")


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_marks_are_of_the_legend_and_in_the_table(press, layer):
    sheet = Sheet(selection=WINDOW, layers=(Shown(layer.id),), extent=(-13, 9, 16, 25),
                  resolution=4)
    (part,) = gathered(sheet, press, frame(sheet, press, 500, 300)).parts
    keys = {entry.key for entry in part.legend.entries}
    assert set(part.counts) <= keys and part.counts.total() == len(part.drawing)
    found, used = press.asked(layer, request_of(sheet, sheet.layers[0], press, 4))
    listed = layer.rows(found, used).column("mark").drop_null().to_pylist()
    # A symbol that stands for several claims has a row for each.
    assert set(listed) == {mark.id for mark in part.drawing}


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_a_mark_with_a_number_is_in_the_class_that_the_legend_gives_it(press, layer):
    sheet = Sheet(selection=WINDOW, layers=(Shown(layer.id),), extent=(-13, 9, 16, 25),
                  resolution=4)
    (part,) = gathered(sheet, press, frame(sheet, press, 500, 300)).parts
    classed = {entry.key for entry in part.legend.classes()}
    for mark in part.drawing:
        if mark.key in classed and mark.value is not None:
            assert mark.key == part.legend.class_of(mark.value)
    # A layer of claims has kinds, not classes; of the others all marks but hatched ones have.
    assert layer.id not in ("hexagons", "effort") or classed >= set(part.counts)


def test_classes_of_hexagons_are_those_of_the_table(press):
    sheet = Sheet(selection=WINDOW, layers=(Shown("hexagons"),), extent=(-13, 9, 16, 25),
                  resolution=4)
    content = gathered(sheet, press, frame(sheet, press, 500, 300))
    (part,) = content.parts
    found, used = press.asked(part.layer, request_of(sheet, sheet.layers[0], press, 4))
    rows = part.layer.rows(found, used)
    placed = rows.filter(pa.compute.is_valid(rows.column("mark")))
    table = Counter(part.legend.class_of(n) for n in placed.column("incidents").to_pylist())
    assert part.counts == table
    lowest = min(low for low, _ in part.legend.bounds())
    assert lowest == 1 and part.apart == content.numbers.apart


def test_the_printed_numbers_are_those_counts(press):
    sheet = Sheet(selection=WINDOW, layers=(Shown("hexagons"),), extent=(-13, 9, 16, 25),
                  language="fr")
    figure = compose(sheet, press)
    (part,) = gathered(sheet, press, frame(sheet, press, 500, 300)).parts
    printed = [box.said for box in boxes(figure) if box.name == "sheet/legend-count"]
    classes = [number(part.counts[entry.key], "fr") for entry in part.legend.classes()]
    assert printed == [*classes, number(part.apart, "fr")]


def test_a_window_is_one_of_its_own_length(press):
    one = Sheet(selection=Selection.of(from_="2019-01", to="2019-12"))
    request = request_of(one, one.layers[0], press, 4)
    assert (request.months, request.days) == (12, None)
    odd = Sheet(selection=Selection.of(from_="2019-01-05", to="2019-02-03"))
    request = request_of(odd, odd.layers[0], press, 4)
    assert (request.months, request.days) == (2, 30)
