"""What callbacks answer, called as plain functions."""

from __future__ import annotations

import json

import pytest
from dash import no_update

from callbacks import (
    details,
    empty,
    facets,
    filters,
    incident_details,
    layer_table,
    legend,
    table,
    table_request,
)
from data.evidence.base import committed, term
from data.evidence.tables import CLAIMS
from data.model import FLAGS
from data.queries.hexes import hexes
from data.queries.table import page
from data.selection import Selection
from data.sentence import what_and_where
from data.store import Store
from layers.registry import BY_ID, LAYERS

NOTHING: dict[str, object] = {
    "kind": [], "country": [], "admin1": [], "from_": "", "to": "", "source": [], "actor": "",
    "text": "", "max_where_precision": None, "bbox": ""}


def text(component):
    return json.dumps(component, default=lambda c: c.to_plotly_json(), ensure_ascii=False)


def test_controls_become_a_query():
    given = {**NOTHING, "kind": ["kidnapping"], "country": ["ML"], "from_": "2019"}
    assert filters.chosen(given, "en")["selection"] == "kind=kidnapping&country=ML&from=2019-01-01"


def test_a_wrong_date_is_said_beside_its_field():
    answer = filters.chosen({**NOTHING, "from_": "yesterday", "actor": "herders"}, "en")
    assert answer["selection"] == "actor=herders", "what can be read holds all the same"
    assert answer["from_error"] and not answer["to_error"]


def test_a_rectangle_stays_when_another_filter_changes():
    given = {**NOTHING, "bbox": "-12.3,10,4.3,25", "kind": ["kidnapping"]}
    query = filters.chosen(given, "en")["selection"]
    assert Selection.from_query(query).bbox == (-12.3, 10, 4.3, 25)
    assert filters.chosen({**NOTHING, "bbox": "here"}, "en")["bbox_error"]


def test_dates_in_the_wrong_order_are_said():
    answer = filters.chosen({**NOTHING, "from_": "2020", "to": "2019"}, "en")
    assert answer["selection"] is no_update and answer["to_error"]


def test_controls_show_what_a_link_names(snapshot):
    chosen = Selection.from_query("kind=taxation&admin1=Gao+region&max-where-precision=2")
    said = text(filters.controls(chosen, facets.of(snapshot), "fr"))
    assert '"taxation"' in said and "Gao region" in said and '"value": "2"' in said


def test_the_confidence_of_kinds_is_chosen_and_one_of_a_link_is_shown(snapshot):
    answer = filters.chosen({**NOTHING, "kind_confidence": "0.7"}, "en")
    assert answer["selection"] == "kind-confidence=0.7"
    linked = Selection.from_query("kind-confidence=0.55")
    shown = filters.controls(linked, facets.of(snapshot), "en")
    assert '"value": "0.55"' in text(shown) and "0.55 (from the link)" in text(shown)


def test_the_sentence_names_what_and_where():
    said = what_and_where(
        Selection.from_query("kind=kidnapping&country=ML&country=NE&actor=herders"), "en")
    assert said == "Kidnapping for ransom · Mali and Niger · actor “herders”"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_legends_of_all_layers(context, language):
    request = {"selection": "", "res": 4, "months": 12, "layers": [layer.id for layer in LAYERS]}
    legends = legend.made(context, request, language)
    assert [one.layer for one in legends] == [
        layer.id for layer in sorted(LAYERS, key=lambda layer: layer.order)]
    for one in legends:
        assert one.title in text(legend.drawn(one, language))
        scale = legend.scale(one)
        assert len(scale["bounds"]) == len(scale["colours"])


def test_a_hexagons_details_hold_its_counts(context, snapshot):
    rows = snapshot.rows(hexes(Selection(), 4))
    busiest = max((row for row in rows if row["cell"]), key=lambda row: row["incidents"])
    picked = {"layer": "hexagons", "id": f"{busiest['cell']:x}", "res": 4, "query": ""}
    said = text(details.told(context, picked, "en"))
    assert f"{busiest['incidents']} incident" in said


def test_an_incident_is_told_in_full(context, snapshot):
    row = snapshot.rows(page(Selection(), limit=1))[0]
    said = text(details.told(context, {"layer": "incidents", "id": row["incident_id"]}, "en"))
    for known in (row["source"], row["source_record_id"], "Place known", "Synthetic"):
        assert known in said


@pytest.mark.parametrize(("rule", "sure", "said"), [
    ("stated", 1.0, "the record itself (confidence 1)"),
    ("source", 1.0, "its source’s codes (confidence 1)"),
    ("cattle", 0.9, "rule cattle (confidence 0.9)"), ("mine", None, "rule mine"),
    (None, None, None)])
def test_what_decided_the_kind_is_told(rule, sure, said):
    row = {"kind_rule": rule, "kind_confidence": sure}
    assert incident_details.kind_decided(row, "en") == said


