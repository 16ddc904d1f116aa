"""What a person enters of one incident: the text of each field, as a column of a file has it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from data.history.byhand import FILE, FREE, HELD
from data.i18n import Message, encodable
from data.ingest.actors import write_actors
from data.ingest.formats.base import Chunk, Table
from data.ingest.presets.atlas import ATLAS, KEPT_FLAGS
from data.ingest.records import Header, Tick, stage
from data.taxonomy import UNCLASSIFIED

COUNTRY = "country"
REVISED, FLAGS = "revised", "flags"
FIELDS: tuple[str, ...] = tuple(name for name in ATLAS.columns)
"""The fields that a person may fill, under the names that the preset of an export has for them."""
FOUND = {"where_precision_unstated": ("where_precision",),
         "place_located": ("lat", "lon", "where_precision")}
"""Fields that were not stated where a flag says so, by the flag."""
LONGEST = 20_000
"""Characters of one field."""
DIGEST = 10


@dataclass(frozen=True)
class Entry:
    """The text of each field of `FIELDS`; an empty one is not stated.

    Attributes:
        texts: by field.
        reason: why a record is corrected, in the person's words; empty where none is given.
        flags: doubts that stay with it, since only its first file told of them.
    """

    texts: Mapping[str, str]
    reason: str = ""
    flags: str = ""

    def text(self, name: str) -> str:
        """Return what was written in a field, without what surrounds it."""
        return self.texts.get(name, "").strip()


def entry(texts: Mapping[str, Any], reason: Any = "") -> Entry:
    """Take what was sent: known fields that are text, without what is no character."""
    known = {name: _clean(texts[name]) for name in FIELDS if isinstance(texts.get(name), str)}
    return Entry(MappingProxyType(known), _clean(reason) if isinstance(reason, str) else "")


def _clean(text: str) -> str:
    return encodable(text).replace("\x00", "").strip()[:LONGEST]


def of_row(row: Mapping[str, Any]) -> dict[str, str]:
    """Write a stored incident as its fields would have been filled.

    What its import made of something that was not stated is left open again.
    """
    texts = {name: _text(row[name]) for name in FIELDS if name not in (COUNTRY, "actors")}
    texts[COUNTRY] = _text(row["named_admin0"])
    texts["actors"] = write_actors(row["actors"])
    if row["kind"] == UNCLASSIFIED:
        texts |= {"kind": "", "kind_rule": "", "kind_confidence": ""}
    flags = {flag["reason"] for flag in row["flags"] or []}
    found = [name for reason, names in FOUND.items() if reason in flags for name in names]
    return texts | dict.fromkeys(found, "")


def kept_flags(row: Mapping[str, Any]) -> str:
    """Write the doubts of a stored incident that no other field tells of."""
    return "; ".join(f"{flag['reason']}: {(flag['named'] or '').replace(';', ',')}"
                     for flag in row["flags"] or [] if flag["reason"] in KEPT_FLAGS)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        # The very number, in a notation without exponents.
        return format(Decimal(repr(value)), "f").removesuffix(".0")
    return str(value)


class EntryTable(Table):
    """A table of one record, with the moment at which it is entered as its mark of revision."""

    def __init__(self, entered: Entry, moment: int, *, held: bool) -> None:
        """Take the record; `moment` is in seconds since 1970, `held` as `data.history.byhand`."""
        super().__init__(Path(FILE))
        columns = [ATLAS.columns[name][0] for name in FIELDS]
        self.header = Header((*columns, FLAGS, REVISED))
        self.own = len(self.header.names)
        self.size = 1
        self._held = held
        self._values = [*(entered.text(name) for name in FIELDS), entered.flags, str(moment)]
        if entered.reason:
            self.notes.append(Message("{said}", {"said": entered.reason}))

    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """Yield the record."""
        batch: pa.RecordBatch = stage(self.header, [self._values], 1)
        self.count = 1
        tick(1)
        yield Chunk(batch)

    def digest(self) -> str:
        """Name the import by what is entered, and when."""
        found = hashlib.sha256("\x1f".join(self._values).encode()).hexdigest()
        return (HELD if self._held else FREE) + found[:DIGEST]
