"""Points beside the first-level unit that their record names."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from data.areas.boundaries import units, units_of
from data.areas.drawn import drawn
from data.ingest.locate import Locator, Points

SHIPPED = units(None, 1)


def with_menaka():
    """The shipped units, of which Gao has lost its east to an invented Ménaka."""
    gao = SHIPPED.geometries[SHIPPED.position["ML-7"]]
    east = shapely.box(1.5, 14, 5, 20)
    rows = [{"unit_id": i, "name": name, "iso2": iso2, "parent_id": iso2, "geometry": shape,
             "vintage": "", "source": "", "licence": ""}
            for i, name, iso2, shape in zip(SHIPPED.ids, SHIPPED.names, SHIPPED.iso2,
                                            SHIPPED.geometries, strict=True) if i != "ML-7"]
    rows += [{**rows[0], "unit_id": unit_id, "name": name, "iso2": "ML", "geometry": shape}
             for unit_id, name, shape in (("ML-7", "Gao", gao.difference(east)),
                                          ("ML-1-menaka", "Ménaka", gao.intersection(east)))]
    return drawn(None).with_level(units_of(1, rows))


def locate(lat, lon, unit, areas=None, precision=2, country="ML"):
    def one(value):
        return np.array([value, None], dtype=object)[:-1]

    found = Locator(5.0, areas).locate(Points(
        np.array([0]), np.array([float(lat)]), np.array([float(lon)]),
        np.array([precision], dtype=np.int8), one(country), one(country), unit=one(unit),
        unit2=one(None))).to_pylist()[0]
    return found["admin1"], found["unit_doubt"]


@pytest.mark.parametrize("name", [
    "Gao", "gao region", "Région de Gao", "Ménaka", "ML-7", "Atlantis", "", None])
def test_a_unit_that_holds_the_point_or_is_not_known_is_no_doubt(name):
    assert locate(16.27, -0.04, name) == ("Gao", None)


def test_another_unit_is_noted_with_the_nearest_of_that_name_and_never_moved():
    unit, flag = locate(16.27, -0.04, "Kayes")
    assert unit == "Gao"
    assert (flag["reason"], flag["named"], flag["found"]) == ("unit_differs", "Kayes", "Gao")
    name, _, away = flag["suggestion"].partition(", ")
    assert name == "Kayes" and away.endswith(" km") and 800 < float(away[:-3]) < 1000


def test_a_sign_that_would_mend_it_is_suggested():
    _, flag = locate(16.9, 2.5, "Timbuktu")
    assert flag["suggestion"] == "sign of longitude: 16.9, -2.5"


def test_a_point_close_to_the_unit_named_is_no_doubt():
    gao = SHIPPED.geometries[SHIPPED.position["ML-7"]]
    kidal = SHIPPED.geometries[SHIPPED.position["ML-8"]]
    edge = shapely.intersection(gao, kidal)
    at = shapely.line_interpolate_point(shapely.line_merge(edge), 0.5, normalized=True)
    assert locate(at.y + 0.01, at.x, "Gao")[1] is None
    assert locate(at.y + 0.01, at.x, "Kidal")[1] is None


def test_a_name_of_older_boundaries_is_noted_as_such():
    unit, flag = locate(15.92, 2.4, "Gao", with_menaka())
    assert unit == "Ménaka"
    assert (flag["reason"], flag["named"], flag["found"], flag["suggestion"]) == (
        "unit_vintage", "Gao", "Ménaka", None)


def test_a_newer_unit_does_not_mean_the_older_one_once_it_is_drawn():
    areas = with_menaka()
    assert locate(15.92, 2.4, "Ménaka", areas) == ("Ménaka", None)
    assert locate(16.27, -0.04, "Ménaka", areas)[1]["reason"] == "unit_differs"


def test_without_a_point_a_record_is_in_the_unit_it_names():
    assert locate(np.nan, np.nan, "Gao", precision=4)[0] == "Gao"
    assert locate(np.nan, np.nan, "Gao", precision=6)[0] is None
    assert locate(np.nan, np.nan, "Centre", precision=4, country=None)[0] is None
