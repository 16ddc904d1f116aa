"""HXL hashtags: a row such as `#date`, `#geo+lat`, `#geo+lon` that says what columns mean.

The row stands under the header, or is the header. See the Humanitarian Exchange Language
standard 1.1: a tag, then attributes in any order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import ibis.expr.types as ir

from data.ingest.records import Header
from data.store import Writer

LOOKED_AT = 25
"""Rows among which the standard wants the tags."""
_TAG = re.compile(r"#[a-z]\w*(?:\s*\+\s*[a-z]\w*)*", re.I)


@dataclass(frozen=True)
class Tag:
    """A hashtag with its attributes, in lower case."""

    name: str
    attributes: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return "+".join([self.name, *sorted(self.attributes)])


@dataclass(frozen=True)
class Tagged:
    """What a row of tags says of the columns.

    Attributes:
        row: the record that it is; 0 where it is the header itself.
        tags: a tag for each column, None where it has none.
    """

    row: int
    tags: tuple[Tag | None, ...]


def parse(text: str) -> Tag | None:
    """Read one tag, such as `#affected +killed +f`; None for anything else."""
    if not _TAG.fullmatch(text.strip()):
        return None
    name, *attributes = re.sub(r"\s", "", text.lower()).split("+")
    return Tag(name, frozenset(attributes))


def read(cells: Sequence[str | None]) -> tuple[Tag | None, ...] | None:
    """Read a row of tags; None where it holds none, or anything besides."""
    given = [cell for cell in cells if cell and cell.strip()]
    if not given or not all(map(parse, given)):
        return None
    return tuple(parse(cell) if cell else None for cell in cells)


def find(writer: Writer, raw: ir.Table, header: Header) -> Tagged | None:
    """Find the row of tags: the header, or one of the first records."""
    if tags := read(header.names):
        return Tagged(0, tags)
    columns = [f"c{i}" for i in range(len(header.names))]
    first = raw.filter(raw.record <= LOOKED_AT).order_by("record").select("record", *columns)
    for row in writer.fetch(first).to_pylist():
        if tags := read([row[column] for column in columns]):
            return Tagged(row["record"], tags)
    return None


def named(header: Header, tagged: Tagged) -> Header:
    """Call a column by its tag where the header gives it no name, or not one of its own."""
    names = header.names
    return Header(tuple(
        str(tag) if tag and (not name or names.count(name) > 1) else name
        for name, tag in zip(names, tagged.tags, strict=True)))


def below(raw: ir.Table, row: int) -> ir.Table:
    """Return the records below a row, numbered from 1."""
    return raw.filter(raw.record > row).mutate(record=raw.record - row)
