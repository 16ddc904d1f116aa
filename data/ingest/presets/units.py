"""Units of quantity in English and French, brought to few."""

from __future__ import annotations

from decimal import Decimal

from data.ingest.numerals import plain
from data.taxonomy import fold

KG, LITRES = "kg", "litres"

_WORDS: dict[str, tuple[str, str]] = {
    "kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos": (KG, "1"),
    "gram grams gramme grammes g gr": (KG, "0.001"),
    "milligram milligrams milligramme milligrammes mg": (KG, "0.000001"),
    "microgram micrograms microgramme microgrammes µg ug": (KG, "0.000000001"),
    "tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes tonne_métrique": (KG, "1000"),
    "pound pounds lb lbs": (KG, "0.45359237"),
    "ounce ounces oz": (KG, "0.028349523125"),
    "litre litres liter liters l lt": (LITRES, "1"),
    "millilitre millilitres milliliter milliliters ml": (LITRES, "0.001"),
    "tablet tablets pill pills comprimé comprimés pilule pilules": ("tablets", "1"),
    "capsule capsules gélule gélules": ("capsules", "1"),
    "dose doses": ("doses", "1"),
    "ampoule ampoules vial vials": ("ampoules", "1"),
    "plant plants plante plantes pied pieds": ("plants", "1"),
    "seed seeds graine graines": ("seeds", "1"),
    "cigarette cigarettes": ("cigarettes", "1"),
    "unit units unité unités piece pieces pièce pièces item items": ("units", "1"),
}
UNITS: dict[str, tuple[str, Decimal]] = {
    fold(word.replace("_", " ")): (unit, Decimal(factor))
    for words, (unit, factor) in _WORDS.items() for word in words.split()
}
"""Words for a unit, and how many of ours it is."""


def known(unit: str | None) -> tuple[str, Decimal] | None:
    """Return our unit and how many of it the source's is; a bare “ton” may be any of three."""
    return UNITS.get(fold(unit or ""))


def _readable(amount: str | None, named: str | None) -> tuple[str, Decimal] | None:
    """Return `known`, unless there is an amount that could not be brought to that unit."""
    found = known(named)
    return found if found and (amount is None or plain(amount) is not None) else None


def unit(amount: str | None, named: str | None) -> str | None:
    """Return our unit, or the source's where it is not known or the amount is no number."""
    found = _readable(amount, named)
    return found[0] if found else named


def quantity(amount: str | None, named: str | None) -> str | None:
    """Return the amount in the unit that `unit` gives."""
    found = _readable(amount, named)
    number = plain(amount) if amount and found else None
    if found is None or number is None or found[1] == 1:
        return amount
    return format(number * found[1], "f")


def unknown(amount: str | None, named: str | None) -> str | None:
    """Return the unit of an amount where it is not known, for the flag about it."""
    return named if amount and named and not known(named) else None
