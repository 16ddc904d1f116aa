"""A place with every site and hub that documents name there."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import claim_details
from callbacks.asked import Asked
from callbacks.factor_details import where
from data.evidence.words import SITE_KINDS
from data.i18n import t
from layers.base import Found
from layers.site_spots import SITES, site_spots
from layers.spots import Spot


def tell(asked: Asked) -> html.Div:
    """Tell a symbol with the others of its place, or a single record from the table."""
    id, language = str(asked.picked["id"]), asked.language
    request = asked.context.request(
        selection=asked.selection.anytime(), language=language)
    spots = site_spots(Found({}, asked.ground), request)
    picked = next((spot for spot in spots if spot.id == id), None)
    if picked is None:
        return claim_details.tell(asked.ground.evidence, id, language)
    here = sorted((spot for spot in spots if spot.place == picked.place),
                  key=lambda spot: spot.id != id)
    return html.Div([
        html.H2(picked.place.name(language)),
        html.P(where(picked.place, language), className="quiet"),
        *[part for spot in here for part in _kind(spot, language)],
        html.P(t(language, "Claims of the documents, not findings of this atlas."),
               className="quiet"),
    ])


def _kind(spot: Spot, language: str) -> list[Any]:
    name = SITE_KINDS[spot.word].render(language)
    return [html.H3(name[:1].upper() + name[1:]),
            claim_details.listed(list(spot.claims), SITES, language)]
