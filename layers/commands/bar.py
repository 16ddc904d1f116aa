"""A bar at a terminal that shows how far an export is; silent elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from data.i18n import msg
from data.ingest.progress import Progress, Tick
from layers.commands.ending import tidily
from layers.exports.made import Tell


@contextmanager
def telling(language: str, name: str) -> Iterator[Tell]:
    """Give what an export tells its parts; the bar begins once their number is known.

    A program that is asked to end meanwhile leaves nothing of the export behind.
    """
    with tidily(), ExitStack() as stack:
        yield _Bar(Progress(language), name, stack)


class _Bar:
    """Turns “so many of so many” into the steps of a bar; a new total begins a new bar."""

    def __init__(self, progress: Progress, name: str, stack: ExitStack) -> None:
        self._progress, self._name, self._stack = progress, name, stack
        self._tick: Tick | None = None
        self._done = self._total = 0

    def __call__(self, done: int, total: int) -> None:
        if self._tick is None or total != self._total:
            self._stack.close()
            self._done, self._total = 0, total
            self._tick = self._stack.enter_context(
                self._progress.bar(msg("Making {name}", name=self._name), total))
        self._tick(done - self._done)
        self._done = done
