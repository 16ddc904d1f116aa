"""A place with every symbol that a layer of claims has there, the one picked first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash import html

from callbacks import claim_details
from callbacks.asked import Asked
from callbacks.factor_details import where
from layers.base import Found, Request
from layers.spots import Spot


def tell(
    asked: Asked,
    gather: Callable[[Found, Request], tuple[Spot, ...]],
    part: Callable[[Spot, str], list[Any]],
) -> html.Div:
    """Tell a symbol with the others of its place, or a single record from the table.

    Args:
        asked: what was picked.
        gather: gives the layer's spots.
        part: tells one spot in a language.
    """
    id, language = str(asked.picked["id"]), asked.language
    request = asked.context.request(
        selection=asked.selection.anytime(), language=language)
    spots = gather(Found({}, asked.ground), request)
    picked = next((spot for spot in spots if spot.id == id), None)
    if picked is None:
        return claim_details.tell(asked.ground.evidence, id, language)
    here = sorted((spot for spot in spots if spot.place == picked.place),
                  key=lambda spot: spot.id != id)
    return html.Div([
        html.H2(picked.place.name(language)),
        html.P(where(picked.place, language), className="quiet"),
        *[told for spot in here for told in part(spot, language)],
        claim_details.no_findings(language),
    ])
