"""One thread draws at a time, since matplotlib's fonts and figures are the whole process's.

What is long hands its turn on after each part, so that a preview need not wait for an atlas.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE = 0.002
"""Seconds in which another thread wakes; without them the same one would go on."""


class Turns:
    """Who draws."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Draw within; wait for whoever does until it hands its turn on."""
        with self._lock:
            yield

    def handed_on(self) -> None:
        """Let others draw; called by who has the turn, and has it again afterwards."""
        self._lock.release()
        try:
            time.sleep(PAUSE)
        finally:
            self._lock.acquire()


TURNS = Turns()
"""Those of this process."""
