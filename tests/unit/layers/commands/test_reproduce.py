"""`app.py reproduce`: the same file again, or what is not the same, and what has changed since."""

from __future__ import annotations

import json
import zipfile

import pytest

from data.ingest.options import Options
from data.ingest.run import import_files
from data.store import Store
from tests.programs import needs
from tests.support import plain

EXTRA = ["id", "licence"]


def rows(*changes, count=5):
    """Return a table of incidents; each change names its id."""
    changed = {one["id"]: one for one in changes}
    kept = [{"id": str(n), "date": f"2024-01-1{n}", **changed.pop(str(n), {})}
            for n in range(count)]
    return plain(*kept, *changed.values(), extra=EXTRA)


@pytest.fixture
def load(settings, tmp_path):
    """Import a table into the store of the command line, of which so many snapshots stay."""

    def run(text, name, kept=5):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        import_files(Store(settings.store, kept), [path], Options(source="S"), settings)

    return run


@pytest.fixture
def made(load, run_cli, tmp_path):
    """An export of the first state of the data, and its manifest."""
    load(rows(), "1.csv")
    out = tmp_path / "x.csv"
    assert run_cli("export", "--format", "csv", "--kind", "kidnapping", "--out", out).status == 0
    return tmp_path / "x.csv.manifest.json"


LATER = rows({"id": "1", "fatalities": 9}, {"id": "7", "kind": "kidnapping"},
             {"id": "2", "kind": "cattle_theft"})


def test_the_same_bytes_are_told_and_can_be_written(made, run_cli, tmp_path):
    ran = run_cli("reproduce", made)
    assert ran.status == 0 and "3 files, the same byte for byte" in ran.out
    again = tmp_path / "again"
    again.mkdir()
    assert run_cli("reproduce", made, "--out", again / "x.csv").status == 0
    names = ["x.csv", "x.csv.README.md", "x.csv.manifest.json", "x.csv.metadata.json"]
    assert sorted(path.name for path in again.iterdir()) == names
    for name in names:
        assert (again / name).read_bytes() == (tmp_path / name).read_bytes()


def test_under_another_name_it_is_whole_too(made, run_cli, tmp_path):
    assert run_cli("reproduce", made, "--out", tmp_path / "y.csv").status == 0
    assert (tmp_path / "y.csv").read_bytes() == (tmp_path / "x.csv").read_bytes()
    told = json.loads((tmp_path / "y.csv.manifest.json").read_text())
    assert told["files"][0]["name"] == "y.csv"


def test_on_a_newer_snapshot_it_is_still_the_same_and_changes_are_told(made, load, run_cli):
    load(LATER, "2.csv")
    ran = run_cli("reproduce", made)
    assert ran.status == 0 and "the same byte for byte" in ran.out
    assert "Incidents that may leave: 5 then, 5 now." in ran.out
    assert "Since then: 1 added; 1 revised; 1 no longer in the selection." in ran.out
    assert "Kidnapping for ransom: 1 added" in ran.out


def test_a_snapshot_that_is_gone_is_put_together_from_the_history(made, load, run_cli, tmp_path):
    before = (tmp_path / "x.csv").read_bytes()
    load(LATER, "2.csv", kept=1)
    ran = run_cli("reproduce", made, "--out", tmp_path / "x.csv")
    assert ran.status == 0 and "put together from the history" in ran.out
    assert "the same byte for byte" in ran.out and (tmp_path / "x.csv").read_bytes() == before


def test_what_cannot_be_told_is_said(made, run_cli, load, settings, tmp_path):
    load(LATER, "2.csv")
    for path in (settings.store / "snapshots").glob("*"):
        path.unlink()
    (settings.store / "current").unlink()
    load(LATER, "other.csv")
    ran = run_cli("reproduce", made, "--out", tmp_path / "z.csv")
    assert ran.status == 1 and "cannot be told" in ran.out and "--now" in ran.out
    assert "incidents of the selection" not in ran.out  # five then, and five now
    assert "not all incidents behind them are" in ran.out
    assert not (tmp_path / "z.csv").exists()


def test_now_makes_it_from_the_newest_data(made, load, run_cli, settings, tmp_path):
    load(LATER, "2.csv")
    assert run_cli("reproduce", made, "--now").status == 2
    ran = run_cli("reproduce", made, "--now", "--out", tmp_path / "new.csv")
    assert ran.status == 0 and "1 added; 1 revised" in ran.out
    told = json.loads((tmp_path / "new.csv.manifest.json").read_text())
    assert told["data"]["snapshot"] == Store(settings.store).current_id()


def test_numbers_that_differ_are_an_error_and_write_nothing(made, run_cli, tmp_path):
    told = json.loads(made.read_text())
    told["numbers"][0] |= {"incidents": 6, "leaving": 6, "kinds": {"kidnapping": 6}}
    made.write_text(json.dumps(told))
    ran = run_cli("reproduce", made, "--out", tmp_path / "y.csv")
    assert ran.status == 1 and "6 then, 5 now" in ran.out
    assert not (tmp_path / "y.csv").exists()


