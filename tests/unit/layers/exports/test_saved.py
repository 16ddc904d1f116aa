"""Exports are kept by name, whole or not at all."""

from __future__ import annotations

import pytest

from data.errors import AtlasError, UsageError
from data.selection import Selection
from layers.exports.export import Export
from layers.exports.saved import SavedExports, file_ending
from layers.sheet.description import Sheet

MINE = Export("pdf", Sheet(Selection(text="gold"), title="Gold"))


def test_what_is_kept_is_found_listed_and_forgotten(tmp_path):
    saved = SavedExports(tmp_path)
    assert saved.names() == []
    assert not saved.keep("monthly-gao", MINE)
    assert saved.keep("monthly-gao", Export("csv", Sheet(layers=())))
    saved.keep("a", MINE)
    assert saved.names() == ["a", "monthly-gao"]
    assert saved.find("a").export == MINE and saved.find("monthly-gao").export.form == "csv"
    saved.forget("a")
    assert saved.names() == ["monthly-gao"]
    with pytest.raises(UsageError, match="monthly-gao"):
        saved.find("a")


@pytest.mark.parametrize("name", ["", "../x", "A", "a b", "con", "com1", "é", "x" * 61, "-a", ".a"])
def test_a_name_that_could_be_a_path_is_refused(tmp_path, name):
    with pytest.raises(UsageError, match="small letters"):
        SavedExports(tmp_path).keep(name, MINE)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_where_it_cannot_be_written(tmp_path):
    (tmp_path / "exports").write_text("a file")
    with pytest.raises(AtlasError, match="cannot be saved"):
        SavedExports(tmp_path).keep("a", MINE)


@pytest.mark.parametrize("text", ["{", "[]", '{"saved_export": 2}', '{"saved_export": 1}',
                                  '{"saved_export": 1, "export": {"form": "abc"}}'])
def test_a_broken_file_is_told_and_can_be_forgotten(tmp_path, text):
    saved = SavedExports(tmp_path)
    saved.keep("a", MINE)
    (tmp_path / "exports" / "a.json").write_text(text)
    with pytest.raises(AtlasError, match="--forget a"):
        saved.find("a")
    saved.forget("a")
    assert saved.names() == []


def test_endings_are_those_of_the_files():
    assert file_ending(MINE) == "pdf" and file_ending(Export("csv", Sheet(layers=()))) == "zip"
