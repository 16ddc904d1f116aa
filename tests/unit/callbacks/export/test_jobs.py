"""Exports that are made: told, cancelled, abandoned, and gone after a while."""

from __future__ import annotations

import threading
import time

import pytest

from callbacks.export.folder import OLDEST, PREFIX, Folder
from callbacks.export.jobs import KEPT, MOST, SILENCE, Jobs
from callbacks.export.refused import RefusedError
from data.errors import AtlasError
from data.i18n import msg
from layers.exports.made import Made

PATIENCE = 10


class Slow:
    """Work that goes on, part by part, until it is let go."""

    def __init__(self):
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, folder, tell):
        self.begun.set()
        part = 0
        while not self.go.wait(0.01):
            (folder / "part.tmp").write_text("x")
            part = min(part + 1, 5)
            tell(part, 9)
        return quick(folder, tell)


def quick(folder, tell):
    (folder / "a.pdf").write_text("a")
    (folder / "a.pdf.manifest.json").write_text("{}")
    tell(1, 1)
    return "a.pdf", Made(("a.pdf",), "A", 1, 0, 0)


def left(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def jobs(tmp_path):
    return Jobs(Folder(tmp_path), at_once=1)


def test_a_finished_export_has_its_files_for_a_while(jobs, tmp_path):
    job = jobs.start(quick)
    assert job.ended.wait(PATIENCE)
    assert jobs.find(job.token).files == ("a.pdf", "a.pdf.manifest.json")
    jobs.tidy(time.monotonic() + KEPT - 60)
    assert len(left(tmp_path)) == 2
    jobs.tidy(time.monotonic() + KEPT + 1)
    assert left(tmp_path) == []
    with pytest.raises(RefusedError):
        jobs.find(job.token)


def test_a_cancelled_export_leaves_nothing(jobs, tmp_path):
    slow = Slow()
    job = jobs.start(slow)
    assert slow.begun.wait(PATIENCE)
    jobs.cancel(job.token)
    assert job.ended.wait(PATIENCE)
    assert left(tmp_path) == []
    with pytest.raises(RefusedError):
        jobs.find(job.token)


def test_a_finished_export_that_is_let_go_leaves_nothing(jobs, tmp_path):
    job = jobs.start(quick)
    assert job.ended.wait(PATIENCE)
    jobs.cancel(job.token)
    assert left(tmp_path) == []


def test_an_export_ends_whose_page_is_gone(jobs, tmp_path):
    slow = Slow()
    job = jobs.start(slow)
    assert slow.begun.wait(PATIENCE)
    jobs.tidy(time.monotonic() + SILENCE - 5)
    assert not job.cancelled.is_set()
    jobs.tidy(time.monotonic() + SILENCE + 1)
    assert job.ended.wait(PATIENCE)
    assert left(tmp_path) == []


def test_others_wait_and_too_many_are_refused(jobs):
    slow = Slow()
    first = jobs.start(slow)
    assert slow.begun.wait(PATIENCE)
    others = [jobs.start(quick) for _ in range(MOST - 1)]
    assert others[2].state == "waiting" and jobs.before(others[2]) == 3
    with pytest.raises(RefusedError) as refused:
        jobs.start(quick)
    assert refused.value.status == 503
    slow.go.set()
    assert all(job.ended.wait(PATIENCE) for job in (first, *others))
    assert {job.state for job in (first, *others)} == {"done"}


def test_why_an_export_failed_is_told_and_a_defect_is_no_riddle(jobs, tmp_path):
    def fails(folder, tell):
        (folder / "half").write_text("x")
        raise AtlasError(msg("Choose a region."))

    def breaks(folder, tell):
        raise KeyError("x")

    job, other = jobs.start(fails), jobs.start(breaks)
    assert job.ended.wait(PATIENCE) and other.ended.wait(PATIENCE)
    assert (job.state, str(job.error)) == ("failed", "Choose a region.")
    assert "log" in str(other.error)
    assert left(tmp_path) == []


def test_tokens_cannot_be_guessed(jobs):
    tokens = {jobs.start(quick).token for _ in range(4)}
    assert len(tokens) == 4 and min(map(len, tokens)) >= 32


def test_what_a_killed_server_left_is_swept_after_a_day(tmp_path):
    old, other = tmp_path / f"{PREFIX}x", tmp_path / "somebody-else"
    for folder in (old, other):
        folder.mkdir()
    assert Folder(tmp_path).sweep(time.time() + OLDEST / 2) == 0
    assert Folder(tmp_path).sweep(time.time() + OLDEST + 60) == 1
    assert not old.exists() and other.exists()
