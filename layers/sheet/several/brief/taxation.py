"""The ledger: what is levied, by whom and how much, and what incidents report as paid."""

from __future__ import annotations

from data import taxonomy
from data.evidence import words
from data.evidence.model import Levy
from data.i18n import clauses, nmsg, t
from data.paid import paid_per
from data.profile.taxation import Payment
from layers import claims, rates
from layers.sheet.flow import Item
from layers.sheet.several.brief.telling import Telling


def taxation(telling: Telling) -> list[Item]:
    """Tell rates on the same terms, then levies one by one, then payments."""
    language, own = telling.language, telling.profile.taxation
    found = [telling.title(t(language, "Taxation"))]
    if not own.levies.here:
        found += telling.said(t(language, "No document of this atlas tells of a levy in it. That "
                                "is not to say that there is none."))
    if own.rates:
        found += [telling.head(t(language, "Rates that are stated")),
                  *telling.bullets([_rate(telling, one.levies, rates.written(one, language))
                                    for one in own.rates])]
    if own.unstated:
        found += telling.quiet(nmsg("{count} levy states no rate.", "{count} levies state no rate.",
                                    own.unstated).render(language))
    if own.levies.here:
        found += [telling.head(t(language, "Who levies what")),
                  *telling.bullets([_levy(telling, one) for one in own.levies.here])]
    found += telling.around(own.levies.around)
    found += _payments(telling, own.levied, t(language, "Incidents of taxation"))
    found += _payments(telling, own.other, t(language, "Other incidents that state money"))
    if own.rates or own.levied or own.other:
        found += telling.quiet(t(
            language, "Amounts are ranges as they are stated, each in its own currency and for "
            "its own thing; they are never added."))
    return found


def _rate(telling: Telling, levies: tuple[Levy, ...], said: str) -> str:
    numbers = dict.fromkeys(telling.cite(one).split(",")[0].strip("()") for one in levies)
    return f"{said} {' '.join(numbers)}"


def _levy(telling: Telling, one: Levy) -> str:
    language = telling.language
    rate = clauses(rates.listed([one], language), language)
    kind = words.LEVY_KINDS[one.kind].render(language)
    head = t(language, "{name}: {value}", name=claims.said(one.collector, language),
             value=", ".join(part for part in (kind, rate) if part))
    return telling.claim(one, f"{head}.", telling.says(one))


def _payments(telling: Telling, many: tuple[Payment, ...], title: str) -> list[Item]:
    if not many:
        return []
    language = telling.language
    invented = t(language, "Synthetic: invented for demonstration") if any(
        one.synthetic for one in many) else ""
    return [telling.head(title), *telling.bullets([_payment(one, language) for one in many]),
            *telling.quiet(invented)]


def _payment(one: Payment, language: str) -> str:
    """Write a kind, who collected, and the lowest and highest amount with how many state one."""
    kind = taxonomy.BY_ID[one.kind].label(language)
    who = one.collector or t(language, "collector not stated")
    if one.low is None or one.high is None:
        paid = t(language, "amount not stated")
    else:
        currency = one.currency or t(language, "(currency not stated)")
        paid = " ".join(part for part in (rates.amount(one.low, one.high, language), currency,
                                          paid_per(one.basis, language)) if part)
    counted = nmsg("{count} incident", "{count} incidents", one.incidents).render(language)
    if 0 < one.stated < one.incidents:
        counted += nmsg(" ({count} states it)", " ({count} state it)", one.stated).render(language)
    return " · ".join([kind, who, paid, counted])
