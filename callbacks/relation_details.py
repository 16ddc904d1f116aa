"""A place with the relations between groups that documents see there."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import claim_details, spot_details
from callbacks.asked import Asked
from callbacks.parts import facts
from data.evidence.model import Relation
from data.evidence.words import RELATIONS
from data.i18n import t
from layers import claims
from layers.factor_places import relation_spots
from layers.relations import share
from layers.spots import Spot


def tell(asked: Asked) -> html.Div:
    """Tell a symbol with the others of its place, or a single record from the table."""
    return spot_details.tell(asked, relation_spots, _relation)


def _relation(spot: Spot, language: str) -> list[Any]:
    """Tell one kind of relation: between whom, and whether it is a perception."""
    name = RELATIONS[spot.word].render(language)
    return [
        html.H3(name[:1].upper() + name[1:]),
        *_perception(spot, language),
        facts([(t(language, "Between"), html.Ul([html.Li(pair) for pair in _sides(spot, language)])
                )]),
        claim_details.listed(list(spot.claims), "relations", language),
    ]


def _sides(spot: Spot, language: str) -> list[str]:
    return list(dict.fromkeys(
        f"{claims.said(one.actor_a, language)} – {claims.said(one.actor_b, language)}"
        for one in spot.claims if isinstance(one, Relation)))


def _perception(spot: Spot, language: str) -> list[Any]:
    """Say that it is what people asked perceive, with their share where it is one number."""
    if spot.doubt != "perceived":
        return []
    said = share(spot, language)
    text = t(language, "A perception: {share} say so.", share=said) if said else (
        t(language, "A perception of people who were asked."))
    return [html.P(text, className="notes")]
