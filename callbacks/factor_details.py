"""A place with the factors that documents name there, or a unit with its index."""

from __future__ import annotations

from typing import Any, cast

from dash import html

from callbacks import claim_details, unit_details
from callbacks.asked import Asked
from callbacks.factor_answers import perceived, recommended
from data.evidence.base import term
from data.evidence.columns import NOT_STATED
from data.evidence.model import COUNTRY_PRECISION, Claim, Factor, Place
from data.evidence.words import FACTORS, SIDES
from data.i18n import clauses, t
from data.model import WHERE_PRECISION
from layers.base import Found, Request
from layers.factor_areas import PREFIX
from layers.factor_places import factor_spots, factors_of
from layers.factors import Factors
from layers.registry import BY_ID
from layers.spots import Spot


def tell(asked: Asked) -> html.Div:
    """Tell a symbol, a unit, or a single record from the table."""
    id, layer = str(asked.picked["id"]), cast("Factors", BY_ID[asked.picked["layer"]])
    request = asked.context.request(
        selection=asked.selection.anytime(), language=asked.language,
        options=tuple(sorted((asked.picked.get("options") or {}).items())))
    if id.startswith(PREFIX):
        return unit_details.tell(asked, layer, request, id.removeprefix(PREFIX))
    spot = next((one for one in factor_spots(Found({}, asked.ground), request, layer.side)
                 if one.id == id), None)
    if spot is None:
        return claim_details.tell(asked.ground.evidence, id, asked.language)
    return _told(asked, layer, request, spot)


def _told(asked: Asked, layer: Factors, request: Request, picked: Spot) -> html.Div:
    found, language, place = Found({}, asked.ground), asked.language, picked.place
    others = dict.fromkeys((layer.side, *SIDES))
    here = [spot for side in others for spot in factor_spots(found, request, side)
            if spot.place == place]
    here.sort(key=lambda spot: spot.id != picked.id)
    factors = {spot.word for spot in here}
    return html.Div([
        html.H2(place.name(language)),
        html.P(where(place, language), className="quiet"),
        *[part for spot in here for part in _factor(spot, language)],
        *_elsewhere(factors_of(found, request, layer.side), place, language),
        *recommended(asked.ground.evidence, factors, place.country, language),
        *perceived(asked.ground.evidence, place.country, language),
        claim_details.no_findings(language),
    ])


def where(place: Place, language: str) -> str:
    """Say how exactly a place is known, and what its point stands for."""
    parts = [WHERE_PRECISION[place.precision].render(language), place.position(language)]
    said = clauses((part for part in parts if part != NOT_STATED), language)
    return said[:1].upper() + said[1:]


def _factor(spot: Spot, language: str) -> list[Any]:
    """Tell what is said of a place in one factor, and the risks that come with it."""
    side = SIDES[spot.layer].render(language)
    risks = dict.fromkeys(
        claim.risk for claim in spot.claims
        if isinstance(claim, Factor) and claim.risk not in ("", NOT_STATED))
    return [
        html.H3(f"{FACTORS[spot.word].render(language)} ({side})"),
        claim_details.listed(list(spot.claims), "factors", language),
        *[html.P(t(language, "Risk that comes with it: {risk}.", risk=term(risk, language)),
                 className="notes") for risk in risks],
    ]


def _elsewhere(claims: tuple[Factor, ...], place: Place, language: str) -> list[Any]:
    """List what is said of parts of a country that no point stands for."""
    if place.precision < COUNTRY_PRECISION:
        return []
    many: list[Claim] = [claim for claim in claims if claim.where and all(
        not one.placed and one.country == place.country for one in claim.where)]
    if not many:
        return []
    return [html.H3(t(language, "Said of parts of it that have no point on the map")),
            claim_details.listed(many, "factors", language)]
