"""The published schema of the tables, from their declarations."""

from __future__ import annotations

import csv
import io
from typing import Any

from data.evidence.columns import FORMS, Column, columns_of
from data.evidence.ingest.header import french, takes
from data.evidence.tables import TABLES
from data.i18n import Message, msg

MEANINGS: dict[str, Message] = {
    "place": msg("name of a new place at the point given; without one, of a known place"),
    "lat": msg("latitude of a new place, WGS 84 degrees"),
    "lon": msg("longitude of a new place, WGS 84 degrees"),
    "country": msg("country of the place, by ISO code or name; tells namesakes apart"),
    "where_precision": msg("how exactly the new place is known, 1 (exact) to 7 (sea or air)"),
    "licence": msg("what may be handed on of the record"),
}
"""What a file may say beside the table's own columns."""


def describe(table: str, language: str) -> list[dict[str, Any]]:
    """Return a row a column: name, form, meaning, whether it is required, and its words."""
    record = TABLES[table]
    own = {column.name: column for column in columns_of(record)}
    return [_own(own[name], language) if name in own else {
        "name": name, "form": FORMS["note"].render(language),
        "meaning": MEANINGS[name].render(language), "required": False, "choices": {}}
        for name in takes(record)]


def header(table: str) -> str:
    """Return the columns that a file may have, as the first line of a CSV file."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(takes(TABLES[table]))
    return line.getvalue()


def required(column: Column) -> bool:
    """Tell whether a file must have the column: an identifier is made where there is none."""
    return column.required and column.name != "id"


def stand_in(column: Column) -> str | None:
    """Name the column that may stand in for a required one."""
    return french(column) if required(column) else None


def _own(column: Column, language: str) -> dict[str, Any]:
    return {
        "name": column.name, "form": FORMS[column.form].render(language),
        "meaning": column.meaning.render(language), "required": required(column),
        "choices": {word: label.render(language) for word, label in column.choices.items()},
    }
