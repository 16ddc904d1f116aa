"""The ground of a sheet is the page's: land, water, rivers, boundaries, disputed ones dashed."""

from __future__ import annotations

import shapely

from data.boundaries import load_countries
from layers.sheet import ground
from layers.sheet.page import blank
from layers.sheet.topology import ground as held


def groups(axes):
    return {artist.get_gid(): artist for artist in axes.collections}


def test_land_holds_what_is_land():
    land = shapely.union_all([one.shape for one in held()["land"]])
    assert land.contains(shapely.Point(-2, 17)) and not land.contains(shapely.Point(-30, 0))


def test_a_country_lies_within_its_borders():
    countries = load_countries()
    mali = countries.geometries[countries.ids.index("ML")]
    borders = shapely.union_all([one.shape for one in held()["borders"]
                                 if one.about["rank"] == "country"])
    assert shapely.distance(shapely.points(shapely.get_coordinates(mali.exterior)[::50]),
                            borders).max() < 0.05


def test_all_parts_are_drawn_and_disputed_borders_are_dashed():
    _, axes = blank((-18, 15, 5, 30), 6)
    ground.draw(axes)
    drawn = groups(axes)
    assert {"ground/land", "ground/rivers", "ground/country", "ground/unit",
            "ground/disputed"} <= set(drawn)
    assert drawn["ground/disputed"].get_linestyle()[0][1] is not None
    assert drawn["ground/country"].get_linestyle()[0][1] is None
    assert drawn["ground/country"].get_linewidth()[0] > drawn["ground/unit"].get_linewidth()[0]


def test_boundaries_lie_over_fillings_and_land_beneath():
    _, axes = blank((-13, 9.5, 5, 25.5), 6)
    ground.draw(axes)
    drawn = groups(axes)
    assert drawn["ground/land"].get_zorder() < 2 < drawn["ground/country"].get_zorder() < 3


def test_limits_stay_as_they_were():
    _, axes = blank((-13, 9.5, 5, 25.5), 6)
    ground.draw(axes)
    assert axes.get_xlim() == (-13, 5) and axes.get_ylim() == (9.5, 25.5)
