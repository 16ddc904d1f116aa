"""Pages drawn into files, by as many processes as there are cores; the same bytes by each."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from data.settings import Settings
from data.store import Snapshot
from layers.exports.made import Tell
from layers.sheet.press import Press
from layers.sheet.save import save
from layers.sheet.several.page import Page

FEW = 4
"""Pages below which one process is faster: others need a few seconds to begin."""
AHEAD = 2
"""Pages that are given to a process at a time, so that it does not wait for the next one."""


class Work(Protocol):
    """Something to be drawn into files; it can be sent to another process."""

    def done(self, press: Press) -> str:
        """Draw it; return its title."""


@dataclass(frozen=True)
class Task:
    """A page to be drawn into a file of a form."""

    page: Page
    path: Path
    form: str
    dpi: int

    def done(self, press: Press) -> str:
        """Draw it; return its title."""
        figure = self.page.draw(press)
        save(figure, self.path, self.form, self.dpi)
        return str(figure.get_label())


def drawn(
    tasks: Sequence[Work], press: Press, tell: Tell, workers: int | None = None
) -> list[str]:
    """Draw pages, and return their titles, in order.

    Args:
        tasks: what goes where.
        press: of the process that asks; others open the same snapshot for themselves.
        tell: is told after each page.
        workers: processes; None for one a core. Where none can be started, and of few pages,
            this process draws alone.

    Raises:
        AtlasError: a page cannot be drawn.
        Cancelled: `tell` ended it; no process is left behind.
    """
    count = min(workers or _cores(), len(tasks))
    if count < 2 or not _reopens(press) or (workers is None and len(tasks) < FEW):
        return _alone(tasks, press, tell)
    try:
        return _together(tasks, press, tell, count)
    except (BrokenProcessPool, OSError):
        # No process could be started, or one was ended from outside, such as for want of memory.
        return _alone(tasks, press, tell)


def _alone(tasks: Sequence[Work], press: Press, tell: Tell) -> list[str]:
    titles = []
    for i, task in enumerate(tasks, 1):
        titles.append(task.done(press))
        tell(i, len(tasks))
    return titles


def _together(tasks: Sequence[Work], press: Press, tell: Tell, count: int) -> list[str]:
    pool = ProcessPoolExecutor(
        count - 1, multiprocessing.get_context("spawn"), _open,
        (press.held.path, press.settings))
    titles: dict[int, str] = {}
    try:
        for place, title in _finished(pool, tasks, press, count - 1):
            titles[place] = title
            tell(len(titles), len(tasks))
    finally:
        # What has begun ends a page later; nothing else begins.
        pool.shutdown(wait=True, cancel_futures=True)
    return [titles[i] for i in range(len(tasks))]


def _finished(
    pool: ProcessPoolExecutor, tasks: Sequence[Work], press: Press, others: int
) -> Iterator[tuple[int, str]]:
    """Give each other process a page and the next one; this one draws while they begin."""
    left = iter(enumerate(tasks))
    begun: dict[Future[str], int] = {}
    while True:
        for i, task in islice(left, AHEAD * others - len(begun)):
            begun[pool.submit(_draw, task)] = i
        own = next(left, None)
        if own is not None:
            yield own[0], own[1].done(press)
        elif not begun:
            return
        for one in wait(begun, None if own is None else 0, FIRST_COMPLETED).done:
            yield begun.pop(one), one.result()


def _reopens(press: Press) -> bool:
    """Tell whether another process sees the same data in the same file: not through a view."""
    return type(press.held) is Snapshot


def _cores() -> int:
    return os.cpu_count() or 1


_opened: list[Press] = []
"""Of a process that draws for another: what it prints from, opened once."""


def _open(path: Path, settings: Settings) -> None:
    _opened.append(Press(Snapshot(path), settings))


def _draw(task: Work) -> str:
    return task.done(_opened[0])
