"""What documents recommend against factors, and how illicit economies are seen there."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import claim_details
from data.evidence.base import Evidence
from data.evidence.model import Claim
from data.i18n import t


def recommended(
    evidence: Evidence, factors: set[str], country: str | None, language: str
) -> list[Any]:
    """List the recommendations for a country that answer one of the factors."""
    return _listed(
        t(language, "What documents recommend in answer"), "recommendations",
        [one for one in evidence.recommendations if factors & set(one.answers)
         and concerns(one, country)], language)


def perceived(evidence: Evidence, country: str | None, language: str) -> list[Any]:
    """List how people of a country see illicit economies."""
    return _listed(
        t(language, "How illicit economies are seen in the country"), "perceptions",
        [one for one in evidence.perceptions if concerns(one, country)], language)


def concerns(claim: Claim, country: str | None) -> bool:
    """Tell whether a claim is said of a country, or of a place in it."""
    return country is not None and any(place.country == country for place in claim.where)


def _listed(title: str, table: str, many: list[Any], language: str) -> list[Any]:
    if not many:
        return []
    return [html.H3(title), claim_details.listed(many, table, language)]
