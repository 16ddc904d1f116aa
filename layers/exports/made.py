"""What an export turned out to be, and how it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data.i18n import Message

Tell = Callable[[int, int], None]
"""Is told how many of how many parts are done; may raise `Cancelled`, which ends the export
without a trace."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """A person no longer wants it."""


def silent(_done: int, _all: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Made:
    """An export that lies in its place.

    Attributes:
        files: names of what was written beside one another, the main file first.
        title: of the sheet, or of the whole of several.
        pages: sheets, slides or frames; 0 where nothing is drawn.
        incidents: those of the selection, or those that left as records.
        withheld: those that may not leave as records.
        said: what a person should be told.
    """

    files: tuple[str, ...]
    title: str
    pages: int
    incidents: int
    withheld: int
    said: tuple[Message, ...] = ()
