"""How corridors meet an area: by a known path, a straight link, a place, or next to nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.evidence.base import committed
from data.evidence.model import Corridor
from data.profile.area import find
from data.profile.passing import meets, passing
from data.selection import Selection

KNOWN = committed()


def corridor(name):
    found = KNOWN.find("corridors", name)
    assert isinstance(found, Corridor)
    return found


GOLD = corridor("gold-kidal-bamako")


@pytest.mark.parametrize(("unit", "how"), [("ML-8", "straight"), ("ML-6", "straight"),
                                           ("ML-1", None)])
def test_a_straight_link_between_known_places_crosses_units(ground, unit, how):
    assert meets(find(ground, unit), GOLD) == how


def test_a_known_path_is_what_crosses(ground):
    east = replace(GOLD, path="LINESTRING (-0.2 16.2, 1 16.2)")
    assert meets(find(ground, "ML-7"), east) == "path"
    assert meets(find(ground, "ML-8"), east) == "named"
    assert meets(find(ground, "ML-6"), east) is None


def test_a_link_whose_end_stands_for_a_country_tells_next_to_nothing(ground):
    cocaine = corridor("cocaine-transit")
    fuel = corridor("fuel-nigeria-mali")
    assert meets(find(ground, "ML"), cocaine) == "named"
    assert meets(find(ground, "NE-6"), fuel) in ("wide", None)
    assert "straight" not in {meets(find(ground, unit), fuel) for unit in ("ML-7", "NE-5", "NE-6")}


def test_the_firmest_come_first_whatever_place_the_filters_name(ground):
    found = passing(find(ground, "ML-7"), Selection.of(admin1=["Kayes"]), KNOWN.corridors,
                    KNOWN.levies)
    order = [one.how for one in found]
    assert order == sorted(order, key=("path", "straight", "named", "wide").index)
    assert {one.corridor.id for one in found if one.named} == {
        "gold-gao-burkina-faso", "gold-gao-niger", "gold-gao-bamako"}
