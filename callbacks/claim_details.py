"""A cited claim in words: what a document says, where in it, and how sure."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.parts import extra, facts
from data.evidence.base import Evidence, term
from data.evidence.columns import NOT_STATED
from data.evidence.model import Claim
from data.i18n import t
from layers import claims


def tell(evidence: Evidence, id: str, language: str) -> html.Div:
    """Describe a claim by its `table/id`; what follows a second slash names a part of it."""
    table, _, rest = id.partition("/")
    claim = evidence.find(table, rest) or evidence.find(table, rest.rpartition("/")[0])
    if claim is None:
        return html.Div(html.P(t(language, "This claim is no longer in the evidence base.")))
    return told(claim, evidence, language)


def told(claim: Claim, evidence: Evidence, language: str) -> html.Div:
    """Describe a claim with its place, its own fields and its source."""
    return html.Div([
        html.H2(t(language, "What a document says")),
        html.P(claim.says(language), className="claim"),
        *_synthetic(claim, language),
        facts([*_own(claim, language), *_cited(claim, evidence, language)]),
        html.P(t(language, "A claim of the document, not a finding of this atlas."),
               className="quiet"),
    ])


def listed(many: list[Claim], table: str, language: str) -> html.Ul:
    """List claims, each a click from its own description."""
    return html.Ul([
        html.Li(html.Button(claim.says(language), type="button", className="plain-link",
                            **extra({"data-claim": f"{table}/{claim.id}"})))
        for claim in many], className="claims")


def no_findings(language: str) -> html.P:
    """Say whose claims they are, beneath several."""
    return html.P(t(language, "Claims of the documents, not findings of this atlas."),
                  className="quiet")


def _own(claim: Claim, language: str) -> list[tuple[str, Any]]:
    labels = claims.columns(type(claim))
    fields = claims.own_fields(claim, language)
    return [(_capital(labels[name].render(language)), value) for name, value in fields.items()]


def _cited(claim: Claim, evidence: Evidence, language: str) -> list[tuple[str, Any]]:
    document, section = claim.cited, evidence.sections.get(claim.section)
    return [
        (t(language, "Places"), _positions(claim, language)),
        (t(language, "Date"), claims.date(claim, language)),
        (t(language, "How it is held"), claims.held(claim, language)),
        (t(language, "Qualifier in the document"), claims.said(claim.qualifier, language)),
        (t(language, "Confidence"), claims.said(claim.confidence, language)),
        (t(language, "Added by this atlas"), term(claim.added, language)),
        (t(language, "Document"), document.title),
        (t(language, "Section"), term(section.title, language) if section else claims.said(
            claim.section, language)),
        (t(language, "Publisher"), claims.said(document.publisher, language)),
        (t(language, "Published"), claims.said(document.published, language)),
    ]


def _positions(claim: Claim, language: str) -> Any:
    places = [_position(place.name(language), place.position(language)) for place in claim.where]
    return html.Ul([html.Li(place) for place in places]) if places else claims.said(
        NOT_STATED, language)


def _position(name: str, position: str) -> str:
    return name if position == NOT_STATED else f"{name} – {position}"


def _synthetic(claim: Claim, language: str) -> list[Any]:
    if not claim.synthetic:
        return []
    return [html.Span(t(language, "Synthetic: invented for demonstration"), className="synthetic")]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
