"""Rejected records: kept with their number, every reason, and their original fields."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from data.ingest.reasons import worded
from data.ingest.records import Header

OWN = ("file", "record", "reasons", "explanation")


@dataclass(frozen=True)
class Reject:
    """A record that could not be used.

    `fields` are its original fields by column name; what it has beyond the header is
    called `extra_1`, `extra_2`, …; a damaged record has its text in the first field.
    """

    import_id: str
    file: str
    record: int
    reasons: tuple[str, ...]
    fields: dict[str, str | None]

    def explain(self, language: str) -> str:
        """Say every reason in words."""
        return "; ".join(worded(reason).render(language) for reason in self.reasons)

    def as_row(self) -> dict[str, Any]:
        """Return the row that the store keeps."""
        return {"import_id": self.import_id, "file": self.file, "record": self.record,
                "reasons": list(self.reasons),
                "fields": json.dumps(self.fields, ensure_ascii=False)}


def from_rows(
    import_id: str, file: str, header: Header, rows: Sequence[dict[str, Any]]
) -> list[Reject]:
    """Build rejects from staged records with their reasons."""
    names = unique(header.names)
    return [Reject(import_id, file, row["record"], tuple(row["reasons"]), fields_of(names, row))
            for row in rows]


def write(path: Path, rejects: Sequence[Reject], language: str) -> None:
    """Write rejects as CSV in UTF-8, their original fields after `OWN`."""
    columns = list(dict.fromkeys(name for reject in rejects for name in reject.fields))
    plain = [f"{name}_original" if name in OWN else name for name in columns]
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(unique([*OWN, *plain]))
        for reject in rejects:
            own = [reject.file, reject.record, "; ".join(reject.reasons),
                   reject.explain(language)]
            writer.writerow([*own, *(reject.fields.get(name) for name in columns)])


def unique(names: Sequence[str]) -> list[str]:
    """Make column names differ: an empty one is numbered, a repeated one too."""
    taken: set[str] = set()
    result = []
    for position, name in enumerate(names, start=1):
        base = name or f"column_{position}"
        again = (f"{base}_{n}" for n in count(2))
        chosen = base
        while chosen in taken or (chosen != base and chosen in names):
            chosen = next(again)
        taken.add(chosen)
        result.append(chosen)
    return result


def fields_of(names: Sequence[str], row: dict[str, Any]) -> dict[str, str | None]:
    """Name the original fields of a staged record; `names` differ, see `unique`."""
    fields = {name: row[f"c{i}"] for i, name in enumerate(names)}
    extra = json.loads(row["tail"]) if row["tail"] else []
    more = unique([*names, *(f"extra_{i}" for i in range(1, len(extra) + 1))])[len(names):]
    return fields | dict(zip(more, extra, strict=True))
