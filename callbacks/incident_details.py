"""An incident in words: everything known, with its source and how exactly it is known."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import glossary, history_details, region_links, same_event
from callbacks.context import ground_of
from callbacks.parts import facts, mark
from callbacks.table_cells import cell, decided_by
from data import flag_words, licences, taxonomy
from data.classify.rules import SOURCE, STATED
from data.i18n import day, number, t
from data.model import DATE_PRECISION, ROLE_LABELS, WHERE_PRECISION
from data.names import country
from data.paid import paid_per
from data.queries.table import record
from data.store import Snapshot
from layers.palette import GROUP_COLOURS

TERMS = ("precision", "date-precision", "kind-confidence", "admiralty", "doubt")
"""Words of a record that are explained below it."""


def tell(
    snapshot: Snapshot, incident_id: str, language: str, beside: Any = None
) -> html.Div:
    """Describe an incident by its identity; `beside` tells of others at its point."""
    rows = snapshot.rows(record(incident_id))
    if not rows:
        return html.Div(history_details.gone(snapshot, incident_id, language))
    row = rows[0]
    kind = taxonomy.BY_ID[row["kind"]]
    group = taxonomy.GROUP_BY_ID[kind.group]
    return html.Div([
        html.H2([mark(group.letter, GROUP_COLOURS[group.id]), kind.label(language)]),
        html.P(f"{when(row, language)} · {where(row, language)}"),
        _synthetic(row, language),
        html.P(row["notes"], className="notes") if row["notes"] else None,
        _flags(row, language),
        region_links.button(ground_of(snapshot), row["admin1_id"], language),
        beside,
        same_event.tell(snapshot, row, language),
        history_details.tell(snapshot, incident_id, language),
        facts(known(row, language)),
        glossary.words(TERMS, language),
        _correct(row, language),
    ])


def _correct(row: dict[str, Any], language: str) -> html.A | None:
    """Lead to the record's own page; what is synthetic is nobody's to correct."""
    if row["synthetic"]:
        return None
    return html.A(t(language, "Correct this record"), className="plain-button correct",
                  href=f"incident/{row['incident_id']}?lang={language}")


def when(row: dict[str, Any], language: str) -> str:
    """Write an incident's first and last day."""
    first, last = row["date_start"], row["date_end"]
    days = (first,) if first == last else (first, last)
    return " – ".join(day(one, language) for one in days)


def where(row: dict[str, Any], language: str) -> str:
    """Write an incident's place from the smallest to the country."""
    named = country(row["admin0"], language) if row["admin0"] else None
    parts = [part for part in (row["place"], row["admin2"], row["admin1"], named) if part]
    return ", ".join(dict.fromkeys(parts)) or t(language, "place not stated")


def known(row: dict[str, Any], language: str) -> list[tuple[str, Any]]:
    """Name every field that is filled, in words."""
    return [
        (t(language, "Kind decided by"), kind_decided(row, language)),
        (t(language, "Place known"), _of(WHERE_PRECISION, row["where_precision"], language)),
        (t(language, "Date known"), _of(DATE_PRECISION, row["date_precision"], language)),
        (t(language, "Coordinates"), _point(row, language)),
        (t(language, "Actors"), _actors(row, language)),
        (t(language, "Deaths"), _span(row, "fatalities", language)),
        (t(language, "Victims"), _number(row["victims"], language)),
        (t(language, "Seized or moved"), quantity(row, language)),
        (t(language, "Amount"), _amount(row, language)),
        (t(language, "Country named by the source"), row["named_admin0"]),
        (t(language, "Unit named by the source"), row["named_admin1"]),
        (t(language, "Confidence (Admiralty code)"), row["confidence"]),
        (t(language, "Sensitivity"), cell("sensitivity", row, language)),
        (t(language, "Source"), row["source"]),
        (t(language, "Its own number"), row["source_record_id"]),
        (t(language, "Citation"), row["citation"]),
        (t(language, "Licence"), _licence(row["licence"], language)),
        (t(language, "Where to read it"), _link(row["source_url"])),
    ]


def kind_decided(row: dict[str, Any], language: str) -> str | None:
    """Say which rule decided the kind, or that the record or its source did, and how surely."""
    rule, sure = row["kind_rule"], row["kind_confidence"]
    if rule is None:
        return None
    own = rule in (STATED, SOURCE)
    said = decided_by(rule, language) if own else t(language, "rule {name}", name=rule)
    if sure is None:
        return said
    return t(language, "{what} (confidence {share})", what=said, share=number(sure, language))


def _synthetic(row: dict[str, Any], language: str) -> html.P | None:
    if not row["synthetic"]:
        return None
    return html.P(t(language, "Synthetic: invented for demonstration, not a finding."),
                  className="synthetic")


def _flags(row: dict[str, Any], language: str) -> html.Ul | None:
    if not row["flags"]:
        return None
    return html.Ul([html.Li(_flag(flag, language)) for flag in row["flags"]], className="flags")


def _flag(flag: dict[str, str | None], language: str) -> list[Any]:
    told = flag_words.told(flag, language)
    said: list[Any] = [html.B(told.says)]
    for name, text in ((t(language, "named"), told.named), (t(language, "found"), told.found),
                       (t(language, "suggestion"), told.suggestion)):
        if text:
            said.append(html.Span(t(language, "{name}: {value}", name=name, value=text)))
    return said


def _of(labels: Any, level: int | None, language: str) -> str | None:
    if level is None:
        return None
    label = labels.get(level)
    return f"{label.render(language)} ({level})" if label else str(level)


def _point(row: dict[str, Any], language: str) -> str | None:
    if row["lat"] is None or row["lon"] is None:
        return None
    return f"{row['lat']:.4f}, {row['lon']:.4f}"


def _actors(row: dict[str, Any], language: str) -> Any:
    if not row["actors"]:
        return None
    return html.Ul([html.Li(_actor(actor, language)) for actor in row["actors"]])


def _actor(actor: dict[str, str | None], language: str) -> str:
    role = ROLE_LABELS.get(actor["role"] or "")
    return f"{actor['name']} ({role.render(language)})" if role else str(actor["name"])


def _number(value: float | None, language: str) -> str | None:
    return None if value is None else number(value, language)


def _span(row: dict[str, Any], stem: str, language: str) -> str | None:
    """Write `best (low – high)`, or the best alone where there is no range."""
    low, best, high = (row[f"{stem}_{end}"] for end in ("low", "best", "high"))
    if best is None:
        best = high if low is None else low
    if best is None:
        return None
    said = number(best, language)
    if low is not None and high is not None and low != high:
        said += f" ({number(low, language)} – {number(high, language)})"
    return said


def quantity(row: dict[str, Any], language: str) -> str | None:
    """Write what was seized or moved, and how much where that is stated."""
    if row["quantity"] is None:
        return str(row["commodity"]) if row["commodity"] else None
    parts = [number(row["quantity"], language), row["unit"], row["commodity"]]
    return " ".join(part for part in parts if part)


def _amount(row: dict[str, Any], language: str) -> str | None:
    said = _span(row, "amount", language)
    if said is None:
        return None
    paid = paid_per(row["basis"], language)
    return " ".join(part for part in (said, row["currency"], paid) if part)


def _licence(id: str | None, language: str) -> str | None:
    known_licence = licences.BY_ID.get(id or "")
    return known_licence.label.render(language) if known_licence else id


def _link(url: str | None) -> Any:
    """Make a link only of what is one; anything else is text."""
    if not url or not url.startswith(("https://", "http://")):
        return url
    return html.A(url, href=url, target="_blank", rel="noreferrer")
