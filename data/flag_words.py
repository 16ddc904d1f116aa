"""A doubt about a record in a person's language, with what was named, found and suggested.

A store keeps the parts of a doubt as an import wrote them, in English; what in them is
language, and no name or number, is said anew here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data import licences, taxonomy
from data.boundaries import country_name, resolve_country
from data.i18n import Message, clauses, msg, number
from data.model import FLAGS

MENDED: dict[str, Message] = {
    "sign of longitude": msg("another sign of the longitude"),
    "sign of latitude": msg("another sign of the latitude"),
    "signs of both": msg("another sign of latitude and longitude"),
    "latitude and longitude swapped": msg("latitude and longitude swapped"),
    "swapped, then sign of longitude": msg("swapped, then another sign of the longitude"),
    "swapped, then sign of latitude": msg("swapped, then another sign of the latitude"),
    "swapped, then signs of both": msg("swapped, then another sign of both"),
}
"""What would put a point where it should be; keys as `data.ingest.mends` writes them."""
PLACED = frozenset({"place_located", "place_ambiguous", "place_unknown"})
_SCORE = re.compile(r"(?<= )\d\.\d\d(?=,|$)")


@dataclass(frozen=True)
class Told:
    """A doubt in words; what it has none of is empty."""

    says: str
    named: str
    found: str
    suggestion: str


def told(flag: Mapping[str, str | None], language: str) -> Told:
    """Tell a doubt; `flag` has `reason`, `named`, `found` and `suggestion`, as stored."""
    reason, found = flag["reason"] or "", flag["found"] or ""
    if reason == "country_conflict":
        found = _country(found, language)
    elif reason in PLACED:
        found = _placed(found, language)
    return Told(FLAGS[reason].render(language) if reason in FLAGS else reason,
                flag["named"] or "", found, _suggested(reason, flag["suggestion"] or "", language))


def _suggested(reason: str, text: str, language: str) -> str:
    words, _, point = text.partition(": ")
    if words in MENDED and point:
        return msg("{what}: {point}", what=MENDED[words], point=point).render(language)
    if reason in PLACED:
        return clauses((_placed(part, language) for part in text.split("; ")), language)
    if reason == "licence_unknown" and text in licences.BY_ID:
        return licences.BY_ID[text].label.render(language)
    if reason == "kind_unknown":
        return ", ".join(taxonomy.BY_ID[part].label(language) if part in taxonomy.BY_ID else part
                         for part in text.split(", "))
    return text


def _country(name: str, language: str) -> str:
    """Say an English name of a country in a language; any other text stays."""
    known = resolve_country(name)
    return country_name(known, language) if known else name


def _placed(text: str, language: str) -> str:
    """Write the likeness of a place's name, such as `0.87`, with the language's own comma."""
    return _SCORE.sub(lambda match: number(float(match[0]), language), text)
