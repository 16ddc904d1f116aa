"""Numbers of a profile agree with one another, and with what other verbs say of the same unit."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import taxonomy
from data.commands.stats import figures
from data.profile.area import find
from data.profile.build import build
from data.profile.plain import plain
from data.selection import Selection

UNITS = ["ML-5", "ML-6", "ML-7", "ML-8", "BF-12", "NE-6"]
GROUPS = [group.id for group in taxonomy.GROUPS[:6]]
WINDOWS = st.tuples(st.dates(dt.date(2015, 1, 1), dt.date(2025, 12, 31)), st.integers(0, 2000))


@settings(max_examples=12)
@given(st.sampled_from(UNITS), WINDOWS, st.lists(st.sampled_from(GROUPS), max_size=2))
def test_a_unit_holds_what_stats_counts_for_it(snapshot, ground, unit, window, kinds):
    area = find(ground, unit)
    first, length = window
    query = {"kind": kinds, "from_": first.isoformat(),
             "to": (first + dt.timedelta(days=length)).isoformat()}
    counted = figures(snapshot, Selection.of(**query, admin1=[f"{area.name('en')} ({area.iso2})"]))
    own = build(area, Selection.of(**query), snapshot, ground).happened
    assert own.incidents == counted["incidents"]
    assert own.synthetic == counted["synthetic"]
    assert {one.key: one.incidents for one in own.kinds} == counted["by_kind"]
    assert {one.key: one.incidents for one in own.sources} == counted["by_source"]
    assert {one.key: one.incidents for one in own.exactness} == counted["by_where_precision"]
    assert [(one.source, one.low, one.best, one.high) for one in own.deaths] == [
        (row["source"], row["low"], row["best"], row["high"]) for row in counted["fatalities"]]


def test_a_country_holds_what_stats_counts_and_its_parts_add_up(profiled, snapshot):
    own = profiled("ML").happened
    counted = figures(snapshot, Selection.of(country=["ML"]))
    assert own.incidents == counted["incidents"] == sum(one.incidents for one in own.parts)
    by_name = {one.unit.name("en"): one.incidents for one in own.parts if one.unit}
    assert by_name == {name: n for name, n in counted["by_admin1"].items() if name}


def test_what_is_told_apart_of_a_unit_is_what_its_country_holds_in_no_unit(profiled):
    gao, mali = profiled("Gao"), profiled("ML")
    (apart,) = gao.happened.apart
    assert apart.incidents == next(
        one.incidents for one in mali.happened.parts if one.unit is None) > 0


def test_months_with_reports_and_without_are_all_months(profiled):
    for unit in ("ML-8", "ML-1", "BF-12"):
        own = profiled(unit, "kind=kidnapping").reporting
        told = own.gaps.months - own.gaps.silent
        assert max(one.months for one in own.reporters) <= told
        assert own.gaps.longest is None or own.gaps.silent > 0


def test_neighbours_border_on_the_unit_and_are_of_its_level(profiled):
    near = {one.unit.id for one in profiled("Gao").reporting.neighbours}
    assert {"ML-6", "ML-8", "BF-12", "NE-6"} <= near
    assert "ML-7" not in near
    assert "ML-1" not in near


def test_amounts_are_ranges_of_one_currency_and_basis(profiled):
    own = profiled("Gao").taxation
    assert own.levied
    assert all(one.kind.startswith("taxation.") for one in own.levied)
    assert not any(one.kind.startswith("taxation.") for one in own.other)
    assert all(one.low <= one.high for one in (*own.levied, *own.other) if one.low is not None)
    assert sum(one.incidents for one in own.levied) == sum(
        one.incidents for one in profiled("Gao").happened.kinds
        if one.key.startswith("taxation."))


def test_an_intervention_is_set_between_spells_of_the_same_length(profiled):
    compared = [one for one in profiled("ML").interventions.here if one.compared]
    assert compared
    for one in compared:
        first, last = one.intervention.days
        assert one.compared.earlier.last < first
        assert one.compared.later.first > last
        assert one.compared.earlier.days == one.compared.later.days <= 365
    assert all(one.why for one in profiled("ML").interventions.here if not one.compared)


def test_undated_interventions_are_compared_with_nothing(profiled):
    undated = [one for one in profiled("ML").interventions.here if not one.intervention.days]
    assert undated
    assert {(one.compared, one.why) for one in undated} == {(None, "undated")}


def test_recommendations_answer_factors_that_are_told(profiled):
    found = profiled("ML-5")
    assert any(one.factors for one in found.answers)
    for one in found.answers:
        assert set(one.factors) <= set(found.standing.factors)
        assert set(one.around) <= set(found.standing.factors_around)
        assert {*one.factors, *one.around} <= set(one.recommendation.answers)


def test_both_sides_of_a_unit_give_its_classes(profiled):
    own = profiled("ML-5").standing
    scores = [one.units[0].score for one in own.indices]
    assert own.pair == tuple((score > 10) + (score > 30) for score in scores)
    assert profiled("Gao").standing.pair is None


def test_every_claim_is_told_once(profiled):
    claims = [(table, claim.id) for table, claim in profiled("ML").claims]
    assert len(claims) == len(set(claims)) > 100


def test_filters_choose_claims_as_they_choose_incidents(profiled):
    few = profiled("ML", "kind=kidnapping")
    assert 0 < len(few.claims) < len(profiled("ML").claims)
    assert {one.key for one in few.happened.kinds} == {"kidnapping"}
    assert profiled("Gao", "country=NE").places_left_out
    assert profiled("Gao", "country=NE").happened == profiled("Gao").happened


def test_a_profile_in_json_keeps_every_number_and_no_shape(profiled):
    found = profiled("ML-5")
    written = plain(found)
    assert written["happened"]["incidents"] == found.happened.incidents
    assert "shape" not in written["area"]
    assert written["trend"]["year"]["ratio"]["low"] == found.trend.year.ratio.low
    assert written["synthetic"] is True
    assert set(written["claims"]) == {f"{table}/{claim.id}" for table, claim in found.claims}


@pytest.mark.parametrize("unit", ["CI", "KZ"])
def test_a_country_without_records_is_told_as_such(profiled, unit):
    found = profiled(unit)
    assert found.happened.incidents == 0
    assert found.trend is None
    assert found.reporting.gaps is None
