"""What the verdicts of a store promise, and how many break it."""

from __future__ import annotations

from collections.abc import Iterator

from data.i18n import Message, msg
from data.linkage.decided import decided
from data.linkage.schema import SAME, VERDICTS
from data.store import Snapshot

Check = tuple[str, Message, int]


def checks(snapshot: Snapshot) -> Iterator[Check]:
    """Yield each promise with the number of verdicts that break it; none where there are none."""
    known = decided(snapshot)
    if not known.links:
        return
    yield "verdicts", msg("every verdict on a pair is one that is known, the smaller identity "
                          "first"), sum(
        a >= b or row["verdict"] not in VERDICTS for (a, b), row in known.links.items())
    yield "contradictions", msg("no pair is both one event and two"), sum(
        row["verdict"] != SAME and known.joined(a, b) for (a, b), row in known.links.items())
