"""A cited claim in words: what a document says, where in it, and how sure."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.parts import facts
from data.evidence import Claim, Corridor, Levy, corridors, levies
from data.i18n import t
from layers import claims
from layers.corridors import way
from layers.taxation import rate


def tell(layer: str, id: str, language: str) -> html.Div:
    """Describe a corridor or a levy by its id."""
    known: tuple[Claim, ...] = corridors() if layer == "corridors" else levies()
    claim = next((one for one in known if one.id == id), None)
    if claim is None:
        return html.Div(html.P(t(language, "This claim is no longer in the evidence base.")))
    own = _corridor(claim, language) if isinstance(claim, Corridor) else _levy(claim, language)
    return html.Div([
        html.H2(t(language, "What a document says")),
        html.P(claim.says(language), className="claim"),
        facts([*own, *_cited(claim, language)]),
        html.P(t(language, "A claim of the document, not a finding of this atlas."),
               className="quiet"),
    ])


def _corridor(one: Corridor, language: str) -> list[tuple[str, Any]]:
    path = t(language, "known") if one.path_known else t(
        language, "not known: the line is straight between the places named")
    return [
        (t(language, "What moves"), claims.commodity(one.commodity, language)),
        (t(language, "From and to"), way(one, language)),
        (t(language, "Path"), path),
        (t(language, "Where the ends are drawn"), _positions(one, language)),
    ]


def _positions(one: Corridor, language: str) -> html.Ul:
    return html.Ul([html.Li(f"{place.name(language)} – {place.position(language)}")
                    for place in one.places])


def _levy(claim: Claim, language: str) -> list[tuple[str, Any]]:
    assert isinstance(claim, Levy)
    return [
        (t(language, "Rate"), rate(claim, language)),
        (t(language, "What is taxed"), claims.term(claim.taxed, language)),
        (t(language, "Who pays"), claims.term(claim.payer, language)),
        (t(language, "Who collects"), claims.term(claim.collector, language)),
        (t(language, "Place"), f"{claim.place.name(language)} ({claim.place.position(language)})"),
    ]


def _cited(claim: Claim, language: str) -> list[tuple[str, Any]]:
    document = claim.document
    return [
        (t(language, "Qualifier in the document"), claims.term(claim.qualifier, language)),
        (t(language, "Date"), claims.stated(claim.date, language)),
        (t(language, "Confidence"), claims.stated(claim.confidence, language)),
        (t(language, "Document"), document.title),
        (t(language, "Section"), claim.section),
        (t(language, "Publisher"), document.publisher),
        (t(language, "Published"), claims.stated(document.published, language)),
    ]
