"""No words lie over others or are cut, on pages of every sort, in both languages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from data.selection import Selection
from data.settings import load
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from layers.sheet.several.atlas import atlas
from layers.sheet.several.brief.pages import brief
from layers.sheet.several.compared import compared
from layers.sheet.several.series import series
from tests.unit.layers.sheet.several.looks import faults

WINDOWS = (dt.date(2016, 1, 1), dt.date(2017, 12, 31)), (
    dt.date(2018, 1, 1), dt.date(2019, 12, 31))
MANY = tuple(Shown(one) for one in ("hexagons", "corridors", "taxation"))
PAGES = [("a4", False, "en"), ("a4", False, "fr"), ("a4", True, "fr"), ("16:9", False, "fr"),
         ("1:1", False, "en")]


def within(sheet):
    return sheet.of(replace(sheet.selection, date_from=WINDOWS[0][0], date_to=WINDOWS[0][1]))


SORTS = {
    "atlas": lambda sheet, press: [atlas(sheet, 1, press)[i] for i in (0, 2)],
    "series": lambda sheet, press: series(within(sheet), "year", press)[:1],
    "comparison": lambda sheet, press: compared(sheet, *WINDOWS, press),
    "brief": lambda sheet, press: brief(sheet, "Gao", press),
}


@pytest.mark.parametrize(("page", "portrait", "language"), PAGES)
@pytest.mark.parametrize("sort", SORTS)
def test_words_keep_clear_of_each_other(press, sort, page, portrait, language):
    sheet = Sheet(selection=Selection.of(country=["ML"]), page=page, portrait=portrait,
                  language=language, layers=MANY if language == "fr" else (Shown("hexagons"),))
    for one in SORTS[sort](sheet, press):
        assert faults(one.draw(press)) == [], one.name


@pytest.mark.parametrize("sort", ["comparison", "brief"])
def test_an_organisation_and_a_link_have_their_place(snapshot, sort):
    own = Press(snapshot, load({
        "ATLAS_ORGANISATION": "Office for Examples", "ATLAS_MARKING": "For briefing",
        "ATLAS_DISCLAIMER": "Our own words.", "ATLAS_PUBLIC_ADDRESS": "https://atlas.example.org"}))
    for one in SORTS[sort](Sheet(selection=Selection.of(country=["ML"])), own):
        assert faults(one.draw(own)) == []


def test_an_overview_of_countries_is_clear(press):
    assert faults(atlas(Sheet(), 0, press)[0].draw(press)) == []
