"""Files of several sources in one store: sums hold, nothing counts twice, nothing shifts."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from data.errors import AtlasError
from data.health import examine
from data.ingest.options import Options
from data.ingest.run import import_files
from data.queries.seizures import seizures, units_seized
from data.selection import Selection
from data.store import Store
from tests.support import held, ucdp
from tests.unit.data.ingest.presets import files

SUM = ("accepted", "updated", "unchanged", "merged", "rejected")
LAYOUTS = {
    "acled": (files.acled, files.ACLED_EVENT, 31),
    "gtd": (files.gtd, files.GTD_ROW, 42),
    "unodc-ids": (files.unodc, files.UNODC_ROW, 14),
    "unodc-totals": (files.totals, files.TOTALS_ROW, 10),
    "ucdp-ged": (ucdp, {"best": 2, "where_prec": 1, "date_start": "x", "latitude": 1}, 49),
}
"""By preset what writes a file, a row of it, and how many columns it has."""


def write(tmp_path, **contents):
    paths = []
    for name, text in contents.items():
        paths.append(tmp_path / f"{name}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def test_a_file_of_each_source_is_one_publish_and_its_sum_holds(run_cli, tmp_path):
    side = {"event_id_cnty": "MLI9", "actor2": "", "inter2": ""}
    paths = write(
        tmp_path, acled=files.acled({}, side, {**side, "actor1": "Synthetic Group C"},
                                    {"latitude": "x"}),
        gtd=files.gtd({}, {"iday": 0}), unodc=files.unodc({}, {}), totals=files.totals({}),
        routes=files.routes({}), ucdp=ucdp({}, {"id": ""}),
        hxl="a,b\n#date,#country+name\n2019-03-07,Mali\n",
        french="annee,mois,pays\n2019,mars,Mali\n")
    found = json.loads(run_cli("import", *paths, "--json").out)
    assert found["rows_read"] == 4 + 2 + 2 + 1 + 1 + 2 + 1 + 1 == sum(found[n] for n in SUM)
    assert {f["preset"] for f in found["files"]} == {
        "acled", "gtd", "unodc-ids", "unodc-totals", "ucdp-ged", "hxl", "generic"}
    for each in found["files"]:
        assert each["rows_read"] == sum(each[name] for name in SUM)
    assert (found["merged"], found["rejected"]) == (1, 2)
    assert json.loads(run_cli("stats", "--json").out)["incidents"] == found["accepted"] == 11
    again = json.loads(run_cli("import", *paths, "--json").out)
    assert (again["accepted"], again["unchanged"]) == (0, 11)
    assert run_cli("check").status == 0


def test_what_terms_forbid_to_hand_on_stays(run_cli, tmp_path):
    paths = write(tmp_path, acled=files.acled({}), gtd=files.gtd({}), ucdp=ucdp({}))
    run_cli("import", *paths)
    run_cli("export", "--format", "csv", "--out", tmp_path / "x.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "x.csv").read_text(encoding="utf-8"))))
    assert [row["source"] for row in rows] == ["UCDP GED"]


def test_a_total_is_not_added_to_the_seizures_that_it_holds(run_cli, store, tmp_path):
    run_cli("import", *write(tmp_path, unodc=files.unodc({"City": ""}), totals=files.totals({})))
    snapshot = store.require()
    assert [(row["n"], row["quantity"]) for row in snapshot.rows(seizures(Selection()))] == [
        (1, 1.5)]
    assert snapshot.rows(units_seized()) == [{"measure": "kg", "n": 1}]
    assert len(held(store)) == 2


@pytest.mark.parametrize("name", LAYOUTS)
def test_columns_turned_round_give_the_same_incidents(bring, store, name):
    written, _, width = LAYOUTS[name]
    text = written({}, {})
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {width}
    out = io.StringIO()
    csv.writer(out).writerows(row[::-1] for row in rows)
    first = bring(text).report.files[0]
    turned = bring(out.getvalue(), name="turned.csv").report.files[0]
    assert first.preset == turned.preset == name
    assert (turned.accepted, turned.updated, turned.rejected) == (0, 0, 0)
    assert turned.unchanged == first.accepted > 0


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("presets") / "store")


CELL = st.sampled_from(["", "0", "-9", "-99", "0.5", "2019-03-07", "31 December 2020", "13/13/2013",
                        "1,234", "NaN", "1e400", "Mali", "#date", "A; B (victim)", "x" * 200,
                        "é😀", "{0}", "'", "two\nlines", "=1", "6", "7"])


@st.composite
def tables(draw) -> str:
    written, row, _ = LAYOUTS[draw(st.sampled_from(sorted(LAYOUTS)))]
    changes = [draw(st.dictionaries(st.sampled_from(sorted(row)), CELL, max_size=4))
               for _ in range(draw(st.integers(1, 5)))]
    lines = written(*changes).splitlines(keepends=True)
    if draw(st.booleans()):
        lines.insert(1, "#date" + "," * lines[0].count(",") + "\n")
    if draw(st.booleans()):
        where = draw(st.integers(1, len(lines)))
        lines.insert(where, draw(st.sampled_from(["\n", ",\n", '"\n', lines[-1], lines[-1][:9]])))
    return "".join(lines)


@profile(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture,
                                                HealthCheck.too_slow])
@given(text=tables())
def test_no_row_of_any_layout_is_lost_unnoticed(long_lived, settings, tmp_path, text):
    path = tmp_path / "any.csv"
    path.write_text(text, encoding="utf-8")
    before = long_lived.current_id()
    try:
        outcome = import_files(long_lived, [path], Options(), settings)
    except AtlasError:
        assert long_lived.current_id() == before
        return
    report = outcome.report.files[0]
    assert report.rows_read == sum(getattr(report, name) for name in SUM) > 0
    assert len(outcome.rejects) == report.rejected
    if long_lived.current_id():
        assert [finding.name for finding in examine(long_lived) if not finding.good] == []
