"""Files of evidence into the store: what is taken, brought along, refused and flagged."""

from __future__ import annotations

import json
from typing import Any

import geopandas
import pytest
import shapely

from data.errors import AtlasError, StoreError, UndecidedError, UnreadableFileError, UsageError
from data.evidence import base
from data.evidence.ingest.flags import read as flags_of
from data.evidence.ingest.run import Options, import_evidence
from data.evidence.stored import SCHEMAS, stored_rows
from data.ingest.reasons import OF_EVIDENCE
from data.store import tables
from tests.support import held, plain
from tests.unit.data.evidence.conftest import collection, levies

LINE = {"type": "LineString", "coordinates": [[0, 16.2], [-3, 14], [-8, 12.6]]}
POINT = {"type": "Point", "coordinates": [-0.04, 16.27]}
CORRIDOR = {"id": "c1", "document": "An invented survey", "says_en": "x", "commodity": "fuel",
            "places": "Niger > Mali"}
SITE = {"id": "s1", "document": "An invented survey", "says_en": "x", "kind": "market"}


def rows(store, table="levies"):
    return {row["id"]: row for row in stored_rows(store.require(), table)}


def claim(store, table, id) -> Any:
    return base.of(store.require()).find(table, id)


def reasons(outcome):
    return [set(reject.reasons) for reject in outcome.rejects]


def doubts(row):
    return [flag["reason"] for flag in flags_of(row["flags"])]


def test_rows_of_a_user_stand_beside_the_committed_ones(add, store):
    add(levies({}), source="An office", licence="cc-by")
    found, ours = base.of(store.require()), base.committed()
    levy = claim(store, "levies", "l1")
    assert len(found.levies) == len(ours.levies) + 1
    assert levy.says("fr") == "Quelque chose d’inventé."
    assert (levy.cited.title, levy.cited.publisher) == ("An invented survey", "An office")
    assert levy.cited.licence == "cc-by-4.0"
    assert [place.name("en") for place in levy.where] == ["Mali"]
    assert rows(store)["l1"]["source"] == "An office"


@pytest.mark.parametrize(("other", "rate"), [("2,5", "1.500"), ("2.5", "1500"),
                                             ("1,250.5", "1500")])
def test_a_number_is_read_as_its_file_writes_numbers(add, store, other, rate):
    add(levies({"rate_low": "1,500"}, {"id": "l2", "rate_low": other}))
    assert rows(store)["l1"]["rate_low"] == rate


def test_a_latin_1_file_with_semicolons_is_read_as_people_save_it(add, store):
    text = ("ID;Document;Says FR;Kind;Places;Rate low;Rate_high;Date;Remarque\n"
            "z1;Enquête inventée;Prélèvement inventé;forced zakat;Région de Gao;1 000;2000,5;"
            "2020-11;à part\n")
    outcome = add(text.encode("latin-1"), encoding="latin-1")
    row = rows(store)["z1"]
    assert (row["kind"], row["rate_low"], row["rate_high"]) == ("forced_zakat", "1000", "2000.5")
    assert row["says_en"] == row["says_fr"] == "Prélèvement inventé"
    assert outcome.report.counts.flags == {"one_language": 1}
    assert outcome.report.ignored == ("Remarque",)
    assert row["document"] == "enquete-inventee"
    assert rows(store, "documents")["enquete-inventee"]["title"] == "Enquête inventée"


def test_the_same_file_again_changes_nothing_and_a_revision_is_one(add, store):
    first = add(levies({}, {"id": "l2", "places": "Burkina Faso > Ghana"}))
    assert (first.report.counts.accepted, first.report.places > 0) == (2, True)
    again = add(levies({}, {"id": "l2", "places": "Burkina Faso > Ghana"}))
    assert (again.report.counts.unchanged, again.report.snapshot) == (2, None)
    assert (again.report.places, again.report.documents) == (0, 0)
    revised = add(levies({"payer": "traders"}, {"id": "l2", "places": "Burkina Faso > Ghana"}))
    assert (revised.report.counts.updated, revised.report.counts.unchanged) == (1, 1)
    assert rows(store)["l1"]["payer"] == "traders"
    store.undo()
    assert rows(store)["l1"]["payer"] == ""


