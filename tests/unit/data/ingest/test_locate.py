"""Where points lie, and conflicts with what their record names."""

from __future__ import annotations

import numpy as np
import pytest

from data.ingest.locate import LOCATED, Locator, Points


def locate(*points: tuple, tolerance: float = 5.0) -> list[dict]:
    """Locate (lat, lon, precision, country) tuples."""
    lat, lon, precision, country = zip(*points, strict=True)
    given = Points(
        record=np.arange(len(points)), lat=np.array(lat, dtype=float),
        lon=np.array(lon, dtype=float), where_precision=np.array(precision, dtype=np.int8),
        country=np.array(country, dtype=object), named=np.array(country, dtype=object))
    return Locator(tolerance).locate(given).to_pylist()


def test_a_point_is_given_its_country_unit_and_cell():
    (gao,) = locate((16.27, -0.04, 1, "ML"))
    assert (gao["found_admin0"], gao["admin0"], gao["admin1"], gao["conflict"]) == (
        "ML", "ML", "Gao", None)
    assert gao["admin1_id"].startswith("ML-") and gao["cell"] > 0


def test_without_a_named_country_it_is_where_the_point_lies():
    (found,) = locate((12.37, -1.52, 2, None))
    assert (found["admin0"], found["conflict"]) == ("BF", None)


def test_without_a_point_it_is_the_one_named():
    (found,) = locate((np.nan, np.nan, 6, "NE"))
    assert (found["admin0"], found["found_admin0"], found["admin1"], found["cell"]) == (
        "NE", None, None, None)


@pytest.mark.parametrize("precision", [5, 6, 7])
def test_a_unit_is_only_told_where_the_place_is_known_to_it(precision):
    coarse, fine = locate((16.27, -0.04, precision, "ML"), (16.27, -0.04, 4, "ML"))
    assert (coarse["admin1"], fine["admin1"]) == (None, "Gao")


@pytest.mark.parametrize(("lat", "lon", "country", "words"), [
    (12.73, 3.86, "BF", "sign of longitude: 12.73, -3.86"),
    (-16.27, -0.04, "ML", "sign of latitude: 16.27, -0.04"),
    (-12.73, 3.86, "BF", "signs of both: 12.73, -3.86"),
    (-3.86, 12.73, "BF", "latitude and longitude swapped: 12.73, -3.86"),
    (3.86, 12.73, "BF", "swapped, then sign of longitude: 12.73, -3.86"),
    (48.85, 2.35, "ML", None),
])
def test_a_conflict_is_flagged_with_what_would_mend_it_and_never_moved(lat, lon, country, words):
    (found,) = locate((lat, lon, 1, country))
    flag = found["conflict"]
    assert flag["reason"] == "country_conflict"
    assert (flag["named"], flag["suggestion"]) == (country, words)
    assert (found["admin0"], found["admin1"]) == (country, None)
    assert found["cell"] is not None


def test_the_flag_says_where_the_point_fell():
    niger, sea = locate((13.5, 2.1, 1, "ML"), (0, -20, 1, "ML"))
    assert niger["conflict"]["found"] == "Niger"
    assert sea["conflict"]["found"] is None
    assert (sea["found_admin0"], sea["admin0"]) == (None, "ML")


def test_a_point_just_across_a_generalised_border_is_no_conflict():
    # Niamey lies far inside Niger; the points step over the border into Burkina Faso.
    import shapely

    from data import boundaries

    niger = boundaries.load_countries()
    area = niger.geometries[niger.iso2.index("NE")]
    inside = niger.geometries[niger.iso2.index("BF")]
    border = shapely.intersection(area.boundary, inside)
    near = border.interpolate(border.length / 2)
    centre = inside.representative_point()
    steps = [(near.y + (centre.y - near.y) * s, near.x + (centre.x - near.x) * s, 1, "NE")
             for s in (0.002, 0.5)]
    close, far = locate(*steps)
    assert close["conflict"] is None and close["admin0"] == "NE" == close["found_admin0"]
    assert close["admin1_id"] is None or close["admin1_id"].startswith("NE")
    assert far["conflict"]["found"] == "Burkina Faso"
    strict = locate(*steps, tolerance=0.0)
    assert [bool(found["conflict"]) for found in strict] == [True, True]


def test_a_point_just_off_a_coast_belongs_to_it():
    import shapely

    from data import boundaries

    countries = boundaries.load_countries()
    senegal = countries.geometries[countries.iso2.index("SN")]
    tip = min((tuple(xy) for xy in shapely.get_coordinates(senegal)), key=lambda xy: xy[0])
    close, far = locate((tip[1], tip[0] - 0.02, 1, None), (tip[1], tip[0] - 1.0, 1, None))
    assert (close["admin0"], far["admin0"]) == ("SN", None)


def test_at_sea_is_no_conflict_but_in_another_country_is():
    sea, land = locate((0, -20, 7, "SN"), (13.5, 2.1, 7, "SN"))
    assert sea["conflict"] is None
    assert land["conflict"]["found"] == "Niger"


def test_the_corners_of_the_world_are_located():
    found = locate((90, 180, 1, None), (-90, -180, 1, None), (0, 0, 1, "GH"), (0, 0, 1, None))
    assert found[0]["admin0"] is None
    assert found[2]["conflict"]["reason"] == "country_conflict"
    assert found[3]["conflict"] is None and found[3]["admin0"] is None


def test_nothing_to_locate_is_no_rows():
    empty = Points(*(np.array([], dtype=t) for t in (np.int64, float, float, np.int8, object,
                                                     object)))
    table = Locator(5).locate(empty)
    assert (table.num_rows, table.schema) == (0, LOCATED)


def test_borders_are_those_of_the_day():
    import datetime as dt

    def juba(day):
        days = (dt.date.fromisoformat(day) - dt.date(1970, 1, 1)).days
        code = np.array(["SD"], dtype=object)
        return Locator(5).locate(Points(
            np.array([0]), np.array([4.85]), np.array([31.6]), np.array([1], dtype=np.int8),
            code, code, days=np.array([float(days)]))).to_pylist()[0]

    before, after = juba("2011-07-08"), juba("2011-07-09")
    assert before["conflict"] is None and after["conflict"]["found"] == "South Sudan"
    assert (before["admin0"], before["found_admin0"], before["admin1_id"]) == (
        "SD", "SS", "SS-EC")


def test_near_the_border_the_nearest_unit_is_suggested():
    near, far = locate((9.9, -5.5, 1, "ML"), (6.5, 3.4, 1, "ML"))
    assert near["conflict"]["suggestion"].startswith("Sikasso, ")
    assert far["conflict"]["suggestion"] is None
