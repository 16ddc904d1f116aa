"""An import from its files to the next snapshot: all of it, or nothing."""

from __future__ import annotations

import threading

import ibis
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from data.errors import AtlasError, StoreError, UndecidedError
from data.health import examine
from data.ingest.options import Options
from data.ingest.run import import_files
from data.model import incidents
from data.store import IMPORTS_SCHEMA, Store
from tests.support import held, plain, ucdp

COUNTS = ("accepted", "updated", "unchanged", "merged", "rejected")
REFUSED = {
    "empty": b"", "pdf": b"%PDF-1.4", "html": b"<html>", "binary": bytes(range(256)) * 9,
    "latin-1": "date,lat,lon,notes\n2019-01-01,1,1,é\n".encode("latin-1"),
    "header only": b"date,lat,lon\n", "no date": b"lat,lon\n1,2\n",
    "no place": b"date,notes\n2019-01-01,x\n", "no dates": b"date,lat,lon\nx,1,2\n",
    "ambiguous": b"date,lat,lon\n01/02/2019,1,2\n",
    "late byte": b"date,lat,lon\n" + b"2019-01-01,1,2\n" * 9000 + b"2019-01-01,\xff,2\n",
}


def contents(store: Store) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in store.folder.rglob("*") if p.is_file()}


def test_a_file_that_is_refused_leaves_the_store_as_before(bring, store):
    bring(plain({}))
    before = contents(store)
    for name, content in REFUSED.items():
        with pytest.raises(AtlasError) as raised:
            bring(content, name="other.csv")
        assert raised.value.exit_status == 1, name
        assert contents(store) == before, name


def test_several_files_are_one_publish(store, settings, tmp_path):
    (tmp_path / "a.csv").write_text(ucdp({"id": 1}, {"id": 2, "latitude": "x"}))
    (tmp_path / "b.csv").write_text(ucdp({"id": 1}, {"id": 3}, {"id": 2}))
    (tmp_path / "c.csv").write_text(plain({}))
    paths = [tmp_path / f"{name}.csv" for name in "abc"]
    report = import_files(store, paths, Options(), settings).report
    assert [(f.accepted, f.unchanged, f.rejected) for f in report.files] == [
        (1, 0, 1), (2, 1, 0), (1, 0, 0)]
    assert report.preset == "mixed"
    assert len(store.snapshots()) == 1 and len(held(store)) == 4
    found = report.as_json()
    assert (found["rows_read"], found["accepted"], found["rejected"]) == (6, 4, 1)
    assert [f["file"] for f in found["files"]] == ["a.csv", "b.csv", "c.csv"]
    assert "file" not in found and "files" not in import_files(
        store, paths[:1], Options(), settings).report.as_json()


def test_one_bad_file_among_several_stops_them_all(store, settings, tmp_path):
    (tmp_path / "a.csv").write_text(plain({}))
    (tmp_path / "b.csv").write_text("date,lat,lon\n")
    with pytest.raises(AtlasError, match=r"b\.csv"):
        import_files(store, [tmp_path / "a.csv", tmp_path / "b.csv"], Options(), settings)
    assert store.current() is None


def test_two_files_of_one_name_are_one_source(store, settings, tmp_path):
    for folder, note in (("x", "one"), ("y", "two")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "events.csv").write_text(plain({"notes": note}, {"notes": "both"}))
    paths = [tmp_path / folder / "events.csv" for folder in "xy"]
    report = import_files(store, paths, Options(), settings).report
    assert [(f.accepted, f.unchanged) for f in report.files] == [(2, 0), (1, 1)]


@pytest.mark.parametrize(
    "step", ["job.own_id", "mapping.candidates", "run.publish", "job.Locator"])
def test_an_import_that_dies_leaves_old_data_whole_and_nothing_else(
    bring, store, monkeypatch, step
):
    bring(plain({}))
    before = contents(store)

    def die(*_: object, **__: object) -> None:
        raise RuntimeError(step)

    monkeypatch.setattr(f"data.ingest.{step}", die)
    with pytest.raises(RuntimeError):
        bring(plain({"notes": "new"}))
    assert contents(store) == before


def test_a_file_without_a_usable_record_changes_nothing(bring, store):
    outcome = bring("date,lat,lon\n2019-01-01,x,2\n2019-01-02,3,y\n")
    assert outcome.report.snapshot is None
    assert outcome.report.files[0].usable == 0
    assert store.current() is None


def test_a_dry_run_reports_and_writes_nothing(bring, store):
    outcome = bring(plain({}, {"lat": "x"}), dry_run=True)
    assert (outcome.report.total("accepted"), len(outcome.rejects)) == (1, 1)
    assert not store.folder.exists()
    bring(plain({}))
    before = contents(store)
    assert bring(plain({}, {"notes": "b"}), dry_run=True).report.total("unchanged") == 1
    assert contents(store) == before


def test_an_import_while_another_runs_is_refused(bring, store):
    with store.building(), pytest.raises(StoreError, match="Another import"):
        bring(plain({}))


