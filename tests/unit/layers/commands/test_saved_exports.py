"""Exports that are kept by name and repeated with the dates moved on."""

from __future__ import annotations

import datetime as dt

import pytest

from data.demo.generator import generate
from data.demo.store import fill
from data.store import Store
from layers.commands import saved_exports
from layers.exports.manifest import read
from tests.support import held


@pytest.fixture
def filled(settings, monkeypatch, tmp_path):
    """The command line's own store, filled; the day is fixed, and so is the folder."""
    fill(Store(settings.store), generate(seed=5, n=60))
    monkeypatch.setattr(saved_exports, "_today", lambda: dt.date(2023, 4, 10))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


JANUARY = ("--format", "csv", "--from", "2023-01", "--to", "2023-01", "--save", "monthly")


def window(path):
    return read(path).export.sheet.selection.to_query()


def test_it_is_kept_listed_repeated_and_forgotten(filled, run_cli):
    ran = run_cli("export", *JANUARY)
    assert ran.status == 0 and "Kept as monthly" in ran.err and list(filled.iterdir()) == []
    assert run_cli("export", "--saved").out == (
        "monthly  csv  All kinds of incident · everywhere · Jan 2023\n")
    ran = run_cli("export", "--repeat", "monthly", "--months", "1")
    assert ran.status == 0, ran.err
    assert "moves on from Jan 2023 to Feb 2023" in ran.err
    assert window(filled / "monthly-2023-02.zip") == "from=2023-02-01&to=2023-02-28"
    assert run_cli("export", "--forget", "monthly").status == 0
    assert run_cli("export", "--repeat", "monthly").status == 2


def test_by_itself_it_reaches_the_last_whole_month(filled, run_cli, settings):
    run_cli("export", "--format", "csv", "--from", "2016-01", "--to", "2016-01", "--save", "old")
    ran = run_cli("export", "--repeat", "old", "--out", "m.csv")
    assert ran.status == 0 and "The data reaches to" in ran.err
    days = [row["date_start"] for row in held(Store(settings.store))]
    newest = max(day for day in days if day <= dt.date(2023, 4, 10))
    end = newest.replace(day=1) - dt.timedelta(days=1)  # no such row is of a month's last day
    assert (newest + dt.timedelta(days=1)).day != 1
    assert window(filled / "m.csv.manifest.json") == f"from={end.replace(day=1)}&to={end}"


def test_until_a_month(filled, run_cli):
    run_cli("export", *JANUARY)
    run_cli("export", "--repeat", "monthly", "--until", "2024-02", "--out", "m.csv")
    assert window(filled / "m.csv.manifest.json") == "from=2024-02-01&to=2024-02-29"


@pytest.mark.usefixtures("filled")
def test_a_sheet_carries_the_day_on_which_it_was_repeated(run_cli, tmp_path):
    run_cli("export", "--format", "svg", "--to", "2023-01", "--save", "sheet", "--title",
            "Ours", "--made-on", "2023-02-01", "--layers", "hexagons")
    ran = run_cli("export", "--repeat", "sheet", "--months", "2", "--out", tmp_path / "s.svg")
    assert ran.status == 0 and "The title stays as it was kept: Ours" in ran.err
    export = read(tmp_path / "s.svg.manifest.json").export
    assert export.sheet.made_on == dt.date(2023, 4, 10)
    assert export.sheet.selection.date_to == dt.date(2023, 3, 31)


@pytest.mark.parametrize("words", [
    ["--repeat", "monthly", "--format", "pdf"], ["--saved", "--out", "x"],
    ["--forget", "monthly", "--country", "ML"], ["--repeat", "monthly", "--kind", "kidnapping"],
    ["--format", "csv", "--save", "../x"], ["--repeat", "none"],
    ["--repeat", "monthly", "--until", "soon"],
])
def test_what_has_no_meaning_beside_it_is_refused(filled, run_cli, words):
    run_cli("export", *JANUARY)
    ran = run_cli("export", *words)
    assert ran.status == 2 and ran.err and list(filled.iterdir()) == []
