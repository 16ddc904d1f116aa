"""Work in the background: what it is at, how far it is, and a way to cancel it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from callbacks.upload.refused import busy
from data.errors import AtlasError
from data.i18n import Message, msg
from data.ingest.progress import Progress, Tick

AT_ONCE = 2
"""Pieces of work that run at the same time; each may need a core and much memory."""
REMEMBERED = 200
"""Pieces of ended work whose end can still be told."""
DEFECT = msg("Something went wrong that should not have. Nothing was changed; the server’s log "
             "tells more.")
CANCELLED = msg("Cancelled; nothing was changed.")
_room = threading.Semaphore(AT_ONCE)
log = logging.getLogger(__name__)


class CancelledError(AtlasError):
    """The person has cancelled."""


@dataclass
class Job:
    """One piece of work.

    Attributes:
        what: `reading`, `check` or `import`.
        phase: what it is at.
        done, total: how far the phase is; a total of 0 has no measure.
        error: why it ended without a result.
        ended: set when it has, either way.
    """

    what: str
    phase: Message = field(default_factory=lambda: msg("Waiting for other work to end"))
    done: int = 0
    total: int = 0
    error: AtlasError | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    def require_wanted(self) -> None:
        """Raise `CancelledError` where the person has cancelled."""
        if self.cancelled.is_set():
            raise CancelledError(CANCELLED)


class Shown(Progress):
    """Progress of an import for a page that asks how far it is."""

    def __init__(self, job: Job) -> None:
        super().__init__(quiet=True)
        self._job = job

    @contextmanager
    def bar(self, what: Message, total: int, unit: str = "") -> Iterator[Tick]:
        """Show a phase; its tick ends the work where it has been cancelled."""
        job = self._job
        job.require_wanted()
        job.phase, job.done, job.total = what, 0, total

        def tick(amount: int) -> None:
            job.require_wanted()
            job.done += amount

        yield tick
        job.require_wanted()
        job.phase, job.done, job.total = msg("Comparing with what is held"), 0, 0

    def say(self, what: Message) -> None:
        """Show a phase that has no measure."""
        self._job.require_wanted()
        self._job.phase, self._job.done, self._job.total = what, 0, 0


class Jobs:
    """The work of every upload, one piece each at a time."""

    def __init__(self) -> None:
        self._of: dict[str, Job] = {}
        self._guard = threading.Lock()

    def find(self, token: str) -> Job | None:
        """Return the latest work of an upload, if this server has done any."""
        return self._of.get(token)

    def start(self, token: str, what: str, work: Callable[[Job], Any]) -> Job:
        """Begin work; raises `RefusedError` where some is going on for the same upload."""
        with self._guard:
            before = self._of.get(token)
            if before and not before.ended.is_set():
                raise busy()
            self._tidy()
            job = self._of[token] = Job(what)
        threading.Thread(target=_run, args=(job, work), name=f"{what} {token[:6]}",
                         daemon=True).start()
        return job

    def _tidy(self) -> None:
        """Forget the oldest work that has ended, since a server may run for months."""
        ended = [token for token, job in self._of.items() if job.ended.is_set()]
        for token in ended[:-REMEMBERED]:
            del self._of[token]

    def cancel(self, token: str) -> None:
        """Ask the work of an upload to end; it does so at its next step."""
        if job := self._of.get(token):
            job.cancelled.set()

    def forget(self, token: str, patience: float = 30.0) -> bool:
        """Cancel the work of an upload, wait until it has let go, and forget it.

        Returns whether it has; what does not is at a step that cannot be left.
        """
        self.cancel(token)
        job = self._of.get(token)
        if job and not job.ended.wait(patience):
            return False
        with self._guard:
            self._of.pop(token, None)
        return True


def _run(job: Job, work: Callable[[Job], Any]) -> None:
    try:
        with _room:
            job.require_wanted()
            job.phase = msg("Beginning")
            work(job)
    except AtlasError as error:
        job.error = error
    except OSError as error:
        job.error = AtlasError(msg("{file}: {why}.", file=error.filename or "",
                                   why=error.strerror or str(error)))
    except Exception:
        log.exception("work on an upload failed")
        job.error = AtlasError(DEFECT)
    finally:
        job.ended.set()
