"""What is levied in an area: rates, levies one by one or grouped, and what incidents report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from dash import html

from callbacks.region.telling import MOST, Telling, quiet, section, stated
from data import taxonomy
from data.evidence import words
from data.evidence.model import Levy
from data.i18n import clauses, day, nmsg, t
from data.paid import paid_per
from data.profile.taxation import Payment
from layers import claims, rates


def part(telling: Telling) -> html.Section:
    """Tell levies that documents tell of, then incidents that state money."""
    language, own = telling.language, telling.profile.taxation
    levies = own.levies.here
    none = html.P(t(language, "No document of this atlas tells of a levy in it. That is not to "
                    "say that there is none."))
    told = [none] if not levies else [
        *_rates(telling), *(_grouped(telling, levies) if len(levies) > MOST
                            else telling.listed("levies", levies))]
    return section(
        "taxation", t(language, "Taxation"), *told,
        *_payments(telling, own.levied, t(language, "Incidents of taxation")),
        *_payments(telling, own.other, t(language, "Other incidents that state money")),
        *telling.around("levies", own.levies.around))


def _rates(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.taxation
    rest = nmsg("{count} levy states no rate.", "{count} levies state no rate.",
                own.unstated).render(language) if own.unstated else ""
    if not own.rates:
        return [quiet(rest)]
    title = t(language, "Rates that are stated")
    heads = [t(language, "For what"), t(language, "Lowest"), t(language, "Best estimate"),
             t(language, "Highest"), t(language, "Records")]
    rows = [[rates.on(one.terms, language), telling.number(one.low),
             "–" if one.best is None else telling.number(one.best), telling.number(one.high),
             telling.marks("levies", one.levies[:MOST])] for one in own.rates]
    note = t(language, "Rates in other currencies or for other things are never added up.")
    return [html.H3(title), telling.table(heads, rows, title), quiet(note, rest)]


def _grouped(telling: Telling, levies: Sequence[Levy]) -> list[Any]:
    """Group many levies by collector and kind; the latest of each stands for its group."""
    language = telling.language
    groups: dict[tuple[str, str], list[Levy]] = defaultdict(list)
    for levy in levies:
        groups[levy.collector, levy.kind].append(levy)
    largest = sorted(groups.values(), key=len, reverse=True)
    title = t(language, "Levies by collector and kind")
    heads = [t(language, "Collector"), t(language, "Kind"), t(language, "Records"),
             t(language, "Rate"), t(language, "The latest")]
    rows = [_group(telling, found) for found in largest[:MOST]]
    rest = len(largest) - MOST
    return [html.H3(title), telling.table(heads, rows, title),
            quiet(t(language, "… and {count} more, which the map’s table lists.",
                    count=rest)) if rest > 0 else None]


def _group(telling: Telling, found: list[Levy]) -> list[Any]:
    language = telling.language
    latest = max(found, key=lambda levy: str(levy.days[1]) if levy.days else "")
    said = clauses(rates.listed(found, language), language) or t(language, "not stated")
    when = claims.date(latest, language) if latest.days else t(language, "undated")
    return [claims.said(latest.collector, language),
            words.LEVY_KINDS[latest.kind].render(language), telling.number(len(found)), said,
            [when, " ", telling.mark("levies", latest)]]


def _payments(telling: Telling, many: Sequence[Payment], title: str) -> list[Any]:
    """Tell incidents by what was paid, to whom and for what; amounts are ranges, never sums."""
    language = telling.language
    if not many:
        return []
    heads = [t(language, "Kind"), t(language, "Collector"), t(language, "Incidents"),
             t(language, "Amounts"), t(language, "From"), t(language, "To")]
    rows = [[taxonomy.BY_ID[one.kind].label(language), stated(one.collector, language),
             telling.number(one.incidents), amounts(one, language), day(one.first, language),
             day(one.last, language)] for one in many]
    invented = html.Span(t(language, "Synthetic: invented for demonstration"),
                         className="synthetic") if any(one.synthetic for one in many) else None
    return [html.H3(title), invented, telling.table(heads, rows, title), quiet(t(
        language, "Amounts are the lowest and the highest that an incident states, in the "
        "currency that it states; they are never added."))]


def amounts(one: Payment, language: str) -> str:
    """Write the lowest and the highest amount, and how many incidents state one."""
    if one.low is None or one.high is None:
        return t(language, "not stated")
    currency = one.currency or t(language, "(currency not stated)")
    said = " ".join(part for part in (rates.amount(one.low, one.high, language), currency,
                                      paid_per(one.basis, language)) if part)
    if one.stated < one.incidents:
        said += nmsg(" ({count} states it)", " ({count} state it)", one.stated).render(language)
    return said
