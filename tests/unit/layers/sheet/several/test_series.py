"""A series: a sheet for each step, alike in all but its time."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from data.errors import UsageError
from data.selection import Selection
from layers.sheet.description import Sheet, Shown
from layers.sheet.several.series import series
from tests.unit.layers.sheet.several.looks import bounds, maps, said

MALI = Selection.of(country=["ML"], from_="2016", to="2019")


def placed(figure):
    (axes,) = maps(figure)
    return (*np.round(axes.get_position().bounds, 9), *np.round(axes.get_xlim(), 3),
            *np.round(axes.get_ylim(), 3))


def test_each_year_of_the_window_has_a_sheet(press):
    pages = series(Sheet(selection=MALI), "year", press)
    assert [page.name for page in pages] == ["2016", "2017", "2018", "2019"]
    windows = [(page.sheets[0].selection.date_from, page.sheets[0].selection.date_to)
               for page in pages]
    assert windows[1] == (dt.date(2017, 1, 1), dt.date(2017, 12, 31))


def test_an_open_window_is_what_records_cover(press):
    pages = series(Sheet(selection=Selection.of(country=["ML"])), "year", press)
    about = press.totals(Selection.of(country=["ML"]))
    assert (pages[0].name, pages[-1].name) == (
        str(about["date_min"].year), str(about["date_max"].year))


def test_classes_are_the_same_on_each(press):
    layers = tuple(map(Shown, ("hexagons", "effort", "seizures")))
    pages = series(Sheet(selection=MALI, layers=layers), "year", press)
    first, *others = (bounds(page.sheets[0], press) for page in pages)
    assert all(other == first for other in others)


def test_by_themselves_sheets_of_unequal_windows_would_have_others(press):
    """Without this the test above could not fail."""
    alone = [bounds(Sheet(selection=Selection.of(country=["ML"], from_=start, to=end),
                          resolution=4), press)
             for start, end in (("2016", "2016"), ("2016", "2019"))]
    assert alone[0] != alone[1]


@pytest.mark.parametrize(("page", "portrait"), [("a4", False), ("a4", True)])
def test_the_view_and_its_place_are_the_same_on_each(press, page, portrait):
    sheet = Sheet(selection=MALI, page=page, portrait=portrait, language="fr")
    first, *others = (placed(one.draw(press)) for one in series(sheet, "year", press)[:3])
    assert others == [first, first]


def test_a_year_without_records_says_so(press):
    selection = Selection.of(country=["ML"], from_="2013", to="2015")
    empty, _, full = (page.draw(press) for page in series(
        Sheet(selection=selection), "year", press))
    assert "no incident is recorded in this time" in said(empty, "subtitle")
    assert "No data in this selection." in said(empty, "legend-empty")
    assert "no incident" not in said(full, "subtitle")
    assert said(empty, "title").endswith("2013") and "sheet 1 of 3" in said(empty, "subtitle")


def test_nothing_to_part_and_too_many_steps_are_refused(press):
    with pytest.raises(UsageError, match="no incident is recorded"):
        series(Sheet(selection=Selection.of(actor="nobody at all")), "year", press)
    with pytest.raises(UsageError, match="sheets"):
        series(Sheet(selection=Selection.of(from_="1900", to="2020")), "month", press)
