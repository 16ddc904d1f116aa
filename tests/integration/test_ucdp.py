"""A real file: UCDP's web export for Burkina Faso."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import h3
import pytest

from data.ingest.options import Options
from data.ingest.run import import_files
from data.settings import load
from data.store import Store
from tests.support import UCDP_RELEASE, ucdp

pytestmark = pytest.mark.shared
FILE = Path("data/ucdp/ged_burkina_faso_web_export.csv")


@pytest.fixture(scope="module")
def burkina(shared, tmp_path_factory):
    """The file, imported once; tests only read it, or import it unchanged."""
    folder = tmp_path_factory.mktemp("ucdp")
    outcome = import_files(Store(folder), [shared / FILE], Options(), load({}))
    return folder, outcome.report.as_json()


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_every_event_is_read_and_kept(burkina):
    _, report = burkina
    assert report["preset"] == "ucdp-ged"
    assert {k: report[k] for k in ("rows_read", "accepted", "merged", "rejected", "flagged")} == {
        "rows_read": 1504, "accepted": 1504, "merged": 0, "rejected": 0, "flagged": 2}


def test_figures_are_the_files(run_cli, burkina):
    found = json.loads(run_cli("stats", "--json", "--store", burkina[0]).out)
    assert (found["incidents"], found["fatalities_best"]) == (1504, 12864)
    assert (found["date_min"], found["date_max"]) == ("2016-01-15", "2023-12-30")
    assert (found["by_country"], found["by_source"]) == ({"BF": 1504}, {"UCDP GED": 1504})
    assert found["synthetic"] == 0
    for name in (key for key in found if key.startswith("by_")):
        assert sum(found[name].values()) == 1504


def test_two_events_have_lost_the_sign_of_their_longitude(run_cli, burkina):
    found = json.loads(run_cli("flags", "--json", "--store", burkina[0]).out)
    astray = {f["source_record_id"]: f for f in found if f["reason"] == "country_conflict"}
    assert set(astray) == {"479856", "501478"}
    for flag in astray.values():
        assert flag["named"] == "Burkina Faso" and flag["lon"] > 0
        assert flag["suggestion"] == f"sign of longitude: {flag['lat']}, {-flag['lon']}"


@pytest.mark.parametrize(("res", "placed", "apart"), [(9, 712, 792), (4, 1197, 307)])
def test_precision_decides_the_hexagon(run_cli, burkina, res, placed, apart):
    ran = run_cli("hexes", "--res", res, "--store", burkina[0])
    assert sum(int(r["incidents"]) for r in csv.DictReader(io.StringIO(ran.out))) == placed
    assert ran.err.startswith(f"{apart} counted apart")


def test_hexagons_equal_a_count_from_the_file_itself(run_cli, burkina, shared):
    with (shared / FILE).open(encoding="utf-8-sig", newline="") as source:
        events = list(csv.DictReader(source))
    expected = Counter(
        h3.cell_to_parent(h3.latlng_to_cell(float(e["latitude"]), float(e["longitude"]), finest), 4)
        for e in events if (finest := {"1": 9, "2": 4}.get(e["where_prec"])))
    ran = run_cli("hexes", "--res", 4, "--store", burkina[0])
    found = {r["cell"]: int(r["incidents"]) for r in csv.DictReader(io.StringIO(ran.out))}
    assert found == expected


def test_the_same_file_again_changes_nothing(run_cli, burkina, shared):
    folder, _ = burkina
    before = contents(folder)
    report = json.loads(run_cli("import", shared / FILE, "--store", folder, "--json").out)
    assert (report["rows_read"], report["unchanged"], report["accepted"]) == (1504, 1504, 0)
    assert contents(folder) == before


def test_a_damaged_file_leaves_the_store_as_before(run_cli, burkina, shared, tmp_path):
    folder, _ = burkina
    before = contents(folder)
    whole = (shared / FILE).read_bytes()
    for damaged in (b"", whole[:40], b"<html>" + whole, whole.replace(b"town", b"t\xffwn")):
        (tmp_path / "x.csv").write_bytes(damaged)
        ran = run_cli("import", tmp_path / "x.csv", "--store", folder)
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert contents(folder) == before


def test_an_export_read_again_gives_the_same_figures(run_cli, burkina, tmp_path):
    run_cli("export", "--format", "csv", "--out", tmp_path / "x.csv", "--store", burkina[0])
    run_cli("import", tmp_path / "x.csv", "--store", tmp_path / "again")
    both = [json.loads(run_cli("stats", "--json", "--store", s).out)
            for s in (burkina[0], tmp_path / "again")]
    assert both[0] == both[1]


def test_the_check_is_good(run_cli, burkina):
    assert run_cli("check", "--store", burkina[0]).status == 0


def test_the_release_layout_of_an_event_is_the_same_event(bring, burkina, shared, tmp_path):
    with (shared / FILE).open(encoding="utf-8-sig", newline="") as source:
        event = next(csv.DictReader(source))
    month, day, year = event["date_start"].split()[0].split("/")
    names = {"best": "best_est", "high": "high_est", "low": "low_est"}
    row = {name: event.get(names.get(name, name), "") for name in UCDP_RELEASE}
    row |= dict.fromkeys(("date_start", "date_end"), f"{year}-{month}-{day} 00:00:00.000")
    (tmp_path / "release.csv").write_text(ucdp(row), encoding="utf-8")
    outcome = import_files(Store(burkina[0]), [tmp_path / "release.csv"], Options(dry_run=True),
                           load({}))
    assert outcome.report.total("unchanged") == 1
