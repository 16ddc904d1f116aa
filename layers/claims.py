"""What drawings of cited claims share: their words, their rows, where they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from data import taxonomy
from data.evidence.base import term
from data.evidence.columns import NOT_STATED, Column, columns_of
from data.evidence.model import COUNTRY_PRECISION, Claim, Place
from data.i18n import Message, day, listing, msg, number, t
from data.taxonomy import BY_ID

ARROW = " → "
HIDDEN = frozenset({"id", "says_en", "says_fr", "document", "section", "kinds", "places", "date",
                    "date_precision", "confidence", "evidence", "qualifier", "added", "synthetic",
                    "path"})
"""Columns that `common` writes, or that are no text for a person."""

COMMON: dict[str, Message] = {
    "says": msg("What it says"),
    "places": msg("Places"),
    "date": msg("Date"),
    "evidence": msg("How it is held"),
    "qualifier": msg("Qualifier"),
    "document": msg("Document"),
}
LAST: dict[str, Message] = {
    "confidence": msg("Confidence"),
    "kinds": msg("Kinds concerned"),
    "added": msg("Added by this atlas"),
}


def columns(record: type[Claim]) -> Mapping[str, Message]:
    """Name the columns of a table of claims, for a person."""
    own = {c.name: c.meaning for c in _own(record)}
    return {**COMMON, **own, **LAST}


def rows(
    claims: Iterable[Claim], table: str, record: type[Claim], language: str,
    marks: Callable[[Claim], str] | None = None,
) -> pa.Table:
    """Write claims as text, one a row: `id` as `table/id`, `mark`, and `columns(record)`.

    Args:
        claims: of one table.
        table: its name.
        record: their class.
        language: of labels.
        marks: the id of the mark that a claim belongs to; its own by default.
    """
    names = ("id", "mark", *columns(record))
    made = [{"id": f"{table}/{claim.id}",
             "mark": marks(claim) if marks else f"{table}/{claim.id}", **fields(claim, language)}
            for claim in claims]
    return pa.Table.from_pylist(made, pa.schema([(name, pa.string()) for name in names]))


def fields(claim: Claim, language: str) -> dict[str, str]:
    """Write what a claim carries as text, in the order of `columns`."""
    return {
        "says": claim.says(language), "places": way(claim.where, language),
        "date": date(claim, language), "evidence": held(claim, language),
        "qualifier": said(claim.qualifier, language), "document": claim.cited.title,
        **own_fields(claim, language),
        "confidence": said(claim.confidence, language),
        "kinds": listing([BY_ID[kind].label(language) for kind in claim.kinds], language),
        "added": term(claim.added, language),
    }


def own_fields(claim: Claim, language: str) -> dict[str, str]:
    """Write the columns that only the claim's own table has."""
    return {c.name: write(c, getattr(claim, c.name), language) for c in _own(type(claim))}


def write(column: Column, value: Any, language: str) -> str:
    """Write one value of a column; a word of a vocabulary as its label."""
    if isinstance(value, tuple):
        return listing([_word(column, word, language) for word in value], language)
    if isinstance(value, bool):
        return t(language, "yes") if value else t(language, "no")
    if isinstance(value, int | float):
        return number(value, language)
    return said(NOT_STATED, language) if value is None else _word(column, value, language)


def said(text: str, language: str) -> str:
    """Write a phrase of the tables; what a document does not state is said to be so."""
    return t(language, "not stated") if text in ("", NOT_STATED) else term(text, language)


def date(claim: Claim, language: str) -> str:
    """Write when it was so: a day, an interval, or that it is not stated."""
    if claim.days is None:
        return t(language, "not stated")
    first, last = (day(one, language) for one in claim.days)
    return first if first == last else f"{first} – {last}"


def held(claim: Claim, language: str) -> str:
    """Write how the document holds it."""
    return _word(_column(type(claim), "evidence"), claim.evidence, language)


def way(places: Sequence[Place], language: str) -> str:
    """Name places in order, as `Gao region → Bamako`."""
    return ARROW.join(place.name(language) for place in places)


def family(claim: Claim) -> str | None:
    """Return the taxonomy's family that a claim concerns, where it is one alone."""
    groups = {taxonomy.BY_ID[kind].group for kind in claim.kinds}
    return next(iter(groups)) if len(groups) == 1 else None


def coarse(place: Place) -> bool:
    """Tell whether a place is known to the country or less: its area claims no extent."""
    return place.precision >= COUNTRY_PRECISION


def _word(column: Column, word: str, language: str) -> str:
    known = column.choices.get(word)
    return known.render(language) if known else said(word, language)


def _own(record: type[Claim]) -> list[Column]:
    """Return a table's own columns; of a pair in two languages, none: `says` tells it."""
    return [c for c in columns_of(record)
            if c.name not in HIDDEN and not c.name.endswith(("_en", "_fr"))]


def _column(record: type[Claim], name: str) -> Column:
    return next(c for c in columns_of(record) if c.name == name)
