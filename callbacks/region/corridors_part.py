"""Corridors that meet an area, sites in it, and what visits found."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.region.telling import Telling, quiet, section, synthetic
from data.evidence import near, words
from data.i18n import clauses, day, nmsg, t
from data.profile import told
from data.profile.passing import Passing
from data.profile.sites import Visited
from layers import rates

GROUPS = 10


def part(telling: Telling) -> html.Section:
    """Tell corridors, the firmest first, and what a load pays along each."""
    language, met = telling.language, telling.profile.corridors
    if not met:
        inside: list[Any] = [html.P(t(
            language, "No document of this atlas tells of a corridor that crosses it or names a "
            "place in it."))]
    else:
        inside = [html.Ul([_corridor(telling, one) for one in met], className="said"),
                  quiet(t(language, "Directions in which documents say that things move. A "
                          "seizure is not a flow, and no amount is implied."))]
    return section("corridors", t(language, "Corridors"), *inside)


def _corridor(telling: Telling, one: Passing) -> html.Li:
    language = telling.language
    how = told.HOW[one.how].render(language)
    return html.Li([
        html.B(near.name(one.corridor, language)), " – ", how, ". ",
        one.corridor.says(language), " ", synthetic(one.corridor, language), *_cost(telling, one),
        html.Span([telling.source(one.corridor), " ", telling.mark("corridors", one.corridor)],
                  className="cite")])


def _cost(telling: Telling, one: Passing) -> list[Any]:
    language = telling.language
    sums = [rates.added(s, language) for s in one.cost.sums]
    if not sums:
        return []
    return [t(language, "A load pays at least {amounts} along it.",
              amounts=clauses(sums, language)), " ",
            *telling.marks("levies", one.cost.levies)]


def sites_part(telling: Telling) -> html.Section | None:
    """Tell the sites in an area and what visits to them found; None where there are none."""
    language, own = telling.language, telling.profile.sites
    if not own.sites.here and not own.sites.around:
        return None
    kinds = [telling.pair(words.SITE_KINDS[kind].render(language), telling.number(n))
             for kind, n in own.kinds]
    few = own.visited is None
    return section(
        "sites", t(language, "Sites"),
        html.P(clauses(kinds, language)) if kinds else None,
        *(_visits(telling, own.visited) if own.visited else []),
        *(telling.listed("sites", own.sites.here) if few else []),
        *telling.around("sites", own.sites.around))


def _visits(telling: Telling, own: Visited) -> list[Any]:
    language = telling.language
    said = [nmsg("{count} visit to {sites} sites.", "{count} visits to {sites} sites.", own.visits,
                 sites=own.sites).render(language)]
    if own.first and own.last:
        said.append(t(language, "From {first} to {last}.", first=day(own.first, language),
                      last=day(own.last, language)))
    said.append(t(language, "Armed persons were found on {armed} visits, none on {unarmed}; the "
                  "others do not say. On {taxed} they taxed.", armed=own.armed,
                  unarmed=own.unarmed, taxed=own.taxed))
    if not own.groups:
        return [html.P(" ".join(said))]
    title = t(language, "Armed groups and forces found on visits")
    rows = [[name, telling.number(n)] for name, n in own.groups[:GROUPS]]
    rest = len(own.groups) - GROUPS
    return [html.P(" ".join(said)), html.H3(title), telling.table(
        [t(language, "Name, as the source writes it"), t(language, "Visits")], rows, title),
        quiet(t(language, "… and {count} more.", count=rest)) if rest > 0 else None]
