"""Boundaries of a level: which units, their vintage, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from data.areas.boundaries import units_of
from data.boundaries import NATURAL_EARTH
from data.ground import Ground
from data.i18n import LANGUAGES
from data.selection import Selection
from layers import wire
from layers.base import Found, Request
from layers.boundaries import LEVEL, Boundaries, vintage
from layers.marks import tally
from tests.unit.layers.drawings import areas

LAYER = Boundaries()
SQUARE = shapely.box(0, 16, 1, 17)


class Loaded(Ground):
    """The shipped units, and one of the second level."""

    @property
    def levels(self):
        return [0, 1, 2]

    def units(self, level):
        return super().units(level) if level < 2 else units_of(level, [
            {"unit_id": "ML-2-made", "name": "Made up", "iso2": "ML", "parent_id": "ML-7",
             "geometry": SQUARE, "vintage": "2019", "source": "A file", "licence": "public-domain",
             }] if level == 2 else [])


@pytest.fixture(scope="module")
def found():
    return Found({}, Loaded())


def at(level, language="en", **selection):
    return Request(selection=Selection.of(**selection), language=language,
                   options=((LEVEL.name, str(level)),))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", [0, 1, 2])
def test_drawing_legend_and_table_agree(found, level, language):
    request = at(level, language)
    drawing, legend = LAYER.drawing(found, request), LAYER.legend(found, request)
    rows = LAYER.rows(found, request)
    assert tally(drawing) == {legend.entries[0].key: rows.num_rows}
    assert rows.column("mark").to_pylist() == [mark.id for mark in drawing]
    assert legend.sources and all(mark.shape.area > 0 for mark in areas(drawing))


def test_a_filter_by_country_or_unit_leaves_its_own(found):
    assert {mark.id[:13] for mark in LAYER.drawing(found, at(1, country=["ML"]))} == {
        "boundaries/ML"}
    assert [mark.id for mark in LAYER.drawing(found, at(1, admin1=["Gao"]))] == ["boundaries/ML-7"]
    assert [mark.id for mark in LAYER.drawing(found, at(2, admin1=["Gao"]))] == [
        "boundaries/ML-2-made"]
    assert not LAYER.drawing(found, at(2, country=["NE"]))


def test_the_vintage_is_told_in_the_language(found):
    english, french = (" ".join(LAYER.legend(found, at(1, language, country=["ML"])).notes)
                       for language in LANGUAGES)
    assert "2012" in english and "before the law of 2012" in english
    assert "avant la loi de 2012" in french
    units = found.ground.units(2)
    assert vintage(units, 0, "fr") == "2019"


def test_many_vintages_are_left_to_a_click(found):
    notes = LAYER.legend(found, at(1)).notes
    assert len(notes) == 2 and "click" in notes[0]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_no_opinion_is_implied(found, level):
    assert "no opinion" in LAYER.legend(found, at(level)).notes[-1]


def test_a_level_that_is_not_there_says_how_to_load_it(found):
    legend = LAYER.legend(found, at(3))
    assert not legend.entries and "app.py boundaries FILE --level 3" in legend.notes[0]
    assert LAYER.drawing(found, at(3)) == () and LAYER.rows(found, at(3)).num_rows == 0
    assert LAYER.waits(found.ground) is None
    assert "--level 2" in LAYER.waits(Ground()).render("en")


def test_every_level_has_a_pen_of_its_own(found):
    widths = [LAYER.legend(found, at(level)).entries[0].style.width for level in (0, 1, 2)]
    assert widths == sorted(widths, reverse=True) and len(set(widths)) == 3


def test_the_first_level_travels_light(found):
    sent = LAYER.payload(found, at(1))
    assert len(wire.encode(sent.meta, sent.columns)) < 400_000


def test_simplified_neighbours_still_meet(found):
    marks = {mark.id: mark.shape for mark in areas(LAYER.drawing(found, at(1, country=["ML"])))}
    gao, kidal = marks["boundaries/ML-7"], marks["boundaries/ML-8"]
    assert shapely.length(shapely.intersection(gao.boundary, kidal.boundary)) > 1


def test_an_option_that_is_unknown_falls_to_the_default(found):
    odd = replace(at(1), options=((LEVEL.name, "7"),))
    assert len(LAYER.drawing(found, odd)) == len(LAYER.drawing(found, at(1)))


def test_the_vintage_of_countries_is_the_one_that_the_reference_tells(found):
    rows = LAYER.rows(found, at(0))
    assert set(rows.column("vintage").to_pylist()) == {NATURAL_EARTH}


def test_picked_units_and_an_area_leave_what_they_hold_or_touch(found):
    def names(level, **selection):
        return LAYER.rows(found, at(level, **selection)).column("name").to_pylist()

    assert names(1, unit="ML-7,Mopti") == ["Mopti", "Gao"]
    assert names(2, unit="ML-7") == ["Made up"]
    assert names(1, unit="ML-7", admin1=["Kidal"]) == ["Gao", "Kidal"]
    assert names(1, area="circle:-0.04,16.27,20") == ["Gao"]
    assert names(2, area="circle:-5,12,20") == []