def test_without_an_id_the_content_is_one(add, store):
    outcome = add(levies({"id": ""}, {"id": "", "payer": "traders"}, {"id": ""}))
    counts = outcome.report.counts
    assert (counts.accepted, counts.merged) == (2, 1)
    assert all(id.startswith("file-csv-") for id in rows(store))
    assert add(levies({"id": ""})).report.counts.unchanged == 1


def test_a_line_is_the_path_of_a_corridor(add, store):
    add(collection((CORRIDOR, LINE), ({**CORRIDOR, "id": "c2"}, None)), "corridors", "c.geojson")
    known, unknown = (claim(store, "corridors", id) for id in ("c1", "c2"))
    assert known.path_known and not unknown.path_known
    assert known.line.equals(shapely.LineString(LINE["coordinates"]))
    assert [place.country for place in known.where] == ["NE", "ML"]


def test_an_area_of_a_geopackage_makes_a_place_with_that_area(add, store, tmp_path):
    box = shapely.box(-1, 16, 0, 17)
    frame = geopandas.GeoDataFrame([{**SITE, "place": "An invented area"}], geometry=[box],
                                   crs="EPSG:4326")
    frame.to_file(tmp_path / "sites.gpkg", driver="GPKG")
    outcome = add(tmp_path / "sites.gpkg", "sites")
    (place,) = claim(store, "sites", "s1").where
    assert outcome.report.places == 1
    assert (place.name("en"), place.country) == ("An invented area", "ML")
    assert place.shape.equals(box) and place.shape.contains(shapely.Point(place.lon, place.lat))
    assert place.position("en") == "a point inside its area"


def test_a_point_makes_a_place_that_is_located_and_never_moved(add, store):
    astray = {"type": "Point", "coordinates": [12.5, 16.27]}
    outcome = add(collection(({**SITE, "where_precision": 1}, POINT),
                             ({**SITE, "id": "s2", "country": "Mali"}, astray)), "sites", "s.json")
    first, second = (claim(store, "sites", id).where[0] for id in ("s1", "s2"))
    assert (first.country, first.unit, first.precision) == ("ML", "ML-7", 1)
    assert (second.country, second.lon) == ("ML", 12.5)
    assert outcome.report.counts.flags == {"where_precision_unstated": 1, "country_conflict": 1}
    assert outcome.report.counts.flagged == 1
    assert doubts(rows(store, "sites")["s1"]) == []
    assert {"country_conflict"} <= set(doubts(rows(store, "places")[second.id]))


def test_a_swapped_pair_is_suggested(add, store):
    head = "id,document,says_en,kind,place,lat,lon,country,where_precision\n"
    add(head + 's1,An invented survey,x,market,A market,"-0,04","16,27",Mali,1\n', "sites")
    (flag,) = flags_of(rows(store, "sites")["s1"]["flags"])
    assert flag["suggestion"] == "latitude and longitude swapped: 16.27, -0.04"


def test_a_known_place_goes_before_a_position_and_that_before_an_unknown_name(add, store):
    near = {"lat": "16.3", "lon": "-0.1", "where_precision": "1"}
    add(levies({"places": "Gao region", **near}, {"id": "l2", "places": "Invented", **near}))
    assert [place.id for place in claim(store, "levies", "l1").where] == ["gao-region"]
    assert doubts(rows(store)["l1"]) == ["position_not_used"]
    (place,) = claim(store, "levies", "l2").where
    assert (place.name("en"), place.lat, doubts(rows(store)["l2"])) == ("Invented", 16.3, [])


def test_places_may_be_added_first_and_named_then(add, store):
    head = "id,name_en,name_fr,iso2,lat,lon,where_precision\n"
    add(head + "camp,Invented camp,Camp inventé,Mali,16.3,-0.1,1\n", "places", "p.csv")
    assert rows(store, "places")["camp"]["unit_id"] == "ML-7"
    add(levies({"places": "CAMP INVENTE"}))
    assert rows(store)["l1"]["places"] == "camp"


def test_a_unit_and_a_country_are_places_of_their_precision(add, store):
    add(levies({"places": "Hauts-Bassins > Cameroon"}))
    unit, country = claim(store, "levies", "l1").where
    assert (unit.precision, unit.country, unit.unit is None) == (4, "BF", False)
    assert (country.precision, country.country, country.unit) == (6, "CM", None)
    assert country.position("en") == "a point inside the country"


