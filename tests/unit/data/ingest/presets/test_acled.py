"""ACLED's exports of several vintages, by event and by actor; all events are invented."""

from __future__ import annotations

import datetime as dt

import pytest

from data.errors import UndecidedError
from data.ingest.presets import choose
from data.ingest.presets.acled import ACLED, actors, kind
from tests.support import held, only
from tests.unit.data.ingest.presets.files import ACLED as CURRENT
from tests.unit.data.ingest.presets.files import ACLED_EVENT, acled

LAST_DAY = dt.date(2020, 12, 31)
OLD = ["GWNO", "EVENT_ID_CNTY", "EVENT_ID_NO_CNTY", "EVENT_DATE", "YEAR", "TIME_PRECISION",
       "EVENT_TYPE", "ACTOR1", "ALLY_ACTOR_1", "INTER1", "ACTOR2", "ALLY_ACTOR_2", "INTER2",
       "INTERACTION", "COUNTRY", "ADMIN1", "ADMIN2", "ADMIN3", "LOCATION", "LATITUDE",
       "LONGITUDE", "GEO_PRECISION", "SOURCE", "NOTES", "FATALITIES"]


def old(**changes):
    """An event under the names of a layout before 2019."""
    event = {name.upper(): value for name, value in ACLED_EVENT.items()}
    return {**event, "EVENT_ID_CNTY": "1MLI", "EVENT_ID_NO_CNTY": 1, "INTER1": 2, "INTER2": 1,
            "ALLY_ACTOR_1": event["ASSOC_ACTOR_1"], "EVENT_DATE": "18/04/2001", "YEAR": 2001,
            "EVENT_TYPE": "Battle-No change of territory", **changes}


def test_the_current_layout_becomes_an_incident(bring, store):
    report = bring(acled({}, columns=[*CURRENT, "population_best"])).report.files[0]
    assert (report.preset, report.rows_read, report.accepted) == ("acled", 1, 1)
    row = only(store)
    assert (row["source"], row["source_record_id"]) == ("ACLED", "MLI1")
    assert (row["kind"], row["date_start"], row["date_precision"]) == (
        "violence.battle", LAST_DAY, 1)
    assert (row["lat"], row["lon"], row["where_precision"]) == (16.27, -0.04, 1)
    assert (row["named_admin0"], row["named_admin1"], row["named_admin2"], row["place"]) == (
        "Mali", "Gao", "Gao", "A town")
    assert (row["fatalities_best"], row["fatalities_low"], row["flags"]) == (4, None, [])
    assert row["notes"].splitlines()[:3] == [
        "An invented note", "event_type: Battles", "sub_event_type: Armed clash"]
    assert "source: An invented radio" in row["notes"]


def test_both_sides_and_their_associates_are_actors(bring, store):
    bring(acled({}))
    assert [(a["name"], a["role"]) for a in only(store)["actors"]] == [
        (f"Synthetic {name}", "party") for name in ("Group A", "Ally One", "Ally Two", "Group B")]


def test_its_terms_forbid_to_pass_rows_on(bring, store):
    bring(acled({}))
    assert only(store)["licence"] == "acled"


@pytest.mark.parametrize(("code", "where", "when"), [("1", 1, 1), ("2", 2, 3), ("3", 4, 4)])
def test_precisions_are_read_on_our_scale(bring, store, code, where, when):
    bring(acled({"geo_precision": code, "time_precision": f"{code}.0"}))
    row = only(store)
    assert (row["where_precision"], row["date_precision"], row["flags"]) == (where, when, [])


def test_a_precision_that_acled_does_not_have_is_not_taken_for_ours(bring, store):
    bring(acled({"geo_precision": 7}))
    row = only(store)
    assert row["where_precision"] == 2
    assert [(f["reason"], f["named"]) for f in row["flags"]] == [
        ("where_precision_unstated", "geo_precision 7")]


@pytest.mark.parametrize("text", ["31 December 2020", "2020-12-31", "31-Dec-20", "31/12/2020"])
def test_dates_of_every_vintage_are_the_same_day(bring, store, text):
    bring(acled({"event_date": text}))
    assert only(store)["date_start"] == LAST_DAY


