"""What an incident said before, in its details."""

from __future__ import annotations

from typing import Any

from dash import html

from data.history import chain, words
from data.i18n import t
from data.store import Snapshot


def tell(snapshot: Snapshot, incident_id: str, language: str) -> html.Details | None:
    """Say how often an incident was revised, and what each import said; None where never."""
    history = chain.of(snapshot, incident_id)
    if history is None or not history.revisions:
        return None
    told = "; ".join(f"{name}: {said}" for name, said in words.sequences(history, language))
    head = t(language, "{times}: {changes}", times=words.revised(history).render(language),
             changes=told)
    return html.Details([
        html.Summary(head),
        html.Ol([html.Li(_version(version, language)) for version in history.versions]),
    ], className="history")


def gone(snapshot: Snapshot, incident_id: str, language: str) -> html.P:
    """Say of an incident that is not in force whether its source no longer lists it."""
    history = chain.of(snapshot, incident_id)
    if history is None or history.retired is None:
        return html.P(t(language, "This incident is no longer in the data."))
    return html.P(t(language, "Retired: a whole export of its source, {file}, imported {day}, no "
                              "longer lists it.", file=history.retired.file or "–",
                    day=words.moment(history.retired.at, language)))


def _version(version: chain.Version, language: str) -> list[Any]:
    head = t(language, "imported {day} from {file}", file=version.brought.file or "–",
             day=words.moment(version.brought.at, language))
    changed = [html.Li(f"{words.label(c.field, language)}: {_change(c, language)}")
               for c in version.changes]
    return [head, html.Ul(changed) if changed else None]


def _change(change: chain.Change, language: str) -> str:
    before, after = (words.value(change.field, said, language)
                     for said in (change.before, change.after))
    return f"{before} → {after}"