def test_flags_are_told_with_their_suggestion():
    reason = next(iter(FLAGS))
    row = {"flags": [{"reason": reason, "named": "ML", "found": "DZ", "suggestion": "lat=-1"}]}
    said = text(incident_details._flags(row, "en"))
    assert FLAGS[reason].render("en") in said and "suggestion: lat=-1" in said


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("table", list(CLAIMS))
def test_every_claim_is_told_with_its_document_and_section(context, table, language):
    evidence = committed()
    for claim in evidence.claims[table]:
        said = text(details.told(
            context, {"layer": "claims", "id": f"{table}/{claim.id}", "query": ""}, language))
        assert claim.cited.title in said
        assert term(evidence.sections[claim.section].title, language) in said
        assert json.dumps(claim.says(language), ensure_ascii=False)[1:-1] in said


def test_what_the_atlas_added_is_told_as_added(context):
    said = text(details.told(context, {"layer": "claims", "id": "interventions/kafo-ii"}, "en"))
    assert "Added by this atlas" in said and "2020" in said


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_the_table_shows_any_layers_rows(context, layer):
    asked = table_request.TableRequest("", layer, "", descending=False)
    page = table.page(context, context.store.require(), asked, "en")
    assert " row" in page.count and page.at == 1
    assert layer.title.render("en") in page.caption


def test_rows_of_a_layer_are_sorted_and_open_their_mark(context):
    asked = table_request.TableRequest("", BY_ID["corridors"], "says", descending=True)
    page = table.page(context, context.store.require(), asked, "en")
    assert page.heads[0].sorted == "descending"
    assert page.rows[0].picks["data-mark"].startswith("corridors/")


def test_rows_of_a_layer_keep_to_the_window(context):
    def rows(query):
        asked = table_request.TableRequest(query, BY_ID["corridors"], "", descending=False)
        return layer_table.shown(context, context.store.require(), asked, "en").rows

    assert len(rows("from=2015&to=2015")) < len(rows("from=2020&to=2020"))


@pytest.mark.parametrize(("language", "first"), [("en", "Dec 2"), ("fr", "déc. 2")])
def test_days_in_a_layers_rows_are_written_as_the_language_writes_them(context, language, first):
    asked = table_request.TableRequest(
        "from=2019-12&to=2019-12", BY_ID["incidents"], "first", descending=True)
    page = layer_table.shown(context, context.store.require(), asked, language)
    assert first in page.rows[0].cells[0]


@pytest.mark.parametrize("picked", [
    {"layer": "incidents", "id": "gone"}, {"layer": "corridors", "id": "gone"},
    {"layer": "unheard", "id": "x"}])
def test_what_is_gone_is_said(context, picked):
    assert details.told(context, picked, "en")


def test_only_web_addresses_become_links():
    assert incident_details._link("javascript:alert(1)") == "javascript:alert(1)"
    assert incident_details._link("https://example.org/1").href == "https://example.org/1"


@pytest.mark.parametrize("sort", ["date_start", "kind", "fatalities_best", "no-such-field"])
def test_a_page_of_the_table(context, sort):
    asked = table_request.TableRequest("", None, sort, descending=False, page=2)
    page = table.page(context, context.store.require(), asked, "en")
    assert (page.at, page.last, len(page.rows)) == (2, 12, table_request.SIZE)


def test_a_page_beyond_the_last_is_the_last(context):
    asked = table_request.TableRequest("kind=kidnapping", None, "date_start", descending=True,
                                       page=999)
    page = table.page(context, context.store.require(), asked, "fr")
    assert page.rows and page.at == page.last


def test_an_empty_selection_offers_what_to_relax(snapshot):
    chosen = Selection.from_query("kind=kidnapping&actor=zzzz")
    assert [way.filters for way, _ in empty.ways_out(snapshot, chosen)] == [("actor",)]
    said = text(empty.explained(snapshot, chosen, "en"))
    assert '"data-relax": "actor"' in said


def test_a_hopeless_selection_can_still_be_cleared(snapshot):
    chosen = Selection.from_query("actor=zzzz&text=yyyy")
    assert "Several filters together" in text(empty.explained(snapshot, chosen, "en"))


def test_a_store_of_claims_alone_offers_no_filter_to_relax(tmp_path):
    store = Store(tmp_path / "claims")
    with store.building() as writer:
        writer.publish({}, about={})
    said = text(empty.explained(store.require(), Selection(), "en"))
    assert "holds no incidents" in said and "data-relax" not in said


def test_facets_cover_the_snapshot(snapshot):
    known = facets.of(snapshot)
    assert known.incidents == 600 and known.synthetic == 600
    assert {option["value"] for option in facets.country_options(known, "fr")} == set(
        known.countries)
    assert facets.of(None).kinds == ()
