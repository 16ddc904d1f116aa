"""`/region/<unit>`: the profile of a unit as a page that prints."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dash import html
from flask import Flask, Response, request

from callbacks.context import Context, ground_of
from callbacks.language import of_request
from callbacks.parts import extra
from callbacks.region import (
    corridors_part,
    document,
    done_part,
    groups_part,
    happened_part,
    sources_part,
    standing_part,
    taxation_part,
    trend_part,
    where_part,
)
from callbacks.region.telling import Telling
from data.areas.boundaries import Units
from data.errors import AtlasError
from data.ground import Ground
from data.i18n import LANGUAGES, nmsg, t
from data.profile import told
from data.profile.area import COUNTRY, DRAWN, Area, drawn, find, levels
from data.profile.build import Profile, build
from data.queries.exports import Rules
from data.selection import Selection
from data.taxonomy import fold

UNKNOWN = 404


def register(server: Flask, context: Context) -> None:
    """Add `/region/<unit>`, `/region/area` for one that is drawn, and `/region/` for all."""

    @server.get("/region/")
    @server.get("/region/<unit>")
    def region(unit: str = "") -> Response:
        return answer(context, unit)


def answer(context: Context, unit: str) -> Response:
    """Answer an address; what is wrong with it is told above the list of all units."""
    language = of_request(context.settings)
    snapshot, ground = context.store.current(), ground_of(context.store.current())
    if snapshot is None:
        return _listing(ground, language, t(language, "There is no data yet"))
    if not unit:
        return _listing(ground, language, "")
    try:
        selection = context.settled(Selection.from_arguments(request.args.to_dict(flat=False)))
        area = drawn(selection, ground) if unit == DRAWN else find(ground, unit)
        profile = build(area, selection, snapshot, ground, Rules.of(context.settings))
    except AtlasError as error:
        return _listing(ground, language, error.render(language))
    return _profile(profile, ground, selection, language)


def _profile(profile: Profile, ground: Ground, selection: Selection, language: str) -> Response:
    query = selection.to_query()
    carried = f"{query}&lang={language}" if query else f"lang={language}"
    telling = Telling(profile, ground.evidence, language, carried)
    title = t(language, "Region profile: {place}", place=told.title(profile.area, language))
    parts = [part for part in sections(telling) if part is not None]
    records = sources_part.records_part(telling)
    parts += [records] if records else []
    links = {one: f"?{query}{'&' if query else ''}lang={one}" for one in LANGUAGES}
    links["map"] = on_map(profile.area, profile.selection, language)
    if profile.area.level is not None:
        links["brief"] = f"{links['map']}&{urlencode({'export': f'brief:{profile.area.unit.id}'})}"
    head = _head(telling, title, where_part.part(telling, ground))
    return document.page(title, [head, _contents(parts, language), *parts], language, _base(),
                         links)


def sections(telling: Telling) -> list[Any]:
    """Return the sections of a profile, in the order that they are read; None where empty."""
    return [
        happened_part.part(telling), trend_part.part(telling), taxation_part.part(telling),
        corridors_part.part(telling), corridors_part.sites_part(telling),
        standing_part.part(telling), groups_part.part(telling), groups_part.figures_part(telling),
        done_part.part(telling), done_part.answers_part(telling), sources_part.part(telling)]


def on_map(area: Area, selection: Selection, language: str) -> str:
    """Return where the map shows an area's incidents, relative to its profile."""
    own = {} if area.level is None else {"country" if area.level == COUNTRY else "unit":
                                         area.unit.id}
    query = "&".join(part for part in (selection.to_query(), urlencode({**own, "lang": language}))
                     if part)
    return f"../?{query}"


def _head(telling: Telling, title: str, where: html.Figure) -> html.Div:
    """Head the page: what it is of, which filters apply, and whether anything is invented."""
    language, profile = telling.language, telling.profile
    invented = html.P(html.Span(t(language, "Synthetic demonstration data is among what is told "
                                  "here: it is invented."), className="synthetic")
                      ) if profile.synthetic else None
    return html.Div([
        html.H1(title), invented, _kept(profile, language),
        html.P(" ".join(one.render(language) for one in told.filters(profile, language)),
               className="lead quiet"),
        html.P(t(language, "Reports are not the world: few may mean that few told of what "
                 "happened. What documents say are their claims, each with its number in "
                 "brackets; the records at the end tell where it is said."),
               className="lead quiet"),
        where,
    ], className="head")


def _kept(profile: Profile, language: str) -> html.P | None:
    """Say that the page, and so its print, counts what no export would."""
    count = profile.happened.withheld
    if not count:
        return None
    return html.P(nmsg(
        "{count} incident that is counted here may not be passed on, so this page and its print "
        "stay in the office; exports leave it out.",
        "{count} incidents that are counted here may not be passed on, so this page and its print "
        "stay in the office; exports leave them out.", count).render(language),
        className="message")


def _contents(parts: list[Any], language: str) -> html.Nav:
    """List the sections, each a link."""
    title = t(language, "Contents")
    return html.Nav([html.H2(title), html.Ol([
        html.Li(html.A(part.children[0].children, href=f"#{part.id}")) for part in parts])],
        className="contents", **extra({"aria-label": title}))


def _listing(ground: Ground, language: str, problem: str) -> Response:
    """List all units that have a profile, beneath what was wrong with the address, if anything."""
    title = t(language, "Region profiles")
    told_so = html.P(problem, role="alert", className="message") if problem else None
    inside: list[Any] = [html.Div([html.H1(title), told_so], className="head")]
    inside += [_level(units, level, language) for level, units in levels(ground)]
    links = {one: f"?lang={one}" for one in LANGUAGES} | {"map": f"../?lang={language}"}
    response = document.page(title, inside, language, _base(), links)
    response.status_code = UNKNOWN if problem else 200
    return response


def _level(units: Units, level: int, language: str) -> html.Section:
    names = sorted(((units.name(unit_id, language), unit_id) for unit_id in units.ids),
                   key=lambda one: (fold(one[0]), one[1]))
    heading = told.PLURALS[level].render(language)
    return html.Section([html.H2(heading[:1].upper() + heading[1:], id=f"level-{level}"), html.Ul([
        html.Li([html.A(name, href=f"{_base()}region/{unit_id}?lang={language}"),
                 html.Span(f" {unit_id}", className="quiet")]) for name, unit_id in names],
        className="units")], **extra({"aria-labelledby": f"level-{level}"}))


def _base() -> str:
    return f"{request.root_path}/"
