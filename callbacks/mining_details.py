"""A mining site in words: every visit to it in order, and the levies that they tell of."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dash import html

from callbacks import claim_details, ledger_table
from callbacks.asked import Asked
from callbacks.parts import facts
from data.evidence.model import Claim, Site, Visit
from data.i18n import clauses, listing, nmsg, number, t
from layers import claims, rates
from layers.base import Found, Request
from layers.mine_visits import Taxers
from layers.mining import collectors, seen


def tell(asked: Asked) -> html.Div:
    """Tell a site by the mark of one of its visits, or the records of a place without visits."""
    id, language = str(asked.picked["id"]), asked.language
    table, _, rest = id.partition("/")
    if table == "visits":
        visit = asked.ground.evidence.find("visits", rest)
        if isinstance(visit, Visit):
            return _site(asked, visit)
        return html.Div(html.P(t(language, "This visit is no longer in the evidence base.")))
    return _place(asked, id)


def _site(asked: Asked, picked: Visit) -> html.Div:
    evidence, language = asked.ground.evidence, asked.language
    visits = sorted((one for one in evidence.visits if one.site == picked.site), key=_day)
    site, place = evidence.find("sites", picked.site), picked.where[0]
    levies = Taxers.of(evidence).by_site.get(picked.site, [])
    many = nmsg("{count} visit", "{count} visits", len(visits)).render(language)
    return html.Div([
        html.H2(place.name(language)),
        html.P(site.says(language) if site else many, className="claim"),
        facts([(t(language, "Position"), place.position(language)),
               (t(language, "Document"), picked.cited.title),
               (t(language, "Publisher"), claims.said(picked.cited.publisher, language))]),
        html.H3(many),
        _timeline(visits, picked, Taxers.of(evidence), language),
        *_levies(levies, language),
        html.P(t(language, "What each visit found on its day; between visits nothing is known."),
               className="quiet"),
    ])


def _timeline(visits: list[Visit], picked: Visit, held: Taxers, language: str) -> html.Div:
    """List visits, the first one first; the one picked is told to be it."""
    heads = [t(language, "Date"), t(language, "Persons at work"), t(language, "Armed presence"),
             t(language, "Who"), t(language, "Taxed by"), t(language, "Minerals"),
             t(language, "Site reached")]
    return ledger_table.table(
        heads, [_visit(one, held, language, here=one is picked) for one in visits],
        t(language, "Visits"))


def _visit(visit: Visit, held: Taxers, language: str, *, here: bool) -> list[Any]:
    said = claims.own_fields(visit, language)
    taxing = listing(collectors(held.at(visit), language), language)
    date = ledger_table.claim(claims.date(visit, language), "visits", visit.id)
    return [
        html.B(date) if here else date,
        "–" if visit.workers is None else number(visit.workers, language),
        said["presence"], said["armed"] or "–", taxing or said["taxed"],
        listing([claims.said(name, language) for name in visit.minerals], language) or "–",
        _reached(visit, said["onsite"], language),
    ]


def _reached(visit: Visit, onsite: str, language: str) -> str:
    """Say whether the site was reached; what was only reported by others is said to be so."""
    if visit.evidence == "reported":
        return t(language, "{answer}, reported by others", answer=onsite)
    return onsite


def _levies(levies: list[Any], language: str) -> list[Any]:
    if not levies:
        return [html.P(t(language, "No visit tells of a levy here."))]
    heads = [t(language, "Date"), t(language, "Collector"), t(language, "Kind"),
             t(language, "How often"), t(language, "Rate")]
    rows = [[
        ledger_table.claim(claims.date(levy, language), "levies", levy.id),
        claims.said(levy.collector, language), claims.own_fields(levy, language)["kind"],
        claims.own_fields(levy, language)["frequency"],
        clauses(rates.listed([levy], language), language) or t(language, "not stated"),
    ] for levy in sorted(levies, key=_day)]
    title = t(language, "Levies told of")
    return [html.H3(title), ledger_table.table(heads, rows, title)]


def _place(asked: Asked, id: str) -> html.Div:
    """List what documents say of sites at a place, in the filters of the page."""
    language = asked.language
    selection = asked.selection
    found = Found({}, asked.ground)
    request = Request(selection=selection.anytime(), language=language)
    here = next((one for one in seen(found, request) if one.id == id), None)
    if here is None:
        return html.Div(html.P(t(language, "No record of this place fits the filters any more.")))
    sites = [claim for claim in here.claims if isinstance(claim, Site)]
    wide = t(language, "The sites lie somewhere in this area: the symbol stands at one point of "
             "it, and no document says where they are.") if here.wide else ""
    return html.Div([
        html.H2(t(language, "Mining sites: {place}", place=here.place.name(language))),
        html.P(wide) if wide else None,
        claim_details.listed(list(sites), "sites", language),
        *_levies(here.levies, language),
        claim_details.no_findings(language),
    ])


def _day(claim: Claim) -> dt.date:
    return claim.days[0] if claim.days else dt.date.min
