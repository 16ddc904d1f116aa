"""Whole numbers as links and options write them."""

from __future__ import annotations

MOST_DIGITS = 8
"""A longer number is none that is meant; Python itself refuses to read thousands of digits."""


def whole_number(text: str) -> int | None:
    """Return the number that plain digits write, None for any other text."""
    plain = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if plain else None
