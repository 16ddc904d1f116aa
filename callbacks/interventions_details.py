"""An intervention in words: what was done, what was counted, what was seen afterwards."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import claim_details, incident_details
from callbacks.asked import Asked
from callbacks.parts import extra
from data.evidence import words
from data.evidence.base import Evidence
from data.evidence.columns import NOT_STATED
from data.evidence.model import Intervention, Outcome
from data.i18n import listing, t
from layers import claims, quantities

TABLE = "interventions"


def tell(asked: Asked) -> html.Div:
    """Tell of a claim `interventions/<id>/<place>`, or of an incident by its own id."""
    table, _, rest = str(asked.picked["id"]).partition("/")
    if table != TABLE:
        return incident_details.tell(asked.snapshot, table, asked.language)
    evidence = asked.ground.evidence
    one = evidence.find(TABLE, rest) or evidence.find(TABLE, rest.rpartition("/")[0])
    if not isinstance(one, Intervention):
        return claim_details.tell(evidence, f"{TABLE}/{rest}", asked.language)
    return html.Div([
        html.H2(one.name(asked.language)),
        html.P(_line(one, asked.language)),
        *_outcomes(one, evidence, asked.language),
        *_afterwards(one, asked.language),
        claim_details.told(one, evidence, asked.language),
    ])


def _line(one: Intervention, language: str) -> str:
    """Say in one line what it is, when it was and where."""
    kind = words.INTERVENTIONS[one.kind].render(language)
    when = claims.date(one, language) if one.days else t(language, "undated")
    where = listing([place.name(language) for place in one.where], language)
    return " · ".join(part for part in (kind[:1].upper() + kind[1:], when, where) if part)


def outcomes_of(one: Intervention, evidence: Evidence) -> list[Outcome]:
    """Return what was counted for an intervention, in the order of the table."""
    return [outcome for outcome in evidence.outcomes if outcome.intervention == one.id]


def _outcomes(one: Intervention, evidence: Evidence, language: str) -> list[Any]:
    found = outcomes_of(one, evidence)
    if not found:
        return []
    return [html.H3(t(language, "What was counted")),
            html.Ul([html.Li(_outcome(outcome, language)) for outcome in found],
                    className="claims outcomes")]


def _outcome(outcome: Outcome, language: str) -> html.Button:
    """Write one number; a click tells where the document says it."""
    measure = outcome.measure(language)
    return html.Button(
        [html.Span(measure[:1].upper() + measure[1:]), html.B(quantities.said(outcome, language))],
        type="button", className="plain-link", **extra({"data-claim": f"outcomes/{outcome.id}"}))


def _afterwards(one: Intervention, language: str) -> list[Any]:
    title, told = html.H3(t(language, "What was recorded afterwards")), one.afterwards(language)
    if told == NOT_STATED:
        return [title, html.P(t(language, "This record tells nothing of what followed."))]
    return [title, html.P(told),
            html.P(t(language, "What followed is not shown to be an effect: none is claimed."),
                   className="quiet")]
