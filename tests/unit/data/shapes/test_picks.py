"""Picked units are looked up by id or name, at the first and the second level."""

from __future__ import annotations

import pytest
import shapely

from data.areas.boundaries import units, units_of
from data.errors import UsageError
from data.shapes.held import of_shape
from data.shapes.picks import MOST, of_words, read_units

FIRST, COUNTRIES = units(None, 1), units(None, 0)


def second(*shapes):
    return units_of(2, [
        {"unit_id": f"ML-2-{name.lower()}", "name": name, "iso2": "ML", "parent_id": parent,
         "geometry": shapely.box(*box), "vintage": "", "source": "", "licence": ""}
        for name, parent, box in shapes])


OWN = second(("Ansongo", "ML-7", (0, 15, 1, 16)), ("Bourem", "ML-7", (-1, 16, 0, 17)))


def test_ids_and_names_mean_the_same_unit():
    assert of_words(["ML-7"], FIRST, OWN) == of_words(["Gao", "gao (ML)"], FIRST, OWN)
    assert of_words(["Ansongo"], FIRST, OWN).ids == ("ML-2-ansongo",)
    assert of_words(["Tombouctou"], FIRST, OWN).named("en") == ["Timbuktu"]


def test_what_holds_a_second_level_unit_is_undecided():
    held = of_words(["Ansongo"], FIRST, OWN).held
    assert held.second == {"ML/Ansongo"} and not held.first
    assert held.cut_first == {"ML-7"} and held.cut_countries == {"ML"}
    assert not of_words(["Ansongo", "Gao"], FIRST, OWN).held.cut_first


def test_an_unknown_or_shared_name_is_refused():
    with pytest.raises(UsageError, match="No unit"):
        of_words(["Atlantis"], FIRST, OWN)
    with pytest.raises(UsageError, match="Several units"):
        of_words(["Centre"], FIRST, OWN)
    with pytest.raises(UsageError, match="At most"):
        read_units(",".join(map(str, range(MOST + 1))))


def test_an_area_holds_whole_units_and_cuts_others():
    held = of_shape(shapely.box(-0.5, 14.9, 1.1, 16.5), COUNTRIES, FIRST, OWN)
    assert held.second == {"ML/Ansongo"} and held.cut_second == {"ML/Bourem"}
    assert "ML-7" in held.cut_first and "ML" in held.cut_countries
    assert not held.first and not held.countries and held.known == {"ML"}
