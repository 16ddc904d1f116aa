"""Previews as the page shows them: texts alone, which it never takes for markup."""

from __future__ import annotations

from typing import Any

from callbacks.upload import rows
from callbacks.upload.controls import field, in_page
from data.errors import AtlasError
from data.gazetteer.geonames import is_dump
from data.i18n import Message, msg, t
from data.ingest.plan import Plan
from data.ingest.presets.base import find_column
from data.ingest.preview import Preview, Understood, is_of_visits
from data.ingest.questions import asked_fields, named
from data.ingest.reasons import worded

MOST_COLUMNS = 400
"""Columns of the file that are shown; a table with more is read whole all the same."""
LONGEST = 400
"""Characters of one value that are shown."""
STATUS: dict[str, Message] = {
    "accepted": msg("new incident"),
    "updated": msg("revises what is held"),
    "unchanged": msg("held already"),
    "merged": msg("the same again"),
    "rejected": msg("is rejected"),
    "older": msg("older than what is held"),
    "not_taken": msg("not taken, since what is held was entered by hand"),
}
GAZETTEER = msg("It looks like a dump of GeoNames, which is no file of incidents but a gazetteer: "
                "places by name. The command line loads it: app.py gazetteer FILE.")


def previews(found: list[Preview], language: str) -> list[dict[str, Any]]:
    """Describe each file."""
    return [_preview(each, language) for each in found]


def _preview(found: Preview, language: str) -> dict[str, Any]:
    visits = is_of_visits(found.preset)
    told = [_row(row, language, visits=visits) for row in found.rows]
    filled = {name for row in told for name, value in row["understood"].items() if value}
    understood = any(row["understood"] for row in told)
    return {
        "file": found.file,
        "sheets": list(found.inside.sheets), "layers": list(found.inside.layers),
        "text": found.inside.text,
        "columns": list(found.columns[:MOST_COLUMNS]), "columnCount": len(found.columns),
        "own": found.own,
        "shown": [{"id": name, "label": label.render(language)}
                  for name, label in rows.COLUMNS.items()
                  if understood and (name in filled or name in rows.ALWAYS)],
        "rows": told, "read": found.read, "cut": found.cut,
        "preset": found.preset.name if found.preset else None,
        "title": found.preset.title.render(language) if found.preset else None,
        "why": found.why.render(language) if found.why else None,
        "visits": visits,
        "source": found.plan.source if found.plan else found.report and found.report.source,
        "licence": found.plan.licence if found.plan else None,
        "mapping": mapping(found.plan) if found.plan else recognised(found),
        "notes": [in_page(note.render(language), language) for note in found.notes],
        "problem": _problem(found, language),
    }


def _row(row: Understood, language: str, *, visits: bool) -> dict[str, Any]:
    status = STATUS[row.status].render(language) if row.status else (
        t(language, "a visit") if visits else "")
    return {
        "record": row.record, "status": row.status, "statusLabel": status,
        "reasons": [worded(reason).render(language) for reason in row.reasons],
        "understood": rows.understood(row.incident, language) if row.incident else {},
        "raw": [short(value) for value in row.fields[:MOST_COLUMNS]],
    }


def short(value: str) -> str:
    """Cut a long value for show."""
    return value if len(value) <= LONGEST else value[:LONGEST] + "…"


def mapping(plan: Plan) -> dict[str, dict[str, Any]]:
    """Return the column of each field, and whether it is made from several."""
    made = {found.derived.field for found in plan.made}
    return {word: {"column": column, "made": word in made}
            for word, column in plan.columns.items()}


def recognised(found: Preview) -> dict[str, dict[str, Any]]:
    """Return the columns that are recognised where others are still to be named."""
    preset = found.preset
    if preset is None or is_of_visits(preset):
        return {}
    there = {name: find_column(words, found.columns) for name, words in preset.columns.items()}
    return {name: {"column": column, "made": False} for name, column in there.items() if column}


def _problem(found: Preview, language: str) -> dict[str, Any] | None:
    error = found.problem
    if error is None:
        return None
    if is_dump(found.path):
        return {"message": GAZETTEER.render(language), "options": [], "fields": []}
    return problem(error, language)


def problem(error: AtlasError, language: str) -> dict[str, Any]:
    """Write an error with the controls that answer it."""
    fields = asked_fields(error)
    return {
        "message": in_page(error.render(language), language),
        "options": [option.removeprefix("--") for option in named(error)],
        "fields": [{"id": name, "label": field(name, language)} for name in fields],
    }
