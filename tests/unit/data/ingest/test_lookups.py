"""Distinct values read once, and never multiplying rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.ingest.actors import parse_actors, write_actors
from data.model import ROLES
from tests.support import held, plain

NAME = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters=";"),
               min_size=1, max_size=12)


@given(st.lists(st.fixed_dictionaries({"name": NAME, "role": st.sampled_from(ROLES)}), max_size=4))
def test_actors_are_written_so_that_they_read_back(actors):
    assert parse_actors(write_actors(actors)) == actors


def test_actors_are_parties_unless_a_role_is_said():
    assert parse_actors(" A group ; Someone (victim); B (of C) (authority) ;; D (chief)") == [
        {"name": "A group", "role": "party"}, {"name": "Someone", "role": "victim"},
        {"name": "B (of C)", "role": "authority"}, {"name": "D (chief)", "role": "party"}]
    assert write_actors(None) == ""


def test_spellings_of_one_value_do_not_multiply_rows(bring, store):
    countries = ["Mali", " Mali", "mali ", "MALI", "ML", "MLI", "Mali\t", "Mali"]
    report = bring(plain(*({"country": c, "actors": "A (victim); B"} for c in countries),
                         extra=["actors"])).report.files[0]
    assert (report.rows_read, report.accepted) == (8, 8)
    rows = held(store)
    assert {row["admin0"] for row in rows} == {"ML"}
    assert all(len(row["actors"]) == 2 for row in rows)


def test_kinds_are_read_by_id_or_label_and_doubted_otherwise(bring, store):
    words = ["seizure.fuel", "Saisie de carburant", "fuel", "seizure", "piracy", ""]
    bring(plain(*({"kind": word, "notes": word or "none"} for word in words)))
    rows = {row["notes"]: row for row in held(store)}
    assert [rows[w or "none"]["kind"] for w in words] == [
        "seizure.fuel", "seizure.fuel", *["unclassified"] * 4]
    flags = {word: [(f["reason"], f["named"], f["suggestion"]) for f in row["flags"]]
             for word, row in rows.items()}
    assert flags["fuel"] == [("kind_unknown", "fuel", "seizure.fuel")]
    assert flags["seizure"][0][2].startswith("seizure.firearms, seizure.ammunition")
    assert flags["piracy"] == [("kind_unknown", "piracy", None)]
    assert flags["none"] == flags["seizure.fuel"] == []


def test_a_licence_that_is_not_known_is_taken_as_forbidding(bring, store):
    words = ["CC BY 4.0", "my own terms", "", "acled-terms"]
    bring(plain(*({"licence": w, "notes": w or "none"} for w in words), extra=["licence"]),
          licence="odbl")
    found = {row["notes"]: row["licence"] for row in held(store)}
    assert [found[w or "none"] for w in words] == [
        "cc-by-4.0", "no-redistribution", "odbl-1.0", "acled"]


def test_an_unknown_sensitivity_is_taken_as_the_strictest(bring, store):
    words = ["", "Public", "RESTRICTED", "secret"]
    bring(plain(*({"sensitivity": w, "notes": w or "none"} for w in words),
                extra=["sensitivity"]))
    found = {row["notes"]: row["sensitivity"] for row in held(store)}
    assert [found[w or "none"] for w in words] == [
        "public", "public", "restricted", "confidential"]
