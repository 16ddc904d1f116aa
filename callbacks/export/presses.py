"""The press of previews: kept for a while, since each choice asks layers for the same again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from callbacks.context import Context

if TYPE_CHECKING:
    from layers.sheet.press import Press

USES = 60
"""Previews by one press; it keeps every answer, and selections change."""


class Presses:
    """Hands out a press over the data in force."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._press: Press | None = None
        self._uses = 0
        self._guard = threading.Lock()

    def press(self) -> Press:
        """Return a press; raises `StoreError` where there is no data."""
        from layers.sheet.press import Press  # noqa: PLC0415 - loads what the page does not need

        snapshot = self._context.store.require()
        with self._guard:
            kept = self._press
            if kept is None or kept.held.id != snapshot.id or self._uses >= USES:
                kept, self._uses = Press(snapshot, self._context.settings), 0
            self._press, self._uses = kept, self._uses + 1
            return kept
