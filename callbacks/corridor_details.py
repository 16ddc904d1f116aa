"""A corridor in words: what the document says, what a load pays, and what happened near it."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from callbacks import claim_details, ledger_table
from callbacks.asked import Asked
from callbacks.parts import extra
from data.analysis.ledger import Cost, Sum, cost_per_load
from data.evidence import near, words
from data.evidence.model import Claim, Corridor, Levy
from data.i18n import listing, nmsg, number, t
from data.selection import Selection
from layers import claims, rates

LEAST, MOST, USUAL = 10, 200, 25
"""Kilometres offered around a corridor."""


def tell(asked: Asked) -> html.Div:
    """Tell a segment by its corridor; what follows a second slash in its id is the segment."""
    evidence, language = asked.ground.evidence, asked.language
    id = str(asked.picked["id"])
    corridor = evidence.find("corridors", "".join(id.split("/")[1:2]))
    if not isinstance(corridor, Corridor):
        return claim_details.tell(evidence, id, language)
    told = claim_details.told(corridor, evidence, language)
    levies = [levy for levy in evidence.levies if _then(levy, asked.selection)]
    return html.Div([told, *_cost(cost_per_load(corridor, levies), language),
                     *_reach(corridor, asked.selection, language)])


def _then(claim: Claim, selection: Selection) -> bool:
    """Tell whether a claim is of the window shown; an undated one always is."""
    if claim.days is None:
        return True
    first, last = claim.days
    return (selection.date_to is None or first <= selection.date_to) and (
        selection.date_from is None or last >= selection.date_from)


def _cost(cost: Cost, language: str) -> list[Any]:
    """Tell what a load pays, at least, with every levy behind it."""
    title = t(language, "What a load pays along it")
    if not cost.levies:
        return [html.H3(title), html.P(t(
            language, "No record names a levy along this corridor in the window shown. That is "
            "not to say that there is none."))]
    return [
        html.H3(title), *[html.P(_at_least(one, cost, language)) for one in cost.sums],
        html.P(_missing(cost, language)), _records(cost, language),
        *([html.P(t(language, "One load is taken to fill one vehicle and to be one shipment."),
                  className="quiet")] if cost.sums else [])]


def _at_least(one: Sum, cost: Cost, language: str) -> str:
    amount = rates.amount(one.low, one.high, language)
    counted_in = rates.counted_in(one.currency, one.unit, language)
    best = "" if one.best is None or one.low == one.high else " " + t(
        language, "(best estimate {best})", best=one.best)
    said = nmsg("At least {amount} {currency}{best}, from {count} levy.",
                "At least {amount} {currency}{best}, from {count} levies.",
                len(one.levies), amount=amount, currency=counted_in, best=best).render(language)
    bases = dict.fromkeys(words.BASES[levy.basis].render(language) for levy in one.levies)
    return f"{said} ({rates.years(one, language)}) " + t(
        language, "Paid for: {bases}.", bases=listing(list(bases), language))


def _missing(cost: Cost, language: str) -> str:
    said = []
    if not cost.sums:
        said.append(t(language, "No rate is stated: what a load pays is not known."))
    if cost.unstated:
        said.append(nmsg("{count} levy on loads has no stated rate.",
                         "{count} levies on loads have no stated rate.",
                         len(cost.unstated)).render(language))
    if cost.apart:
        said.append(nmsg("{count} levy along it is not paid by the load, and not in the sum.",
                         "{count} levies along it are not paid by the load, and not in the sum.",
                         len(cost.apart)).render(language))
    return " ".join(said)


def _records(cost: Cost, language: str) -> html.Div:
    heads = [t(language, "Kind"), t(language, "Lowest"), t(language, "Best estimate"),
             t(language, "Highest"), t(language, "For what"), t(language, "Collector"),
             t(language, "Date"), t(language, "Document")]
    return ledger_table.table(heads, [_record(levy, language) for levy in cost.levies],
                              t(language, "Levies along the corridor"))


def _record(levy: Levy, language: str) -> list[Any]:
    def amount(value: float | None) -> str:
        return "–" if value is None else number(value, language)

    basis = words.BASES.get(levy.basis)
    return [
        ledger_table.claim(words.LEVY_KINDS[levy.kind].render(language), "levies", levy.id),
        amount(levy.rate_low), amount(levy.rate_best), amount(levy.rate_high),
        basis.render(language) if basis else t(language, "not stated"),
        claims.said(levy.collector, language),
        claims.date(levy, language), levy.cited.title]


def _reach(corridor: Corridor, selection: Selection, language: str) -> list[Any]:
    """Offer the incidents within a distance as the selection."""
    if not near.path(corridor):
        return []
    own = selection.near if selection.near and selection.near.corridor == corridor.id else None
    km = round(own.km) if own else USUAL
    straight = "" if corridor.path_known else t(
        language, "The path is not known: the distance is from the straight link on the map.")
    return [
        html.H3(t(language, "Incidents near it")),
        html.Div([
            dmc.NumberInput(label=t(language, "Within, km"), value=km, min=LEAST,
                            max=MOST, step=5, clampBehavior="strict", size="xs"),
            html.Button(t(language, "Show them"), type="button", className="plain-button",
                        **extra({"data-near": corridor.id})),
            html.Button(t(language, "Show all again"), type="button", className="plain-button",
                        **extra({"data-relax": "near"})),
        ], className="reach"),
        html.P(" ".join(part for part in (straight, t(
            language, "Only incidents whose place is known to within 25 km or better can be "
            "near: the hexagons that the distance touches.")) if part), className="quiet"),
    ]
