"""A manifest tells all that decides an export, and is read back or refused with a reason."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from data.errors import AtlasError
from data.queries.exports import Rules
from data.selection import Selection
from layers.exports.behind import counted
from layers.exports.export import Export
from layers.exports.make import make
from layers.exports.manifest import of_text, read, text
from layers.exports.many import Brief, Compare
from layers.sheet.description import Sheet
from tests.unit.layers.exports.conftest import rows

TABLE = Export("csv", Sheet(Selection(text="note"), layers=(), notes=False))


def test_it_stands_beside_the_file_and_tells_its_hash(load, exported):
    path = exported(load(rows()), export=TABLE)
    told = read(path.with_name("x.csv.manifest.json"))
    assert told.export == TABLE
    assert [one.name for one in told.files] == ["x.csv", "x.csv.README.md", "x.csv.metadata.json"]
    assert told.files[0].sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert told.files[0].bytes == path.stat().st_size


def test_of_an_archive_it_is_within(load, exported):
    path = exported(load(rows()), "x.zip", TABLE)
    told = read(path)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert names == [*(one.name for one in told.files), "manifest.json"]
        for one in told.files:
            assert one.sha256 == hashlib.sha256(archive.read(one.name)).hexdigest()
    assert list(path.parent.iterdir()) == [path]


def test_it_counts_what_left_and_what_stayed(load, exported):
    store = load(rows({"id": "0", "licence": "acled"}, {"id": "1", "sensitivity": "restricted"}))
    (told,) = read(exported(store, "x.zip", TABLE)).numbers
    assert (told.incidents, told.leaving) == (9, 7)
    assert told.withheld == {"licence": 1, "sensitivity": 1}
    assert sum(told.kinds.values()) == 7 and told.selection == "text=note"


def test_it_tells_software_libraries_and_settings_but_no_folder(load, exported, settings):
    own = replace(settings, organisation="Own house", marking="internal")
    store = load(rows())
    path = exported(store).with_name("y.csv")
    make(TABLE, store.require(), own, path)
    written = path.with_name("y.csv.manifest.json").read_text()
    told = read(path.with_name("y.csv.manifest.json"))
    assert told.settings["organisation"] == "Own house" and told.settings["marking"] == "internal"
    assert told.libraries["duckdb"] and told.software["version"] and told.software["code"]
    assert told.snapshot == store.current_id() and told.behind.imports == 1
    for folder in (settings.store, path.parent, settings.presets):
        assert str(folder) not in written


def test_the_same_export_has_the_same_manifest(load, exported):
    store = load(rows())
    first = exported(store, "x.zip", TABLE).read_bytes()
    assert exported(store, "x.zip", TABLE).read_bytes() == first


def test_what_is_written_is_read_as_it_was(load, exported):
    told = read(exported(load(rows()), "x.zip", TABLE))
    assert of_text(text(told).encode(), "m") == told


def test_an_older_aggregate_beside_the_file_is_taken_away(load, exported, store):
    closed: list[dict[str, Any]] = [
        {"id": str(n), "licence": "acled", "date": "2024-01-11"} for n in range(6)]
    path = exported(load(rows(*closed)))
    assert path.with_name("x.csv.aggregates.csv").exists()
    exported(load(rows(*[{**one, "licence": "cc0"} for one in closed]), "later.csv"))
    assert not path.with_name("x.csv.aggregates.csv").exists()


@pytest.mark.parametrize(("change", "said"), [
    ("no JSON", "line 1, column 1"), ('{"manifest": 1', "cut off"), ("[]", "no manifest of this"),
    ('{"a": 1}', "no manifest of this"), ('{"manifest": 2}', "a newer version"),
    ('{"manifest": true}', "no manifest of this"), ('{"manifest": 1}', "data is not as"),
    (b"\xff\xfe\x00", "not text"),
])
def test_what_is_no_manifest_is_refused_with_a_reason(change, said):
    content = change if isinstance(change, bytes) else change.encode()
    with pytest.raises(AtlasError) as raised:
        of_text(content, "m.json")
    assert said in str(raised.value) and "m.json" in str(raised.value)


@pytest.mark.parametrize(("where", "value"), [
    (("export", "form"), "abc"), (("files", 0, "name"), "../x"), (("files", 0, "bytes"), "9"),
    (("numbers", 0, "kinds", "kidnapping"), 1.5), (("settings", "export_sensitivity"), "all"),
    (("settings", "cube_rows"), "many"), (("settings", "accent"), "red"), (("data",), []),
    (("settings", "export_unstated"), 2),
])
def test_a_broken_manifest_is_told_by_its_place(load, exported, where, value):
    told = json.loads(text(read(exported(load(rows()), "x.zip", TABLE))))
    *way, last = where
    at = told
    for step in way:
        at = at[step]
    at[last] = value
    with pytest.raises(AtlasError) as raised:
        of_text(json.dumps(told).encode(), "m.json")
    assert str(last) in str(raised.value) or "export" in str(raised.value)


def test_an_archive_without_one_is_refused(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "b")
    with pytest.raises(AtlasError, match="holds no manifest"):
        read(path)


def test_a_brief_counts_its_region_and_a_comparison_both_windows(load):
    store = load(rows({"id": "0", "country": "Niger", "lat": 14.5, "lon": 2.0}))
    brief = Export("pdf", Sheet(Selection(countries=("ML",))), Brief("NE"))
    assert [one.incidents for one in counted(brief, store.require(), Rules())] == [1]
    windows = Compare((dt.date(2024, 1, 1), dt.date(2024, 1, 31)),
                      (dt.date(2024, 2, 1), dt.date(2024, 3, 31)))
    compared = Export("pdf", Sheet(), windows)
    assert [one.incidents for one in counted(compared, store.require(), Rules())] == [3, 6]
