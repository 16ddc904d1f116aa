"""Text columns turned into numbers by the engine.

Each step uses its text once: an expression that names its input several times doubles
with every step, and the engine would spend its time on reading the query.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from data.ingest.lookups import ABSENT, NOT_KNOWN
from data.ingest.numerals import (
    COMMA_DECIMAL,
    EDGES,
    JOINED,
    MINUS,
    NUMBER,
    PLAIN,
    POINTED,
    SPACED,
    THOUSANDS,
)

LONGEST_ABSENT = max(map(len, ABSENT))
LARGEST_COUNT = 10_000_000_000
"""More persons than live; a larger count is a mistake, and would not fit once summed."""


def present(text: ir.StringColumn) -> ir.StringColumn:
    """Return the text, or null where it is one of the words for nothing."""
    return ibis.ifelse(text.length() <= LONGEST_ABSENT, _unless(text, ABSENT), text)


def figure(text: ir.StringColumn) -> ir.StringColumn:
    """Do as `present` for figures and days, also where they are said not to be known."""
    # No such word ends in a digit, and most figures do: they need not be compared.
    return ibis.ifelse(text.right(1).between("0", "9"), text, _unless(text, NOT_KNOWN))


def _unless(text: ir.StringColumn, words: frozenset[str]) -> ir.StringColumn:
    return ibis.ifelse(is_one_of(text.lower(), sorted(words)), ibis.null("string"), text)


def is_one_of(text: ir.StringColumn, words: Sequence[str]) -> ir.BooleanValue:
    """Tell whether a text is one of a few words; for a list the engine would make a join."""
    return ibis.or_(*(text == word for word in words))


def number(text: ir.StringColumn, *, decimal_comma: bool = False) -> ir.FloatingColumn:
    """Read numbers as English and French write them: `1234.5`, `1,234`, `1 234,5`.

    See `data.ingest.numerals`. What is no number becomes null; the others are finite.
    `decimal_comma` says that the file writes no thousands with commas.
    """
    bare = _trimmed(text).re_replace(SPACED, JOINED)
    bare = bare if decimal_comma else bare.re_replace(THOUSANDS, JOINED)
    return _unless_plain(text, _cast(bare.re_replace(COMMA_DECIMAL, r"\1.\2")))


def unpointed(text: ir.StringColumn) -> ir.StringColumn:
    """Empty what a file that writes decimal commas may mean as thousands, such as `25.000`."""
    return _trimmed(text).re_replace(POINTED, "")


def writes(text: ir.StringColumn, pattern: str) -> ir.BooleanScalar:
    """Tell whether a number of the column is written so."""
    return _trimmed(text).re_search(pattern).any().fill_null(False)


def whole(value: ir.FloatingColumn) -> ir.FloatingColumn:
    """Keep whole numbers up to `LARGEST_COUNT`, which fit an integer; else null."""
    # Not `round`, which fails on what does not fit an integer.
    fits = (value == value.try_cast("int64")) & (value.abs() <= LARGEST_COUNT)
    return ibis.ifelse(fits, value, ibis.null("float64"))


def coordinate(text: ir.StringColumn) -> ir.FloatingColumn:
    """Read degrees; a comma is always a decimal mark, since no degree has thousands.

    A gap is never closed: `14 30` may be degrees and minutes.
    """
    return _unless_plain(text, _cast(_trimmed(text).replace(",", ".")))


def _unless_plain(text: ir.StringColumn, read: ir.FloatingColumn) -> ir.FloatingColumn:
    """Cast digits with at most a point at once; nearly all numbers are written so."""
    return ibis.ifelse(text.re_search(PLAIN), text.try_cast("float64"), read)


def _trimmed(text: ir.StringColumn) -> ir.StringColumn:
    """Drop outer gaps, also the unbroken ones of office programs; write minus plainly."""
    return text.re_replace(EDGES, "").replace(MINUS, "-")


def _cast(plain: ir.StringColumn) -> ir.FloatingColumn:
    return plain.re_extract(NUMBER, 0).try_cast("float64")
