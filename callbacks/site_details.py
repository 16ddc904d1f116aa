"""A place with every site and hub that documents name there."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import claim_details, spot_details
from callbacks.asked import Asked
from data.evidence.words import SITE_KINDS
from layers.site_spots import SITES, site_spots
from layers.spots import Spot


def tell(asked: Asked) -> html.Div:
    """Tell a symbol with the others of its place, or a single record from the table."""
    return spot_details.tell(asked, site_spots, _kind)


def _kind(spot: Spot, language: str) -> list[Any]:
    name = SITE_KINDS[spot.word].render(language)
    return [html.H3(name[:1].upper() + name[1:]),
            claim_details.listed(list(spot.claims), SITES, language)]
