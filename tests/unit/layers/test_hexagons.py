"""Hexagons: the payload, the legend and the table rest on the same numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pyarrow.compute as pc

from data import hexes
from layers.base import Found, Request
from layers.cells import APART, ids, payload
from layers.hexagons import Hexagons

LAYER = Hexagons()


def test_columns_refer_to_the_cell_table(found):
    sent = LAYER.payload(found, Request())
    table = ids(found["cells"])
    assert sent.meta["cells"] == 3
    placed = sent.columns["cell"] != APART
    np.testing.assert_array_equal(
        table[sent.columns["cell"][placed]],
        found["cube"].column("cell").drop_null().to_numpy())
    assert [sent.meta["kinds"][i] for i in sent.columns["kind"]] == (
        found["cube"].column("kind").to_pylist())


def test_placed_and_apart_are_the_total(found):
    sent = LAYER.payload(found, Request())
    apart = sent.columns["cell"] == APART
    n = sent.columns["n"]
    assert n[apart].sum() == 4
    assert n.sum() == sent.meta["total"] == 17


def test_cell_outlines_are_the_grids(found, cells):
    sent = payload(found["cells"], 4)
    whole = (sent.columns["hi"].astype(np.uint64) << np.uint64(32)) | sent.columns["lo"]
    assert whole.tolist() == sorted(cells.tolist())
    vertices, offsets = hexes.boundaries(np.sort(cells))
    np.testing.assert_allclose(sent.columns["boundary"].reshape(-1, 2), vertices, atol=1e-5)
    np.testing.assert_array_equal(sent.columns["offsets"], offsets)


def test_every_window_of_the_length_falls_in_a_class(found):
    for months in (1, 2, 3, 12, None):
        request = Request(months=months)
        counts, bounds = LAYER.counts(found, request), LAYER.legend(found, request).bounds()
        assert all(low <= high for low, high in bounds)
        assert all(a[1] < b[0] for a, b in pairwise(bounds))
        assert all(any(low <= n <= high for low, high in bounds) for n in counts.tolist())


def test_an_incident_counts_while_it_lasts(found):
    """Gao's kidnappings last from February to April 1970, its thefts one day in February."""
    assert sorted(LAYER.counts(found, Request(months=1)).tolist()) == [1, 2, 2, 5, 7]


def test_the_legend_says_what_is_synthetic_and_how_large_a_hexagon_is(found):
    legend = LAYER.legend(found, Request())
    assert legend.synthetic
    assert "1,770 km²" in legend.notes[0]
    assert legend.apart is not None


def test_every_window_of_days_falls_in_a_class(found):
    for days in (1, 7, 60):
        request = Request(months=1, days=days)
        bounds = LAYER.legend(found, request).bounds()
        assert bounds[-1][1] == LAYER.counts(found, request).max() == 7


def test_coarse_dates_travel_and_have_a_line_of_the_legend(found):
    assert LAYER.payload(found, Request()).columns["coarse"].tolist() == [0, 2, 0, 0, 1]
    assert [one.live for one in LAYER.legend(found, Request()).entries if one.key == "coarse"] == [
        True]
    exact = Found({**found, "cube": found["cube"].filter(pc.equal(found["cube"]["coarse"], 0))})
    assert "coarse" not in [one.key for one in LAYER.legend(exact, Request()).entries]


def test_coarser_steps_and_larger_hexagons_are_said(found):
    said = " ".join(LAYER.legend(found, Request(step="month", coarsened=True)).notes)
    assert "whole months" in said and "hexagons are coarser" in said


def test_rows_are_the_same_marks(found):
    rows = LAYER.rows(found, Request()).to_pylist()
    assert sum(row["incidents"] for row in rows) == 17
    assert [row["cell"] for row in rows][-1] is None


def test_too_large_an_answer_gives_way(found):
    request = Request(most_rows=2, resolution=4)
    months = LAYER.coarser(found, request)
    assert months is not None and months.step == "month"
    larger = LAYER.coarser(found, months)
    assert larger is not None and larger.resolution == 3 and larger.coarsened
    assert LAYER.coarser(found, larger) is None
    assert LAYER.coarser(found, replace(request, most_rows=5)) is None


def test_nothing_selected_still_has_a_legend(found):
    empty = Found({**found, "cube": found["cube"].slice(0, 0)})
    assert LAYER.legend(empty, Request()).bounds() == []
