"""A selection says itself in both languages."""

from __future__ import annotations

import pytest

from data.selection import Selection
from data.sentence import sentence, when


def test_what_where_and_when():
    chosen = Selection.of(kind=["kidnapping", "cattle_theft"], admin1=["Gao", "Kidal"],
                          from_="2019-01", to="2020-12")
    assert sentence(chosen, "en") == (
        "Cattle theft and Kidnapping for ransom · Gao and Kidal · Jan 2019 – Dec 2020")
    assert sentence(chosen, "fr") == (
        "Vol de bétail et Enlèvement contre rançon · Gao et Kidal · janv. 2019 – déc. 2020")


def test_how_sure_the_kind_must_be_is_said():
    chosen = Selection.of(kind_confidence="0,7")
    assert sentence(chosen, "en").endswith("kind sure to at least 0.7")
    assert "0,7" in sentence(chosen, "fr")


def test_how_exactly_the_date_is_known_is_said():
    chosen = Selection.of(max_date_precision=2)
    assert sentence(chosen, "en").endswith("date at least: known to 2–6 days")


def test_days_months_and_actors_are_said():
    chosen = Selection.of(weekday=[7, 1], month=["3"], actor_is=["A", "B"])
    assert sentence(chosen, "en").endswith(
        "actor: A and B · begun on a Monday or Sunday · begun in March")
    assert "lundi ou dimanche" in sentence(chosen, "fr") and "mars" in sentence(chosen, "fr")


def test_an_open_selection_has_no_window():
    assert sentence(Selection(), "en") == "All kinds of incident · everywhere"


def test_units_are_named_in_the_language_of_the_sentence():
    chosen = Selection.of(admin1=["Timbuktu"])
    assert "Timbuktu" in sentence(chosen, "en")
    assert "Tombouctou" in sentence(chosen, "fr")


@pytest.mark.parametrize(("start", "end", "said"), [
    ("2019-01-01", "2019-01-31", "Jan 2019"),
    ("2019-01-05", "2019-01-31", "5 Jan 2019 – 31 Jan 2019"),
    (None, "2020-02-29", "until Feb 2020"),
    ("2020-03-02", None, "since 2 Mar 2020"),
])
def test_the_window_by_months_where_it_is_whole_months(start, end, said):
    assert when(Selection.of(from_=start, to=end), "en") == said


def test_an_area_is_said_by_its_size_or_its_centre():
    drawn = Selection.of(area="polygon:-3,14_1,14_1,17_-3,17")
    assert sentence(drawn, "en") == (
        "All kinds of incident · inside a drawn area of 142,457 km²")
    circle = sentence(Selection.of(area="circle:-0.04,16.27,25"), "en")
    assert "within 25 km of latitude 16.27°, longitude -0.04°" in circle
    assert sentence(Selection.of(unit="ML-7,Tombouctou"), "fr").endswith("Gao et Tombouctou")