UNFIT = [
    ({"says_en": "", "says_fr": ""}, {"value_missing:says_en"}),
    ({"kind": "toll"}, {"value_unknown:kind"}),
    ({"rate_low": "x"}, {"value_not_a_number:rate_low"}),
    ({"rate_low": "-1"}, {"value_out_of_range:rate_low"}),
    ({"synthetic": "perhaps"}, {"value_not_yes_or_no:synthetic"}),
    ({"date": "30/11/2020"}, {"date_not_understood:date"}),
    ({"date": "2020/2019"}, {"date_end_before_start:date"}),
    ({"kinds": "piracy"}, {"kind_unknown:piracy"}),
    ({"places": "Atlantis"}, {"place_unknown:Atlantis"}),
    ({"places": "", "country": "Atlantis"}, {"place_unknown:Atlantis"}),
    ({"places": "", "lat": "x", "lon": "0"}, {"lat_not_a_number"}),
    ({"places": "", "lat": "91", "lon": "0"}, {"lat_out_of_range"}),
    ({"places": "", "lat": "1", "lon": ""}, {"coordinates_incomplete"}),
    ({"places": "", "lat": "1", "lon": "1", "where_precision": "9"},
     {"value_out_of_range:where_precision"}),
    ({"confidence": "Z9"}, {"value_unknown:confidence"}),
    ({"corridor": "nowhere"}, {"reference_unknown:corridor"}),
    ({"id": "a>b"}, {"id_not_usable:id"}),
    ({"document": ""}, {"value_missing:document"}),
]


def test_rejects_keep_their_reasons_and_fields_and_counts_add_up(add, store):
    bad = [{"id": f"b{i}", **row} for i, (row, _) in enumerate(UNFIT)]
    outcome = add(levies({}, *bad, {}, {"payer": "someone else"}))
    assert reasons(outcome) == [*(found for _, found in UNFIT), {"duplicate_id"}]
    assert outcome.rejects[0].fields["id"] == "b0" and outcome.rejects[0].record == 2
    counts = outcome.report.counts
    assert (counts.accepted, counts.merged, counts.rejected) == (1, 1, len(UNFIT) + 1)
    assert counts.rows_read == len(UNFIT) + 3
    assert counts.reasons["place_unknown"] == 2
    assert set(rows(store)) == {"l1"}
    assert "(rate_low)" in outcome.rejects[2].explain("fr")


def test_a_rejected_row_brings_no_place_and_no_document(add, store):
    add(levies({}, {"id": "l2", "document": "Another", "places": "Ghana", "kind": "toll"}))
    assert set(rows(store, "documents")) == {"an-invented-survey"}
    assert rows(store, "places") == {}


@pytest.mark.parametrize(("table", "row", "found"), [
    ("corridors", {"places": "Mali"}, "places_too_few:places"),
    ("corridors", {"segment_evidence": "believed > believed"},
     "segments_do_not_match:segment_evidence"),
    ("corridors", {"path": "POINT (0 0)"}, "geometry_not_understood:path"),
    ("corridors", {"path": "LINESTRING (0 0, 200 0)"}, "geometry_not_understood:path"),
    ("corridors", {"id": "gold-gao-bamako"}, None),
])
def test_corridors_have_rules_of_their_own(add, table, row, found):
    outcome = add(collection(({**CORRIDOR, **row}, None)), table, "c.geojson")
    assert reasons(outcome) == ([{found}] if found else [{"id_taken:id"}])


def test_a_factor_belongs_to_its_side(add):
    text = ("document,says_en,side,factor,level\nAn invented survey,x,resilience,corruption,\n"
            "An invented survey,x,resilience,cohesion,2\n")
    assert reasons(add(text, "factors")) == [
        {"factor_side_conflict:factor"}, {"value_out_of_range:level"}]


def test_a_visit_answers_yes_or_no_and_needs_its_site(add):
    add(collection((SITE, POINT)), "sites", "s.geojson")
    text = ("document,says_en,site,presence,workers\nAn invented survey,x,s1,yes,4\n"
            "An invented survey,x,s2,yes,\nAn invented survey,x,s1,maybe,2.5\n")
    outcome = add(text, "visits")
    assert outcome.report.counts.accepted == 1
    assert reasons(outcome) == [{"reference_unknown:site"},
                                {"value_not_yes_or_no:presence", "value_not_whole:workers"}]


