"""What became of the incidents of a selection, in words."""

from __future__ import annotations

from collections import Counter

from data.i18n import clauses, nmsg


def ways(counts: Counter[str], language: str) -> str:
    """Say how many incidents went each way, as in `2 added; 1 revised`."""
    words = {
        "added": nmsg("{count} added", "{count} added", counts["added"]),
        "revised": nmsg("{count} revised", "{count} revised", counts["revised"]),
        "entered": nmsg("{count} known before came into the selection",
                        "{count} known before came into the selection", counts["entered"]),
        "left": nmsg("{count} no longer in the selection", "{count} no longer in the selection",
                     counts["left"]),
        "retired": nmsg("{count} retired", "{count} retired", counts["retired"]),
    }
    return clauses((said.render(language) for way, said in words.items() if counts[way]), language)
