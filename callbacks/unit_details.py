"""A unit's index in words: its parts, its weights, its evidence, and the range of its rank."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import claim_details, ledger_table, region_links
from callbacks.asked import Asked
from callbacks.factor_answers import perceived, recommended
from data.analysis.factor_index import Indices, Part, UnitIndex
from data.evidence.words import FACTORS
from data.i18n import listing, number, t
from data.profile.standing_told import ranks
from layers import factor_areas
from layers.areas import unit_name
from layers.base import Found, Request
from layers.factor_options import BOTH
from layers.factors import Factors
from layers.resilience import Resilience
from layers.vulnerability import Vulnerability


def tell(asked: Asked, layer: Factors, request: Request, unit: str) -> html.Div:
    """Tell a first-level unit by the index of a layer, and by the second one if that is shown."""
    language, found = asked.language, Found({}, asked.ground)
    sides: list[tuple[Factors | type[Factors], Indices]] = [
        (layer, layer.indices(found, request))]
    if isinstance(layer, Vulnerability) and request.chosen(layer.shown) == BOTH:
        sides.append((Resilience, layer.resilience(found, request)))
    held = [(side.index_title.render(language), side.factors, all_, all_.units[unit])
            for side, all_ in sides if unit in all_.units]
    if not held:
        return html.Div(html.P(t(language, "No evidence on this unit fits the filters any more.")))
    named = {part.factor for _, _, _, one in held for part in one.parts}
    country = next((place.country for place in held[0][3].claims[0].where
                    if place.unit == unit), None)
    return html.Div([
        html.H2(unit_name(asked.ground, unit, language)),
        region_links.button(asked.ground, unit, language),
        *[part for title, factors, all_, one in held
          for part in _index(title, factors, all_, one, language)],
        *recommended(asked.ground.evidence, named, country, language),
        *perceived(asked.ground.evidence, country, language),
        claim_details.no_findings(language),
    ])


def _index(title: str, factors: tuple[str, ...], all_: Indices, one: UnitIndex,
           language: str) -> list[Any]:
    """Tell one index: its value, its rank, its parts, and the records of each."""
    return [
        html.H3(title),
        html.P(t(language, "Index {score} of 100; {ranks}.", score=one.score,
                 ranks=ranks(one, len(all_.units), language))),
        html.P(factor_areas.ranked(all_, language), className="quiet"),
        ledger_table.table(
            [t(language, "Factor"), t(language, "Level"), t(language, "Weight")],
            [_part(part, language) for part in one.parts], title),
        claim_details.listed(list(one.claims), "factors", language),
        *_without(factors, one, language),
    ]


def _part(part: Part, language: str) -> list[str]:
    return [FACTORS[part.factor].render(language), number(part.level, language),
            number(part.weight, language)]


def _without(factors: tuple[str, ...], one: UnitIndex, language: str) -> list[Any]:
    """Name the factors on which nothing was found there: they may be there all the same."""
    found = {part.factor for part in one.parts}
    names = [FACTORS[factor].render(language) for factor in factors if factor not in found]
    if not names:
        return []
    return [html.P(t(language, "No evidence here, which does not mean absent: {factors}.",
                     factors=listing(names, language)), className="quiet")]
