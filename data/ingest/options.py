"""What a person said about the files of an import."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.classify.rules import RuleTable, own_table
from data.ingest import presets
from data.ingest.dates import Order


@dataclass(frozen=True)
class Options:
    """What a person said about the files; each has a default that decides by content.

    `as_of` is the day on which the files were made; `full` says that they are the whole of
    their source, and `yes` that most of it may be retired. `without` names fields that are not
    read although a column is recognised.
    """

    preset: str = presets.AUTO
    map: Sequence[str] = ()
    source: str | None = None
    licence: str | None = None
    encoding: str | None = None
    date_order: Order | None = None
    sheets: Sequence[str] = ()
    layer: str | None = None
    header: bool = True
    dry_run: bool = False
    rules: RuleTable = field(default_factory=own_table)
    as_of: dt.date | None = None
    full: bool = False
    yes: bool = False
    without: Sequence[str] = ()
