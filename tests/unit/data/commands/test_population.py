"""`population`: the report, the words, and the exit status."""

from __future__ import annotations

import json

import pytest

from tests.unit.data.areas.test_rasters import counts, write

KEYS = ["file", "form", "level", "resolution", "countries", "rows_read", "accepted", "rejected",
        "reasons", "places", "persons", "vintages", "source", "licence", "columns", "snapshot",
        "warnings"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Région;Habitants\nMopti;1 234\nTombouctou;10\nNulle part;5\n")
    return path


def test_json_holds_what_scripts_rely_on(run_cli, file):
    ran = run_cli("population", file, "--json", "--vintage", "2022", "--source", "An office")
    found = json.loads(ran.out)
    assert (ran.status, list(found)) == (0, KEYS)
    assert (found["form"], found["level"], found["resolution"]) == ("units", 1, None)
    assert (found["rows_read"], found["accepted"], found["persons"]) == (3, 2, 1244)
    assert found["reasons"] == {"unit_unknown": 1} and found["vintages"] == ["2022"]
    assert found["columns"] == {"unit": "Région", "persons": "Habitants"}


def test_a_person_gets_words(run_cli, file, monkeypatch):
    said = run_cli("population", file).out
    assert "3 records read" in said and "no unit of this level is called so" in said
    assert "persons in all: 1,244, vintage not stated" in said
    assert "2 first-level units of Mali" in said and "--rejects" in said
    assert "Nothing has changed" in run_cli("population", file).out
    monkeypatch.setenv("ATLAS_LANGUAGE", "fr")
    assert "persons in all" not in run_cli("population", file).out


def test_a_raster_is_told_in_pixels_and_hexagons(run_cli, tmp_path):
    values = counts()
    said = run_cli("population", write(tmp_path / "x.tif", values)).out
    assert "2,000 pixels with a value" in said and "hexagons of resolution 7 of Mali" in said
    assert f"persons in all: {int(values.sum()):,}" in said


def test_numbers_that_cannot_be_persons_are_warned_of(run_cli, tmp_path):
    (tmp_path / "x.csv").write_text("unit,persons\nMopti,0\n")
    ran = run_cli("population", tmp_path / "x.csv", "--json")
    assert ran.status == 0 and "Not one person" in ran.err and json.loads(ran.out)


def test_rejects_are_written_also_by_a_dry_run(run_cli, file, tmp_path, store):
    run_cli("population", file, "--dry-run", "--rejects", tmp_path / "r.csv")
    assert "Nulle part" in (tmp_path / "r.csv").read_text(encoding="utf-8")
    assert not store.folder.exists()


def test_nothing_usable_is_exit_1(run_cli, tmp_path, store):
    (tmp_path / "x.csv").write_text("unit,persons\nNowhere,1\n")
    assert run_cli("population", tmp_path / "x.csv", "--json").status == 1
    assert store.current() is None


@pytest.mark.parametrize("words", [
    ["--level", "9"], ["--map", "persons"], ["--map", "persons=nowhere"], ["--map", "actor=Région"],
    ["--country", "Atlantis"], ["--licence", "nothing"], ["--encoding", "klingon"],
    ["--rejects", "/no/such/folder/r.csv"],
])
def test_a_wrong_option_is_exit_2_with_a_sentence(run_cli, file, store, words):
    ran = run_cli("population", file, *words, "--json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.strip() and store.current() is None


@pytest.mark.shared
def test_people_of_cercles_meet_loaded_cercles(run_cli, tmp_path, shared):
    shapes = shared / "data" / "boundaries" / "mli_admbnda_adm2_1m_gov_20211220.shp"
    run_cli("boundaries", shapes)
    (tmp_path / "x.csv").write_text("ADM1_FR,ADM2_FR,T_TL\nGao,Ansongo,100\nMenaka,MENAKA,20\n")
    found = json.loads(run_cli("population", tmp_path / "x.csv", "--json").out)
    assert (found["level"], found["accepted"], found["persons"]) == (2, 2, 120)
