"""What an entry becomes, in words: for the person who checks it before it is saved."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from callbacks.incident_details import known, when, where
from callbacks.incident_form.fields import label
from callbacks.table_cells import cell
from data import flag_words, taxonomy
from data.history import words
from data.history.chain import Change
from data.i18n import Message, msg, t
from data.ingest.entry.save import Checked

STATUS: dict[str, Message] = {
    "accepted": msg("A new incident."),
    "updated": msg("A correction of what is there; what it said before stays in its history."),
    "unchanged": msg("This is what the record says already; there is nothing to save."),
}
SAVES_DOUBTS = msg("The record says this already; saving renews its doubts.")


def told(found: Checked, language: str) -> dict[str, Any]:
    """Tell of a checked or saved entry, for the page's script; every value is text."""
    if found.problems:
        return {"problems": [{"field": one.field, "label": label(one.field, language),
                              "message": one.message.render(language)}
                             for one in found.problems]}
    row = found.row or {}
    return {
        "id": found.incident_id, "status": found.status, "saved": found.snapshot is not None,
        "saves": found.status != "unchanged" or found.renews,
        "says": (SAVES_DOUBTS if found.renews else STATUS[found.status]).render(language),
        "mark": found.mark,
        "heading": taxonomy.BY_ID[row["kind"]].label(language),
        "about": f"{when(row, language)} · {where(row, language)}",
        "facts": facts(row, language), "flags": flags(row, language),
        "changes": [change(one, language) for one in found.changes],
        "view": view(row),
    }


def facts(row: dict[str, Any], language: str) -> list[list[str]]:
    """Name every field that is filled, each in words."""
    pairs = [(name, _plain(value, row, language)) for name, value in known(row, language)]
    pairs.insert(3, (t(language, "Counts in hexagons"), _cell(row, language)))
    return [[name, value] for name, value in pairs if value]


def flags(row: dict[str, Any], language: str) -> list[dict[str, str]]:
    """Tell each doubt in words, with what was named, found and suggested."""
    return [asdict(flag_words.told(flag, language)) for flag in row["flags"] or []]


def change(found: Change, language: str) -> str:
    """Write a change: `Deaths, best estimate: 3 → 5`."""
    before, after = (words.value(found.field, said, language)
                     for said in (found.before, found.after))
    return words.pair(words.label(found.field, language), f"{before} → {after}", language)


def _plain(value: Any, row: dict[str, Any], language: str) -> str:
    """Return a value as text; what the details panel builds for actors and links is text here."""
    if value is None or isinstance(value, str):
        return value or ""
    href = getattr(value, "href", None)
    if href:
        return str(href)
    return cell("actors", row, language)


def _cell(row: dict[str, Any], language: str) -> str:
    """Say whether the place is exact enough for the incident to be drawn in a hexagon."""
    if row["cell"] is None:
        return t(language, "in none: the place is not known that exactly; it is counted apart")
    return t(language, "as finely as its place is known")


def view(row: dict[str, Any]) -> str | None:
    """Write where the map should look to see it, as a link of the map says it."""
    if row["lat"] is None:
        return None
    zoom = {1: 9, 2: 7.5}.get(row["where_precision"], 6)
    return f"{row['lon']:.3f},{row['lat']:.3f},{zoom}"
