"""Zones, mining sites, hubs and corridors, told in the details with what stands behind them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from callbacks import (
    corridor_details,
    details,
    filters,
    ids,
    mining_details,
    site_details,
    taxation_details,
)
from callbacks.asked import Asked
from callbacks.page import build
from data.evidence.base import committed
from data.evidence.columns import NOT_STATED
from data.evidence.model import Visit
from data.ground import Ground
from layers.base import Found, Request
from layers.mark_layer import MarkLayer
from layers.registry import BY_ID
from tests.unit.layers.invented import Told


def beside(**claims) -> Ground:
    """Return a ground whose evidence is the committed one, these tables put in its place."""
    return Told(**{**committed().claims, **claims})


def marks_of(layer, ground=None):
    chosen = BY_ID[layer]
    assert isinstance(chosen, MarkLayer)
    return chosen.marks(Found({}, ground or Ground()), Request())


def text(component) -> str:
    return json.dumps(component.to_plotly_json(), default=lambda c: c.to_plotly_json(),
                      ensure_ascii=False)


def asked(context, id, ground=None, query="", language="en"):
    return Asked(context, context.store.require(), ground or Ground(),
                 {"layer": "", "id": id, "query": query}, language)


def levy(id, **fields):
    plain = replace(committed().levies[0], corridor="gold-gao-niger", basis="load",
                    rate_low=None, rate_best=None, rate_high=None)
    return replace(plain, id=id, **fields)


def test_the_ledger_of_mali_holds_every_levy_and_keeps_rates_apart(context):
    said = text(taxation_details.tell(asked(context, "within:country:ML")))
    zone = next(z for z in marks_of("taxation")
                if z.id == "within:country:ML")
    for one in committed().levies:
        if one.places == ("mali",):
            assert f"levies/{one.id}" in said
    assert zone.id and "never added up" in said and "250,000" in said
    assert "455,000" not in said and "705,000" not in said


def test_incidents_stand_apart_and_say_that_they_are_invented(context):
    said = text(taxation_details.tell(asked(context, "unit:ML-7")))
    assert "incidents of taxation here" in said and "counted apart from the levies" in said
    assert "Synthetic" in said
    before = text(taxation_details.tell(asked(context, "unit:ML-7", query="to=1990")))
    assert "incidents of taxation here" not in before


def test_a_zone_of_a_visit_counts_visits_and_sites(context):
    place = replace(committed().places["gao"], where_precision=1)
    many = [levy(f"{day}", date=day, where=(place,), kind="mining", site="pit",
                 collector="invented force") for day in ("2013-05-01", "2014-05-01")]
    ground = beside(levies=(*many, replace(many[0], id="other", kind="trade")))
    zone, *_ = marks_of("taxation", ground)
    said = text(taxation_details.tell(asked(context, zone.id, ground)))
    assert said.count("invented force") >= 2 and "levy on mining" in said
    assert '"children": "2"' in said, "two visits told of the levy on mining"


def visit(id, date, **fields):
    base = committed()
    return Visit(id=id, site="pit", date=date, document="d", says_en="x",
                 origin=next(iter(base.documents.values())),
                 where=(replace(base.places["gao"], where_precision=1),), **fields)


def test_the_visits_of_a_site_are_told_in_order(context):
    ground = beside(visits=(visit("late", "2019-05-01", workers=12, armed=("invented force",)),
                            visit("early", "2013-05-01", evidence="reported", onsite="no")))
    said = text(mining_details.tell(asked(context, "visits/late", ground)))
    assert said.index("1 May 2013") < said.index("1 May 2019")
    assert "no, reported by others" in said and "invented force" in said and "2 visits" in said


def test_mining_sites_of_a_region_are_listed(context):
    said = text(mining_details.tell(asked(context, "place/gao-region/gold-wide")))
    assert said.count("sites/gold-sites-") == 3 and "somewhere in this area" in said


def test_a_place_tells_all_of_its_sites(context):
    mark = next(mark for mark in marks_of("sites") if mark.id.startswith("place/bamako/"))
    said = text(site_details.tell(asked(context, mark.id)))
    for kind in ("Place of arrests", "Place of transit", "Place of a meeting"):
        assert kind in said


def test_what_a_load_pays_is_told_with_its_records(context):
    ground = beside(levies=(
        levy("a", rate_low=100.0, rate_high=300.0, currency="XOF"),
        levy("b", rate_best=50.0, currency="XOF", basis="vehicle"),
        levy("c"), levy("d", basis=NOT_STATED)))
    said = text(corridor_details.tell(asked(context, "corridors/gold-gao-niger/0", ground)))
    assert "At least 150 – 350 CFA francs, from 2 levies." in said
    assert "1 levy on loads has no stated rate." in said
    assert "1 levy along it is not paid by the load" in said
    assert all(f"levies/{id}" in said for id in "abcd")


def test_a_levy_of_another_time_is_not_in_the_cost(context):
    ground = beside(levies=(levy("a", rate_best=100.0, currency="XOF", date="2013"),))
    corridor = "corridors/gold-gao-niger/0"
    assert "At least 100 CFA" in text(corridor_details.tell(asked(context, corridor, ground)))
    later = text(corridor_details.tell(asked(context, corridor, ground, query="from=2015")))
    assert "No record names a levy" in later


def test_shipments_of_cocaine_are_taxed_at_a_rate_that_is_not_known(context):
    said = text(corridor_details.tell(asked(context, "corridors/cocaine-transit/0")))
    assert "what a load pays is not known" in said and "levies/shipment-tax" in said


def test_a_corridor_offers_what_lies_near_it(context):
    said = text(corridor_details.tell(asked(context, "corridors/gold-gao-niger/0")))
    assert '"data-near": "gold-gao-niger"' in said
    near = text(corridor_details.tell(
        asked(context, "corridors/gold-gao-niger/0", query="near=gold-gao-niger:60")))
    assert '"value": 60' in near and '"value": 25' in said


@pytest.mark.parametrize(("near", "wrong"), [
    ("gold-gao-niger:25", False), ("", False), ("gold-gao-niger", True), ("nowhere:25", True),
    ("gold-gao-niger:9999", True)])
def test_a_distance_that_cannot_be_is_marked_and_left_out(near, wrong):
    given = {name: [] if name in ids.MANY else "" for name in ids.FILTERS} | {"near": near}
    answer = filters.chosen(given, "en")
    assert bool(answer["near_error"]) == wrong
    assert ("near=" in answer["selection"]) == (bool(near) and not wrong)


def test_a_link_with_an_unknown_corridor_opens_and_says_so(context):
    said = text(build(context, "near=nowhere:25", "en"))
    assert "place was left out" in said and "nowhere" in said


@pytest.mark.parametrize("layer", ["taxation", "mining", "sites", "corridors"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_mark_can_be_told(context, layer, language):
    marks = marks_of(layer)
    assert marks
    for mark in marks:
        assert details.told(context, {"layer": layer, "id": mark.id, "query": ""}, language)
