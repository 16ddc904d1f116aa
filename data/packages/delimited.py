"""Rows as CSV, and as CSV with a row of HXL hashtags."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from data.packages.columns import Column
from data.packages.content import Content, flat


def write_csv(content: Content, target: IO[bytes], *, tagged: bool = False) -> int:
    """Write the rows to a binary stream, `tagged` with hashtags below the header.

    Text stays as it is, also where a spreadsheet would take it for a formula: CSV is data,
    and a changed record would no longer be the source's. The README says so.
    """
    return write_rows(content.columns, content.rows(), target, tagged=tagged)


def write_rows(
    columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], target: IO[bytes], *,
    tagged: bool = False,
) -> int:
    """Write rows under a header; return how many."""
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    names = [column.name for column in columns]
    writer.writerow(names)
    if tagged:
        writer.writerow([column.tag for column in columns])
    written = 0
    for row in rows:
        writer.writerow([flat(name, row[name]) for name in names])
        written += 1
    text.detach()
    return written
