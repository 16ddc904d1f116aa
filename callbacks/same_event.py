"""Other records that may tell of an incident's event, side by side with it; nothing is written."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.parts import coded, extra
from data.i18n import nmsg, number, t
from data.linkage import told
from data.linkage.candidates import Candidate, of_incident
from data.linkage.decided import decided
from data.store import Snapshot

LISTED = 5


def tell(snapshot: Snapshot, row: dict[str, Any], language: str) -> html.Section | None:
    """Set an incident beside those that may tell of its event; None where there are none."""
    found = of_incident(snapshot, row["incident_id"])
    joined = decided(snapshot).events.get(row["incident_id"], frozenset()) - {row["incident_id"]}
    shown = found[:LISTED]
    others = told.by_id(snapshot, [*(one.other(row["incident_id"]) for one in shown), *joined])
    parts = [
        *_joined([others[id] for id in sorted(joined) if id in others], language),
        *[_candidate(one, row, others[one.other(row["incident_id"])], language) for one in shown],
    ]
    if not parts:
        return None
    more = len(found) - len(shown)
    return html.Section([
        html.H3(t(language, "May be the same event as")) if shown else None,
        *parts,
        html.P(nmsg("and {count} less likely one", "and {count} less likely ones", more)
               .render(language), className="quiet") if more > 0 else None,
    ], className="same-event")


def _signed(bits: float, language: str) -> str:
    said = number(round(bits, 1), language)
    return f"+{said}" if bits > 0 else said


def _joined(rows: list[told.Row], language: str) -> list[Any]:
    """List the records that a person joined with it."""
    if not rows:
        return []
    return [html.H3(t(language, "The same event, as was decided")),
            html.Ul([html.Li(html.Button(
                f"{row['source']} {row['source_record_id'] or ''}".strip(), type="button",
                **extra({"data-incident": row["incident_id"]}))) for row in rows],
                className="incidents")]


def _candidate(
    one: Candidate, row: told.Row, other: told.Row, language: str
) -> html.Details:
    """Tell one candidate: its likelihood, both records' facts, why, and how to decide."""
    # Never certain: that is for a person to say.
    likely = min(99, round(100 * one.score))
    command = f"app.py link {row['incident_id']} {other['incident_id']}"
    why = [html.Li(f"{title}: {says} ({_signed(bits, language)})")
           for title, says, bits in told.reasons(one, language)]
    return html.Details([
        html.Summary(t(language, "{source}: likelihood {score} %", source=other["source"],
                       score=likely)),
        html.Table([
            html.Caption(told.apart(one, language)),
            html.Thead(html.Tr([html.Td(), html.Th(t(language, "This record"), scope="col"),
                                html.Th(t(language, "The other"), scope="col")])),
            html.Tbody([html.Tr([html.Th(title, scope="row"), html.Td(mine), html.Td(theirs)])
                        for title, mine, theirs in told.side_by_side(row, other, language)]),
        ]),
        html.Ul(why, className="why-list"),
        html.P(coded(t(language, "Nothing is joined by itself. To decide: `{command}`, with "
                         "`--different` where it is not the same event.", command=command)),
               className="quiet"),
        html.Button(t(language, "Open the other record"), type="button",
                    **extra({"data-incident": other["incident_id"]})),
    ], open=likely >= 80, className="candidate")
