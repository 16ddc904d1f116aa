"""Marks reach as far as they are drawn, and boxes meet across the antimeridian too."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely

from layers.extent import extent, meets
from layers.marks import Area, Line, Mark, Ring, Symbol

SAME: dict[str, Any] = {"id": "a", "key": "b", "label": "c"}


@pytest.mark.parametrize(("mark", "box"), [
    (Area(**SAME, shape=shapely.box(-2, 12, 3, 15)), (-2, 12, 3, 15)),
    (Line(**SAME, points=np.array([[3.0, 12.0], [-2.0, 15.0], [1.0, 10.0]])), (-2, 10, 3, 15)),
    (Symbol(**SAME, lon=1.5, lat=14.0), (1.5, 14, 1.5, 14)),
    (Ring(**SAME, lon=1.5, lat=14.0, metres=25_000), (1.5, 14, 1.5, 14))])
def test_a_mark_reaches_from_its_west_to_its_east(mark, box):
    assert extent(mark) == box


def test_a_mark_of_no_known_form_has_no_extent():
    with pytest.raises(TypeError):
        extent(Mark(**SAME))


@pytest.mark.parametrize(("one", "other", "do"), [
    ((0, 0, 1, 1), (1, 1, 2, 2), True), ((0, 0, 1, 1), (1.1, 0, 2, 1), False),
    ((0, 0, 1, 1), (0, 1.1, 1, 2), False), ((175, 0, 176, 1), (170, -5, -170, 5), True),
    ((-172, 0, -171, 1), (170, -5, -170, 5), True), ((0, 0, 1, 1), (170, -5, -170, 5), False)])
def test_boxes_meet(one, other, do):
    assert meets(one, other) is do
