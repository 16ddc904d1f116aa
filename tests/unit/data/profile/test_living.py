"""Size and people of an area, and incidents for each of them."""

from __future__ import annotations

import pytest

from data.areas.load_population import Options, load_population
from data.ground import Ground
from data.profile import told
from data.profile.area import drawn, find
from data.profile.build import build
from data.profile.living import PER, Living
from data.selection import Selection
from data.settle import settled
from data.shapes.people import People
from tests.support import plain


@pytest.fixture
def peopled(bring, store, tmp_path):
    """A store with three incidents in Gao in its last year, and the people of two units."""
    bring(plain({"date": "2018-01-01"}, {"date": "2019-12-30"}, {"date": "2019-12-31"},
                {"date": "2019-06-01"}))
    file = tmp_path / "people.csv"
    file.write_text("admin1,country,persons\nGao,Mali,200000\nKidal,Mali,1000\n")
    load_population(store, file, Options(vintage="2020", source="An invented census"))
    return store.require()


def test_a_unit_has_its_own_number_and_a_rate_of_its_last_year(peopled):
    ground = Ground(peopled)
    own = build(find(ground, "ML-7"), Selection(), peopled, ground)
    assert own.living.people.persons == 200_000
    assert own.living.rate == pytest.approx(3 / 200_000 * PER)
    said = " ".join(one.render("en") for one in told.people(own.living, "en"))
    assert "200,000 people live there (2020 and An invented census)." in said
    assert "population" not in own.reporting.missing


def test_the_source_named_is_that_of_the_number_and_of_no_other(peopled, store, tmp_path):
    file = tmp_path / "points.csv"
    file.write_text("lat,lon,persons\n16.27,-0.04,12\n")
    load_population(store, file, Options(vintage="2021", source="An invented grid"))
    snapshot = store.require()
    ground = Ground(snapshot)
    unit = build(find(ground, "ML-7"), Selection(), snapshot, ground).living.people
    assert (unit.persons, unit.sources, unit.vintages) == (
        200_000, ("An invented census",), ("2020",))
    asked = settled(Selection.of(area="circle:-0.04,16.27,60"), ground)
    own = build(drawn(asked, ground), asked, snapshot, ground).living.people
    assert (own.persons, own.sources, own.vintages) == (12, ("An invented grid",), ("2021",))


def test_a_drawn_area_takes_a_share_and_says_so(peopled):
    ground = Ground(peopled)
    asked = settled(Selection.of(area="circle:-0.04,16.27,60"), ground)
    own = build(drawn(asked, ground), asked, peopled, ground).living
    assert 0 < own.people.persons == own.people.estimated < 200_000
    assert own.km2 == pytest.approx(3.1416 * 60**2, rel=0.01)
    assert "estimated" in told.people(own, "en")[1].render("en")


def test_where_no_people_are_loaded_nothing_is_told_of_them(profiled):
    own = profiled("Gao")
    assert (own.living.people, own.living.rate, told.people(own.living, "en")) == (None, None, ())
    assert "population" in own.reporting.missing
    assert own.living.km2 > 100_000


def test_what_a_drawn_area_cuts_is_told_apart(snapshot, ground):
    asked = settled(Selection.of(area="circle:-0.04,16.27,60"), ground)
    (apart,) = build(drawn(asked, ground), asked, snapshot, ground).happened.apart
    assert apart.incidents > 0
    assert "that it cuts" in told.apart(apart, "en").render("en")


def test_a_small_rate_is_not_rounded_to_none():
    own = Living(1.0, People(3e6, (), ("s",), 0.0, False, ()), 1 / 3e6 * PER)
    assert told.people(own, "en")[-1].render("en") == (
        "In the last 12 months, 0.0333 incidents began for each 100,000 of them.")
