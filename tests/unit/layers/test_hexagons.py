"""Hexagons: the payload, the legend and the table rest on the same numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

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


def test_rows_are_the_same_marks(found):
    rows = LAYER.rows(found, Request()).to_pylist()
    assert sum(row["incidents"] for row in rows) == 17
    assert [row["cell"] for row in rows][-1] is None


def test_too_large_an_answer_gives_way(found):
    request = Request(most_rows=2, resolution=4)
    months = LAYER.coarser(found, request)
    assert months is not None and months.step == "month" and months.coarsened
    larger = LAYER.coarser(found, months)
    assert larger is not None and larger.resolution == 3
    assert LAYER.coarser(found, larger) is None
    assert LAYER.coarser(found, replace(request, most_rows=5)) is None


def test_nothing_selected_still_has_a_legend(found):
    empty = Found({**found, "cube": found["cube"].slice(0, 0)})
    assert LAYER.legend(empty, Request()).bounds() == []
