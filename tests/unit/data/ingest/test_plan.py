"""Which column feeds which field."""

from __future__ import annotations

import pytest

from data.errors import UndecidedError, UsageError
from data.ingest.plan import make, parse_map
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.ucdp_ged import UCDP_GED
from data.ingest.records import Header


def plan(columns: str, *pairs: str, preset=GENERIC, source=None):
    return make(preset, Header(tuple(columns.split(","))), parse_map(pairs), source=source,
                fallback="file.csv", licence="unstated")


def test_columns_are_recognised_in_english_and_french():
    assert plan("Date,Latitude,LONGITUDE,Type").names == {
        "date_start": "Date", "lat": "Latitude", "lon": "LONGITUDE", "kind": "Type"}
    french = plan("Date de début,Pays,Région,Localité,Décès,Remarques").names
    assert french == {"date_start": "Date de début", "country": "Pays", "named_admin1": "Région",
                      "place": "Localité", "fatalities_best": "Décès", "notes": "Remarques"}


def test_columns_of_actors_are_told_by_a_word_of_map_each():
    chosen = plan("date,lat,lon,auteur,acteur,actor2")
    assert chosen.columns == {**chosen.names, "perpetrator": "auteur", "actor": "acteur",
                              "actor2": "actor2"}


def test_map_decides_against_what_was_recognised():
    chosen = plan("date,when,lat,lon", "date_start=when")
    assert chosen.names["date_start"] == "when"
    assert chosen.raw("date_start") == "c1"
    assert chosen.raw("notes") is None


@pytest.mark.parametrize(("pair", "field"), [
    ("date=When It Was", "date_start"), ("TYPE=when it was", "kind"),
    ("id=When it was", "source_record_id"), (" notes = When It Was ", "notes"),
])
def test_map_takes_aliases_and_forgives_case(pair, field):
    names = plan("date,lat,lon,When It Was", pair).names
    assert names[field] == "When It Was"


def test_a_column_name_may_hold_an_equals_sign_or_braces():
    assert plan("d=t{0},lat,lon", "date=d=t{0}").names["date_start"] == "d=t{0}"


def test_map_names_columns_of_single_actors():
    actors = plan("date,lat,lon,who,whom", "perpetrator=who", "victim=whom").actors
    assert [(a.raw, a.column.role) for a in actors] == [("c3", "perpetrator"), ("c4", "victim")]


@pytest.mark.parametrize(("pair", "why"), [
    ("lat", "write FIELD=COLUMN"), ("=x", "write FIELD=COLUMN"), ("lat=", "write FIELD=COLUMN"),
    ("colour=lat", "the fields are"), ("lat=nowhere", "the columns of the file are date, lat, lon"),
    ("{x}=lat", "“{x}”"),
])
def test_a_wrong_map_is_wrong_usage(pair, why):
    with pytest.raises(UsageError, match=why):
        plan("date,lat,lon", pair)


def test_a_field_is_not_given_two_columns():
    with pytest.raises(UsageError, match="has been given another column"):
        parse_map(["date=a", "date_start=b"])
    assert parse_map(["date=a", "date_start=a"]) == {"date_start": "a"}


@pytest.mark.parametrize(("columns", "option"), [
    ("lat,lon", "--map date_start=COLUMN"), ("date,notes", "--map lat=COLUMN --map lon=COLUMN"),
    ("date,lat", "--map country=COLUMN"), ("date,lat,lon,lat", "2 columns called “lat”"),
])
def test_what_cannot_be_told_is_a_question(columns, option):
    with pytest.raises(UndecidedError, match=option):
        plan(columns)


def test_repeated_columns_that_feed_nothing_do_not_matter():
    assert plan("date,lat,lon,x1,x1,,").names["lon"] == "lon"


def test_the_source_is_the_users_then_the_columns_then_the_files():
    assert plan("date,lat,lon,source").names.get("source") is None
    assert plan("date,lat,lon,source").source == "file.csv"
    assert plan("date,lat,lon,by", "source=by").names["source"] == "by"
    assert plan("date,lat,lon", source="An office").source == "An office"


def test_a_preset_keeps_its_columns():
    columns = ",".join(sorted(UCDP_GED.signature)) + ",best_est,country"
    names = plan(columns, preset=UCDP_GED).names
    assert (names["kind"], names["fatalities_best"]) == ("type_of_violence", "best_est")
