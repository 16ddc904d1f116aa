"""Staged text turned into the incident model."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support import held, only, plain, ucdp

DAY = dt.date(2018, 3, 5)


def test_a_release_event_becomes_an_incident(bring, store):
    bring(ucdp({}))
    row = only(store)
    assert row["source"] == "UCDP GED" and row["source_record_id"] == "1"
    assert (row["kind"], row["licence"]) == ("violence.battle", "cc-by-4.0")
    assert (row["date_start"], row["date_end"], row["date_precision"]) == (DAY, DAY, 1)
    assert (row["lat"], row["lon"], row["where_precision"]) == (16.27, -0.04, 1)
    assert (row["admin0"], row["named_admin0"], row["admin1"]) == ("ML", "Mali", "Gao")
    assert [row[f"fatalities_{x}"] for x in ("low", "best", "high")] == [1, 2, 3]
    assert row["actors"] == [{"name": f"Side {x}", "role": "party"} for x in "AB"]
    assert "Uppsala" in row["citation"] and row["notes"] == "An invented headline"
    assert row["synthetic"] is False and row["sensitivity"] == "public" and row["flags"] == []


def test_one_sided_violence_has_a_perpetrator_and_victims(bring, store):
    bring(ucdp({"type_of_violence": 3}, {"type_of_violence": 4}))
    rows = {r["source_record_id"]: r for r in held(store)}
    assert rows["1"]["kind"] == "violence.attack_on_civilians"
    assert [a["role"] for a in rows["1"]["actors"]] == ["perpetrator", "victim"]
    assert rows["2"]["kind"] == "unclassified"
    assert [f["reason"] for f in rows["2"]["flags"]] == ["kind_unknown"]


def test_precision_of_a_place_is_stated_or_says_that_it_is_not(bring, store):
    stated = ["1", "7", "", "9", "0", "1.5", "exact", "NA"]
    bring(plain(*({"where_precision": p, "notes": p or "none"} for p in stated)))
    found = {r["notes"]: (r["where_precision"], [f["reason"] for f in r["flags"]])
             for r in held(store)}
    unstated = (2, ["where_precision_unstated"])
    assert [found[p or "none"] for p in stated] == [(1, []), (7, []), *[unstated] * 6]


def test_a_row_without_a_point_has_the_precision_of_what_it_names(bring, store):
    nowhere = {"lat": "", "lon": ""}
    bring(plain(*({**nowhere, **row} for row in (
        {"notes": "country"}, {"notes": "unit", "region": "Gao"},
        {"notes": "coarse", "region": "Gao", "where_precision": 5},
        {"notes": "no such unit", "region": "Middle-earth"})), extra=["region"]))
    found = {r["notes"]: (r["where_precision"], r["lat"], r["cell"], r["admin0"], r["admin1"])
             for r in held(store)}
    assert found == {"country": (6, None, None, "ML", None), "unit": (4, None, None, "ML", "Gao"),
                     "coarse": (5, None, None, "ML", None),
                     "no such unit": (6, None, None, "ML", None)}


def test_precision_of_a_date_follows_how_it_is_written_and_what_it_spans(bring, store):
    spans = {"2019-01-01": ("", 1), "2019-01-02": ("2019-01-02", 1),
             "2019-01-03": ("2019-01-05", 2), "2019-01-04": ("2019-01-10", 3),
             "2019-01-05": ("2019-02-04", 4), "2019-01-06": ("2019-06-30", 5),
             "2019-02": ("", 4), "2019": ("", 5)}
    bring("date_start,date_end,country,notes\n"
          + "".join(f"{start},{end},Mali,{start}\n" for start, (end, _) in spans.items()))
    found = {r["notes"]: r["date_precision"] for r in held(store)}
    assert found == {start: precision for start, (_, precision) in spans.items()}


def test_a_stated_precision_of_a_date_is_kept_and_doubted_where_it_cannot_be(bring, store):
    bring("date_start,date_end,date_precision,country\n2019-01-01,2019-01-20,2,Mali\n"
          "2019-02-01,2019-02-03,4,Mali\n2019-03-01,2019-03-01,1e300,Mali\n")
    found = [(r["date_precision"], [f["reason"] for f in r["flags"]]) for r in held(store)]
    assert found == [(2, ["date_precision_conflict"]), (4, []), (1, [])]


def test_words_for_nothing_are_nothing_but_namibia_is_a_country(bring, store):
    bring("date,country,victims,quantity,id,actor\n2019-01-01,NA,NA,-,n/a,NULL\n"
          "2019-01-02,Namibia,3,1.5,7,Someone\n")
    first, second = held(store)
    assert (first["admin0"], first["victims"], first["quantity"], first["actors"]) == (
        "NA", None, None, [])
    assert (second["admin0"], second["victims"], second["quantity"]) == ("NA", 3, 1.5)
    assert second["source_record_id"] == "7" != first["source_record_id"]


def test_what_is_invented_says_so(bring, store):
    words = ["true", "TRUE", "1", "oui", "x", "false", "", "0"]
    bring(plain(*({"synthetic": w, "notes": f"{i}"} for i, w in enumerate(words)),
                extra=["synthetic"]))
    assert [r["synthetic"] for r in sorted(held(store), key=lambda r: r["notes"])] == [
        *[True] * 5, *[False] * 3]


def test_a_file_that_writes_decimal_commas_means_them_before_three_digits_too(bring, store):
    bring(plain({"quantity": "12,5"}, {"quantity": "1,500"}, {"quantity": "1 234,250"},
                extra=["quantity"]))
    assert sorted(r["quantity"] for r in held(store)) == [1.5, 12.5, 1234.25]


def test_degrees_with_a_decimal_comma_tell_how_a_file_writes(bring, store):
    report = bring(plain({"lat": "14,5", "lon": "-4,01", "fatalities": "1,234"},
                         {"lat": "14,5", "lon": "-4,01", "fatalities": "1 234"})).report
    assert report.files[0].reasons == {"fatalities_best_not_a_number": 1}
    assert only(store)["fatalities_best"] == 1234


def test_commas_that_part_thousands_elsewhere_stay_thousands(bring, store):
    bring(plain({"quantity": "1,500.5"}, {"quantity": "1,500"}, {"quantity": "12,5"},
                extra=["quantity"]))
    assert sorted(r["quantity"] for r in held(store)) == [12.5, 1500, 1500.5]


@pytest.mark.parametrize("tells", ["1.500.000", "2,5", "1.500,25"])
def test_a_point_that_may_part_thousands_is_no_decimal_mark(bring, store, tells):
    """25.000 francs are not 25."""
    report = bring(plain({"quantity": tells}, {"quantity": "25.000"}, {"quantity": "12"},
                         extra=["quantity"])).report
    assert report.files[0].reasons["quantity_not_a_number"] >= 1
    assert 25 not in [r["quantity"] for r in held(store)]
    assert 12 in [r["quantity"] for r in held(store)]


def test_a_point_before_three_digits_is_a_decimal_mark_where_nothing_tells_otherwise(bring, store):
    bring(plain({"quantity": "1.250"}, {"quantity": "2.5"}, extra=["quantity"]))
    assert sorted(r["quantity"] for r in held(store)) == [1.25, 2.5]


def test_a_lone_comma_before_three_digits_parts_thousands(bring, store):
    bring(plain({"quantity": "1,500"}, extra=["quantity"]))
    assert only(store)["quantity"] == 1500


@pytest.mark.parametrize("word", ["inconnu", "ND", "Non renseigné", "unknown", "n/a"])
def test_a_figure_that_is_said_not_to_be_known_costs_no_record(bring, store, word):
    bring(plain({"fatalities": word, "perpetrator": word}, extra=["perpetrator"]))
    assert only(store)["fatalities_best"] is None


def test_a_word_for_not_known_may_be_a_name(bring, store):
    bring(plain({"perpetrator": "Unknown"}, extra=["perpetrator"]))
    assert [actor["name"] for actor in only(store)["actors"]] == ["Unknown"]
