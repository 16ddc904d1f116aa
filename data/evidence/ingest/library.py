"""The document that a record cites: a known one, or a new one from its words."""

from __future__ import annotations

import re

from data.evidence.columns import NOT_STATED, columns_of
from data.evidence.ingest.known import Known
from data.evidence.ingest.naming import content_id, slug
from data.evidence.model import Document
from data.taxonomy import fold

Row = dict[str, str]
_ADDRESS = re.compile(r"https?://\S+")


class Library:
    """Finds documents by id or title, and makes those that are not known."""

    def __init__(self, known: Known, source: str, licence: str) -> None:
        self._ids = {row["id"]: row["id"] for row in known.rows("documents") if row.get("id")}
        self._titles = {fold(row["title"]): row["id"] for row in known.rows("documents")
                        if row.get("id")}
        self._source = source
        self._licence = licence

    def find(self, text: str) -> tuple[str, Row | None]:
        """Return the id of the document that a text means, and its row where it is new."""
        found = self._ids.get(text) or self._titles.get(fold(text) or text)
        if found or text in ("", NOT_STATED):
            return found or "", None
        new = self._new(text)
        return new["id"], new

    def _new(self, text: str) -> Row:
        id = slug(text)
        if not id or id in self._ids:
            id = content_id(id or "document", [text])
        address = _ADDRESS.search(text)
        said = {"id": id, "title": text, "publisher": self._source, "licence": self._licence,
                "url": address[0] if address else NOT_STATED}
        return {c.name: said.get(c.name, NOT_STATED) for c in columns_of(Document)}
