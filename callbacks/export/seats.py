"""Of one page's questions only the latest counts: an older one that waits is not worked on."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from callbacks.export.refused import OVERTAKEN, RefusedError
from data.i18n import msg

MOST = 200
"""Pages whose latest question is remembered."""
AT_ONCE = 1
"""Two would not be faster, since each needs the interpreter for itself."""


class Seats:
    """Lets a few questions in at a time, and sends back those that were overtaken."""

    def __init__(self) -> None:
        self._latest: OrderedDict[str, int] = OrderedDict()
        self._guard = threading.Lock()
        self._room = threading.Semaphore(AT_ONCE)

    @contextmanager
    def taken(self, seat: str, turn: int) -> Iterator[None]:
        """Wait for room; raises `RefusedError` where the same page has asked again meanwhile."""
        with self._guard:
            self._latest[seat] = max(turn, self._latest.get(seat, turn))
            self._latest.move_to_end(seat)
            while len(self._latest) > MOST:
                self._latest.popitem(last=False)
        with self._room:
            if self._latest.get(seat, turn) != turn:
                raise RefusedError(msg("Another preview was asked for meanwhile."), OVERTAKEN)
            yield
