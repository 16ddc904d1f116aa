"""A region in short, in the details panel."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import glossary
from callbacks.asked import Asked
from callbacks.hexagon_details import deaths, kind_line
from callbacks.parts import facts
from callbacks.region_links import full
from data.evidence.words import FACTORS
from data.i18n import listing, t
from data.profile import told
from data.profile.area import find
from data.profile.build import Profile, build

KINDS = 5


def tell(asked: Asked) -> html.Div:
    """Tell a unit by its id, under the filters of the window shown.

    Raises:
        UsageError: there is no such unit.
    """
    id, language = str(asked.picked["id"]), asked.language
    area = find(asked.ground, id)
    found = build(area, asked.selection, asked.snapshot, asked.ground)
    return html.Div([
        html.H2(told.title(area, language)), _synthetic(found, language),
        full(id, asked.picked.get("query") or "", language),
        html.P(told.counted(found).render(language)),
        *[html.P(told.apart(one, language).render(language), className="quiet")
          for one in found.happened.apart if one.incidents],
        *_happened(found, language), *_trend(found, language),
        html.H3(t(language, "What documents tell of it")), facts(_claims(found, language)),
        glossary.words(("claim", "factor", "taxation", "withheld"), language),
        *_gaps(found, language),
    ], className="region-short")


def _happened(found: Profile, language: str) -> list[Any]:
    kinds = found.happened.kinds
    if not kinds:
        return []
    rows = [{"kind": one.key, "incidents": one.incidents} for one in kinds[:KINDS]]
    stated = [{"key": one.source, "best": one.best} for one in found.happened.deaths]
    return [html.Ul([kind_line(row, kinds[0].incidents, language) for row in rows],
                    className="kinds"), *deaths(stated, language)]


def _trend(found: Profile, language: str) -> list[Any]:
    if found.trend is None:
        return []
    return [html.H3(t(language, "Against its own past")),
            *[html.P(one.render(language)) for one in told.lately(found.trend)],
            html.P(told.CAUTION.render(language), className="quiet")]


def _claims(found: Profile, language: str) -> list[tuple[str, Any]]:
    """Count claims of the unit itself; of none it is said that there are none."""
    named = [FACTORS[factor].render(language) for factor in found.standing.factors]
    none = t(language, "none told")
    counted: list[tuple[str, int]] = [
        (t(language, "Levies"), len(found.taxation.levies.here)),
        (t(language, "Corridors that meet it"), len(found.corridors)),
        (t(language, "Sites"), len(found.sites.sites.here)),
        (t(language, "Relations between groups"), len(found.relations.here)),
        (t(language, "Interventions"), len(found.interventions.here))]
    return [*((name, str(count) if count else none) for name, count in counted),
            (t(language, "Factors"), listing(named, language) or none)]


def _gaps(found: Profile, language: str) -> list[Any]:
    own = found.reporting.gaps
    if own is None:
        return []
    return [html.P(one.render(language), className="quiet") for one in told.gaps(own, language)]


def _synthetic(found: Profile, language: str) -> Any:
    if not found.synthetic:
        return None
    return html.Span(t(language, "Synthetic: invented for demonstration"), className="synthetic")
