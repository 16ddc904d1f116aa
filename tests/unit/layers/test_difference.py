"""A comparison: which class a hexagon's change belongs to, and what cannot be told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import hexes
from data.analysis.ratio import adjusted, ratio
from data.areas.population import CellPersons
from data.ground import Ground
from data.selection import Selection
from layers.base import Found, Request
from layers.difference import Difference
from layers.difference_values import NONE, TIMES, Held, keys, steps

LAYER = Difference()
YEAR = Selection(date_from=dt.date(1971, 1, 1), date_to=dt.date(1971, 12, 31))


def held(a, b, days=(365, 365), persons=None):
    n = len(a)
    people = np.full(n, np.nan) if persons is None else np.array(persons, float)
    return Held(np.arange(n), np.array(a), np.array(b), people, (0, 0), days)


@pytest.fixture
def found_(cells):
    """In 1970 Bamako has 40 and Gao 5; in 1971 Bamako 10, Gao 6 and Kidal 60; 3 stand apart."""
    bamako, gao, kidal = cells.tolist()
    rows = [(bamako, 10, 10, 40), (gao, 20, 20, 5), (bamako, 400, 400, 10), (gao, 410, 410, 6),
            (kidal, 420, 420, 60), (None, 30, 30, 3)]
    cell, start, end, n = zip(*rows, strict=True)
    about = pa.table({"synthetic": [0], "date_min": [dt.date(1970, 1, 11)],
                      "date_max": [dt.date(1971, 2, 25)]})
    return Found({
        "cells": pa.table({"cell": pa.array([*cells.tolist(), None], pa.int64())}),
        "a": pa.table({"cell": pa.array(cell, pa.int64()), "start": pa.array(start, pa.int32()),
                       "end": pa.array(end, pa.int32()), "n": pa.array(n, pa.int32())}),
        "span": about, "totals_a": about,
        "sources_a": pa.table({"key": ["One"], "incidents": [124]}),
    }, Ground())


def drawn(found_, **more):
    request = Request(selection=YEAR, months=12, **more)
    return {mark.id: mark.key for mark in LAYER.drawing(found_, request)}


def test_a_window_is_compared_with_the_one_before(found_, cells):
    bamako, gao, kidal = (hexes.text(cell) for cell in cells.tolist())
    assert drawn(found_) == {bamako: "less-3", gao: NONE, kidal: "more-3"}


def test_the_sides_exchanged_change_every_sign(found_, cells):
    bamako, gao, kidal = (hexes.text(cell) for cell in cells.tolist())
    before = Selection(date_from=dt.date(1970, 1, 1), date_to=dt.date(1970, 12, 31))
    request = Request(selection=before, months=12, options=(("when", "1971,1971"),))
    assert {m.id: m.key for m in LAYER.drawing(found_, request)} == {
        bamako: "more-3", gao: NONE, kidal: "less-3"}


def test_a_row_tells_what_the_colour_says(found_, cells):
    rows = {row["cell"]: row for row in LAYER.rows(found_, Request(selection=YEAR, months=12))
            .to_pylist()}
    bamako, gao, kidal = (rows[hexes.text(cell)] for cell in cells.tolist())
    assert (bamako["a"], bamako["b"], bamako["ratio"]) == (40, 10, 0.25)
    assert kidal["ratio"] is None and kidal["interval"].endswith("and more")
    assert gao["change"] == "no clear change" and gao["p"] == 1
    assert "rate" not in gao, "no people are known"


def test_numbers_of_a_year_do_not_depend_on_the_length_of_a_window(found_, cells):
    request = Request(selection=YEAR, months=12, options=(("when", "1970,1971"),))
    row = LAYER.rows(found_, request).to_pylist()[0]
    assert row["a"] == 50 and row["a_year"] == pytest.approx(50 / 2, rel=2e-3)


def test_one_side_alone_has_classes_of_its_own(found_):
    request = Request(selection=YEAR, months=12, options=(("show", "a"),))
    legend = LAYER.legend(found_, request)
    assert {mark.key for mark in LAYER.drawing(found_, request)} <= {
        entry.key for entry in legend.entries}
    assert all(entry.key.startswith("class-") for entry in legend.entries)


def test_different_places_are_not_compared_hexagon_by_hexagon(found_):
    request = Request(selection=YEAR, months=12, options=(("a", "admin1=Gao"),
                                                          ("b", "admin1=Mopti")))
    both = Found({**found_.tables, "b": found_["a"], "totals_b": found_["totals_a"],
                  "sources_b": found_["sources_a"]}, Ground())
    legend = LAYER.legend(both, request)
    assert {entry.key for entry in legend.entries} >= {
        mark.key for mark in LAYER.drawing(both, request)}
    assert "different places" in " ".join(legend.notes)
    assert LAYER.payload(both, request).meta["places"]


def test_rates_without_people_are_not_drawn_and_said(found_):
    request = Request(selection=YEAR, months=12, options=(("show", "rate"),))
    assert LAYER.drawing(found_, request) == ()
    assert "wait for people" in LAYER.legend(found_, request).notes[0]


class Peopled(Ground):
    """Ground that knows a million people in each of a few hexagons."""

    known: Any

    def __init__(self, known):
        super().__init__()
        object.__setattr__(self, "known", np.sort(known))

    def persons_by_cell(self, resolution):
        return CellPersons(self.known, np.full(len(self.known), 1e6))


def test_rates_are_for_the_people_of_each_hexagon(found_, cells):
    bamako, _, kidal = cells.tolist()
    peopled = Found(found_.tables, Peopled(np.array([bamako, kidal])))
    request = Request(selection=YEAR, months=12, options=(("show", "rate"),))
    assert {mark.id for mark in LAYER.drawing(peopled, request)} == {
        hexes.text(bamako), hexes.text(kidal)}, "Gao's people are not known"
    rows = {row["cell"]: row["rate"] for row in LAYER.rows(peopled, request).to_pylist()}
    assert rows[hexes.text(kidal)] == pytest.approx(6, rel=2e-3)
    assert LAYER.payload(peopled, request).columns["persons"].max() == 1e6
    assert {mark.key for mark in LAYER.drawing(peopled, request)} <= {
        entry.key for entry in LAYER.legend(peopled, request).entries}


def test_one_cube_serves_both_sides_where_they_are_alike(found_):
    payload = LAYER.payload(found_, Request(selection=YEAR, months=12))
    assert set(payload.columns["side"].tolist()) == {3}
    assert set(LAYER.queries(Request())) == {"cells", "span", "a", "sources_a", "totals_a"}
    assert "b" in LAYER.queries(Request(options=(("b", "kind=kidnapping"),)))


def test_classes_hold_for_every_window(found_):
    windows = [YEAR, Selection(date_from=dt.date(1971, 3, 1), date_to=dt.date(1972, 2, 28))]
    legends = [LAYER.legend(found_, Request(selection=one, months=12, options=(("show", "more"),)))
               for one in windows]
    assert legends[0].bounds() == legends[1].bounds()


COUNTS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)).filter(any),
                  min_size=1, max_size=40)


@given(COUNTS, st.sampled_from([(365, 365), (365, 731), (31, 28)]))
def test_a_clear_class_is_one_that_the_corrected_test_finds(pairs, days):
    a, b = zip(*pairs, strict=True)
    p = adjusted(np.array([ratio(x, y, days).p for x, y in pairs]))
    for key, (x, y), one in zip(keys(held(a, b, days), "ratio", TIMES), pairs, p, strict=True):
        assert (key == NONE) == (one > 0.05)
        if key != NONE:
            times = (y / days[1]) / (x / days[0]) if x else np.inf
            assert key.startswith("more" if times > 1 else "less")
            size = max(times, 1 / times if times else np.inf)
            assert int(key[-1]) == 1 + sum(size >= step for step in TIMES)


def test_a_rate_is_of_the_people_of_the_hexagon():
    both = held([10, 10], [300, 300], persons=[1_000_000, np.nan])
    assert keys(both, "rate", (10.0, 100.0)) == ["more-2", ""]


def test_thresholds_of_differences_are_round(found_):
    at = steps(found_, Request(selection=YEAR, months=12, options=(("show", "more"),)))
    assert at and {f"{one:g}".rstrip("0").lstrip("0.") for one in at} <= {"1", "2", "3", "5"}
