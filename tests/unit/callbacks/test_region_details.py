"""A region in short in the details, and the buttons that lead to it."""

from __future__ import annotations

import pytest

from callbacks import details, region_links
from callbacks.context import ground_of
from data.errors import UsageError
from data.ground import Ground
from data.model import incidents
from data.selection import Selection
from tests.unit.callbacks.components import walk


def texts(component):
    return " ".join(str(part.children) for part in walk(component)
                    if isinstance(getattr(part, "children", None), str))


def told(context, id, layer="region", query="", **more):
    return details.told(context, {"layer": layer, "id": id, "query": query, **more}, "en")[1]


def address(link):
    return link.href


def marks(component):
    return [getattr(part, "data-mark", None) for part in walk(component)
            if getattr(part, "data-layer", None) == "region"]


def test_a_unit_is_told_in_short_with_the_way_to_all_of_it(context):
    made = told(context, "ML-7", query="kind=kidnapping")
    assert "Gao (first-level unit, Mali)" in texts(made)
    assert "incidents are recorded here" in texts(made)
    (link,) = [part for part in walk(made) if getattr(part, "href", None)]
    assert address(link) == "region/ML-7?kind=kidnapping&lang=en"


def test_a_unit_that_is_not_known_is_said_to_be_so(context):
    with pytest.raises(UsageError):
        told(context, "ML-99")


@pytest.mark.parametrize("unit", ["ML", "ML-7"])
def test_a_unit_of_the_boundaries_leads_to_its_profile(context, unit):
    assert marks(told(context, f"boundaries/{unit}", "boundaries")) == [unit]


def test_an_incident_leads_to_its_units_profile(context, store):
    rows = incidents()
    row = store.require().rows(rows.filter(rows.admin1_id == "ML-7").limit(1))[0]
    assert marks(told(context, row["incident_id"], "incidents")) == ["ML-7"]


def test_a_unit_without_a_profile_has_no_button():
    assert region_links.button(Ground(), "ML-99", "en") is None
    assert region_links.button(Ground(), None, "en") is None


def test_each_of_several_units_has_one_button(store):
    found = region_links.buttons(ground_of(store.require()), ["ML-7", None, "ML-7", "ML-8"], "en")
    assert [getattr(one, "data-mark") for one in found] == ["ML-7", "ML-8"]


def test_only_a_drawn_area_leads_to_one():
    drawn = Selection.of(area="circle:0,16,10", kind=["kidnapping"])
    assert region_links.of_area(Ground(), Selection(), "en") is None
    assert address(region_links.of_area(Ground(), drawn, "en")).startswith(
        "region/area?kind=kidnapping&area=")


def test_one_unit_that_is_picked_leads_to_its_own_and_several_to_their_area():
    one, two = Selection.of(unit="ML-7", kind=["kidnapping"]), Selection.of(unit="ML-7,ML-8")
    assert address(region_links.of_area(Ground(), one, "fr")) == (
        "region/ML-7?kind=kidnapping&lang=fr")
    assert address(region_links.of_area(Ground(), two, "fr")).startswith("region/area?unit=ML-7")
