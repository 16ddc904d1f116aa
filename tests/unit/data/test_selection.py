"""The one filter state: from words, to a link and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UsageError
from data.selection import Near, Selection, first_day, last_day, parse_bbox, shortest_kinds
from data.shapes.area import parse_area
from data.taxonomy import KINDS

KIND_IDS = [kind.id for kind in KINDS]
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(str.strip)
AREAS = [parse_area("polygon:-1.2,15.1_0.9,15.1_0,17*3,15_4,15_4,16"),
         parse_area("circle:-0.04,16.27,25")]
LON, LAT = st.floats(-180, 180), st.floats(-90, 90)


@st.composite
def selections(draw) -> Selection:
    chosen = draw(st.sets(st.sampled_from(KIND_IDS)))
    start, end = sorted([draw(DAYS), draw(DAYS)])
    south, north = sorted([draw(LAT), draw(LAT)])
    return Selection(
        kinds=tuple(kind for kind in KIND_IDS if kind in chosen),
        countries=tuple(sorted(draw(st.sets(st.sampled_from(["ML", "BF", "NE", "NA", "CI"]))))),
        admin1=tuple(draw(st.lists(TEXT.filter(bool), max_size=3, unique=True))),
        actor=draw(TEXT),
        date_from=draw(st.sampled_from([None, start])),
        date_to=draw(st.sampled_from([None, end])),
        bbox=draw(st.none() | st.tuples(LON, st.just(south), LON, st.just(north))),
        max_where_precision=draw(st.none() | st.integers(1, 7)),
        sources=tuple(draw(st.lists(TEXT.filter(bool), max_size=3, unique=True))),
        text=draw(TEXT),
        near=draw(st.none() | st.builds(Near, TEXT.filter(bool), st.floats(1, 500))),
        min_kind_confidence=draw(st.none() | st.floats(0, 1)),
        area=draw(st.none() | st.sampled_from(AREAS)),
        picked=tuple(draw(st.lists(st.sampled_from(["ML-7", "ML-2-gao", "Gao"]), unique=True))),
        max_date_precision=draw(st.none() | st.integers(1, 5)),
        actor_names=tuple(draw(st.lists(TEXT.filter(bool), max_size=3, unique=True))),
        weekdays=tuple(sorted(draw(st.sets(st.integers(1, 7))))),
        months=tuple(sorted(draw(st.sets(st.integers(1, 12))))),
    )


@given(selections())
def test_a_link_gives_the_selection_back(selection):
    assert Selection.from_query(selection.to_query()) == selection
    assert Selection.from_query("?" + selection.to_query()) == selection


def test_an_open_selection_is_an_empty_link():
    assert Selection().to_query() == ""
    assert Selection.from_query("utm_source=x&view=map") == Selection()


def test_a_link_is_short_and_readable():
    whole = Selection.of(kind=["seizure", "kidnapping"], country=["Mali"], bbox="-12.3,10,4.3,25")
    assert whole.to_query() == (
        "kind=kidnapping&kind=seizure&country=ML&bbox=-12.3%2C10%2C4.3%2C25")


def test_groups_and_kinds_are_understood_together():
    chosen = Selection.of(kind=["Saisies", "zakat", "seizure.drugs"]).kinds
    assert len(chosen) == 8
    assert shortest_kinds(chosen) == ["taxation.zakat", "seizure"]


def test_countries_are_codes_whatever_was_written():
    assert Selection.of(country=["Niger", "ml", "MLI", "Côte d'Ivoire"]).countries == (
        "CI", "ML", "NE")


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2019", "2019-01-01", "2019-12-31"), ("2020-02", "2020-02-01", "2020-02-29"),
    ("2019-3-7", "2019-03-07", "2019-03-07"), (" 2019-12 ", "2019-12-01", "2019-12-31"),
])
def test_a_date_may_be_a_year_or_a_month(text, first, last):
    assert first_day(text, "--from").isoformat() == first
    assert last_day(text, "--to").isoformat() == last


@pytest.mark.parametrize("words", [
    {"from_": "7/3/2019"}, {"to": "2019-13"}, {"from_": "2019-02-30"}, {"to": "0000"},
    {"from_": "2020", "to": "2019"}, {"country": ["Atlantis"]}, {"kind": ["piracy"]},
    {"bbox": "1,2,3"}, {"bbox": "a,b,c,d"}, {"bbox": "0,10,5,-10"}, {"bbox": "0,0,181,1"},
    {"bbox": "nan,0,1,1"}, {"max_where_precision": "0"}, {"max_where_precision": "8"},
    {"max_where_precision": "x"}, {"kind_confidence": "1.1"}, {"kind_confidence": "-0.1"},
    {"kind_confidence": "nan"}, {"kind_confidence": "sure"},
    {"near": "gold"}, {"near": "gold:x"}, {"near": "gold:0"}, {"near": "gold:501"},
    {"weekday": ["0"]}, {"weekday": ["Monday"]}, {"month": ["13"]}, {"month": ["٣"]},
    {"month": ["1" * 5000]},
    {"max_date_precision": "6"}, {"near": ":25"}, {"near": "gold:nan"},
])
def test_a_word_that_is_not_understood_is_wrong_usage(words):
    with pytest.raises(UsageError) as raised:
        Selection.of(**words)
    assert raised.value.exit_status == 2
    assert raised.value.render("fr") != raised.value.render("en")


def test_a_box_may_cross_the_antimeridian():
    assert parse_bbox("170,-50,-170,0") == (170, -50, -170, 0)


def test_numbers_of_other_libraries_are_written_plainly():
    import numpy as np

    box = tuple(np.array([1.5, 2.0, 123.4567, 4.0]))
    assert Selection(bbox=box).to_query() == "bbox=1.5%2C2%2C123.4567%2C4"


def test_a_distance_from_a_corridor_reads_as_it_is_written():
    chosen = Selection.of(near=" a:b:25.5 ")
    assert chosen.near == Near("a:b", 25.5)
    assert Selection.of(near="gold-gao-niger:25").to_query() == "near=gold-gao-niger%3A25"


def test_anytime_opens_only_the_window():
    chosen = Selection.of(kind=["kidnapping"], from_="2019", to="2020")
    assert chosen.anytime() == Selection.of(kind=["kidnapping"])


def test_bytes_of_another_encoding_do_no_harm():
    chosen = Selection.of(text="\udcff", actor="a\udcff", source=["\udcff"])
    assert (chosen.text, chosen.actor, chosen.sources) == ("?", "a?", ("?",))
