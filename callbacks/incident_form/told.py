"""What the incident's page is told once: its fields, what is known of the record, its past."""

from __future__ import annotations

import secrets
from typing import Any

from callbacks import bundle, history_details
from callbacks.context import Context
from callbacks.guard import HEADER
from callbacks.home import of as first_view
from callbacks.incident_details import when, where
from callbacks.incident_form import fields, words
from callbacks.incident_form.becomes import change, flags, view
from callbacks.map import view_of
from callbacks.upload.target import shows_demonstration
from data import taxonomy
from data.classify.rules import SOURCE, STATED
from data.history import chain
from data.history import words as history_words
from data.history.byhand import PREFIX
from data.i18n import number
from data.ingest.actors import parse_actors
from data.ingest.entry.known import Known, known
from data.ingest.entry.record import of_row
from data.store import Snapshot

NEW = "new"
DEFAULTS = {"licence": "unstated", "sensitivity": "public"}
PREFILLED = ("lat", "lon")
"""Fields that a link to the empty form may fill, as a click on the map does."""


def told(
    context: Context, id: str, given: dict[str, str], language: str, base: str
) -> dict[str, Any]:
    """Describe the page of a record by its id, or the empty form, to its script."""
    snapshot = context.store.current()
    there = None if id == NEW else known(snapshot, id)
    demonstration = shows_demonstration(context)
    return {
        "lang": language, "base": base, "header": HEADER, "words": words.of(language), "id": id,
        "sections": fields.described(language),
        "values": there.texts if there else _empty(given),
        "actors": parse_actors(there.texts["actors"]) if there else [],
        "known": _known(there, language) if there else None,
        "history": _history(snapshot, id, language) if there and snapshot else None,
        "demonstration": demonstration,
        "locked": demonstration and there is not None,
        "gone": id != NEW and there is None,
        "basemap": {name: base + f"basemap/{name}.{bundle.mark(name)}.json"
                    for name in bundle.BASEMAP},
        "home": view_of(first_view(snapshot)),
    }


def _empty(given: dict[str, str]) -> dict[str, str]:
    """Return the empty form's fields; the identifier may be written over."""
    filled = {name: given[name] for name in PREFILLED if name in given}
    return {**DEFAULTS, "source_record_id": f"{PREFIX}{secrets.token_hex(4)}", **filled}


def _known(there: Known, language: str) -> dict[str, Any]:
    row = there.row
    by_rule = row["kind_rule"] not in (None, STATED, SOURCE)
    sure = row["kind_confidence"]
    return {
        "heading": taxonomy.BY_ID[row["kind"]].label(language),
        "about": f"{when(row, language)} · {where(row, language)}",
        "mark": there.mark, "retired": there.retired, "withdrawn": there.withdrawn,
        "rule": {"rule": row["kind_rule"], "share": number(sure or 0, language)}
        if by_rule else None,
        "flags": flags(row, language), "view": view(row),
    }


def _history(snapshot: Snapshot, id: str, language: str) -> dict[str, Any] | None:
    history = chain.of(snapshot, id)
    if history is None:
        return None
    last = len(history.versions) - 1
    return {
        "says": history_details.headline(history, language),
        "retired": history_words.set_aside(history.retired, language) if history.retired else None,
        "versions": [_version(one, language, fill=i < last)
                     for i, one in enumerate(history.versions)],
        "unheeded": [_version(one, language, fill=True) for one in history.unheeded],
    }


def _version(version: chain.Version, language: str, *, fill: bool) -> dict[str, Any]:
    """Tell of a version; with `fill`, also the texts that would fill the form with it."""
    texts = of_row(version.row)
    return {
        "brought": history_words.brought(version.brought, language),
        "changes": [change(one, language) for one in version.changes],
        "values": texts if fill else None,
        "actors": parse_actors(texts["actors"]) if fill else None,
    }
