"""What drawings of cited claims share: their notes, their sources, their table."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from data.evidence import NOT_STATED, Claim
from data.i18n import Message, msg, t

CLAIM_FIELDS = ("id", "says", "document", "section", "date", "confidence")

COMMODITIES: dict[str, Message] = {
    "gold": msg("Gold"),
}


TERMS: dict[str, Message] = {
    "artisanal miners": msg("artisanal miners"),
    "terrorist and criminal groups": msg("terrorist and criminal groups"),
    "access to an artisanal mining site": msg("access to an artisanal mining site"),
    "often": msg("often"),
    "ranging from": msg("ranging from"),
}


def term(name: str, language: str) -> str:
    """Say who pays, who collects, what is taxed; unknown words stay as the table has them."""
    known = TERMS.get(name)
    return known.render(language) if known else stated(name, language)


def commodity(name: str, language: str) -> str:
    """Name what moves; a word the catalogue does not hold stays as the table has it."""
    known = COMMODITIES.get(name)
    return known.render(language) if known else name


def stated(text: str, language: str) -> str:
    """Write a field of a claim; what a document does not state is said to be so."""
    return t(language, "not stated") if text == NOT_STATED else text


def sources(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Name the documents behind claims, each once."""
    return tuple(dict.fromkeys(claim.document.title for claim in claims))


def undated(claims: Iterable[Claim], language: str) -> tuple[str, ...]:
    """Say that claims without a date do not come and go with the clock."""
    if all(claim.dated for claim in claims):
        return ()
    return (t(language, "Undated: shown whatever the window of time."),)


def claim_row(claim: Claim, language: str) -> dict[str, str]:
    """Write what every claim carries as text."""
    return {
        "id": claim.id,
        "says": claim.says(language),
        "document": claim.document.title,
        "section": claim.section,
        "date": stated(claim.date, language),
        "confidence": stated(claim.confidence, language),
    }


def table(rows: list[dict[str, str]], fields: tuple[str, ...]) -> pa.Table:
    """Return rows of text as a table, with its fields even where it is empty."""
    schema = pa.schema([(name, pa.string()) for name in fields])
    return pa.Table.from_pylist(rows, schema=schema)
