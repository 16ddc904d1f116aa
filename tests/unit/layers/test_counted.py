"""Numbers that follow the clock: any window adds the parts that it touches, in words and class."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.i18n import amount
from data.selection import Selection
from layers import marks_wire, wire
from layers.counted import counted, window_values
from layers.legend import Entry, Legend
from layers.marks import CLASSED, Symbol, tally
from layers.palette import CLAIM
from layers.parts import EPOCH, Parts, Share, days_of, month_of
from layers.style import Style
from tests.unit.layers.drawings import symbols

PART = st.tuples(st.integers(-400, 400), st.integers(0, 90), st.integers(1, 9))
LEGEND = Legend("counts", "Counts", (
    Entry(Style("symbol", CLAIM), "few", "class-0", 1, 4),
    Entry(Style("symbol", CLAIM), "many", "class-1", 5, 99),
    Entry(Style("symbol", CLAIM), "fixed", "fixed")))


def parts(*rows):
    return Parts.of([a for a, _, _ in rows], [a + long for a, long, _ in rows],
                    [n for _, _, n in rows])


def mark(id, *shares, key=CLASSED, says="", **more):
    return Symbol(id=id, key=key, label=f"{id}: {{n}}", says=says, lon=0, lat=0, shares=shares,
                  **more)


def window(first, last):
    return Selection(date_from=EPOCH + dt.timedelta(first), date_to=EPOCH + dt.timedelta(last))


@given(st.lists(PART, min_size=1, max_size=12), st.integers(-500, 500), st.integers(0, 300))
def test_a_window_adds_the_parts_that_it_touches(rows, first, long):
    drawing = counted((mark("a", Share(parts(*rows))),), window(first, first + long), LEGEND, "en")
    expected = sum(n for start, lasting, n in rows
                   if start <= first + long and start + lasting >= first)
    assert [one.label for one in drawing] == ([f"a: {expected}"] if expected else [])
    assert [one.value for one in drawing] == ([expected] if expected else [])
    assert [one.key for one in drawing] == (
        [("class-1" if expected >= 5 else "class-0")] if expected else [])


def test_a_mark_tells_its_number_what_it_is_a_share_of_and_the_share():
    gao, mali = parts((0, 0, 12)), parts((0, 0, 30))
    spread = mark("cell", Share(gao, 1 / 143), Share(mali, 0.1),
                  says="{sum0} over 143: {share0}; {sum1}: {share1}; {n}")
    (drawn,) = counted((spread,), Selection(), LEGEND, "en")
    assert drawn.says == "12 over 143: 0.0839; 30: 3; 3.08"


def test_a_mean_is_over_every_month_that_the_window_touches():
    monthly = mark("a", Share(Parts.of([0, 40], [30, 50], [2, 1])), monthly=True)
    (drawn,) = counted((monthly,), window(0, 120), LEGEND, "en")
    assert drawn.label == "a: 0.6", "January to May 1970: 3 sources in 5 months"


def test_a_key_of_its_own_is_kept_and_a_mark_without_a_number_stays():
    plain = Symbol(id="p", key="fixed", label="{n}", lon=0, lat=0)
    drawing = counted((plain, mark("a", Share(parts((0, 0, 50))), key="fixed")), Selection(),
                      LEGEND, "en")
    assert tally(drawing) == {"fixed": 2}
    assert drawing[0] is plain


def test_areas_of_symbols_compare_as_their_numbers_do():
    legend = Legend("s", "S", LEGEND.entries, per_root=2.0)
    both = mark("a", Share(parts((0, 0, 4)))), mark("b", Share(parts((0, 0, 9))))
    four, nine = symbols(counted(both, Selection(), legend, "en"))
    assert four.radius and nine.radius
    assert nine.radius**2 / four.radius**2 == pytest.approx(9 / 4)


@given(st.lists(PART, min_size=1, max_size=8), st.integers(1, 8))
def test_classes_are_made_of_what_every_window_of_the_length_holds(rows, months):
    shares = (Share(parts(*rows), 0.5),)
    found = window_values((shares, shares), months)
    low, high = (int(month_of(day)) for day in (
        min(a for a, _, _ in rows), max(a + long for a, long, _ in rows)))
    slowly = []
    for start in range(low, max(low, high - months + 1) + 1):
        first, last = (int(day) for day in (days_of(start)[0], days_of(start + months - 1)[1]))
        slowly.append(0.5 * parts(*rows).within(first, last))
    np.testing.assert_allclose(np.sort(found), sorted(value for value in slowly if value))


def test_a_number_that_marks_share_travels_once():
    shared = parts((0, 5, 2), (9, 0, 1))
    drawing = (mark("a", Share(shared, 0.25)), mark("b", Share(shared, 0.75), monthly=True),
               Symbol(id="c", key="fixed", label="c", lon=0, lat=0))
    sent = marks_wire.payload(drawing, LEGEND)
    meta, columns = wire.decode(wire.encode(sent.meta, sent.columns))
    assert columns["part_of"].tolist() == [0, 0]
    assert columns["part_start"].tolist() == [0, 9] and columns["part_end"].tolist() == [5, 9]
    assert columns["share_item"].tolist() == [0, 1] and columns["share_of"].tolist() == [0, 0]
    assert columns["share_weight"].tolist() == [0.25, 0.75]
    assert columns["style"].tolist() == [3, 3, 2], "one past the last: the class decides"
    assert [item.get("monthly", False) for item in meta["items"]] == [False, True, False]


@pytest.mark.parametrize(("value", "english", "french"), [
    (12, "12", "12"), (0.08391, "0.0839", "0,0839"), (0.000839, "0.000839", "0,000839"),
    (12.25, "12.3", "12,3"), (1234.5, "1,235", "1\u202f235"), (3.0, "3", "3"), (0, "0", "0"),
    (99.96, "100", "100")])
def test_amounts_have_three_digits_or_are_whole(value, english, french):
    assert amount(value, "en") == english
    assert amount(value, "fr") == french


def test_days_of_months_are_whole_months():
    first, last = days_of([0, 1, -1])
    assert first.tolist() == [0, 31, -31] and last.tolist() == [30, 58, -1]
    assert month_of([0, 30, 31, -1]).tolist() == [0, 0, 1, -1]
