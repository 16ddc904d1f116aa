"""Where what is drawn comes from, as legends name it."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from data import licences
from data.evidence.base import term
from data.evidence.columns import NOT_STATED
from data.evidence.model import Claim, Document
from data.i18n import msg, t
from layers.legend import Source

TERMS = {"facts cited": msg("facts cited")}
"""What documents may be used for where no licence says it, as the tables of evidence word it."""


def data_sources(counted: pa.Table, language: str) -> tuple[Source, ...]:
    """Name the sources of incidents from a breakdown by source, the largest first."""
    return tuple(Source(row["key"]) for row in counted.to_pylist() if row["key"])


def sources(claims: Iterable[Claim], language: str) -> tuple[Source, ...]:
    """Name the documents behind claims, each once."""
    documents = {claim.cited.id: claim.cited for claim in claims}
    return tuple(_source(document, language) for document in documents.values())


def undated(claims: Iterable[Claim], language: str) -> tuple[str, ...]:
    """Say that claims without a date do not come and go with the clock."""
    if all(claim.days for claim in claims):
        return ()
    return (t(language, "Undated claims are shown whatever the window of time."),)


def stated(text: str, language: str) -> str:
    """Write a field of a claim; what a document does not state is said to be so."""
    return t(language, "not stated") if text in ("", NOT_STATED) else text


def _source(document: Document, language: str) -> Source:
    def given(text: str) -> str:
        return "" if text == NOT_STATED else text

    return Source(document.title, term(given(document.publisher), language),
                  given(_licence(document.licence, language)), given(document.url))


def _licence(text: str, language: str) -> str:
    """Name a licence or a term of use; the words of a person's own file stay as they are."""
    known = licences.find(text)
    said = known.label if known else TERMS.get(text)
    return said.render(language) if said else text
