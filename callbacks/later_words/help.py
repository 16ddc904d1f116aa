"""What is said around help; its text itself comes from `callbacks/help.py`."""

from __future__ import annotations

from data.i18n import Message, msg

WORDS: dict[str, Message] = {
    "help-title": msg("Help"),
    "help-close": msg("Close"),
    "help-parts": msg("Parts of the help"),
    "help-all": msg("All words explained"),
}