def test_a_short_year_and_a_day_of_one_digit(bring, store):
    bring(acled({"event_date": "6-Oct-18"}))
    assert only(store)["date_start"] == dt.date(2018, 10, 6)


def test_days_that_could_be_months_are_read_as_acled_writes_them(bring, store):
    bring(acled({"event_date": "03/04/2001"}))
    assert only(store)["date_start"] == dt.date(2001, 4, 3)


def test_columns_in_another_order_give_the_same_incident(bring, store):
    bring(acled({}))
    again = bring(acled({}, columns=reversed(CURRENT)), name="turned.csv").report.files[0]
    assert (again.unchanged, len(held(store))) == (1, 1)


def test_a_layout_before_2019_is_read(bring, store):
    columns = ",".join(OLD) + "\n"
    values = ",".join(f'"{old().get(name, "")}"' for name in OLD) + "\n"
    report = bring(columns + values).report.files[0]
    assert (report.preset, report.accepted) == ("acled", 1)
    row = only(store)
    assert (row["source_record_id"], row["kind"]) == ("1MLI", "violence.battle")
    assert row["date_start"] == dt.date(2001, 4, 18)
    assert len(row["actors"]) == 4


def test_an_unnamed_leading_index_column_shifts_nothing(bring, store):
    bring(acled({"": 1}, {"": 2}, columns=["", *CURRENT]))
    found = [(r["source_record_id"], r["lat"], r["fatalities_best"]) for r in held(store)]
    assert found == [("MLI1", 16.27, 4), ("MLI2", 16.27, 4)]


def test_row_numbers_without_a_column_shift_nothing(bring, store):
    header, *rows = acled({}, {}).splitlines(keepends=True)
    with pytest.raises(UndecidedError, match=r"“event_date” holds no date.*“MLI1”"):
        bring(header + "".join(f"{i},{row}" for i, row in enumerate(rows, 1)))
    assert store.current() is None


def test_vintages_appended_to_each_other_are_read_together(bring, store):
    report = bring(acled({}, {"event_date": "31 December 2020"}, {"event_date": "31-Dec-20"}))
    assert report.report.files[0].accepted == 3
    assert {row["date_start"] for row in held(store)} == {LAST_DAY}


def test_a_new_data_id_makes_no_new_event(bring, store):
    columns = ["data_id", *CURRENT]
    bring(acled({"data_id": 11}, columns=columns))
    report = bring(acled({"data_id": 99, "timestamp": 1}, columns=columns)).report.files[0]
    assert (report.unchanged, len(held(store))) == (1, 1)


def test_without_the_stable_key_what_changes_with_an_export_identifies_nothing(bring, store):
    columns = ["", "data_id", *(name for name in CURRENT if name != "event_id_cnty")]
    bring(acled({"data_id": 11, "": 1}, columns=columns))
    report = bring(acled({"data_id": 99, "": 7}, columns=columns)).report.files[0]
    assert (report.preset, report.unchanged, len(held(store))) == ("acled", 1, 1)


def test_an_empty_key_is_rejected_where_there_is_a_column_for_it(bring):
    assert bring(acled({}, {"event_id_cnty": ""})).report.files[0].reasons == {"id_missing": 1}


SIDE_A = {"event_id_cnty": "MLI7", "actor2": "", "inter2": ""}
SIDE_B = {**SIDE_A, "actor1": "Synthetic Group B", "assoc_actor_1": "", "inter1": "State forces"}


def test_an_event_in_two_rows_by_actor_is_one_with_both_actors(bring, store):
    report = bring(acled(SIDE_A, SIDE_B)).report.files[0]
    assert (report.rows_read, report.accepted, report.merged, report.rejected) == (2, 1, 1, 0)
    row = only(store)
    assert row["fatalities_best"] == 4
    assert [a["name"].removeprefix("Synthetic ") for a in row["actors"]] == [
        "Group A", "Ally One", "Ally Two", "Group B"]


def test_by_actor_and_by_event_are_the_same_incident(bring, store):
    bring(acled({"event_id_cnty": "MLI7"}))
    report = bring(acled(SIDE_A, SIDE_B), name="by-actor.csv").report.files[0]
    assert (report.unchanged, report.merged, report.updated) == (1, 1, 0)


