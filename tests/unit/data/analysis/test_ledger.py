"""Rates are compared on the same terms alone, and a corridor's cost is the sum of its levies."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from data.analysis.ledger import BY_LOAD, cost_per_load, ranges
from data.evidence.base import committed
from data.evidence.columns import NOT_STATED
from data.evidence.words import BASES

PLAIN = replace(committed().levies[0], corridor=NOT_STATED, basis=NOT_STATED, currency=NOT_STATED,
                rate_low=None, rate_best=None, rate_high=None)
ROAD = committed().corridors[0]
AMOUNTS = st.none() | st.integers(0, 10**6).map(float)


@st.composite
def levies(draw):
    many = draw(st.integers(0, 12))
    found = []
    for i in range(many):
        low, best, high = (draw(AMOUNTS) for _ in range(3))
        known = sorted(v for v in (low, best, high) if v is not None)
        ordered = iter(known)
        low, best, high = (None if v is None else next(ordered) for v in (low, best, high))
        found.append(replace(
            PLAIN, id=f"l{i}", rate_low=low, rate_best=best, rate_high=high,
            currency=draw(st.sampled_from(["XOF", "USD", NOT_STATED])),
            unit=draw(st.sampled_from(["bags", NOT_STATED])),
            basis=draw(st.sampled_from([*BASES, NOT_STATED])),
            corridor=draw(st.sampled_from([ROAD.id, "another", NOT_STATED]))))
    return found


def levy(id, **fields):
    return replace(PLAIN, id=id, corridor=ROAD.id, **fields)


@given(levies())
def test_a_cost_reconciles_with_its_levies(given_levies):
    cost = cost_per_load(ROAD, given_levies)
    along = [one for one in given_levies if one.corridor == ROAD.id]
    assert sorted(one.id for one in cost.levies) == sorted(one.id for one in along)
    for total in cost.sums:
        own = [one for one in along if one.basis in BY_LOAD and one.rates is not None
               and one.currency == total.currency
               and (total.currency != NOT_STATED or one.unit == total.unit)]
        assert [one.id for one in total.levies] == [one.id for one in own]
        assert total.low == sum(one.rates[0] for one in own)
        assert total.high == sum(one.rates[2] for one in own)
        if total.best is None:
            assert any(one.rate_best is None for one in own)
        else:
            assert total.best == sum(one.rate_best for one in own)
            assert total.low <= total.best <= total.high


def test_currencies_are_never_mixed():
    cost = cost_per_load(ROAD, [
        levy("a", rate_best=100.0, currency="XOF", basis="load"),
        levy("b", rate_best=7.0, currency="USD", basis="vehicle"),
        levy("c", rate_low=50.0, rate_high=60.0, currency="XOF", basis="shipment")])
    assert [(one.currency, one.low, one.best, one.high) for one in cost.sums] == [
        ("XOF", 150, None, 160), ("USD", 7, 7, 7)]


def test_what_is_not_stated_is_counted_and_not_taken_for_zero():
    cost = cost_per_load(ROAD, [levy("a", basis="load"),
                                levy("b", basis="load", rate_best=5.0, currency="XOF"),
                                levy("c", basis="person", rate_best=9.0, currency="XOF")])
    assert [one.id for one in cost.unstated] == ["a"]
    assert [one.id for one in cost.apart] == ["c"]
    assert [one.low for one in cost.sums] == [5]


def test_the_document_taxes_drug_shipments_and_gives_no_rate():
    cocaine = next(one for one in committed().corridors if one.id == "cocaine-transit")
    cost = cost_per_load(cocaine, committed().levies)
    assert cost.sums == () and [one.id for one in cost.unstated] == ["shipment-tax"]


def test_the_ranges_of_the_document():
    found = {(one.terms.basis, one.terms.frequency): (one.low, one.best, one.high)
             for one in ranges(committed().levies)}
    assert found == {
        ("site_access", "weekly"): (5000, None, 250000),
        ("person_or_animal", NOT_STATED): (5000, 5000, 5000),
        ("operation", NOT_STATED): (200000, None, 500000)}


def test_rates_for_other_things_stay_apart():
    month = levy("a", rate_best=4.0, currency="XOF", basis="person", frequency="monthly")
    week = replace(month, id="b", frequency="weekly")
    higher = replace(month, id="c", rate_best=6.0)
    found = ranges([month, week, higher])
    assert [(len(one.levies), one.low, one.high) for one in found] == [(2, 4, 6), (1, 4, 4)]
    assert found[0].best is None, "two best estimates are not one"
