"""A request to end, such as a scheduler's, answered as Ctrl+C is: nothing is left behind."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ENDED = 143
"""The exit status of a program that was asked to end, by custom 128 and the signal's number."""


@contextmanager
def tidily() -> Iterator[None]:
    """Let passing folders be taken away where the program is asked to end meanwhile."""
    if threading.current_thread() is not threading.main_thread():
        # Only the main thread may say what a signal does.
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
