"""Exports that are being made: how far each is, a way to cancel it, and its files for a while."""

from __future__ import annotations

import logging
import secrets
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from callbacks.export.folder import Folder
from callbacks.export.refused import FULL, RefusedError, gone
from data.errors import AtlasError
from data.i18n import msg
from layers.exports.made import Cancelled, Made, Tell

AT_ONCE = 2
"""Exports made at the same time: each may need a core and much memory."""
MOST = 8
"""Exports that are made or wait; a ninth would wait for longer than a person does."""
SILENCE = 150.0
"""Seconds without a question after which the page is gone. A browser lets the timers of a
hidden page run once a minute."""
KEPT = 600.0
"""Seconds that files stay after they were last asked for: a slow link may break off."""
PULSE = 2.0
DEFECT = msg("Something went wrong that should not have; the server’s log tells more. Choose "
             "another form, or try again.")
Work = Callable[[Path, Tell], tuple[str, Made]]
"""Writes files into a folder, and returns the main one's name with what it turned out to be."""
log = logging.getLogger(__name__)


@dataclass
class Job:
    """One export.

    Attributes:
        folder: where its files lie.
        token: by which its page alone knows it.
        state: `waiting`, `running`, `done` or `failed`.
        done, total: parts; a total of 0 is not known yet.
        made: what it turned out to be.
        files: names of its files, the main one first.
        error: why it failed.
        cancelled: set once nobody wants it any more.
        ended: set once its thread has let go of the folder.
        asked: when it was last asked for, seconds of `time.monotonic`.
    """

    folder: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    state: str = "waiting"
    done: int = 0
    total: int = 0
    made: Made | None = None
    files: tuple[str, ...] = ()
    error: AtlasError | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    asked: float = field(default_factory=time.monotonic)

    def tell(self, done: int, total: int) -> None:
        """Note how far it is; raises `Cancelled` where nobody wants it any more."""
        if self.cancelled.is_set():
            raise Cancelled
        self.done, self.total = done, total


class Jobs:
    """All exports of this server."""

    def __init__(self, folder: Folder, at_once: int = AT_ONCE) -> None:
        self._folder = folder
        self._of: dict[str, Job] = {}
        self._guard = threading.Lock()
        self._room = threading.Semaphore(at_once)
        self._watching = False

    def start(self, work: Work) -> Job:
        """Begin an export; raises `RefusedError` where too many are going on."""
        with self._guard:
            if sum(not job.ended.is_set() for job in self._of.values()) >= MOST:
                raise RefusedError(msg("Too many exports are being made at the moment. Wait a "
                                       "minute, and try again."), FULL)
            job = Job(self._folder.room())
            self._of[job.token] = job
            watched, self._watching = self._watching, True
        threading.Thread(target=self._run, args=(job, work), name="export", daemon=True).start()
        if not watched:
            threading.Thread(target=self._watch, name="exports", daemon=True).start()
        return job

    def find(self, token: str) -> Job:
        """Return an export by its token, and note that somebody asked; raises `RefusedError`."""
        job = self._of.get(token)
        if job is None or job.cancelled.is_set():
            raise gone()
        job.asked = time.monotonic()
        return job

    def before(self, job: Job) -> int:
        """Count the exports that are made before a waiting one begins."""
        earlier = takewhile(lambda one: one is not job, list(self._of.values()))
        return sum(not one.ended.is_set() for one in earlier)

    def cancel(self, token: str) -> None:
        """Let go of an export: it ends at its next part, and its files are deleted."""
        job = self._of.get(token)
        if job is None:
            return
        job.cancelled.set()
        if job.ended.is_set():
            self._forget(job)

    def tidy(self, now: float | None = None) -> None:
        """Cancel what no page asks for, and forget what lay long enough."""
        now = time.monotonic() if now is None else now
        for job in list(self._of.values()):
            quiet = now - job.asked
            if not job.ended.is_set() and quiet > SILENCE:
                self.cancel(job.token)
            elif job.ended.is_set() and (quiet > KEPT or job.cancelled.is_set()):
                self._forget(job)

    def _forget(self, job: Job) -> None:
        shutil.rmtree(job.folder, ignore_errors=True)
        with self._guard:
            self._of.pop(job.token, None)

    def _watch(self) -> None:
        """Tidy as long as there is anything to."""
        while True:
            time.sleep(PULSE)
            self.tidy()
            with self._guard:
                if not self._of:
                    self._watching = False
                    return

    def _run(self, job: Job, work: Work) -> None:
        try:
            with self._room:
                job.tell(0, 0)
                job.state = "running"
                name, job.made = work(job.folder, job.tell)
                job.tell(job.total, job.total)
            job.files = _files(job.folder, name)
            job.state = "done"
        except Cancelled:
            job.cancelled.set()
        except AtlasError as error:
            job.error, job.state = error, "failed"
        except OSError as error:
            log.exception("an export could not be written")
            job.error, job.state = AtlasError(msg(
                "The server could not write the file: {why}.",
                why=error.strerror or str(error))), "failed"
        except Exception:
            log.exception("an export failed")
            job.error, job.state = AtlasError(DEFECT), "failed"
        finally:
            if job.cancelled.is_set() or job.state != "done":
                shutil.rmtree(job.folder, ignore_errors=True)
            job.asked = time.monotonic()
            job.ended.set()


def _files(folder: Path, main: str) -> tuple[str, ...]:
    """Return the names of all files, the main one first."""
    names = {path.name for path in folder.iterdir() if path.is_file()}
    return (main, *sorted(names - {main}))
