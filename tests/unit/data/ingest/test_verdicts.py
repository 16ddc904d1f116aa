"""What speaks against a record, and what is only doubtful."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis
import pyarrow as pa

from data.ingest.reasons import OF_INCIDENTS
from data.ingest.verdicts import damage
from data.model import FLAGS
from tests.support import held, plain, ucdp

MONEY = ("quantity", "amount_low", "amount_best", "amount_high")
BAD: list[tuple[dict[str, Any], set[str]]] = [
    ({"date": ""}, {"date_start_missing"}),
    ({"date": "-"}, {"date_start_missing"}),
    ({"date": "2019-02-30"}, {"date_start_invalid"}),
    ({"date": "0001-01-01"}, {"date_start_invalid"}),
    ({"date_end": "soon"}, {"date_end_invalid"}),
    ({"date_end": "2019-03-06"}, {"date_end_before_start"}),
    ({"lat": "north"}, {"lat_not_a_number"}),
    ({"lon": "inf"}, {"lon_not_a_number"}),
    ({"lat": "90.1"}, {"lat_out_of_range"}),
    ({"lon": "-180.1", "lat": "x"}, {"lon_out_of_range", "lat_not_a_number"}),
    ({"lat": ""}, {"coordinates_incomplete"}),
    ({"lat": "", "lon": "", "country": ""}, {"no_location"}),
    ({"lat": "", "lon": "", "country": "Atlantis"}, {"no_location"}),
    ({"lat": "", "lon": "", "region": "TOTAL GÉNÉRAL :"}, {"total_row"}),
    ({"lat": "", "lon": "", "region": "Sous-total"}, {"total_row"}),
    ({"lat": "", "lon": "", "kind": "Grand total"}, {"total_row"}),
    ({"lat": "", "lon": "", "date": "", "country": "Total"},
     {"total_row", "no_location", "date_start_missing"}),
    ({"fatalities": "many"}, {"fatalities_best_not_a_number"}),
    ({"fatalities": "2.5"}, {"fatalities_best_not_a_number"}),
    ({"fatalities": "1e30"}, {"fatalities_best_not_a_number"}),
    ({"fatalities": "inf"}, {"fatalities_best_not_a_number"}),
    ({"fatalities": "-1"}, {"fatalities_best_negative"}),
    ({"fatalities_low": "x", "fatalities_high": "-2"},
     {"fatalities_low_not_a_number", "fatalities_high_negative"}),
    ({"victims": "3 4"}, {"victims_not_a_number"}),
    *(({name: "lots"}, {f"{name}_not_a_number"}) for name in MONEY),
    *(({name: "-0.5"}, {f"{name}_negative"}) for name in MONEY),
    ({"date": "x", "lat": "x", "lon": "", "fatalities": "x"},
     {"date_start_invalid", "lat_not_a_number", "coordinates_incomplete",
      "fatalities_best_not_a_number"}),
]
EXTRA = ("id", "region", "date_end", "fatalities_low", "fatalities_high", "victims", *MONEY)


def test_every_reason_against_a_record_is_collected(bring, store):
    rows = [{**row, "id": i} for i, (row, _) in enumerate(BAD)]
    outcome = bring(plain(*rows, {"id": "good"}, extra=EXTRA))
    found = {reject.fields["id"]: set(reject.reasons) for reject in outcome.rejects}
    assert found == {str(i): reasons for i, (_, reasons) in enumerate(BAD)}
    report = outcome.report.files[0]
    assert (report.rows_read, report.accepted, report.rejected) == (len(BAD) + 1, 1, len(BAD))
    assert sum(report.reasons.values()) == sum(len(reasons) for _, reasons in BAD)


def test_a_place_with_a_point_may_be_called_total(bring, store):
    bring(plain({"region": "Total"}, {"region": "Totalville", "lat": "", "lon": ""},
                extra=["region"]))
    assert len(held(store)) == 2


def test_a_damaged_record_has_that_as_its_only_reason(bring):
    outcome = bring("id,date,lat,lon\n1,2019-01-01,16,0\n2,x\n3,x,x,x,x\n,,,\n4,\"x,y\n")
    assert [reject.reasons for reject in outcome.rejects] == [
        ("too_few_fields",), ("too_many_fields",), ("empty_record",), ("unclosed_quote",)]


def test_an_identifier_is_needed_where_the_source_gives_one(bring):
    outcome = bring(ucdp({"id": ""}, {"id": "NA"}, {}))
    assert [reject.reasons for reject in outcome.rejects] == [("id_missing",)] * 2


def test_every_reason_is_tried_here_or_by_identity():
    tried = set().union(*(reasons for _, reasons in BAD))
    elsewhere = {"too_many_fields", "too_few_fields", "unclosed_quote", "misplaced_quote",
                 "empty_record", "id_missing", "duplicate_id", "victims_negative", "not_a_feature",
                 "fatalities_low_negative", "fatalities_high_not_a_number"}
    assert set(OF_INCIDENTS) == tried | elsewhere


def test_damage_is_told_of_a_very_wide_record(writer):
    names = [f"c{i}" for i in range(1500)]
    table = pa.table({"width": [1500, 1500], "damage": pa.array([None, None], pa.string()),
                      **{name: ["", "x" if name == "c1400" else None] for name in names}})
    raw = ibis.table(ibis.schema(table.schema), name=writer.stage(table))
    found = writer.fetch(raw.select(why=damage(raw, 1500, trailing=False)))
    assert found["why"].to_pylist() == ["empty_record", None]


def test_doubts_keep_the_record_and_say_what_is_doubted(bring, store):
    future = dt.date.today().replace(year=2100).isoformat()
    rows: list[dict[str, Any]] = [
        {"notes": "country_unknown", "country": "Atlantis"},
        {"notes": "kind_unknown", "kind": "piracy"},
        {"notes": "licence_unknown", "licence": "mine"},
        {"notes": "fatalities_order", "fatalities_low": 5, "fatalities": 3},
        {"notes": "date_in_future", "date": future},
        {"notes": "where_precision_unstated", "where_precision": ""},
        {"notes": "zero_coordinates", "lat": 0, "lon": 0, "country": ""},
        {"notes": "date_precision_conflict", "date_end": "2019-04-07", "date_precision": 1},
        {"notes": "country_conflict", "lon": 10},
    ]
    report = bring(plain(*rows, extra=["licence", "date_end", "fatalities_low",
                                       "date_precision"])).report
    found = {row["notes"]: [f["reason"] for f in row["flags"]] for row in held(store)}
    assert found == {row["notes"]: [row["notes"]] for row in rows}
    of_place = {"unit_differs", "unit_vintage", "place_located", "place_ambiguous",
                "place_unknown", "point_of_shape"}
    of_presets = {"unit_unknown", "aggregate_total", "fatalities_shared"}
    of_entries = {"source_revised"}
    assert set(FLAGS) == set(found) | of_place | of_presets | of_entries
    assert report.tally("flags") == dict.fromkeys(report.tally("flags"), 1)
    assert report.total("flagged") == 1


def test_estimates_out_of_order_are_told_apart(bring, store):
    bring(plain({"fatalities_low": 5, "fatalities": 3, "fatalities_high": ""},
                extra=["fatalities_low", "fatalities_high"]))
    (flag,) = held(store)[0]["flags"]
    assert flag == {"reason": "fatalities_order", "named": "5 / 3 / –", "found": None,
                    "suggestion": None}
