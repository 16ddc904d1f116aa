"""Presets of one's own: written, read back, recognised."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UnreadableFileError, UsageError
from data.ingest.presets import PRESETS, choose, of_user
from data.ingest.presets.saved import Saved, _toml, load, require_name, write
from tests.support import MALI, plain, table

FORM = "quand;qui;où;a;b\n27/03/2019;Synthetic Group A;Mali;16,27;-0,04\n"
TURNED = "b;a;où;qui;quand\n-0,05;16,28;Mali;Synthetic Group B;28/03/2019\n"
SAVED = Saved("form", "generic", ("quand", "où"), {"date_start": "quand", "country": "où"})


def save(run_cli, tmp_path, text, *options):
    (tmp_path / "first.csv").write_text(text, encoding="utf-8")
    return run_cli("import", tmp_path / "first.csv", "--save-preset", "form", *options)


def test_what_was_recognised_is_printed_and_kept(run_cli, settings, tmp_path):
    ran = save(run_cli, tmp_path, FORM, "--map", "perpetrator=qui")
    assert ran.status == 0
    assert "columns: date_start=quand, lat=a, lon=b, country=où" in ran.out
    told = tomllib.loads((settings.presets / "form.toml").read_text(encoding="utf-8"))
    assert told["columns"] == {"date_start": "quand", "lat": "a", "lon": "b", "country": "où"}
    assert told["actors"] == {"qui": "perpetrator"}
    assert "form.toml" in ran.err


def test_a_later_file_of_the_form_is_recognised(run_cli, tmp_path):
    save(run_cli, tmp_path, FORM, "--map", "perpetrator=qui", "--licence", "acled",
         "--source", "An invented office", "--dry-run")
    (tmp_path / "later.csv").write_text(TURNED, encoding="utf-8")
    for options in ([], ["--preset", "form"]):
        report = json.loads(run_cli("import", tmp_path / "later.csv", "--json", *options).out)
        assert (report["preset"], report["rows_read"]) == ("form", 1)
    ran = run_cli("import", tmp_path / "later.csv")
    assert "columns: date_start=quand" in ran.out
    found = json.loads(run_cli("stats", "--json").out)
    assert found["by_source"] == {"An invented office": 1}
    assert "1 left out" in run_cli("export", "--format", "csv", "--out", tmp_path / "x.csv").err


def test_json_stays_alone_on_the_output(run_cli, tmp_path):
    ran = save(run_cli, tmp_path, FORM, "--json")
    assert json.loads(ran.out)["accepted"] == 1


def test_derived_columns_are_derived_again(run_cli, tmp_path):
    save(run_cli, tmp_path, "annee;mois;pays;x\n2019;mars;Mali;1\n")
    (tmp_path / "later.csv").write_text("x;pays;mois;annee\n1;Mali;4;2019\n", encoding="utf-8")
    report = json.loads(run_cli("import", tmp_path / "later.csv", "--json").out)
    assert (report["preset"], report["accepted"]) == ("form", 1)


@pytest.mark.parametrize(("name", "why"), [
    ("acled", "comes with the product"), ("auto", "comes with the product"),
    ("Form", "small letters"), ("../x", "small letters"), ("", "small letters"),
])
def test_a_name_that_cannot_be_is_refused(tmp_path, name, why):
    with pytest.raises(UsageError, match=why):
        require_name(name, ["auto", "acled"], tmp_path)


def test_a_preset_is_not_overwritten(run_cli, tmp_path):
    save(run_cli, tmp_path, FORM)
    ran = save(run_cli, tmp_path, FORM)
    assert (ran.status, ran.out) == (2, "")
    assert "there is such a preset; delete" in ran.err


def test_a_preset_is_made_from_one_file(run_cli, tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.csv").write_text(plain({}))
    ran = run_cli("import", tmp_path / "a.csv", tmp_path / "b.csv", "--save-preset", "form")
    assert ran.status == 2 and "made from one file" in ran.err


def test_a_preset_of_ones_own_goes_first(tmp_path):
    write(tmp_path, SAVED)
    own = of_user("auto", tmp_path)
    assert choose("auto", ["Où", "QUAND", "more"], own).name == "form"
    assert choose("auto", ["quand"], own).name == "generic"
    assert of_user("generic", tmp_path) == ()


def test_the_one_that_asks_for_more_columns_goes_before(tmp_path):
    write(tmp_path, SAVED)
    write(tmp_path, Saved("longer", "generic", ("quand", "où", "x"), {"date_start": "quand"}))
    assert choose("auto", ["quand", "où", "x"], of_user("auto", tmp_path)).name == "longer"


def test_an_unknown_name_lists_ones_own(tmp_path):
    write(tmp_path, SAVED)
    with pytest.raises(UsageError, match="generic, form"):
        choose("from", [], of_user("from", tmp_path))


@pytest.mark.parametrize("content", [
    "", "base = 3", 'base = "nothing"', "x", 'base = "generic"\nheader = "a"\nkept = []\n'
    'derived = []\n[columns]\n[actors]\n', 'base = "generic"\nheader = []\nkept = []\n'
    'derived = []\n[columns]\n[actors]\na = "chief"\n',
])
def test_a_file_that_is_none_is_named_with_what_to_do(tmp_path, content):
    (tmp_path / "form.toml").write_text(content)
    with pytest.raises(UnreadableFileError, match=r"form\.toml.*correct or delete it"):
        load(tmp_path, PRESETS)


def test_what_the_base_knows_stays(run_cli, settings, tmp_path):
    rows = [{**MALI, "notes": "a"}]
    (tmp_path / "first.csv").write_text(table(rows, MALI))
    run_cli("import", tmp_path / "first.csv", "--save-preset", "form")
    (preset,) = load(settings.presets, PRESETS)
    assert (preset.base, preset.recognises(list(MALI))) == ("generic", True)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)


@given(TEXT, TEXT, st.dictionaries(TEXT, TEXT, max_size=3))
def test_any_text_is_written_so_that_it_reads_back(column, source, columns):
    saved = Saved("x", "generic", (column,), columns, source=source or None)
    told = tomllib.loads(_toml(saved))
    assert (told["header"], told["columns"]) == ([column], columns)
    assert told.get("source", "") == source
