"""Which column feeds which field of a visit, and the fields of each record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from data.errors import UndecidedError, wrong_value
from data.i18n import msg
from data.ingest import plan as planning
from data.ingest.formats.points import stand_in
from data.ingest.presets.visits import REQUIRED, VisitPreset
from data.ingest.records import Header

Record = Mapping[str, Any]
"""A staged record: `record`, `width`, `tail`, `damage`, `c0`, `c1`, …"""


@dataclass(frozen=True)
class Fields:
    """The columns of a file's fields."""

    header: Header
    names: Mapping[str, str]

    def of(self, record: Record) -> dict[str, str]:
        """Return a record's fields, those of no column empty."""
        return {field: record[str(self.header.raw(column))] or ""
                for field, column in self.names.items()}

    def damage(self, record: Record, trailing: bool) -> str | None:
        """Return why a record cannot be taken apart; see `data.ingest.verdicts.damage`."""
        width = len(self.header.names)
        if record["damage"]:
            return str(record["damage"])
        if record["width"] > width and not trailing:
            return "too_many_fields"
        if record["width"] < width:
            return "too_few_fields"
        filled = any((record[f"c{i}"] or "").strip() for i in range(width))
        return None if filled else "empty_record"

    def trailing(self, records: list[dict[str, Any]]) -> bool:
        """Tell whether every whole record has one empty field more, which then means nothing."""
        width = len(self.header.names)
        whole = [r for r in records if not r["damage"] and r["width"] >= width]
        return bool(whole) and all(
            r["width"] == width + 1 and json.loads(r["tail"]) == [""] for r in whole)


def make(preset: VisitPreset, header: Header, overrides: Mapping[str, str]) -> Fields:
    """Decide the columns of every field.

    Args:
        preset: the format.
        header: the file's columns.
        overrides: columns by field, as `plan.parse_map` reads them.

    Raises:
        UsageError: `--map` names a field or a column that does not exist.
        UndecidedError: there is no column for a field that every visit needs.
    """
    names = {field: column for field in preset.columns
             if (column := preset.find(field, header.names))}
    for field, column in overrides.items():
        if field not in preset.columns:
            raise wrong_value("--map", field, msg("the fields are {known}",
                                                  known=", ".join(preset.columns)))
        names[field] = planning.named_column(column, header)
    if not {"lat", "lon"} & overrides.keys():
        stand_in(names, header)
    for field in _missing(names):
        raise UndecidedError(msg(
            "Which column holds {field}? None was recognised; answer with --map {field}=COLUMN. "
            "The columns are {columns}.", field=field, columns=planning.listed(header)))
    for column in names.values():
        planning.require_single(column, header)
    return Fields(header, names)


def _missing(names: Mapping[str, str]) -> Iterator[str]:
    yield from (field for field in REQUIRED if field not in names)
