"""Pages drawn by several processes: the same bytes as by one, and no process is left behind."""

from __future__ import annotations

import multiprocessing

import pytest

from data.errors import UsageError
from data.selection import Selection
from data.settings import load
from data.store import Snapshot
from layers.exports import drawing
from layers.exports.drawing import Task, drawn
from layers.exports.made import Cancelled, silent
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from layers.sheet.several.page import Single
from tests.unit.layers.exports import invented

SHEET = Sheet(selection=Selection.of(country=["ML"]), layers=(Shown("hexagons"),))


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    return Press(invented.snapshot(tmp_path_factory.mktemp("store")), load({}))


def tasks(folder, count, sheet=SHEET):
    return [Task(Single(sheet, f"p{i}"), folder / f"{i}.svg", "svg", 50) for i in range(count)]


def test_processes_draw_the_same_bytes_as_one(press, tmp_path):
    kept = []
    for name, workers in (("alone", 1), ("together", 2)):
        (tmp_path / name).mkdir()
        titles = drawn(tasks(tmp_path / name, 2), press, silent, workers)
        kept.append((titles, [path.read_bytes() for path in sorted((tmp_path / name).iterdir())]))
    assert kept[0] == kept[1] and len(kept[0][1]) == 2


def test_cancelled_no_process_is_left(press, tmp_path):
    def tell(done, _):
        raise Cancelled

    with pytest.raises(Cancelled):
        drawn(tasks(tmp_path, 6), press, tell, 2)
    assert multiprocessing.active_children() == []
    assert len(list(tmp_path.iterdir())) < 6


def test_what_cannot_be_drawn_is_said_as_by_one(snapshot_of_nothing, press, tmp_path):
    with pytest.raises(UsageError) as alone:
        drawn(tasks(tmp_path, 2, snapshot_of_nothing), press, silent, 1)
    with pytest.raises(UsageError) as together:
        drawn(tasks(tmp_path, 2, snapshot_of_nothing), press, silent, 2)
    assert together.value.render("fr") == alone.value.render("fr")


@pytest.fixture
def snapshot_of_nothing():
    """A sheet whose comparison names a unit that there is not."""
    return Sheet(layers=(Shown("difference", options=(("a", "admin1=Nowhere"),)),))


def test_where_no_process_starts_this_one_draws(press, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError("no more processes")

    monkeypatch.setattr(drawing, "ProcessPoolExecutor", refuse)
    assert len(drawn(tasks(tmp_path, 2), press, silent, 2)) == 2


def test_few_pages_and_a_view_of_the_data_are_drawn_here(press, tmp_path, monkeypatch):
    def never(*_, **__):
        raise AssertionError("a process was started")

    monkeypatch.setattr(drawing, "_together", never)
    drawn(tasks(tmp_path, 2), press, silent)

    class View(Snapshot):
        def __init__(self, held):
            self.__dict__.update(held.__dict__)

    drawn(tasks(tmp_path, 2), Press(View(press.held), press.settings), silent, 2)
