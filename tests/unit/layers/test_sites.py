"""Sites and hubs: each kind a letter, at its place, hollow where only an area is named."""

from __future__ import annotations

from data.evidence import words
from data.evidence.base import committed
from data.ground import Ground
from data.selection import Selection
from layers.base import Found, Request
from layers.marks import tally
from layers.sites import LETTERS, Sites
from tests.unit.layers.drawings import symbols

LAYER = Sites()
FOUND = Found({}, Ground())
SITES = [site for site in committed().sites if site.kind != "mining_site"]


def test_every_kind_of_site_has_a_letter_of_its_own():
    assert set(LETTERS) == set(words.SITE_KINDS)
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_each_site_is_listed_at_each_place_that_has_a_position():
    rows = LAYER.rows(FOUND, Request())
    wanted = [f"sites/{site.id}" for site in SITES for place in site.where if place.placed]
    assert sorted(rows.column("id").to_pylist()) == sorted(wanted)


def test_hollow_where_only_an_area_is_named():
    legend = LAYER.legend(FOUND, Request())
    for mark in LAYER.marks(FOUND, Request()):
        place = committed().places[mark.id.split("/")[1]]
        assert legend.style(mark.key).hollow == (place.precision >= 3)


def test_symbols_of_one_place_stand_apart():
    drawn = [(mark.lon, mark.lat, mark.dx, mark.dy)
             for mark in symbols(LAYER.marks(FOUND, Request())) if mark.days is None]
    assert len(set(drawn)) == len(drawn)


def test_mining_sites_are_left_to_their_own_layer():
    assert not any("mining_site" in mark.key for mark in LAYER.marks(FOUND, Request()))


def test_places_of_the_operation_come_and_go_with_it():
    def kinds(query):
        request = Request(selection=Selection.from_query(query))
        return {mark.key.split("-")[0] for mark in LAYER.drawing(FOUND, request)}

    assert "operation" in kinds("from=2020-12&to=2020-12")
    assert "operation" not in kinds("from=2016&to=2016") and "arrest" in kinds("from=2016&to=2016")


def test_drawing_legend_and_table_agree_in_both_languages():
    for language in ("en", "fr"):
        request = Request(language=language)
        drawing, rows = LAYER.drawing(FOUND, request), LAYER.rows(FOUND, request)
        assert {mark.id for mark in drawing} == set(rows.column("mark").to_pylist())
        assert set(tally(drawing)) == {e.key for e in LAYER.legend(FOUND, request).entries}
