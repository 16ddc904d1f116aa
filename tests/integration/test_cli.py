"""The command line as a script calls it: a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.ingest.options import Options
from data.ingest.run import import_files
from tests.support import plain, ucdp

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shell(tmp_path):
    """Run `app.py` from another folder, with an environment of the test's own."""

    def run(*words: object, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("ATLAS_")}
        environment |= {"ATLAS_STORE": str(tmp_path / "the store's é"), "ATLAS_LANGUAGE": "en",
                        "ATLAS_DEMO_STORE": str(tmp_path / "demo"), **more}
        return subprocess.run(
            [sys.executable, str(ROOT / "app.py"), *map(str, words)], cwd=tmp_path, text=True,
            env=environment, capture_output=True, timeout=120, check=False, encoding="utf-8")

    return run


def test_a_file_goes_in_and_figures_come_out(shell, tmp_path):
    (tmp_path / "notes é.csv").write_text(plain({}, {"notes": "Ségou 😀"}), encoding="utf-8")
    ran = shell("import", "notes é.csv", "--json", PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["accepted"] == 2
    ran = shell("stats", "--json", "--bbox", "-12.3,10,4.3,25", "--text", "ségou")
    assert json.loads(ran.stdout)["incidents"] == 1
    assert json.loads(ran.stdout)["by_source"] == {"notes é.csv": 1}


def test_an_error_is_one_sentence_without_a_traceback(shell, tmp_path):
    (tmp_path / "page.csv").write_text("<!doctype html><title>Sign in</title>")
    ran = shell("import", "page.csv")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == ("page.csv: it is a web page, not a table (often a log-in or error page); "
                          "download the file again, signed in.\n")


@pytest.mark.skipif(os.name != "posix", reason="pipes of a POSIX shell")
def test_a_reader_that_goes_away_is_no_error():
    command = f'"{sys.executable}" "{ROOT / "app.py"}" --help | head -n 1'
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=120,
                         check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_process_reads_while_another_imports(shell, store, settings, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(ucdp({}))
    import_files(store, [path], Options(), settings)
    with store.building():
        ran = shell("stats", "--json", "--store", store.folder)
        assert json.loads(ran.stdout)["incidents"] == 1
        refused = shell("import", path, "--store", store.folder)
    assert refused.returncode == 1 and "Another import" in refused.stderr


@pytest.mark.parametrize("verb", ["serve", "import", "flags", "stats", "hexes", "export", "check"])
def test_every_verb_has_help_in_both_languages(run_cli, monkeypatch, verb):
    english = run_cli(verb, "--help")
    monkeypatch.setenv("ATLAS_LANGUAGE", "fr")
    french = run_cli(verb, "--help")
    assert (english.status, french.status) == (0, 0)
    assert english.out != french.out
    assert "--store" in english.out
    assert verb in run_cli("--help").out


@pytest.mark.parametrize(
    "language, begins", [("en", "usage: app.py"), ("fr", "usage\u00a0: app.py")])
def test_help_begins_with_the_usage_and_keeps_names_as_they_are_written(
    run_cli, monkeypatch, language, begins
):
    monkeypatch.setenv("ATLAS_LANGUAGE", language)
    ran = run_cli("population", "--help")
    assert ran.out.startswith(f"{begins} population [-h]")
    assert "GeoTIFF" in ran.out.split("\n\n")[1]
    ran = run_cli("population", "--nothing", "x")
    assert ran.status == 2 and ran.err.startswith(f"{begins} population [-h]")


@pytest.mark.parametrize("words", [
    ["fly"], ["stats", "--kind", "piracy"], ["stats", "--country", "{x}"], ["stats", "--bbox", "1"],
    ["stats", "--from", "7/3/2019"], ["stats", "--max-where-precision", "9"],
    ["stats", "--from", "2020", "--to", "2019"], ["stats", "--nothing"], ["stats", "--bbox"],
    ["stats", "extra"],
    ["export", "--format", "doc", "--out", "x"],
    ["export", "--format", "csv", "--out", "x", "--coarsen", "12"],
    ["export", "--format", "csv", "--out", "x", "--layers", "corridors"],
])
def test_wrong_usage_is_exit_2_with_help_before_any_store_is_read(run_cli, words):
    ran = run_cli(*words)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.strip()) > 20


@pytest.mark.parametrize("words", [
    ["stats", "--json"], ["flags", "--json"], ["hexes", "--res", "4"], ["import", "absent.csv"],
    ["export", "--format", "csv", "--out", "x.csv"],
])
def test_nothing_to_work_with_is_exit_1_with_one_sentence(run_cli, words):
    ran = run_cli(*words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("words", [
    ["evidence", "--table", "places"], ["population"], ["gazetteer"],
])
def test_no_option_is_advised_that_a_verb_does_not_have(run_cli, tmp_path, words):
    (tmp_path / "x.csv").write_text("Gao;16.27;-0.04\n")
    ran = run_cli(*words, tmp_path / "x.csv")
    assert ran.status == 1 and "put names in the first line" in ran.err
    assert "--no-header" not in ran.err


def test_a_setting_that_cannot_be_read_is_wrong_usage(run_cli, monkeypatch):
    monkeypatch.setenv("ATLAS_SNAPSHOTS_KEPT", "none")
    ran = run_cli("stats")
    assert ran.status == 2 and "ATLAS_SNAPSHOTS_KEPT" in ran.err


def test_bytes_that_are_no_text_do_no_harm(run_cli, bring):
    bring(plain({}))
    assert json.loads(run_cli("stats", "--json", "--text", "\udcff").out)["incidents"] == 0
