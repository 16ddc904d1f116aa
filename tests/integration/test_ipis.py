"""A real file: IPIS's visits to mining sites in the east of the DR Congo."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from data.evidence import base
from data.evidence.columns import NOT_STATED
from data.evidence.read import problems
from data.evidence.stored import stored_rows
from data.evidence.tables import TABLES
from data.ingest.options import Options
from data.ingest.run import import_files
from data.settings import load
from data.store import Store

pytestmark = pytest.mark.shared
FILE = Path("data/ipis/cod_mines_visits.csv")
COLUMN = {"mining": "taxation", "trade": "commerce_taxation", "access": "entrance_taxation"}
STATED = {"mining": (1617, 290, 81), "trade": (125, 43, 16), "access": (112, 15, 10)}


@pytest.fixture(scope="module")
def congo(shared, tmp_path_factory):
    """The file, imported once; tests only read it, or import it unchanged."""
    folder = tmp_path_factory.mktemp("ipis")
    outcome = import_files(Store(folder), [shared / FILE], Options(), load({}))
    return folder, outcome.report.as_json()


@pytest.fixture(scope="module")
def records(shared):
    """The file's records, read without the importer."""
    with (shared / FILE).open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


@pytest.fixture(scope="module")
def evidence(congo):
    return base.of(Store(congo[0]).require())


def levies(evidence):
    return [levy for levy in evidence.levies if levy.document == "ipis-cod-mines"]


def test_every_visit_is_read_and_kept(congo):
    _, report = congo
    assert report["preset"] == "ipis-mines"
    assert (report["rows_read"], report["accepted"], report["rejected"]) == (6955, 6955, 0)
    assert (report["sites"], report["places"], report["levies"]) == (3409, 3409, 2309)
    assert report["flags"]["date_placeholder"] == 993


def test_levies_by_slot_and_kind_are_an_independent_count(evidence, records):
    counted = Counter(
        (kind, slot) for record in records for kind, name in COLUMN.items()
        for slot in (1, 2, 3) if record[f"{name}_armed_group{slot}"] == "1")
    found = Counter((levy.kind, int(levy.id.split("-")[-2])) for levy in levies(evidence))
    assert found == counted
    assert {kind: tuple(found[kind, slot] for slot in (1, 2, 3)) for kind in COLUMN} == STATED


def test_levies_by_group_and_kind_are_an_independent_count(evidence, records):
    counted = Counter(
        (kind, record[f"armed_group{slot}"].strip() or NOT_STATED)
        for record in records for kind, name in COLUMN.items()
        for slot in (1, 2, 3) if record[f"{name}_armed_group{slot}"] == "1")
    assert Counter((levy.kind, levy.collector) for levy in levies(evidence)) == counted


def test_levies_lie_at_the_site_on_the_day_of_the_visit(evidence, records):
    visits = {f"ipis-{record['vid']}": record for record in records}
    for levy in levies(evidence):
        record = visits[levy.id.rsplit("-", 2)[0]]
        written = record["visit_date"]
        day = written[:4] if written.endswith("-01-01") else written
        assert (levy.site, levy.date) == (record["pcode"], day)


def test_sites_lie_where_the_file_says_in_the_country(evidence, records):
    for record in records:
        place = evidence.places[record["pcode"]]
        assert (place.lat, place.lon) == (float(record["latitude"]), float(record["longitude"]))
        assert (place.country, place.name_en) == ("CD", " ".join(record["name"].split()))


def test_every_row_is_in_the_published_form(congo):
    snapshot = Store(congo[0]).require()
    found = {(table, reason) for table in TABLES for row in stored_rows(snapshot, table)
             for reason in problems(TABLES[table], row)}
    assert found == set()


def test_a_visit_is_taxed_where_any_of_nine_columns_says_so(evidence, records):
    answers = [{record[f"{name}_armed_group{slot}"] for name in COLUMN.values()
                for slot in (1, 2, 3)} for record in records]
    counted = Counter("yes" if "1" in said else "no" if "0" in said else NOT_STATED
                      for said in answers)
    assert Counter(visit.taxed for visit in evidence.visits) == counted


def test_the_file_again_changes_nothing(congo, shared):
    folder, _ = congo
    before = Store(folder).current_id()
    again = import_files(Store(folder), [shared / FILE], Options(), load({})).report.as_json()
    assert (again["unchanged"], again["levies"]) == (6955, 2309)
    assert {status for counts in again["tables"].values() for status in counts} == {"unchanged"}
    assert Store(folder).current_id() == before


def test_going_back_takes_it_all_out(shared, tmp_path):
    (tmp_path / "first.csv").write_text(
        "date,lat,lon,country,where_precision\n2019-03-07,16.27,-0.04,Mali,1\n")
    store = Store(tmp_path / "store")
    import_files(store, [tmp_path / "first.csv"], Options(), load({}))
    import_files(store, [shared / FILE], Options(), load({}))
    assert len(stored_rows(store.require(), "visits")) == 6955
    store.undo()
    assert [stored_rows(store.require(), table) for table in TABLES] == [[]] * len(TABLES)


def test_the_evidence_base_holds_every_visit_and_is_read_once_a_snapshot(congo):
    snapshot = Store(congo[0]).require()
    assert len(base.of(snapshot).visits) == 6955
    assert base.of(snapshot) is base.of(snapshot)
