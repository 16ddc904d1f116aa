"""Text columns turned into numbers by the engine."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.ingest.lookups import ABSENT

THOUSANDS = r"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$"
COMMA_DECIMAL = r"^[+-]?\d*,\d+$"
GAPS = "[\\s\u00a0\u2009\u202f']"


def present(text: ir.StringColumn) -> ir.StringColumn:
    """Return the text, or null where it is one of the words for nothing."""
    return ibis.ifelse(text.lower().isin(sorted(ABSENT)), ibis.null("string"), text)


def number(text: ir.StringColumn) -> ir.FloatingColumn:
    """Read numbers as English and French write them: `1234.5`, `1,234`, `1 234,5`.

    One comma before three digits is read as a thousands mark, as in `1,234`; a decimal
    comma needs another number of digits, as in `12,5`. What is no number becomes null.
    """
    bare = text.re_replace(GAPS, "")
    plain = ibis.cases(
        (bare.re_search(THOUSANDS), bare.replace(",", "")),
        (bare.re_search(COMMA_DECIMAL), bare.replace(",", ".")),
        else_=bare,
    )
    return ibis.coalesce(text.try_cast("float64"), plain.try_cast("float64"))


def coordinate(text: ir.StringColumn) -> ir.FloatingColumn:
    """Read degrees; a comma is always a decimal mark, since no degree has thousands."""
    plain = text.re_replace(GAPS, "").replace(",", ".")
    return ibis.coalesce(text.try_cast("float64"), plain.try_cast("float64"))


def finite(value: ir.FloatingColumn) -> ir.BooleanColumn:
    """Tell which values are numbers, neither missing nor infinite."""
    return value.notnull() & ~value.isnan() & ~value.isinf()
