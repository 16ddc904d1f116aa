"""The ledger of a taxation zone: who collects what, at which rates, and what was reported."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

import ibis.expr.types as ir
import numpy as np
from dash import html

from callbacks import claim_details, ledger_table
from callbacks.asked import Asked
from data import hexes, taxonomy
from data.analysis import ledger
from data.evidence import words
from data.evidence.model import Levy
from data.i18n import clauses, day, nmsg, number, t
from data.paid import paid_per
from data.queries import levies as queries
from data.selection import Selection
from layers import claims, levy_reports, rates
from layers.base import Request
from layers.taxation import area_levies, by_whom
from layers.zones import Zone


def tell(asked: Asked) -> html.Div:
    """Tell a zone: its rates, its levies, and incidents of taxation in the same area."""
    id, language = str(asked.picked["id"]), asked.language
    selection = asked.selection
    reported = _reported(asked, id.removeprefix("reports:"), selection)
    if id.startswith(levy_reports.PREFIX):
        return html.Div([html.H2(t(language, "Incidents of taxation")), *reported])
    request = Request(selection=selection.anytime(), language=language)
    zone = area_levies(asked.ground, request, id)
    if zone is None:
        return html.Div(html.P(t(language, "No levy of this zone fits the filters any more.")))
    return html.Div([*_told(zone, language), *reported])


def _told(zone: Zone, language: str) -> list[Any]:
    levies = zone.levies
    many = nmsg("{count} levy, collected by {names}.", "{count} levies, collected by {names}.",
                len(levies), names=by_whom(levies, language)).render(language)
    where = (t(language, "Somewhere within this area: the records do not say where.")
             if zone.within else "")
    return [
        html.H2(t(language, "Levies: {place}", place=zone.name(language))),
        html.P(" ".join(part for part in (many, where) if part)),
        *_rates(levies, language),
        html.H3(t(language, "The ledger")),
        _visits(levies, language) if zone.area.startswith("cell:") else _ledger(levies, language),
        claim_details.no_findings(language),
    ]


def _rates(levies: tuple[Levy, ...], language: str) -> list[Any]:
    found = ledger.ranges(levies)
    title = t(language, "Rates that are stated")
    unstated = sum(levy.rates is None for levy in levies)
    rest = nmsg("{count} levy states no rate.", "{count} levies state no rate.",
                unstated).render(language) if unstated else ""
    if not found:
        return [html.P(rest)]
    heads = [t(language, "For what"), t(language, "Lowest"), t(language, "Best estimate"),
             t(language, "Highest"), t(language, "Levies")]
    rows = [[rates.on(one.terms, language), number(one.low, language),
             "–" if one.best is None else number(one.best, language), number(one.high, language),
             number(len(one.levies), language)] for one in found]
    note = t(language, "Rates in other currencies or for other things are never added up.")
    return [html.H3(title), ledger_table.table(heads, rows, title),
            html.P(f"{note} {rest}".strip(), className="quiet")]


def _ledger(levies: tuple[Levy, ...], language: str) -> html.Div:
    """List levies one by one, rates first; each is a click from its own description."""
    heads = [t(language, "Kind"), t(language, "Lowest"), t(language, "Best estimate"),
             t(language, "Highest"), t(language, "For what"), t(language, "Collector"),
             t(language, "Payer"), t(language, "What is taxed"), t(language, "Qualifier"),
             t(language, "Date"), t(language, "Place"), t(language, "Document")]
    return ledger_table.table(heads, [_line(levy, language) for levy in levies],
                              t(language, "The ledger"))


def _line(levy: Levy, language: str) -> list[Any]:
    def amount(value: float | None) -> str:
        return "–" if value is None else number(value, language)

    terms = rates.on(ledger.terms(levy), language) if levy.rates else "–"
    return [
        ledger_table.claim(_kind(levy, language), "levies", levy.id),
        amount(levy.rate_low), amount(levy.rate_best), amount(levy.rate_high), terms,
        claims.said(levy.collector, language), claims.said(levy.payer, language),
        claims.said(levy.taxed, language), claims.said(levy.qualifier, language),
        claims.date(levy, language), claims.way(levy.where, language), levy.cited.title,
    ]


def _visits(levies: tuple[Levy, ...], language: str) -> html.Div:
    """Group levies at sites by collector and kind, the most visits first."""
    groups: dict[tuple[str, str], list[Levy]] = defaultdict(list)
    for levy in levies:
        groups[levy.collector, levy.kind].append(levy)
    heads = [t(language, "Collector"), t(language, "Kind"), t(language, "Visits"),
             t(language, "Sites"), t(language, "Rate"), t(language, "Latest")]
    rows = sorted((_group(found, language) for found in groups.values()),
                  key=lambda pair: -pair[0])
    return ledger_table.table(heads, [cells for _, cells in rows], t(language, "The ledger"))


def _group(levies: list[Levy], language: str) -> tuple[int, list[Any]]:
    """Return how many visits told of it, and the cells; the latest levy opens."""
    latest = max(levies, key=lambda levy: levy.days[1] if levy.days else dt.date.min)
    visits = len({(levy.site, levy.places, levy.date) for levy in levies})
    stated = clauses(rates.listed(levies, language), language) or t(language, "not stated")
    return visits, [
        claims.said(latest.collector, language), _kind(latest, language),
        number(visits, language), number(len({levy.places for levy in levies}), language), stated,
        ledger_table.claim(claims.date(latest, language), "levies", latest.id)]


def _kind(levy: Levy, language: str) -> str:
    return words.LEVY_KINDS[levy.kind].render(language)


def _reported(asked: Asked, id: str, selection: Selection) -> list[Any]:
    """List the incidents of taxation in an area in the window; none where there are none."""
    rows = _inside(queries.reports(selection), id)
    found = asked.snapshot.rows(queries.ledger(rows)) if rows is not None else []
    if not found:
        return []
    language = asked.language
    total = sum(row["incidents"] for row in found)
    title = nmsg("{count} incident of taxation here in this window",
                 "{count} incidents of taxation here in this window", total).render(language)
    heads = [t(language, "Kind"), t(language, "Collector"), t(language, "Incidents"),
             t(language, "Amounts"), t(language, "From"), t(language, "To")]
    invented = sum(row["synthetic"] for row in found)
    return [
        html.H3(title),
        html.P(t(language, "Reported as incidents, and counted apart from the levies that "
                 "documents tell of."), className="quiet"),
        html.Span(t(language, "Synthetic: invented for demonstration"),
                  className="synthetic") if invented else None,
        ledger_table.table(heads, [_report(row, language) for row in found], title),
    ]


def _inside(rows: ir.Table, id: str) -> ir.Table | None:
    """Keep the incidents of a zone's area; None for an area of a user's own."""
    area, _, _ = id.partition("@")
    what, _, which = area.removeprefix("within:").partition(":")
    match what:
        case "cell":
            cell = hexes.number(which)
            return queries.in_cell(rows, cell, int(hexes.resolutions(np.array([cell]))[0]))
        case "unit":
            return queries.in_unit(rows, which)
        case "country":
            return queries.in_country(rows, which)
    return None


def _report(row: dict[str, Any], language: str) -> list[Any]:
    amounts = t(language, "not stated")
    if row["stated"]:
        parts = (rates.amount(row["low"], row["high"], language), row["currency"],
                 paid_per(row["basis"], language))
        amounts = " ".join(part for part in parts if part)
        if row["stated"] < row["incidents"]:
            amounts += nmsg(" ({count} states it)", " ({count} state it)",
                            row["stated"]).render(language)
    return [
        taxonomy.BY_ID[row["kind"]].label(language),
        row["collector"] or t(language, "not stated"), number(row["incidents"], language), amounts,
        day(row["first"], language), day(row["last"], language)]
