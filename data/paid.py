"""What an amount of money is paid for, as incidents state it, in words a person reads."""

from __future__ import annotations

from data.i18n import Message, msg

PAID_PER: dict[str, Message] = {
    "per head": msg("per head"),
    "per week": msg("per week"),
    "per load": msg("per load"),
    "per operation": msg("per operation"),
    "total": msg("in all"),
}
"""The words that the form of an incident proposes and demonstration data has."""


def paid_per(basis: str | None, language: str) -> str:
    """Say what is paid for; a source's own words stay as they are, and none stay none."""
    said = PAID_PER.get(basis or "")
    return said.render(language) if said else basis or ""
