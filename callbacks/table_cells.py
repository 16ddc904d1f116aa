"""The table's columns, and each field written as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from data import taxonomy
from data.classify.rules import SOURCE, STATED
from data.i18n import Message, clauses, day, msg, number, t
from data.model import FLAGS, ROLE_LABELS, SENSITIVITY_LABELS
from data.names import country
from data.paid import paid_per

COLUMNS: dict[str, Message] = {
    "date_start": msg("First day"),
    "date_end": msg("Last day"),
    "kind": msg("Kind"),
    "kind_rule": msg("Kind decided by"),
    "kind_confidence": msg("Kind’s confidence"),
    "admin0": msg("Country"),
    "admin1": msg("First-level unit"),
    "admin2": msg("Second-level unit"),
    "place": msg("Place"),
    "where_precision": msg("Place precision"),
    "date_precision": msg("Date precision"),
    "lat": msg("Latitude"),
    "lon": msg("Longitude"),
    "actors": msg("Actors"),
    "fatalities_best": msg("Deaths, best estimate"),
    "fatalities_low": msg("Deaths, lowest"),
    "fatalities_high": msg("Deaths, highest"),
    "victims": msg("Victims"),
    "commodity": msg("Commodity"),
    "quantity": msg("Quantity"),
    "unit": msg("Unit"),
    "amount_best": msg("Amount"),
    "amount_low": msg("Amount, lowest"),
    "amount_high": msg("Amount, highest"),
    "currency": msg("Currency"),
    "basis": msg("Paid per"),
    "confidence": msg("Confidence"),
    "sensitivity": msg("Sensitivity"),
    "synthetic": msg("Synthetic"),
    "source": msg("Source"),
    "source_record_id": msg("Source’s own number"),
    "licence": msg("Licence"),
    "citation": msg("Citation"),
    "source_url": msg("Where to read it"),
    "notes": msg("Notes"),
    "flags": msg("Doubts"),
}
"""Fields in the order shown; names as in the incident model."""

YES, NO = msg("yes"), msg("no")


def cell(name: str, row: dict[str, Any], language: str) -> str:
    """Write one field as text; never as markup, whatever it holds."""
    value = row[name]
    if value is None or value == []:
        return ""
    write = WRITERS.get(name, _plain)
    return write(value, language)


def _plain(value: Any, language: str) -> str:
    if isinstance(value, bool):
        return (YES if value else NO).render(language)
    if isinstance(value, int | float):
        return number(value, language)
    if isinstance(value, dt.date):
        return day(value, language)
    return str(value)


def _kind(value: str, language: str) -> str:
    return taxonomy.BY_ID[value].label(language)


def decided_by(rule: str, language: str) -> str:
    """Say what decided a kind: the record, its source, or the rule of that name."""
    return {STATED: t(language, "the record itself"),
            SOURCE: t(language, "its source’s codes")}.get(rule, rule)


def _sensitivity(value: str, language: str) -> str:
    """Say who may see a record; a word that is none of ours stands as it is."""
    label = SENSITIVITY_LABELS.get(value)
    return label.render(language) if label else value


def _degrees(value: float, _language: str) -> str:
    return f"{value:.4f}"


def _actors(value: list[dict[str, str | None]], language: str) -> str:
    return clauses((_actor(actor, language) for actor in value), language)


def _flags(value: list[dict[str, str | None]], language: str) -> str:
    return clauses((_flag(flag, language) for flag in value), language)


def _actor(actor: dict[str, str | None], language: str) -> str:
    role = ROLE_LABELS.get(actor["role"] or "")
    return f"{actor['name']} ({role.render(language)})" if role else str(actor["name"])


def _flag(flag: dict[str, str | None], language: str) -> str:
    reason = flag["reason"] or ""
    return FLAGS[reason].render(language) if reason in FLAGS else reason


WRITERS: dict[str, Callable[[Any, str], str]] = {
    "kind": _kind, "kind_rule": decided_by, "admin0": country, "actors": _actors, "flags": _flags,
    "sensitivity": _sensitivity, "basis": paid_per, "lat": _degrees, "lon": _degrees,
}
"""Fields that are not written like any other number, day or text."""
