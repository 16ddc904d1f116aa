"""Any table: French and English names, parts of dates, and columns told by their values."""

from __future__ import annotations

import datetime as dt

import pytest

from data.errors import UndecidedError
from tests.support import held, only

FRENCH = ("annee;mois;jour;Lieu;Pays;Type d’incident;Latitude;Longitude;Nombre de morts\n"
          "2019;mars;7;Une ville;Mali;Vol de bétail;16,27;-0,04;3\n"
          "2019;4;0;Une ville;Mali;Enlèvement contre rançon;16,27;-0,04;\n"
          "2019;;;Une ville;Mali;;16,27;-0,04;\n")


def test_a_sheet_typed_in_french_is_read(bring, store):
    report = bring(FRENCH).report.files[0]
    assert (report.preset, report.accepted) == ("generic", 3)
    assert report.columns["date_start"] == "annee + mois + jour"
    rows = {row["date_precision"]: row for row in held(store)}
    assert (rows[1]["date_start"], rows[1]["kind"], rows[1]["lat"], rows[1]["fatalities_best"]) == (
        dt.date(2019, 3, 7), "cattle_theft", 16.27, 3)
    assert (rows[4]["date_start"], rows[4]["date_end"], rows[4]["kind"]) == (
        dt.date(2019, 4, 1), dt.date(2019, 4, 30), "kidnapping")
    assert (rows[5]["date_start"], rows[5]["date_end"]) == (
        dt.date(2019, 1, 1), dt.date(2019, 12, 31))


def test_a_whole_date_goes_before_its_parts(bring, store):
    bring("annee,mois,date,pays\n2018,1,2019-03-07,Mali\n")
    assert only(store)["date_start"] == dt.date(2019, 3, 7)


def test_a_day_column_alone_holds_whole_dates(bring, store):
    bring("jour,pays\n7 mars 2019,Mali\n")
    assert only(store)["date_start"] == dt.date(2019, 3, 7)


def test_a_month_that_is_none_is_rejected_and_not_guessed(bring):
    report = bring("annee,mois,pays\n2019,brumaire,Mali\n2019,13,Mali\n2019,3,Mali\n")
    assert report.report.files[0].reasons == {"date_start_invalid": 2}


def test_names_that_say_nothing_are_told_by_values(bring, store):
    report = bring("quand;a;b;là;quoi;x\n27/03/2019;16,27;-0,04;Mali;Vol de bétail;5\n"
                   "03/04/2019;16,28;-0,05;Mali;Combat;6\n").report.files[0]
    assert report.columns == {"date_start": "quand", "lat": "a", "lon": "b", "country": "là",
                              "kind": "quoi"}
    rows = held(store)
    assert [row["date_start"].month for row in rows] == [3, 4]
    assert {row["admin1"] for row in rows} == {"Gao"}


def test_two_columns_of_dates_are_a_question(bring):
    text = "quand,saisi,pays\n2019-03-07,2019-04-01,Mali\n"
    with pytest.raises(UndecidedError, match="“quand”, “saisi” could; answer with --map date_st"):
        bring(text)
    assert bring(text, map=["date=quand"]).report.total("accepted") == 1


def test_two_columns_of_countries_are_a_question(bring):
    with pytest.raises(UndecidedError, match="“de”, “vers” could; answer with --map country="):
        bring("date,de,vers\n2019-03-07,Mali,Niger\n")


@pytest.mark.parametrize(("lat", "lon"), [
    ("_gps_latitude", "_gps_longitude"), ("incident-gps-Latitude", "incident-gps-Longitude"),
    ("ActionGeo_Lat", "ActionGeo_Long"),
])
def test_the_axes_of_survey_tools_are_told_by_how_their_names_end(bring, store, lat, lon):
    """Altitude and accuracy beside them are written like degrees too."""
    bring(f"date,pays,{lat},{lon},_gps_altitude,_gps_precision\n"
          "2019-03-07,Mali,14.350071,-3.610083,101.2571,4.551\n")
    assert (only(store)["lat"], only(store)["lon"]) == (14.350071, -3.610083)


@pytest.mark.parametrize("header", [
    "home_latitude,event_longitude,n", "home_lat,home_lon,event_lat", "flat,colon,n",
])
def test_names_that_tell_no_single_pair_are_not_taken(bring, header):
    columns = bring(f"date,pays,{header}\n2019-03-07,Mali,14.35,3.61,14.36\n").report.files[
        0].columns
    assert "lat" not in columns


def test_degrees_that_could_be_either_are_not_taken(bring, store):
    bring("date,pays,a,b\n2019-03-07,,16.27,10.04\n2019-03-08,Mali,,\n")
    assert [row["lat"] for row in held(store)] == [None]


def test_a_longitude_beyond_ninety_tells_the_pair(bring, store):
    bring("date,a,b\n2019-03-07,16.27,-0.04\n2019-03-08,-102.50,21.88\n", map=["notes=date"])
    assert [(row["lat"], row["lon"]) for row in held(store)] == [(-0.04, 16.27), (21.88, -102.5)]


def test_numbers_that_are_no_degrees_are_left(bring, store):
    bring("date,pays,a,b\n2019-03-07,Mali,16,0\n2019-03-08,Mali,17,1\n")
    assert [row["lat"] for row in held(store)] == [None, None]


def test_codes_of_two_letters_tell_no_country(bring):
    with pytest.raises(UndecidedError, match="Which columns hold the place"):
        bring("date,code\n2019-03-07,NO\n2019-03-08,ID\n")


def test_a_lone_x_is_no_longitude(bring, store):
    report = bring("date,pays,x\n2019-03-07,Mali,5\n").report.files[0]
    assert (report.accepted, "lon" in report.columns) == (1, False)
    assert bring("date,x,y\n2019-03-07,-0.04,16.27\n").report.total("accepted") == 1