def test_two_rows_with_the_sides_turned_are_one_with_each_actor_once(bring, store):
    turned = {"event_id_cnty": "MLI1", "actor1": "Synthetic Group B", "assoc_actor_1": "",
              "inter1": "State forces", "actor2": "Synthetic Group A",
              "assoc_actor_2": "Synthetic Ally One; Synthetic Ally Two", "inter2": "Rebel group"}
    report = bring(acled({}, turned)).report.files[0]
    assert (report.accepted, report.merged) == (1, 1)
    assert len(only(store)["actors"]) == 4


def test_rows_by_actor_without_a_key_do_not_double_the_dead(bring, store):
    columns = [name for name in CURRENT if name != "event_id_cnty"]
    report = bring(acled(SIDE_A, SIDE_B, columns=columns)).report.files[0]
    assert (report.accepted, report.merged) == (1, 1)
    assert only(store)["fatalities_best"] == 4


def test_rows_that_differ_in_more_than_actors_are_not_joined(bring, store):
    report = bring(acled(SIDE_A, {**SIDE_B, "fatalities": 9})).report.files[0]
    assert (report.accepted, report.merged, report.rejected) == (1, 0, 1)
    assert report.reasons == {"duplicate_id": 1}


@pytest.mark.parametrize("code", ["7", "Civilians"])
def test_civilians_are_victims_wherever_they_stand(code):
    told = actors("Violence against civilians", "Attack", "Civilians (Synthetia)", None, code,
                  "Synthetic Group A", None, "3")
    assert told == "Civilians (Synthetia) (victim); Synthetic Group A (perpetrator)"


def test_an_actor_without_a_code_is_told_by_its_name():
    assert actors("Explosions/Remote violence", None, "Civilians (Synthetia)", None, None,
                  None, None, None) == "Civilians (Synthetia) (victim)"


@pytest.mark.parametrize(("event", "sub_event", "found"), [
    ("Battles", "Government regains territory", "violence.battle"),
    ("Battle-Government regains territory", None, "violence.battle"),
    ("Violence against civilians", "Sexual violence", "violence.attack_on_civilians"),
    ("VIOLENCE AGAINST CIVILIANS", None, "violence.attack_on_civilians"),
    ("Remote violence", None, "violence.remote"),
    ("Explosions/Remote violence", "Air/drone strike", "violence.remote"),
    ("Violence against civilians", "Abduction/forced disappearance",
     "Abduction/forced disappearance"),
    ("Strategic developments", "Agreement", "Agreement"), ("Protests", None, "Protests"),
    (None, None, None),
])
def test_only_what_the_type_states_is_a_kind(event, sub_event, found):
    assert kind(event, sub_event) == found


def test_what_is_no_kind_is_kept_with_what_it_may_be(bring, store):
    bring(acled({"event_type": "Violence against civilians",
                 "sub_event_type": "Abduction/forced disappearance"},
                {"event_type": "Strategic developments",
                 "sub_event_type": "Looting/property destruction"},
                {"event_type": "Strategic developments", "sub_event_type": "Agreement"}))
    rows = held(store)
    assert [(row["kind"], row["kind_rule"], row["kind_confidence"]) for row in rows] == [
        ("kidnapping", "acled-abduction", 0.4), ("unclassified", None, None),
        ("unclassified", None, None)]
    assert [row["flags"][0]["named"] for row in rows] == [
        "Abduction/forced disappearance", "Looting/property destruction", "Agreement"]
    assert rows[0]["flags"][0]["suggestion"] == "kidnapping"
    assert rows[1]["flags"][0]["suggestion"].startswith("cattle_theft")
    assert rows[2]["flags"][0]["suggestion"] is None


def test_layouts_are_told_from_others():
    assert choose("auto", CURRENT) is ACLED
    assert choose("auto", [name.upper() for name in CURRENT]) is ACLED
    assert choose("auto", [name[:10] for name in CURRENT]) is ACLED
    assert choose("auto", ["event_date", "event_type", "latitude", "longitude"]) is not ACLED
