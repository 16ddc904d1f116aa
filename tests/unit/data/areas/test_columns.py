"""Columns of files of boundaries, by the names that publishers use."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from data.areas.columns import recognise
from data.errors import UndecidedError, UsageError
from data.ingest.shapes import Vectors


def vectors(**columns):
    return Vectors(tuple(columns), [columns], np.array([None], dtype=object))


@pytest.mark.parametrize(("columns", "level", "name", "code"), [
    ({"ADM2_FR": "x", "ADM2_PCODE": "1", "ADM1_FR": "y"}, 2, "ADM2_FR", "ADM2_PCODE"),
    ({"admin1Name_fr": "x", "admin1Pcode": "1"}, 1, "admin1Name_fr", "admin1Pcode"),
    ({"adm3_name": "x", "adm3_pcode": "1"}, 3, "adm3_name", "adm3_pcode"),
    ({"ADM1_PT": "x", "ADM1_PCODE": "1"}, 1, "ADM1_PT", "ADM1_PCODE"),
    ({"NAME_2": "x", "GID_2": "1", "NAME_1": "y"}, 2, "NAME_2", "GID_2"),
    ({"shapeName": "x", "shapeType": "ADM1", "shapeID": "1"}, 1, "shapeName", "shapeID"),
])
def test_publishers_are_recognised(columns, level, name, code):
    found = recognise(Path("x.shp"), vectors(**columns))
    assert (found.level, found.name, found.code) == (level, name, code)


def test_another_name_stands_for_no_level():
    assert recognise(Path("x.shp"), vectors(ADM1_FR="y", ADM1ALT2FR="")).level == 1


def test_the_file_tells_the_level_where_no_column_does():
    assert recognise(Path("mali_adm2.geojson"), vectors(name="x")).level == 2


def test_a_column_that_is_empty_names_nothing():
    assert recognise(Path("x.shp"), vectors(ADM1_FR="", ADM1_EN="x")).name == "ADM1_EN"


def test_the_day_of_validity_goes_before_the_day_of_making():
    assert recognise(Path("x"), vectors(ADM1_FR="x", date="2015", validOn="2021")).vintage == (
        "validOn")


def test_the_level_is_asked_for():
    with pytest.raises(UndecidedError, match="--level"):
        recognise(Path("x.geojson"), vectors(name="x"))


def test_the_column_of_names_is_asked_for_with_the_columns_there_are():
    with pytest.raises(UndecidedError, match=r"--name-column.*ADM1_PCODE, odd"):
        recognise(Path("x.geojson"), vectors(ADM1_PCODE="1", odd="x"))


def test_what_the_user_says_counts():
    found = recognise(Path("x"), vectors(ADM1_FR="x", odd="y"), level=3, name="ODD", code="odd")
    assert (found.level, found.name, found.code) == (3, "odd", "odd")
    with pytest.raises(UsageError, match="ADM1_FR, odd"):
        recognise(Path("x"), vectors(ADM1_FR="x", odd="y"), name="nowhere")
