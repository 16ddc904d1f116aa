"""What an import counts, named for a number, in the grammar of each language."""

from __future__ import annotations

from collections.abc import Callable

from data.i18n import Message, nmsg

COUNTS: dict[str, Callable[[int], Message]] = {
    "accepted": lambda n: nmsg("new record", "new records", n),
    "updated": lambda n: nmsg("revised record", "revised records", n),
    "unchanged": lambda n: nmsg("unchanged record", "unchanged records", n),
    "merged": lambda n: nmsg("merged record", "merged records", n),
    "rejected": lambda n: nmsg("rejected record", "rejected records", n),
    "flagged": lambda n: nmsg("doubt", "doubts", n),
}
"""What is counted, named for a number; the first five add up to the records read."""
