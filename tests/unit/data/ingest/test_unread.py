"""Columns that no field took."""

from __future__ import annotations

import pytest

from data.ingest import plan, unread
from data.ingest.presets.acled import ACLED
from data.ingest.presets.generic import GENERIC
from data.ingest.records import Header


def notes(*names, preset=GENERIC, overrides=None, own=None):
    header = Header(names)
    chosen = plan.make(preset, header, overrides or {}, source=None, fallback="form")
    return [str(note) for note in unread.notes(chosen, len(names) if own is None else own)]


def test_columns_that_feed_nothing_are_named():
    said = notes("date", "pays", "têtes volées", "", "auteur", "couleur")
    assert len(said) == 1
    assert "“têtes volées”, “couleur”;" in said[0]


def test_nothing_is_said_where_everything_is_read():
    assert notes("annee", "mois", "pays", "auteur", "victims") == []


def test_what_is_mapped_is_read():
    assert notes("date", "pays", "têtes", overrides={"quantity": "têtes"}) == []


def test_what_shapes_give_is_not_the_files():
    assert notes("date", "pays", "geometry_lat", own=2) == []


def test_a_known_layout_says_on_its_page_what_is_lost():
    assert notes("event_id_cnty", "event_date", "event_type", "country", "iso",
                 preset=ACLED) == []


@pytest.mark.parametrize("name", [
    "Date (jj/mm/aaaa)", "Date [dd-mm-yyyy]", "DATE (AAAA/MM/JJ)",
])
def test_how_a_date_is_to_be_written_is_no_part_of_a_name(name):
    assert notes(name, "Latitude (WGS 84)", "Longitude (décimal)", "Pays") == []


def test_what_a_count_is_of_stays_part_of_its_name():
    assert "“Nombre de morts (civils)”" in notes(
        "date", "pays", "Nombre de morts (civils)")[0]


@pytest.mark.parametrize("name", ["Nb de morts", "nombre de tués", "Number killed"])
def test_deaths_are_told_by_their_usual_names(name):
    assert notes("date", "pays", name) == []


@pytest.mark.parametrize(("rows", "said"), [
    ("2019-03-07,Mali,Gao,,\n2019-03-08,Mali,,,\n", "number 3;"),
    ("2019-03-07,Mali,Gao,,x\n", "number 3, 5;"),
    ("2019-03-07,Mali, ,,\n", ""),
])
def test_columns_without_a_name_are_told_where_they_hold_something(bring, rows, said):
    report = bring("date,country,,,\n" + rows).report.files[0]
    told = [str(note) for note in report.notes if "without a name" in str(note)]
    assert (said in told[0]) if said else told == []
