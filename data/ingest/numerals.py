"""How numbers are written in English and French, as patterns that the engine shares.

One comma before three digits is a thousands mark, as in `1,234`; a decimal comma needs
another number of digits, as in `12,5`, or a zero before it, as in `0,125`. In a file that
writes decimal commas elsewhere, and no thousands with them, it is one too; in such a file
one point before three digits may part thousands, as in `25.000`, or not, so that it is no
number. A gap must part thousands: `3 4` is two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

SPACE = "\\s\u00a0\u2009\u202f"
EDGES = f"^[{SPACE}]+|[{SPACE}]+$"
MINUS = "\u2212"
GAPPED = r"^([+-]?[1-9]\d{0,2})GAP(\d{3})(?:GAP(\d{3}))?(?:GAP(\d{3}))?([.,]\d+)?$"
SPACED = GAPPED.replace("GAP", f"[{SPACE}']")
THOUSANDS = r"^([+-]?[1-9]\d{0,2}),(\d{3})(?:,(\d{3}))?(?:,(\d{3}))?(\.\d+)?$"
JOINED = r"\1\2\3\4\5"
COMMA_DECIMAL = r"^([+-]?\d*),(\d+)$"
SURELY_DECIMAL = (rf"^[+-]?(?:\d{{1,3}}(?:[{SPACE}']\d{{3}})*|\d*),(?:\d{{1,2}}|\d{{4,}})$"
                  r"|^[+-]?0,\d+$|^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?$"
                  r"|^[+-]?[1-9]\d{0,2}\.\d{3},\d+$")
SURELY_THOUSANDS = r"^[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+$|^[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}$"
"""What tells how a file writes; `1,234` alone does not. Where points part thousands, commas
do not."""
POINTED = r"^[+-]?[1-9]\d{0,2}\.\d{3}$"
"""What is a thousand times more where points part thousands."""
NUMBER = r"^[+-]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40})(?:[eE](?:[+-]?\d{1,2}|-\d{3}))?$"
"""What is cast; the engine alone would also take `inf` and `1_0`, and make 1e999 infinite."""

PLAIN = r"^[+-]?\d{1,40}(?:\.\d{1,40})?$"
"""Numbers that are cast as they stand."""


def decimal_comma(numbers: Iterable[str], degrees: Iterable[str] = ()) -> bool:
    """Tell from what a file holds whether `1,500` is one and a half in it.

    Args:
        numbers: counts and amounts as they are written.
        degrees: which have no thousands.
    """
    amounts = [_trimmed(text) for text in numbers]
    every = [*amounts, *(_trimmed(text) for text in degrees)]
    return (any(re.search(SURELY_DECIMAL, text, flags=re.ASCII) for text in every)
            and not any(re.search(SURELY_THOUSANDS, text, flags=re.ASCII) for text in amounts))


def pointed(text: str) -> str:
    """Write a number of a file with decimal commas so that none of them parts thousands."""
    bare = re.sub(SPACED, JOINED, _trimmed(text), flags=re.ASCII)
    return re.sub(COMMA_DECIMAL, r"\1.\2", bare, flags=re.ASCII)


def _trimmed(text: str) -> str:
    return re.sub(EDGES, "", text, flags=re.ASCII).replace(MINUS, "-")


def plain(text: str) -> Decimal | None:
    """Read one number as `data.ingest.typed.number` reads a column of them."""
    bare = _trimmed(text)
    for pattern, joined in ((SPACED, JOINED), (THOUSANDS, JOINED), (COMMA_DECIMAL, r"\1.\2")):
        bare = re.sub(pattern, joined, bare, flags=re.ASCII)
    if not re.fullmatch(NUMBER, bare, flags=re.ASCII):
        return None
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None
