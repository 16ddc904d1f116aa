"""A comparison: three maps of one view and size, shared classes, and the page's own sentence."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from data.compared import compared as over
from data.compared import counted
from data.comparison import Side
from data.comparison_told import headline
from data.ground import Ground
from data.selection import Selection
from layers.sheet.description import Sheet, Shown
from layers.sheet.several.compared import compared
from tests.unit.layers.sheet.several.looks import bounds, maps, said, words

FIRST = dt.date(2016, 1, 1), dt.date(2017, 12, 31)
SECOND = dt.date(2019, 1, 1), dt.date(2019, 12, 31)
MALI = Selection.of(country=["ML"])


def page(press, **more):
    (found,) = compared(Sheet(selection=MALI, **more), FIRST, SECOND, press)
    return found


@pytest.mark.parametrize("portrait", [False, True])
def test_three_maps_show_the_same_at_the_same_size(press, portrait):
    found = maps(page(press, portrait=portrait).draw(press))
    sizes = {tuple(np.round((*axes.get_position().size, *axes.get_xlim(), *axes.get_ylim()), 6))
             for axes in found}
    assert len(found) == 3 and len(sizes) == 1


def test_both_windows_have_the_same_classes(press):
    _, first, second = page(press).sheets
    assert bounds(first, press) == bounds(second, press) and bounds(first, press)[0]
    assert (first.selection.date_from, first.selection.date_to) == FIRST
    assert (second.selection.date_from, second.selection.date_to) == SECOND


def test_the_sentence_is_the_one_that_the_page_tells(press):
    a, b = (counted(press.snapshot, Side(MALI, days), Ground(press.snapshot))
            for days in (FIRST, SECOND))
    figure = page(press).draw(press)
    assert said(figure, "finding") == headline(a, b, *over(a, b), "en")
    assert "95 % interval" in said(figure, "finding")
    assert str(a.incidents) in words(figure) and str(b.incidents) in words(figure)


def test_the_order_of_the_windows_is_kept(press):
    (found,) = compared(Sheet(selection=MALI), SECOND, FIRST, press)
    assert said(found.draw(press), "subtitle") == (
        "A: Jan 2019 – Dec 2019 · B: Jan 2016 – Dec 2017")


def test_the_choice_for_the_layer_is_kept_where_it_is_a_difference(press):
    for chosen, title in (("more", "incidents more or fewer a year"),
                          ("a", "how many times as often")):
        layer = Shown("difference", options=(("show", chosen),))
        figure = page(press, layers=(layer,)).draw(press)
        assert title in said(figure, "map-title")


def test_claims_stand_in_the_windows_and_not_in_the_difference(press):
    difference, first, _ = page(press, layers=(Shown("hexagons"), Shown("corridors"))).sheets
    assert [one.id for one in first.layers] == ["corridors", "difference"]
    assert [one.id for one in difference.layers] == ["difference"]


def test_windows_without_records_are_told(press):
    early = dt.date(1990, 1, 1), dt.date(1990, 12, 31)
    (found,) = compared(Sheet(selection=MALI), early, early, press)
    figure = found.draw(press)
    assert "Neither side holds an incident" in said(figure, "finding")
    assert "No data in this selection." in said(figure, "legend-empty")
