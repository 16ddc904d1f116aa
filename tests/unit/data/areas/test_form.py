"""Columns of tables of population."""

from __future__ import annotations

import pytest

from data.areas.form import recognise
from data.errors import UndecidedError, UsageError


@pytest.mark.parametrize(("names", "unit", "persons", "level"), [
    (("unit", "persons"), "unit", "persons", None),
    (("Région", "Habitants"), "Région", "Habitants", None),
    (("ADM1_FR", "ADM2_FR", "ADM2_PCODE", "T_TL"), "ADM2_FR", "T_TL", 2),
    (("Pays", "Population totale"), "Pays", "Population totale", None),
])
def test_columns_are_recognised_in_both_languages(names, unit, persons, level):
    found = recognise("x.csv", names, ())
    assert (found.unit, found.persons, found.level) == (unit, persons, level)


def test_points_need_both_coordinates():
    assert recognise("x.csv", ("Latitude", "LON", "pop"), ()).placed
    with pytest.raises(UndecidedError, match="--map unit=COLUMN"):
        recognise("x.csv", ("lat", "pop"), ())


def test_persons_are_asked_for():
    with pytest.raises(UndecidedError, match="--map persons=COLUMN"):
        recognise("x.csv", ("unit", "2020"), ())


def test_what_the_user_maps_counts():
    found = recognise("x.csv", ("ADM2_FR", "odd", "T_TL"), ("unit=ODD", "persons=T_TL"))
    assert (found.unit, found.level) == ("odd", None)
    for wrong in ("actor=odd", "unit=nowhere", "unit"):
        with pytest.raises(UsageError):
            recognise("x.csv", ("unit", "odd", "pop"), (wrong,))
