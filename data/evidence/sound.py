"""Whether the evidence that users added can be read beside the committed records."""

from __future__ import annotations

from collections.abc import Container, Iterator

from data.evidence.columns import NOT_STATED
from data.evidence.ingest.known import Known
from data.evidence.read import Row, problems
from data.evidence.tables import TABLES
from data.store import Snapshot


def unsound(snapshot: Snapshot) -> Iterator[str]:
    """Name, as `table/id: reason`, what is wrong with each stored row that is not readable."""
    known = Known(snapshot)
    documents, places = known.ids("documents"), known.ids("places")
    for table, record in TABLES.items():
        for row in known.stored(table):
            for reason in [*problems(record, row), *_dangling(row, documents, places)]:
                yield f"{table}/{row['id']}: {reason}"


def _dangling(row: Row, documents: Container[str], places: Container[str]) -> Iterator[str]:
    if row.get("document") and row["document"] not in documents:
        yield f"reference_unknown:{row['document']}"
    named = (name.strip() for name in (row.get("places") or "").split(">"))
    yield from (f"reference_unknown:{name}" for name in named
                if name not in ("", NOT_STATED) and name not in places)
