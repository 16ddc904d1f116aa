"""The area of a selection in words, its outline, and text that becomes one."""

from __future__ import annotations

import pytest

from callbacks.area_answers import listed, outlined, understood
from callbacks.area_panel import tell
from data.ground import Ground
from data.queries.filters import selected
from data.selection import Selection
from data.shapes.outline import square_km
from tests.unit.callbacks.components import walk

AREA = "polygon:-3,14_1,14_1,17_-3,17"


def words(told):
    """Return all text of a list of components."""
    return " ".join(part for one in told for component in walk(one)
                    for part in [component.children] if isinstance(part, str))


def ask(client, snapshot, query):
    return client.get(f"/area/{snapshot.id}/outline.json?lang=en&{query}")


def test_an_area_is_told_with_its_size_its_counts_and_what_is_undecided(context, snapshot):
    said = words(tell(context, f"area={AREA}", "en"))
    n = snapshot.rows(selected(Selection.of(area=AREA)).count().name("n").as_table())[0]["n"]
    size = round(square_km(Selection.of(area=AREA).area.shape))
    assert f"{size:,} km²" in said and f"{n:,}" in said
    assert "nobody knows" in said and "not loaded" in said


def test_without_an_area_nothing_is_told(context):
    assert tell(context, "kind=kidnapping", "en") is None


@pytest.mark.parametrize(("query", "named"), [
    (f"area={AREA}", "A drawn area"), ("unit=ML-7,ML-6", "Gao · Timbuktu"),
    ("area=circle:-0.04,16.27,25", "Within 25 km"), ("near=gold-gao-niger:25", "corridor")])
def test_the_outline_is_named_and_kept(client, snapshot, query, named):
    answer = ask(client, snapshot, query)
    found = answer.get_json()
    assert named in found["named"] and "km²" in found["size"] and found["rings"]
    assert "immutable" in answer.headers["Cache-Control"]


def test_no_area_has_no_outline(context, client, snapshot):
    assert outlined(context, Selection(), "en")["rings"] == []
    assert client.get("/area/gone/outline.json").status_code == 410
    assert ask(client, snapshot, "area=square:1").status_code == 400


def test_text_becomes_an_area_or_says_why_not(client):
    assert understood("0,14\n2,14\n2,16", "en")["area"] == "polygon:0,14_2,14_2,16"
    asked = {"json": {"text": "rubbish"}, "headers": {"X-Atlas": "1"}}
    assert "no corner" in client.post("/area/read?lang=en", **asked).get_json()["message"]
    assert client.post("/area/read", json={"text": "x"}).status_code == 403


@pytest.mark.parametrize("given", [None, [], {"text": 7}, {}])
def test_a_request_of_another_form_is_no_area(client, given):
    answer = client.post("/area/read?lang=en", json=given, headers={"X-Atlas": "1"})
    assert "Nothing was given" in answer.get_json()["message"]


def test_corridors_that_have_a_position_are_listed():
    assert {"gold-gao-niger"} <= {one["id"] for one in listed(Ground(), "en")}