def test_the_demonstration_is_never_imported_into(settings, tmp_path, demo_store):
    path = tmp_path / "a.csv"
    path.write_text(plain({}))
    before = demo_store.current_id()
    with pytest.raises(StoreError, match="holds the synthetic demonstration data"):
        import_files(Store(demo_store.folder), [path], Options(), settings)
    assert demo_store.current_id() == before


def test_what_was_imported_is_noted(bring, store):
    bring(plain({}))
    (note,) = store.require().rows(ibis.table(IMPORTS_SCHEMA, name="imports"))
    assert (note["file"], note["preset"], note["source"]) == ("file.csv", "generic", "file.csv")
    assert note["import_id"] == held(store)[0]["import_id"]


def test_readers_never_see_half_an_import(bring, store):
    rows = [{"id": i} for i in range(300)]
    bring(plain(*rows, extra=["id"]))
    seen, stop = set(), threading.Event()

    def look() -> None:
        reader = Store(store.folder)
        while not stop.is_set():
            found = held(reader)
            seen.add((len(found), len({row["notes"] for row in found})))

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    for note in ("b", "c"):
        bring(plain(*({**row, "notes": note} for row in rows), extra=["id"]))
    stop.set()
    for reader in readers:
        reader.join()
    assert seen == {(300, 1)}


def test_a_question_names_the_option_that_answers_it(bring):
    with pytest.raises(UndecidedError, match="--date-order"):
        bring("date,lat,lon\n01/02/2019,16,0\n")
    assert bring("date,lat,lon\n01/02/2019,16,0\n", date_order="dmy").report.total("accepted") == 1


CELL = st.sampled_from([
    "2019-03-07", "07/03/2019", "3/25/2019", "2019", "", "NA", "-0.04", "16,27", "16.27", "999",
    "inf", "nan", "1e30", "Mali", "BF", "kidnapping", "drugs", "x" * 300, "é😀", "'", "{0}", "\x1f",
    "=1+1", "\u00a0", "1 234,5", "two\nlines", 'q"q', "3", "7", "-1", "true", "acled",
]) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
COLUMNS = ["date", "lat", "lon", "country", "kind", "where_precision", "fatalities", "notes", "id",
           "licence", "date_end", "quantity", "region", "actors", "victim", "odd {x} 'name'"]


def write(columns: list[str], rows: list[list[str]], delimiter: str) -> str:
    def field(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    return "".join(delimiter.join(map(field, row)) + "\n" for row in [columns, *rows])


@st.composite
def tables(draw) -> bytes:
    columns = draw(st.permutations(COLUMNS))[:draw(st.integers(3, len(COLUMNS)))]
    if draw(st.integers(0, 5)):
        columns = ["date", "lat", "lon", *(c for c in columns if c not in ("date", "lat", "lon"))]
    good = {"date": "2019-03-07", "lat": "16.27", "lon": "-0.04"}
    rows = [[good[c] if c in good and draw(st.integers(0, 3)) else draw(CELL) for c in columns]
            for _ in range(draw(st.integers(1, 6)))]
    text = write(columns, rows, draw(st.sampled_from(",;\t|")))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    content = text.encode(draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16"])))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        where = draw(st.integers(0, len(content)))
        damage = draw(st.sampled_from([b'"', b"\n", b",", b"\xff", b"", b"\x00", b",,,"]))
        content = content[:where] + damage + content[where + draw(st.integers(0, 3)):]
    return content


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("long") / "store")


@profile(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture,
                                                HealthCheck.too_slow])
@given(content=tables())
def test_no_table_and_no_damage_breaks_the_sum_or_store(long_lived, settings, tmp_path, content):
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    before = long_lived.current_id()
    try:
        outcome = import_files(long_lived, [path], Options(), settings)
    except AtlasError as error:
        assert "\n" not in error.render("en").strip() or "\n" in content.decode("utf-8", "replace")
        assert long_lived.current_id() == before
        return
    report = outcome.report.files[0]
    assert report.rows_read == sum(getattr(report, name) for name in COUNTS) > 0
    assert len(outcome.rejects) == report.rejected
    if long_lived.current_id():
        assert [f.name for f in examine(long_lived) if not f.good] == []


def test_a_record_cut_short_does_not_unsettle_the_empty_trailing_field(bring):
    rows = "".join(f"{i},2020-01-0{i},ML,\n" for i in range(1, 6))
    report = bring("id,date,country\n" + rows + "6,2020").report.files[0]
    assert (report.accepted, report.rejected) == (5, 1)
    assert report.reasons == {"too_few_fields": 1}


def test_one_record_of_the_headers_width_does(bring):
    report = bring("id,date,country\n1,2020-01-01,ML,\n2,2020-01-02,ML\n").report.files[0]
    assert report.reasons == {"too_many_fields": 1}
    assert report.accepted == 1


def test_a_licence_that_forbids_goes_before_the_files_own(bring, store):
    bring("id,date,country,licence\n1,2020-01-01,ML,cc0\n", licence="no-redistribution")
    rows = store.require().rows(incidents())
    assert [row["licence"] for row in rows] == ["no-redistribution"]