def test_a_stage_that_follows_a_rejected_one_is_rejected_too(add):
    text = ("id,document,says_en,chain,stage_en,order,follows\na,d,x,assets,one,1,\n"
            "b,d,x,assets,two,0,a\nc,d,x,assets,three,3,b\nd,d,x,assets,four,4,c;a\n")
    outcome = add(text, "stages")
    assert reasons(outcome) == [{"value_out_of_range:order"}, {"reference_unknown:follows"},
                                {"reference_unknown:follows"}]


def test_a_shape_that_places_nothing_is_a_reason(add):
    assert reasons(add(collection((SITE, LINE)), "sites", "s.geojson")) == [{"geometry_unfit"}]


def test_a_name_of_several_places_needs_its_country(add):
    head = "id,name_en,iso2,lat,lon,where_precision\n"
    add(head + "a,Invented,ML,16.3,-0.1,1\nb,Invented,NE,13.5,2.1,1\n", "places", "p.csv")
    outcome = add(levies({"places": "Invented"},
                         {"id": "l2", "places": "Invented", "country": "Niger"}))
    assert (reasons(outcome), outcome.report.counts.accepted) == (
        [{"place_ambiguous:Invented"}], 1)


def test_a_country_of_a_place_must_be_known(add):
    text = "id,name_en,iso2\na,Invented,Atlantis\n"
    assert reasons(add(text, "places")) == [{"country_not_known:iso2"}]


def test_damaged_records_cost_only_themselves(add, store):
    outcome = add(levies({}) + 'l2,too,few\n,,,,,\nl3,a,b,c,access,Mali,more\nl4,"open,b\n')
    assert [reject.reasons for reject in outcome.rejects] == [
        ("too_few_fields",), ("empty_record",), ("too_many_fields",), ("unclosed_quote",)]
    assert set(rows(store)) == {"l1"}


def test_every_reason_of_evidence_is_tried_here():
    tried = {reason.partition(":")[0] for _, found in UNFIT for reason in found} | {
        "place_ambiguous", "country_not_known", "geometry_unfit", "places_too_few",
        "segments_do_not_match", "geometry_not_understood", "factor_side_conflict",
        "value_not_whole", "id_taken"}
    assert tried - {"lat_not_a_number", "lat_out_of_range", "coordinates_incomplete",
                    "date_end_before_start"} == set(OF_EVIDENCE)


def test_doubts_about_numbers_licences_and_sources_keep_the_record(add, store):
    add(levies({"rate_low": "9", "rate_high": "5", "licence": "mine"}), source="One")
    row = rows(store)["l1"]
    assert doubts(row) == ["numbers_order", "licence_unknown"]
    assert row["licence"] == "no-redistribution"
    again = add(levies({"licence": "cc-by"}), source="Other")
    assert again.report.counts.flags == {"source_changed": 1}
    assert rows(store)["l1"]["licence"] == "cc-by-4.0"


def test_a_licence_that_forbids_goes_before_a_column(add, store):
    add(levies({"licence": "cc-by"}), licence="acled")
    assert rows(store)["l1"]["licence"] == "acled"
    assert {row["licence"] for row in rows(store, "documents").values()} == {"acled"}


@pytest.mark.parametrize(("content", "options", "error", "says"), [
    ("id,says_en,document\n1,x,d\n", {}, UnreadableFileError, "no column “kind”"),
    ("id,kind,document\n1,access,d\n", {}, UnreadableFileError, "no column “says_en”"),
    ("id,ID,kind,document,says_en\n1,2,access,d,x\n", {}, UndecidedError, "“id” and “ID”"),
    ("id,kind\n", {}, UnreadableFileError, "no records"),
    (b"\x89PNG....", {}, UnreadableFileError, "picture"),
    ('{"type": "Topology"}', {}, UnreadableFileError, "not GeoJSON"),
    (levies({}), {"table": "nothing"}, UsageError, "the tables are"),
    (levies({}), {"licence": "nothing"}, UsageError, "the licences are"),
])
def test_a_file_that_cannot_be_used_says_why_and_changes_nothing(
    add, store, content, options, error, says
):
    with pytest.raises(error, match=says):
        add(content, **options)
    assert store.current() is None


