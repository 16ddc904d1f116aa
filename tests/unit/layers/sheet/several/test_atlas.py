"""An atlas: each unit with a record has a sheet of its own, and all sheets compare."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data.errors import UsageError
from data.queries.stats import totals
from data.selection import Selection
from data.taxonomy import fold
from layers.sheet.description import Sheet, Shown
from layers.sheet.several import overview
from layers.sheet.several.atlas import atlas
from layers.sheet.several.overview import Overview
from layers.sheet.several.units import recorded
from tests.unit.layers.sheet.several.looks import bounds, faults, maps, said, words

MALI = Selection.of(country=["ML"])
SHEET = Sheet(selection=MALI)


@pytest.fixture(scope="module")
def pages(press):
    return atlas(SHEET, 1, press)


def incidents(press, selection):
    return press.snapshot.rows(totals(selection))[0]["incidents"]


def test_the_overview_comes_first_and_units_by_name(press, pages):
    units, _ = recorded(MALI, 1, press, "en")
    assert isinstance(pages[0], Overview) and len(pages) == len(units) + 1
    names = [fold(unit.name) for unit in units]
    assert names == sorted(names) and len(set(names)) == len(names)
    assert [page.sheets[0].outlined for page in pages[1:]] == [unit.id for unit in units]


def test_sheets_and_what_is_on_none_add_up_to_the_selection(press, pages):
    units, elsewhere = recorded(MALI, 1, press, "en")
    each = [incidents(press, page.sheets[0].selection) for page in pages[1:]]
    assert each == [unit.incidents for unit in units] and all(each)
    assert sum(each) + elsewhere == incidents(press, MALI)


@pytest.mark.parametrize("level", [0, 1])
def test_a_place_that_the_selection_names_is_kept(press, level):
    selection = Selection.of(admin1=["Gao", "Mopti"])
    found = atlas(Sheet(selection=selection), level, press)[1:]
    held = sum(incidents(press, page.sheets[0].selection) for page in found)
    assert held == incidents(press, selection) > 0
    assert len(found) == (1 if level == 0 else 2)


def test_classes_and_hexagons_are_the_same_on_each(press):
    layers = tuple(map(Shown, ("hexagons", "effort", "seizures")))
    found = atlas(Sheet(selection=MALI, layers=layers), 1, press)[1:5]
    assert len({page.sheets[0].resolution for page in found}) == 1
    first, *others = (bounds(page.sheets[0], press) for page in found)
    assert all(other == first for other in others)


def test_by_themselves_units_would_have_other_classes(press, pages):
    """Without this the test above could not fail."""
    alone = [bounds(Sheet(selection=page.sheets[0].selection, resolution=4), press)
             for page in pages[1:5]]
    assert any(other != alone[0] for other in alone)


def test_each_map_shows_its_unit_whole(press, pages):
    units, _ = recorded(MALI, 1, press, "en")
    page, unit = next((page, unit) for page, unit in zip(pages[1:], units, strict=True)
                      if unit.id == "ML-7")
    figure = page.draw(press)
    (axes,) = maps(figure)
    west, south, east, north = unit.bounds
    corners = axes.projection.metres(np.array([(west, south), (east, north)]))
    (x0, x1), (y0, y1) = axes.get_xlim(), axes.get_ylim()
    assert x0 < corners[0, 0] and corners[1, 0] < x1
    assert y0 < corners[0, 1] and corners[1, 1] < y1
    # And it fills the map one way.
    assert max((corners[1] - corners[0]) / np.array([x1 - x0, y1 - y0])) > 0.8
    assert said(figure, "title") == "All kinds of incident · Gao, Mali"
    assert any(one.get_gid() == "sheet/outline" for one in axes.collections)


def test_every_unit_is_numbered_and_listed(press, pages):
    figure = pages[0].draw(press)
    numbers = [text.get_text() for axes in maps(figure) for text in axes.texts
               if text.get_gid() == "index/number"]
    assert sorted(map(int, numbers)) == list(range(1, len(pages)))
    listed = words(figure)
    assert all(row.name in listed for row in pages[0].every)


@pytest.mark.parametrize("page", ["a4", "16:9", "1:1"])
def test_a_list_too_long_for_a_page_goes_on(press, page):
    (unit, *_), _ = recorded(MALI, 1, press, "en")
    many = [replace(unit, name=f"A unit with a long name, number {i}") for i in range(300)]
    found = overview.pages(replace(SHEET, page=page, extent=unit.bounds), many, 1, 7, press)
    rows = [row.at for one in found for row in one.rows]
    assert len(found) > 1 and rows == list(range(1, 301))
    assert found[0].every and not found[1].every
    assert [bool(one.notes) for one in found] == [one is found[-1] for one in found]
    last = found[-1].draw(press)
    assert faults(last) == [] and "on no sheet" in said(last, "note")


def test_what_is_not_there_is_refused(press):
    with pytest.raises(UsageError, match="second-level units are not loaded"):
        atlas(SHEET, 2, press)
    with pytest.raises(UsageError, match=r"none of the first-level units.*corridors"):
        atlas(Sheet(selection=Selection.of(from_="1950", to="1951")), 1, press)
