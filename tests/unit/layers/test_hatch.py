"""A hatch stays inside its shape, covers it evenly, and is sparse where it should be."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from layers.hatch import hatch, outline
from layers.paths import Paths

RING = shapely.Polygon([(0, 0), (4, 0), (4, 3), (0, 3)], [[(1, 1), (2, 1), (2, 2), (1, 2)]])


@given(st.floats(0.1, 2), st.floats(0, 180))
def test_lines_stay_inside(spacing, angle):
    paths = hatch(RING, spacing, angle)
    grown = RING.buffer(1e-5)
    for low, high in zip(paths.starts[:-1], paths.starts[1:], strict=True):
        line = shapely.LineString(paths.vertices[low:high].astype(np.float64))
        assert grown.covers(line)


def test_length_follows_the_spacing():
    """Lines d apart over an area A are about A / d long in all."""
    paths = hatch(RING, 0.05)
    steps = np.diff(paths.vertices.astype(np.float64), axis=0)
    inner = np.ones(len(steps), bool)
    inner[paths.starts[1:-1].astype(int) - 1] = False
    total = np.hypot(*steps[inner].T).sum()
    assert abs(total - RING.area / 0.05) / (RING.area / 0.05) < 0.03


def test_outline_holds_every_ring():
    assert len(outline(RING)) == 2
    assert len(outline(shapely.MultiPolygon([RING, shapely.box(9, 9, 10, 10)]))) == 3


def test_an_empty_shape_has_no_lines():
    assert len(hatch(shapely.Polygon(), 1)) == 0
    assert Paths.empty().columns("x_")["x_starts"].tolist() == [0]