def test_a_dry_run_tells_and_writes_nothing(add, store):
    outcome = add(levies({}, {"id": "l2", "kind": "toll"}), dry_run=True)
    assert (outcome.report.counts.accepted, len(outcome.rejects)) == (1, 1)
    assert not store.folder.exists()


def test_nothing_usable_publishes_nothing(add, store):
    outcome = add(levies({"kind": "toll"}))
    assert (outcome.report.counts.usable, outcome.report.snapshot) == (0, None)
    assert store.current() is None


def test_the_demonstration_is_never_touched(demo_store, settings, tmp_path):
    (tmp_path / "l.csv").write_text(levies({}))
    with pytest.raises(StoreError, match="synthetic demonstration"):
        import_evidence(demo_store, tmp_path / "l.csv", Options("levies"), settings)


def test_incidents_and_evidence_keep_one_another(add, bring, store):
    bring(plain({}), source="An office")
    add(levies({}), name="l.csv")
    bring(plain({}, {"notes": "another"}), name="more.csv", source="An office")
    assert len(held(store)) == 2 and set(rows(store)) == {"l1"}


def test_a_snapshot_of_the_older_layout_opens_and_takes_evidence(add, store, monkeypatch):
    older = {name: schema for name, schema in tables.TABLES.items()
             if name in ("incidents", "imports", "rejects")}
    with monkeypatch.context() as patch:
        patch.setattr(tables, "TABLES", older)
        patch.setattr(tables, "FORMAT", 1)
        with store.building() as writer:
            writer.publish({}, about={})
    snapshot = store.require()
    assert snapshot.meta()["format"] == 1
    assert not any(snapshot.holds(name) for name in SCHEMAS)
    assert base.of(snapshot) is base.committed()
    add(levies({}), name="l.csv")
    assert store.require().meta()["format"] == tables.FORMAT
    assert held(store) == [] and set(rows(store)) == {"l1"}


def test_the_import_is_noted_with_what_it_did(add, store):
    import ibis

    add(levies({}, {"id": "l2", "kind": "toll"}), source="An office")
    imports = ibis.table(tables.IMPORTS_SCHEMA, name="imports")
    (note,) = store.require().rows(imports)
    report = json.loads(note["report"])
    assert (note["source"], note["file"]) == ("An office", "file.csv")
    assert (report["table"], report["rows_read"], report["rejected"]) == ("levies", 2, 1)
    assert report["tables"]["levies"] == {"accepted": 1}


def test_a_file_of_several_layers_asks_which_and_takes_the_one_named(add, tmp_path):
    path = tmp_path / "two.gpkg"
    frame = geopandas.GeoDataFrame([SITE], geometry=[shapely.Point(0, 16)], crs="EPSG:4326")
    for layer in ("one", "two"):
        frame.to_file(path, layer=layer, driver="GPKG")
    with pytest.raises(AtlasError, match="--layer"):
        add(path, "sites")
    assert add(path, "sites", layer="two").report.counts.accepted == 1


def test_a_visit_and_its_levy_stand_at_their_site_unless_they_say_where(add, store):
    add(collection(({**SITE, "kind": "mining_site"}, POINT)), "sites", "a.geojson")
    add("id,document,says_en,site\nv1,An invented survey,x,s1\n", "visits")
    add(levies({"site": "s1", "places": ""}, {"id": "l2", "site": "s1"}))
    site = claim(store, "sites", "s1")
    assert [place.lat for place in site.where] == [16.27]
    assert claim(store, "visits", "v1").where == claim(store, "levies", "l1").where == site.where
    assert [place.name("en") for place in claim(store, "levies", "l2").where] == ["Mali"]


def test_an_outcome_stands_where_its_intervention_was(add, store):
    add("id,document,says_en,measure_en,best,intervention\n"
        "o1,An invented survey,x,boxes,3,kafo-ii\n", "outcomes")
    where = claim(store, "outcomes", "o1").where
    assert where == claim(store, "interventions", "kafo-ii").where
    assert len(where) == 4
