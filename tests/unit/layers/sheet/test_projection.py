"""A projection that fits: there and back, true at the centre, and which way north is."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from layers.sheet.canvas import Box, Canvas
from layers.sheet.furniture.strip import turned
from layers.sheet.mapped import bounds_of
from layers.sheet.page import Paper
from layers.sheet.projection import GEOD, Projection

CENTRES = [(-4.0, 17.0), (0.04, 16.27), (179.5, -17.0), (20.0, 88.0)]


@pytest.mark.parametrize("centre", CENTRES)
def test_there_and_back(centre):
    projection = Projection(*centre)
    near = np.array(centre) + np.array([(0.0, 0.0), (0.4, -0.3), (-0.2, 0.5)])
    back = projection.degrees(projection.metres(near))
    assert (back[:, 0] - near[:, 0]) % 360 == pytest.approx(0, abs=1e-6) or np.allclose(
        np.cos(np.radians(back[:, 0] - near[:, 0])), 1)
    assert back[:, 1] == pytest.approx(near[:, 1], abs=1e-6)


WIDE: list[tuple[tuple[float, float], float]] = [
    *((one, 5.0) for one in CENTRES), ((10.0, 30.0), 300.0)]


@pytest.mark.parametrize(("centre", "wide"), WIDE)
@pytest.mark.parametrize("metres", [1_000, 500_000])
def test_a_distance_about_the_centre_is_drawn_as_long_as_it_is(centre, wide, metres):
    projection = Projection(centre[0], centre[1], wide)
    long = projection.across(metres)
    ends = projection.degrees(np.array([(-long / 2, 0.0), (long / 2, 0.0)]))
    ground = GEOD.inv(*ends[0], *ends[1])[2]
    assert ground == pytest.approx(metres, rel=0.01)


def test_equal_areas_are_drawn_equal():
    projection = Projection(0, 17)
    def area(lon, lat):
        corners = projection.metres(np.array([(lon, lat), (lon + 1, lat), (lon + 1, lat + 1),
                                              (lon, lat + 1)]))
        x, y = corners.T
        return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
    ground = abs(GEOD.polygon_area_perimeter([9, 10, 10, 9], [20, 20, 21, 21])[0])
    assert area(9, 20) == pytest.approx(ground, rel=0.002)


def test_north_turns_away_from_the_centre():
    projection = Projection(0, 17)
    left, middle, right = projection.north(np.array([(-9e5, 0.0), (0.0, 0.0), (9e5, 0.0)]))
    assert middle == pytest.approx(0, abs=0.01)
    assert left > 1 and right < -1


@pytest.mark.parametrize(("half", "arrow"), [(20_000, False), (900_000, True)])
def test_a_town_needs_no_arrow_and_a_country_does(half, arrow):
    axes = Canvas(300, 300).mapped(Box(0, 0, 300, 300), Projection(-4, 17), (half, half))
    assert (turned(axes) > 1) is arrow


def test_what_crosses_the_antimeridian_stays_in_one_piece():
    west, _, east, _ = bounds_of(Projection(179.5, -17), -2e5, 2e5, -2e5, 2e5)
    assert east - west < 10


def test_an_area_at_the_far_side_of_the_earth_is_not_drawn_over_the_map():
    fiji = Projection(179, -17)
    axes = Canvas(300, 300).mapped(Box(0, 0, 300, 300), fiji, (5e5, 5e5))
    far, here = shapely.box(-2, 16, 0, 18), shapely.box(178, -18, 180, -16)
    assert shapely.contains_xy(shapely.transform(far, fiji.metres), 0, 0)
    assert Paper.of(axes).met([far, here]) == [here]


def test_a_map_of_the_pole_goes_all_around():
    west, _, east, north = bounds_of(Projection(20, 89), -5e5, 5e5, -5e5, 5e5)
    assert (east - west, north) == (360, 90)
