"""Mining sites: one symbol a visit, told by mineral, size and taxation, and how long it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.evidence.base import committed
from data.evidence.model import Levy, Place, Site, Visit
from data.ground import Ground
from data.selection import Selection
from layers import mineral_looks
from layers.base import Found, Request
from layers.marks import tally
from layers.mine_visits import commodity, standing
from layers.mining import Mining
from tests.unit.layers.drawings import symbols
from tests.unit.layers.invented import Told

LAYER = Mining()
FOUND = Found({}, Ground())
DOCUMENT = next(iter(committed().documents.values()))
PLACE = Place(id="pit", name_en="Invented pit", iso2="CD", lat=-1.5, lon=28.5, where_precision=1)
CLAIM: dict[str, Any] = {
    "document": DOCUMENT.id, "says_en": "Invented.", "origin": DOCUMENT, "where": (PLACE,)}
PIT = Site(id="pit", kind="mining_site", minerals=("gold",), commodities=("gold",), **CLAIM)


def visit(id, date, **fields):
    return Visit(**{"id": id, "site": "pit", "date": date, "minerals": ("gold",), **CLAIM,
                    **fields})


def levy(date, **fields):
    return Levy(**{"id": f"levy-{date}", "kind": "mining", "site": "pit", "date": date, **CLAIM,
                   **fields})


def told(visits=(), levies=(), sites=(PIT,)) -> Found:
    return Found({}, Told(sites=tuple(sites), visits=tuple(visits), levies=tuple(levies)))


def marks(found, by="mineral", query=""):
    request = Request(selection=Selection.from_query(query), options=(("by", by),))
    return {mark.id: mark for mark in symbols(LAYER.drawing(found, request))}


DAYS = st.dates(dt.date(2009, 1, 1), dt.date(2023, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=9, unique=True))
def test_a_visit_stands_until_the_next_or_to_the_end_of_its_year(days):
    found = standing(visit(str(i), day.isoformat()) for i, day in enumerate(days))
    spells = sorted(found.values())
    assert [first for first, _ in spells] == sorted(days)
    for i, (first, last) in enumerate(spells):
        assert first <= last <= dt.date(first.year, 12, 31)
        following = spells[i + 1][0] if i + 1 < len(spells) else dt.date.max
        assert last < following
        assert last in (following - dt.timedelta(1), dt.date(first.year, 12, 31))


def test_a_visit_of_which_only_the_year_is_known_stands_for_all_of_it():
    found = standing([visit("year", "2013"), visit("day", "2013-08-24"), visit("never", "")])
    assert found["year"] == (dt.date(2013, 1, 1), dt.date(2013, 12, 31))
    assert found["day"] == (dt.date(2013, 8, 24), dt.date(2013, 12, 31))
    assert found["never"] is None


def test_the_clock_shows_what_was_found_then():
    found = told([visit("a", "2013-02-01"), visit("b", "2013-08-24"), visit("c", "2019-01-05")])
    assert set(marks(found)) == {"visits/a", "visits/b", "visits/c"}
    assert set(marks(found, query="from=2013-03&to=2013-04")) == {"visits/a"}
    assert set(marks(found, query="from=2013-12&to=2013-12")) == {"visits/b"}
    assert marks(found, query="from=2016&to=2017") == {}


def test_a_later_visit_lies_on_top():
    found = told([visit("late", "2019"), visit("early", "2011")])
    assert list(marks(found)) == ["visits/early", "visits/late"]


@pytest.mark.parametrize(("answer", "levies", "state"), [
    ("yes", [], "taxed"), ("no", [], "untaxed"), ("not stated", [], "unstated"),
    ("not stated", [levy("2013")], "taxed"), ("not stated", [levy("2014")], "unstated"),
])
def test_filled_is_taxed_hollow_is_not_and_a_broken_edge_is_unknown(answer, levies, state):
    found = told([visit("a", "2013", taxed=answer)], levies)
    (mark,) = marks(found).values()
    assert mark.key == f"gold-{state}"
    style = LAYER.legend(found, Request()).style(mark.key)
    assert style.hollow == (state != "taxed") and bool(style.dash) == (state == "unstated")


@pytest.mark.parametrize(("families", "key"), [
    (["armed_group"], "armed_group"), (["state_forces", "state_forces"], "state_forces"),
    (["armed_group", "state_forces"], "several"), (["customary"], "other"), ([], "unnamed"),
])
def test_by_whom_a_site_is_taxed(families, key):
    levies = [levy("2013", id=str(i), collector_family=one) for i, one in enumerate(families)]
    (mark,) = marks(told([visit("a", "2013", taxed="yes")], levies), by="collector").values()
    assert mark.key == key and mark.letter == "Au"


@pytest.mark.parametrize(("workers", "radius"), [
    (None, 4.0), (0, 6.0), (49, 6.0), (50, 8.5), (249, 8.5), (250, 11.0), (9000, 11.0)])
def test_size_says_how_many_work_there(workers, radius):
    (mark,) = marks(told([visit("a", "2013", workers=workers)])).values()
    assert mark.radius == radius
    assert radius in [entry.style.radius for entry in mineral_looks.sizes("en")]


def test_the_first_mineral_colours_a_site_and_unknown_ones_are_others():
    assert commodity(("cassiterite", "gold")) == "tin_tantalum_tungsten"
    assert commodity((), ("gold",)) == "gold" and commodity(("unobtainium",)) == ""
    assert mineral_looks.ore("precious_metals") == "other_minerals"
    found = told([visit("a", "2013", minerals=())])
    assert [mark.key for mark in marks(found).values()] == ["gold-unstated"], "the site's own"


def test_sites_that_documents_know_to_a_region_are_hollow_and_one_for_each_place():
    drawn = marks(FOUND)
    assert set(drawn) == {"place/mali/gold-wide", "place/gao-region/gold-wide",
                          "place/kidal-region/gold-wide"}
    assert {mark.key for mark in drawn.values()} == {"gold-wide"}
    assert LAYER.legend(FOUND, Request()).style("gold-wide").hollow
    assert any("Sahel" in note for note in LAYER.legend(FOUND, Request()).notes)


def test_a_site_that_no_visit_tells_of_is_taxed_where_a_levy_names_it():
    found = told(levies=[levy("2013", collector_family="armed_group")])
    assert [mark.key for mark in marks(found).values()] == ["gold-taxed"]


@pytest.mark.parametrize("by", ["mineral", "collector"])
@pytest.mark.parametrize("query", ["", "from=2013&to=2013", "country=CD", "country=ML",
                                   "kind=kidnapping"])
def test_drawing_legend_and_table_agree(by, query):
    found = told([visit("a", "2013", taxed="yes"), visit("b", "2019", workers=7)])
    request = Request(selection=Selection.from_query(query), options=(("by", by),))
    drawing, rows = LAYER.drawing(found, request), LAYER.rows(found, request)
    assert rows.column("mark").to_pylist() == [mark.id for mark in drawing]
    assert set(tally(drawing)) <= {e.key for e in LAYER.legend(found, request).entries}


def test_every_record_of_a_place_has_a_row():
    rows = LAYER.rows(FOUND, Request())
    told_of = [row["id"] for row in rows.to_pylist() if row["mark"] == "place/gao-region/gold-wide"]
    assert told_of == [f"sites/{one.id}" for one in committed().sites
                       if one.kind == "mining_site" and "gao-region" in one.places]


def test_a_visit_is_told_in_french():
    found = told([visit("a", "2013-08-24", workers=12)])
    (mark,) = LAYER.marks(found, Request(language="fr"))
    assert "or" in mark.says and "24 août 2013" in mark.says


def test_what_is_mined_differs_from_visit_to_visit():
    found = told([visit("a", "2011"), replace(visit("b", "2012"), minerals=("diamond",))])
    assert [mark.key for mark in marks(found).values()] == ["gold-unstated", "diamonds-unstated"]
