"""What the search says."""

from __future__ import annotations

from data.i18n import Message, msg, nmsg

WORDS: dict[str, Message] = {
    "search-more": msg("Type at least two letters."),
    "search-none": msg("Nothing found."),
    "search-only": msg("Only incidents here"),
    "search-only-in": msg("Only incidents there"),
    "search-km": msg("Within, km"),
    "search-details": msg("Details"),
    "search-filtered": msg("Only incidents that name {what}: {says}, before other filters."),
    "search-filtered-words": msg("Only incidents that mention “{words}”."),
    "close": msg("Close"),
}
COUNTED: dict[str, Message] = {
    "search-found": nmsg("{n} answer; arrow keys go through them, Enter takes one.",
                         "{n} answers; arrow keys go through them, Enter takes one.", 1),
}
