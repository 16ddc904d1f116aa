"""What a data package will hold: its first rows, its README, and what stays and why."""

from __future__ import annotations

from typing import Any

from callbacks.context import Context
from data.i18n import Message, msg, number
from data.packages import conditions
from data.packages.facts import Facts
from data.packages.readme import readme
from data.packages.whole import Whole
from data.queries.exports import FORBIDDEN, SENSITIVE, SILENT
from layers.exports.export import Export

ROWS = 6
LONGEST = 120
"""Characters of a value that are shown."""
MOST_TEXT = 24_000
"""Characters of the README that travel."""
WHY: dict[str, Message] = {
    FORBIDDEN: msg("its licence keeps single records; counts leave"),
    SILENT: msg("nobody stated its licence; counts leave"),
    SENSITIVE: msg("too sensitive; only its number is told"),
}


def preview(export: Export, context: Context, language: str) -> dict[str, Any]:
    """Describe a package without writing it: its own texts in its language, ours in the page's.

    Raises:
        AtlasError: something in the description is not there or cannot be.
    """
    from layers.exports.as_package import ordered  # noqa: PLC0415 - loads GDAL
    from layers.packages.save import whole_of  # noqa: PLC0415

    snapshot = context.store.require()
    chosen = export.of(context.settled(export.sheet.selection))
    whole = whole_of(snapshot, context.settings, ordered(chosen, context.settings))[0]
    return {"columns": whole.content.names, "rows": _rows(whole),
            "more": max(0, whole.facts.leaving - ROWS) if export.sheet.coarsen is None else None,
            "numbers": _numbers(whole.facts, language), "stays": _stays(whole.facts, language),
            "readme": readme(whole)[:MOST_TEXT], "file": whole.order.file}


def _rows(whole: Whole) -> list[list[str]]:
    batch = next((batch for batch, _ in whole.content.flattened()), None)
    found = batch.slice(0, ROWS).to_pylist() if batch is not None else []
    return [[_short(row[name]) for name in whole.content.names] for row in found]


def _short(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _numbers(facts: Facts, language: str) -> list[list[str]]:
    """Return what leaves and what stays, each with its number."""
    counted = sum(facts.aggregates.told.values())
    told: list[tuple[Message, int]] = [
        (msg("incidents selected"), facts.selected), (msg("leave as they are"), facts.leaving)]
    if facts.stayed:
        told += [(msg("leave in counts only"), counted),
                 (msg("stay, but for their number"), facts.selected - facts.leaving - counted)]
    if facts.synthetic:
        told.append((msg("of what leaves is invented"), facts.synthetic))
    return [[label.render(language), number(count, language)] for label, count in told]


def _stays(facts: Facts, language: str) -> list[list[str]]:
    """Return the sources of what stays: name, licence, why, and how many incidents."""
    return [[one.source or "–", conditions.label(one.licence, language),
             WHY[one.reason].render(language), number(one.incidents, language)]
            for one in facts.stayed]
