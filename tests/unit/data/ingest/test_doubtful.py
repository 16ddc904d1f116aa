"""The incidents with doubts that an import meets."""

from __future__ import annotations

from data.ingest.doubtful import Doubtful
from data.ingest.formats.opening import opened
from data.ingest.options import Options
from data.ingest.run import import_tables, reading
from tests.support import plain


def test_they_are_gathered_by_file_and_record(tmp_path, store, settings):
    paths = []
    for name, country in (("a", "Niger"), ("b", "Mali"), ("c", "Chad")):
        paths.append(tmp_path / f"{name}.csv")
        paths[-1].write_text(plain({"notes": name}, {"country": country}), encoding="utf-8")
    options, doubtful = Options(dry_run=True), Doubtful()
    with opened(paths, reading(options, settings)) as tables:
        outcome = import_tables(store, tables, options, settings, watch=doubtful)
    assert [(row["table"], row["record"]) for row in doubtful.rows] == [(0, 2), (2, 2)]
    assert doubtful.count == outcome.report.total("flagged") == 2
