"""A number of a document in words: its own reserve, the number, its unit."""

from __future__ import annotations

from data.evidence.base import term
from data.evidence.columns import NOT_STATED
from data.evidence.model import Claim, Quantity
from data.i18n import number, t


def said(quantity: Quantity, language: str) -> str:
    """Write a quantity as its document does: `more than 260 persons`, `3 – 5 kg`.

    A document that gives no number keeps its own word for it, and it is said that there
    is none.
    """
    own = reserve(quantity, language)
    figure = _figure(quantity, language)
    if figure and not own:
        figure = _bounded(quantity, figure, language)
    if not figure:
        none = t(language, "no number is stated")
        return f"{own} ({none})" if own else none
    unit = "" if quantity.unit == NOT_STATED else term(quantity.unit, language)
    return " ".join(part for part in (own, figure, unit) if part)


def reserve(claim: Claim, language: str) -> str:
    """Write a document's own reserve, such as `about`; empty where it has none."""
    return "" if claim.qualifier == NOT_STATED else term(claim.qualifier, language)


def _bounded(quantity: Quantity, figure: str, language: str) -> str:
    """Say of a bound that stands alone, without a word of its source, which one it is."""
    if quantity.best is not None or (quantity.low is None) == (quantity.high is None):
        return figure
    if quantity.high is None:
        return t(language, "at least {n}", n=figure)
    return t(language, "at most {n}", n=figure)


def _figure(quantity: Quantity, language: str) -> str:
    low, high = quantity.low, quantity.high
    if quantity.best is None and low is not None and high is not None:
        return f"{number(low, language)} – {number(high, language)}"
    return "" if quantity.value is None else number(quantity.value, language)
