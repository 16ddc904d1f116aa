"""Rates of levies in words, as `5,000 – 250,000 CFA francs a week, for access to a site`."""

from __future__ import annotations

from collections.abc import Iterable

from data.analysis import ledger
from data.analysis.ledger import Range, Sum, Terms
from data.evidence.columns import NOT_STATED
from data.evidence.model import Levy
from data.evidence.words import BASES, FREQUENCIES
from data.i18n import Message, msg, number, t
from layers.claims import said

CURRENCIES: dict[str, Message] = {"XOF": msg("CFA francs"), "XAF": msg("CFA francs (Central "
                                                                        "Africa)")}
"""Currencies that people call otherwise than by their code."""


def written(one: Range, language: str) -> str:
    """Write a range with its currency or unit, how often and for what."""
    return f"{amount(one.low, one.high, language)} {on(one.terms, language)}"


def amount(low: float, high: float, language: str) -> str:
    """Write an amount, or its lowest and highest."""
    first, last = number(low, language), number(high, language)
    return first if first == last else f"{first} – {last}"


def added(one: Sum, language: str) -> str:
    """Write what levies add up to, in what, and of which years, as `5 – 7 USD (2020–2022)`."""
    sums = f"{amount(one.low, one.high, language)} {counted_in(one.currency, one.unit, language)}"
    return f"{sums} ({years(one, language)})"


def years(one: Sum, language: str) -> str:
    """Say of which years the levies of a sum are, since prices of several years differ."""
    if one.years is None:
        return t(language, "undated")
    first, last = one.years
    said_years = f"{first}" if first == last else f"{first}–{last}"
    return t(language, "{years}, some undated", years=said_years) if one.undated else said_years


def on(terms: Terms, language: str) -> str:
    """Write what a rate is counted in, how often it is paid and for what."""
    often, basis = FREQUENCIES.get(terms.frequency), BASES.get(terms.basis)
    parts = [counted_in(terms.currency, terms.unit, language)]
    parts += [often.render(language)] if often else []
    head = " ".join(parts)
    if basis is None:
        return head
    return f"{head}{',' if often else ''} {basis.render(language)}"


def counted_in(currency: str, unit: str, language: str) -> str:
    """Name a currency, or the unit of what is not money."""
    if currency != NOT_STATED:
        known = CURRENCIES.get(currency)
        return known.render(language) if known else currency
    if unit != NOT_STATED:
        return said(unit, language)
    return t(language, "(currency not stated)")


def listed(levies: Iterable[Levy], language: str) -> list[str]:
    """Write the ranges of levies, one for each kind of terms; none where none is stated."""
    return [written(one, language) for one in ledger.ranges(levies)]
