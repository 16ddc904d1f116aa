"""Files that belong together lie in their place all or none, and nothing lies beside them."""

from __future__ import annotations

import pytest

from data.packages.placed import passing, place

NAMES = ("x.csv", "x.csv.README.md", "x.csv.metadata.json")


def write(folder, text):
    for name in NAMES:
        (folder / name).write_text(text)


def test_files_take_the_place_of_older_ones_and_stale_ones_go(tmp_path):
    write(tmp_path, "old")
    (tmp_path / "x.csv.aggregates.csv").write_text("old")
    with passing(tmp_path / "x.csv") as folder:
        write(folder, "new")
        place(folder, tmp_path, NAMES, ["x.csv.aggregates.csv"])
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == dict.fromkeys(NAMES, "new")


@pytest.mark.parametrize("before", ["old", None])
def test_where_one_cannot_be_moved_all_is_as_it_was(tmp_path, before):
    if before:
        write(tmp_path, before)
        (tmp_path / "x.csv").unlink()
    (tmp_path / "x.csv").mkdir()
    with pytest.raises(OSError, match=r"x\.csv"), passing(tmp_path / "x.csv") as folder:
        write(folder, "new")
        place(folder, tmp_path, NAMES)
    kept = {one.name: one.read_text() for one in tmp_path.iterdir() if one.is_file()}
    assert kept == (dict.fromkeys(NAMES[1:], before) if before else {})
    assert len(list(tmp_path.iterdir())) == len(kept) + 1


def test_a_folder_goes_whatever_happens(tmp_path):
    with pytest.raises(KeyboardInterrupt), passing(tmp_path / "x.csv") as folder:
        write(folder, "half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
