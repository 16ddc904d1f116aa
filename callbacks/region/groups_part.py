"""Relations between groups in an area, and other figures that documents give of it."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.region.telling import Telling, section
from data.evidence.model import Relation
from data.evidence.words import RELATIONS
from data.i18n import clauses, t
from layers import claims, quantities


def part(telling: Telling) -> html.Section:
    """Tell who stands how to whom, with the share of those asked where it is a perception."""
    language, own = telling.language, telling.profile.relations
    title = t(language, "Relations between groups")
    heads = [t(language, "One side"), t(language, "Relation"), t(language, "The other side"),
             t(language, "How it is held"), t(language, "Record")]
    if own.here:
        inside: Any = telling.table(heads, [_relation(telling, one) for one in own.here], title)
    else:
        inside = html.P(t(language, "No document of this atlas tells how groups in it stand to "
                          "each other."))
    return section("relations", title, inside, *telling.around("relations", own.around))


def _relation(telling: Telling, one: Relation) -> list[Any]:
    language = telling.language
    held = claims.held(one, language)
    if one.share_percent is not None:
        share = t(language, "{share} % of those asked", share=one.share_percent)
        held = clauses([held, share], language)
    return [claims.said(one.actor_a, language), RELATIONS[one.relation].render(language),
            claims.said(one.actor_b, language), held, telling.mark("relations", one)]


def figures_part(telling: Telling) -> html.Section | None:
    """Tell other numbers that documents give; None where there are none."""
    language, own = telling.language, telling.profile.figures
    if not own.here and not own.around:
        return None
    title = t(language, "Other figures")
    rows = [[one.measure(language), quantities.said(one, language), telling.source(one),
             telling.mark("figures", one)] for one in own.here]
    heads = [t(language, "What is counted"), t(language, "Figure"), t(language, "Document"),
             t(language, "Record")]
    return section("figures", title, telling.table(heads, rows, title) if rows else None,
                   *telling.around("figures", own.around))
