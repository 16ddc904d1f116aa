"""How the position of a site was found, and how exact that makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.taxonomy import fold

ON_SITE, NEAR = 1, 2
"""Precisions of `data.model.WHERE_PRECISION`: the exact place, and within 25 km."""


@dataclass(frozen=True)
class Position:
    """What a site's point stands for, in both languages; `known` is false for other words."""

    precision: int
    en: str
    fr: str
    known: bool = True


@dataclass(frozen=True)
class Method:
    """A way to find a position: the words by which sources call it, and what it means."""

    words: tuple[str, ...]
    precision: int
    en: str
    fr: str


MEASURED = Method(("gps",), ON_SITE, "measured on site (GPS)", "relevée sur le site (GPS)")
APPROXIMATED = Method(
    ("approximation", "approximate", "approximated"), NEAR, "an approximation",
    "une approximation")
METHODS: tuple[Method, ...] = (
    MEASURED,
    APPROXIMATED,
    Method(("landsatetm", "landsat"), NEAR, "read off a satellite image (Landsat)",
           "lue sur une image satellite (Landsat)"),
    Method(("numerisation", "digitisation", "digitization", "digitised", "digitized"), NEAR,
           "digitised from a map", "numérisée d’après une carte"),
    Method(("anciennebase", "olddatabase", "formerdatabase"), NEAR,
           "taken from an older database", "reprise d’une ancienne base de données"),
)
BY_WORD: dict[str, Method] = {word: method for method in METHODS for word in method.words}

_PARTS = re.compile(r"([^(]*)(?:\((.*)\))?\s*", re.S)
_CAMPAIGN = re.compile(r"[A-Z]{2,} \d{4}")
"""Who measured it and when, such as `IPIS 2009`; any other bracket names another place."""


def read(origin: str) -> Position:
    """Read words such as `GPS`, `GPS (village Kiloza)` or `Approximation`.

    A GPS that was read elsewhere than at the site, and every other method, counts as
    within 25 km; so do words that are not known.
    """
    match = _PARTS.fullmatch(origin)
    head, bracket = (match[1].strip(), (match[2] or "").strip()) if match else (origin, "")
    method = BY_WORD.get(fold(head))
    if method is None:
        return _unknown(origin)
    if fold(bracket) in APPROXIMATED.words:
        return Position(NEAR, "approximated from a GPS position",
                        "approchée d’après une position GPS")
    if not bracket:
        return Position(method.precision, method.en, method.fr)
    if method is MEASURED and not _CAMPAIGN.fullmatch(bracket):
        return Position(NEAR, f"measured by GPS, not at the site itself ({bracket})",
                        f"relevée par GPS, mais pas sur le site même ({bracket})")
    return Position(method.precision, f"{method.en}; {bracket}", f"{method.fr}\u00a0; {bracket}")


def _unknown(origin: str) -> Position:
    if not origin:
        return Position(NEAR, "how the position was found is not stated",
                        "la façon dont la position a été trouvée n’est pas indiquée", known=False)
    return Position(NEAR, f"position found by: {origin}", f"position trouvée par\u00a0: {origin}",
                    known=False)
