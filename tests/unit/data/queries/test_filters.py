"""A selection as a filter, against the same filter written in Python."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import UsageError
from data.queries.filters import fold_words, selected, unit_ids
from data.selection import Selection
from data.taxonomy import KINDS
from tests.support import plain

DAYS = st.dates(dt.date(2014, 6, 1), dt.date(2026, 6, 30))


def bare(text: str | None) -> str:
    apart = unicodedata.normalize("NFD", (text or "").lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


def fits(row: dict, s: Selection) -> bool:
    """Say the filters again, plainly."""
    west, south, east, north = s.bbox or (-180, -90, 180, 90)
    between = (west <= row["lon"] <= east if west <= east
               else row["lon"] >= west or row["lon"] <= east)
    return all((
        not s.kinds or row["kind"] in s.kinds,
        not s.countries or row["admin0"] in s.countries,
        not s.sources or row["source"] in s.sources,
        not s.bbox or (between and south <= row["lat"] <= north),
        not s.max_date_precision or row["date_precision"] <= s.max_date_precision,
        not s.max_where_precision or row["where_precision"] <= s.max_where_precision,
        s.min_kind_confidence is None or row["kind_confidence"] >= s.min_kind_confidence,
        not s.date_to or row["date_start"] <= s.date_to,
        not s.date_from or row["date_end"] >= s.date_from,
        not s.text or all(word in bare(row["notes"]) + " " + bare(row["place"])
                          for word in bare(s.text).split()),
        not s.actor or any(all(word in bare(a["name"]) for word in bare(s.actor).split())
                           for a in row["actors"]),
    ))


@st.composite
def filters(draw) -> Selection:
    start, end = sorted([draw(DAYS), draw(DAYS)])
    west, east = draw(st.floats(-13, 16)), draw(st.floats(-13, 16))
    south, north = sorted([draw(st.floats(9, 25)), draw(st.floats(9, 25))])
    return Selection(
        kinds=tuple(draw(st.sets(st.sampled_from([k.id for k in KINDS]), max_size=12))),
        countries=draw(st.sampled_from([(), (), ("ML",), ("BF", "NE"), ("FR",)])),
        actor=draw(st.sampled_from(["", "", "", "group", "Army", "é"])),
        date_from=draw(st.sampled_from([None, start])), date_to=draw(st.sampled_from([None, end])),
        bbox=draw(st.sampled_from([None, None, (west, south, east, north)])),
        max_where_precision=draw(st.sampled_from([None, None, 1, 2, 4, 6])),
        min_kind_confidence=draw(st.sampled_from([None, None, 0.0, 1.0])),
        max_date_precision=draw(st.sampled_from([None, None, 1, 2, 3])),
        text=draw(st.sampled_from(["", "", "", "MARCHÉ", "synthetique", "synthetic road"])),
    )


@pytest.mark.parametrize(("least", "kinds"), [
    (0.0, {"cattle_theft", "kidnapping"}), (0.9, {"cattle_theft", "kidnapping"}),
    (0.95, {"kidnapping"}), (None, {"cattle_theft", "kidnapping", "unclassified"})])
def test_kinds_are_let_in_by_how_sure_they_are(bring, store, least, kinds):
    bring(plain({}, {"kind": "", "notes": "Gunmen stole forty cattle."}, {"kind": "", "notes": ""}))
    rows = store.require().rows(selected(Selection(min_kind_confidence=least)))
    assert {row["kind"] for row in rows} == kinds


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=filters())
def test_a_filter_holds_what_python_would_hold(snapshot, demo_rows, chosen):
    found = snapshot.fetch(selected(chosen).select("incident_id"))["incident_id"].to_pylist()
    assert sorted(found) == sorted(r["incident_id"] for r in demo_rows if fits(r, chosen))


def test_the_oracle_itself_lets_some_rows_through(demo_rows):
    words = [Selection(text="Synthétique"), Selection(bbox=(4, 9, -8, 25)),
             Selection(countries=("ML",), date_to=dt.date(2016, 1, 1))]
    for chosen in words:
        assert 0 < sum(fits(r, chosen) for r in demo_rows) < len(demo_rows)


WINDOWS = [
    ("2019-03-10", "2019-03-20", True), ("2019-03-01", "2019-03-10", True),
    ("2019-03-20", None, True), (None, "2019-03-10", True), ("2019-03-12", "2019-03-14", True),
    ("2019-03-21", None, False), (None, "2019-03-09", False), ("2019-03-21", "2019-03-30", False),
]


def test_an_incident_that_lasts_is_in_every_window_it_touches(bring, store):
    bring("date_start,date_end,lat,lon\n2019-03-10,2019-03-20,16.27,-0.04\n")
    snapshot = store.require()
    for from_, to, inside in WINDOWS:
        found = snapshot.fetch(selected(Selection.of(from_=from_, to=to)))
        assert bool(found.num_rows) is inside, (from_, to)


def test_a_box_across_the_antimeridian_holds_both_sides(bring, store):
    bring("date,lat,lon\n2019-01-01,-17,179\n2019-01-02,-17,-179\n2019-01-03,-17,0\n")
    found = store.require().fetch(selected(Selection.of(bbox="170,-30,-170,0")))
    assert sorted(found["lon"].to_pylist()) == [-179, 179]


SIGNS = ["it's", "a\\b", "100%", "{x}", "a_b", 'q"q', "😀", ";--", "(a|b)*"]


def test_signs_in_a_search_are_only_text(bring, store):
    bring(plain(*({"notes": text} for text in SIGNS)))
    snapshot = store.require()
    for text in SIGNS:
        assert [r["notes"] for r in snapshot.rows(selected(Selection(text=text)))] == [text]
    assert snapshot.rows(selected(Selection(text="a\x00b"))) == []


def test_words_are_folded_like_columns():
    assert fold_words("  Enlèvement À  Ségou ") == ["enlevement", "a", "segou"]


def test_a_unit_is_found_by_either_name_and_by_country():
    assert unit_ids(Selection.of(admin1=["Tombouctou"])) == unit_ids(
        Selection.of(admin1=["timbuktu region"]))
    assert all(u.startswith("BF") for u in unit_ids(Selection.of(admin1=["Centre (BF)"])))
    assert all(u.startswith("BF") for u in unit_ids(
        Selection.of(admin1=["Centre"], country=["BF"])))


def test_an_unknown_unit_is_wrong_usage():
    with pytest.raises(UsageError, match=r"No first-level unit is called “{x}”"):
        selected(Selection.of(admin1=["{x}"]))