def test_other_software_is_told_where_bytes_differ(made, run_cli):
    told = json.loads(made.read_text())
    told["software"]["version"], told["libraries"]["pyarrow"] = "0.0.1", "1.2"
    told["files"][0]["sha256"] = "0" * 64
    made.write_text(json.dumps(told))
    ran = run_cli("reproduce", made)
    assert ran.status == 0 and "not the same byte for byte: x.csv" in ran.out
    assert "0.0.1" in ran.out and "pyarrow 1.2 →" in ran.out


def test_other_bytes_without_a_reason_are_an_error(made, run_cli):
    told = json.loads(made.read_text())
    told["files"][0]["sha256"] = "0" * 64
    made.write_text(json.dumps(told))
    ran = run_cli("reproduce", made)
    assert ran.status == 1 and "x.csv beside the manifest is not the file" in ran.out


def test_settings_are_those_of_then_but_what_may_leave_is_never_loosened(
    load, run_cli, tmp_path, monkeypatch
):
    load(rows({"id": "0", "licence": "unstated"}), "1.csv")
    monkeypatch.setenv("ATLAS_PUBLIC_ADDRESS", "https://atlas.example.org")
    out = tmp_path / "x.zip"
    run_cli("export", "--format", "csv", "--out", out)
    monkeypatch.delenv("ATLAS_PUBLIC_ADDRESS")
    assert "the same byte for byte" in run_cli("reproduce", out).out
    monkeypatch.setenv("ATLAS_EXPORT_UNSTATED", "no")
    ran = run_cli("reproduce", out)
    assert ran.status == 1 and "held back since nobody stated a licence: 0 then, 5 now" in ran.out


def test_an_archive_is_its_own_manifest(load, run_cli, tmp_path):
    load(rows(), "1.csv")
    run_cli("export", "--format", "geojson", "--out", tmp_path / "x.zip")
    before = (tmp_path / "x.zip").read_bytes()
    assert run_cli("reproduce", tmp_path / "x.zip", "--out", tmp_path / "x.zip").status == 0
    assert (tmp_path / "x.zip").read_bytes() == before
    assert run_cli("reproduce", tmp_path / "x.zip", "--out", tmp_path / "y.zip").status == 0
    with zipfile.ZipFile(tmp_path / "x.zip") as one, zipfile.ZipFile(tmp_path / "y.zip") as other:
        assert one.namelist() == other.namelist()
        assert [name for name in one.namelist() if one.read(name) != other.read(name)] == [
            "manifest.json"]  # it tells the archive's name


def test_drawn_files_beside_one_another_are_the_same(load, run_cli, tmp_path):
    load(rows(), "1.csv")
    ran = run_cli("export", "--format", "svg", "--out", tmp_path / "x.svg", "--series", "month",
                  "--layers", "hexagons")
    assert ran.status == 0, ran.err
    again = tmp_path / "again"
    again.mkdir()
    ran = run_cli("reproduce", tmp_path / "x.svg.manifest.json", "--out", again / "x.svg")
    assert ran.status == 0 and "the same byte for byte" in ran.out
    assert {path.name for path in again.iterdir()} == {
        path.name for path in tmp_path.glob("x*")}


@pytest.mark.parametrize("words", [["--atlas", "admin1"], ["--brief", "Gao"]])
def test_an_atlas_and_a_brief_are_made_again(load, run_cli, tmp_path, words):
    load(rows(), "1.csv")
    out, again = tmp_path / "x.pdf", tmp_path / "again.pdf"
    ran = run_cli("export", "--format", "pdf", "--out", out, "--layers", "hexagons", *words)
    assert ran.status == 0, ran.err
    load(LATER, "2.csv")
    ran = run_cli("reproduce", f"{out}.manifest.json", "--out", again)
    assert ran.status == 0 and "1 file, the same byte for byte" in ran.out
    assert again.read_bytes() == out.read_bytes()


@needs("ffmpeg")
def test_an_animation_may_have_other_bytes_by_its_encoder_and_no_other_numbers(
    load, run_cli, tmp_path
):
    load(rows(), "1.csv")
    out, made = tmp_path / "x.mp4", tmp_path / "x.mp4.manifest.json"
    ran = run_cli("export", "--format", "mp4", "--out", out, "--step", "month", "--page", "1:1",
                  "--from", "2024-01", "--to", "2024-02", "--layers", "hexagons")
    assert ran.status == 0, ran.err
    load(LATER, "2.csv")
    told = json.loads(made.read_text())
    told["files"][0]["sha256"] = "0" * 64
    made.write_text(json.dumps(told))
    out.unlink()  # else it would be taken for a file that was changed since
    ran = run_cli("reproduce", made, "--out", tmp_path / "again.mp4")
    assert ran.status == 0 and "an encoder decides the bytes of an MP4" in ran.out
    assert "Since then: 2 revised." in ran.out
    assert (tmp_path / "again.mp4").read_bytes()[4:8] == b"ftyp"
    told["numbers"][0] |= {"incidents": 6, "leaving": 6}
    made.write_text(json.dumps(told))
    assert run_cli("reproduce", made).status == 1


def test_what_is_no_manifest_is_said(run_cli, tmp_path):
    assert run_cli("reproduce", tmp_path / "none.json").status == 1
    (tmp_path / "a.json").write_text("{}")
    ran = run_cli("reproduce", tmp_path / "a.json")
    assert ran.status == 1 and "no manifest of this atlas" in ran.err
