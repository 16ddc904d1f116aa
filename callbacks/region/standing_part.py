"""What makes an area vulnerable and what holds it together, with the evidence of each factor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from callbacks.region.telling import Telling, quiet, section
from data.analysis.factor_index import THIRDS
from data.evidence.model import Factor
from data.evidence.words import FACTORS, RESILIENCES, VULNERABILITIES
from data.i18n import t
from data.profile import told
from data.profile.area import COUNTRY
from data.profile.said import Said
from data.profile.standing import Index
from data.profile.standing_told import SIDES, THIRD, ranks


def part(telling: Telling) -> html.Section:
    """Tell both sides' factors, the index with its range, and how people see it."""
    language, own = telling.language, telling.profile.standing
    elsewhere = told.index_place(telling.profile)
    return section(
        "factors", t(language, "Vulnerability and resilience"),
        *(line for one in own.indices for line in _index(telling, one)),
        *_pair(telling), quiet(elsewhere.render(language)) if elsewhere else None,
        *_side(telling, "vulnerability", own.vulnerability, VULNERABILITIES),
        *_side(telling, "resilience", own.resilience, RESILIENCES),
        *_perceptions(telling))


def _index(telling: Telling, one: Index) -> list[Any]:
    language, side = telling.language, SIDES[one.side].render(telling.language)
    if telling.profile.area.level == COUNTRY:
        return _units(telling, one)
    if not one.units:
        return [html.P(t(language, "{side}: no index, since no record names a factor of it in "
                         "this unit.", side=side))]
    unit = one.units[0]
    return [html.P([html.B(t(language, "{side}: {score} of 100", side=side, score=unit.score)),
                    " – ", ranks(unit, one.of, language), "."])]


def _units(telling: Telling, one: Index) -> list[Any]:
    """Tell a country's units by their index."""
    language, side = telling.language, SIDES[one.side].render(telling.language)
    if not one.units:
        return []
    names = {part.unit.id: part.unit.name(language)
             for part in telling.profile.happened.parts if part.unit}
    title = t(language, "{side} by first-level unit", side=side)
    rows = [[names.get(unit.unit, unit.unit), telling.number(unit.score),
             ranks(unit, one.of, language), telling.number(len(unit.claims))] for unit in one.units]
    heads = [t(language, "First-level unit"), t(language, "Index, 0 to 100"),
             t(language, "Rank"), t(language, "Records")]
    return [html.H3(title), telling.table(heads, rows, title)]


def _pair(telling: Telling) -> list[Any]:
    language, pair = telling.language, telling.profile.standing.pair
    notes = [t(language, "Index: weight times level of each factor named there, divided by the "
               "sum of all weights; here all weights are alike. A factor without evidence adds "
               "nothing, which does not mean that it is absent.")
             ] if any(one.units for one in telling.profile.standing.indices) else []
    if pair is None:
        return [quiet(*notes)]
    first, second = (THIRD[at].render(language) for at in pair)
    said = t(language, "Both together: {first} vulnerability, {second} resilience.", first=first,
             second=second)
    bounds = t(language, "Low is {low} or less, high is {high} or more.", low=THIRDS[0][1],
               high=THIRDS[-1][0])
    return [html.P(said), quiet(bounds, *notes)]


def _side(
    telling: Telling, side: str, own: Said[Factor], factors: Sequence[str]
) -> list[Any]:
    """Tell each factor that is named here, with its records; then those named around it."""
    language = telling.language
    named = [(factor, [one for one in own.here if one.factor == factor]) for factor in factors]
    shown = [part for factor, many in named if many for part in (
        html.H4(FACTORS[factor].render(language)), *telling.listed("factors", many))]
    none = html.P(t(language, "No record names a factor here, which does not mean that there is "
                    "none."))
    return [html.H3(SIDES[side].render(language)), *(shown or [none]),
            *telling.around("factors", own.around)]


def _perceptions(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.standing.perceptions
    if not own.here and not own.around:
        return []
    return [html.H3(t(language, "How illicit economies are seen")),
            *telling.listed("perceptions", own.here),
            *telling.around("perceptions", own.around)]
