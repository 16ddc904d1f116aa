"""What an incident said before: in its details, and on its own page."""

from __future__ import annotations

from typing import Any

from dash import html

from data.history import chain, words
from data.i18n import t
from data.store import Snapshot


def tell(snapshot: Snapshot, incident_id: str, language: str) -> html.Details | None:
    """Say how often an incident was revised, and what each import said; None where never."""
    history = chain.of(snapshot, incident_id)
    if history is None or not (history.revisions or history.unheeded):
        return None
    return html.Details([html.Summary(headline(history, language)), *versions(history, language)],
                        className="history")


def gone(snapshot: Snapshot, incident_id: str, language: str) -> html.P:
    """Say of an incident that is not in force what retired it."""
    history = chain.of(snapshot, incident_id)
    if history is None or history.retired is None:
        return html.P(t(language, "This incident is no longer in the data."))
    return html.P(words.set_aside(history.retired, language))


def headline(history: chain.History, language: str) -> str:
    """Say how often it was revised, and what became of each field."""
    if not history.revisions:
        return t(language, "Never revised.")
    return words.revisions(history, language)


def versions(history: chain.History, language: str) -> list[Any]:
    """List the versions in their order, and apart from them what a person's entry kept out."""
    told: list[Any] = [html.Ol([html.Li(_version(one, language)) for one in history.versions])]
    if history.unheeded:
        told += [
            html.P(t(language, "Said by files since, and not taken, because the record was entered "
                               "by hand:")),
            html.Ul([html.Li(_version(one, language)) for one in history.unheeded],
                    className="unheeded")]
    return told


def _version(version: chain.Version, language: str) -> list[Any]:
    changed = [html.Li(words.pair(words.label(c.field, language), _change(c, language), language))
               for c in version.changes]
    return [words.brought(version.brought, language), html.Ul(changed) if changed else None]


def _change(change: chain.Change, language: str) -> str:
    before, after = (words.value(change.field, said, language)
                     for said in (change.before, change.after))
    return f"{before} → {after}"
