"""Where what is drawn comes from, as legends name it."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from data import licences
from data.evidence.columns import NOT_STATED
from data.evidence.model import Claim, Document
from data.i18n import t
from layers.legend import Source


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

    known = licences.find(document.licence)
    licence = known.label.render(language) if known else given(document.licence)
    return Source(document.title, given(document.publisher), licence, given(document.url))
