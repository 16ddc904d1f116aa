"""An incident written as the few texts that a table of the upload page has."""

from __future__ import annotations

from typing import Any

from callbacks.incident_details import quantity, when, where
from callbacks.table_cells import cell
from data import flag_words, licences, taxonomy
from data.i18n import Message, msg, number
from data.model import DATE_PRECISION, WHERE_PRECISION

COLUMNS: dict[str, Message] = {
    "kind": msg("Kind"),
    "date": msg("Date"),
    "place": msg("Place"),
    "precision": msg("Place known"),
    "point": msg("Coordinates"),
    "deaths": msg("Deaths"),
    "victims": msg("Victims"),
    "actors": msg("Actors"),
    "quantity": msg("Seized or moved"),
    "amount": msg("Amount"),
    "source": msg("Source"),
    "source_record_id": msg("Its own number"),
    "licence": msg("Licence"),
    "confidence": msg("Confidence"),
    "doubts": msg("Doubts"),
}
ALWAYS = ("kind", "date", "place", "precision", "deaths", "source")
"""Columns that are shown even where nothing fills them."""


def understood(row: dict[str, Any], language: str) -> dict[str, str]:
    """Write an incident by the names of `COLUMNS`; empty where it says nothing."""
    return {
        "kind": cell("kind", row, language),
        "date": f"{when(row, language)} · {_of(DATE_PRECISION, row['date_precision'], language)}",
        "place": where(row, language),
        "precision": _of(WHERE_PRECISION, row["where_precision"], language),
        "point": "" if row["lat"] is None else f"{row['lat']:.4f}, {row['lon']:.4f}",
        "deaths": _span(row, "fatalities", language),
        "victims": cell("victims", row, language),
        "actors": cell("actors", row, language),
        "quantity": quantity(row, language) or "",
        "amount": " ".join(part for part in (_span(row, "amount", language), row["currency"],
                                             row["basis"]) if part),
        "source": row["source"] or "",
        "source_record_id": row["source_record_id"] or "",
        "licence": _licence(row["licence"], language),
        "confidence": row["confidence"] or "",
        "doubts": cell("flags", row, language),
    }


def doubts(row: dict[str, Any], language: str) -> list[dict[str, str]]:
    """Write each doubt: what it is, what is named and found, and what is suggested."""
    each = (flag_words.told(flag, language) for flag in row["flags"])
    return [{"label": one.says, "named": one.named, "found": one.found,
             "suggestion": one.suggestion} for one in each]


def mark(row: dict[str, Any]) -> str:
    """Return the letter of the family that a kind belongs to."""
    return taxonomy.GROUP_BY_ID[taxonomy.BY_ID[row["kind"]].group].letter


def _licence(id: str | None, language: str) -> str:
    known = licences.BY_ID.get(id or "")
    return known.label.render(language) if known else id or ""


def _of(labels: dict[int, Message], level: int | None, language: str) -> str:
    return labels[level].render(language) if level in labels else ""


def _span(row: dict[str, Any], stem: str, language: str) -> str:
    low, best, high = (row[f"{stem}_{end}"] for end in ("low", "best", "high"))
    said = next((value for value in (best, low, high) if value is not None), None)
    if said is None:
        return ""
    if low is None or high is None or low == high:
        return number(said, language)
    return f"{number(said, language)} ({number(low, language)} – {number(high, language)})"
