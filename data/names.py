"""Names of places in a language; a place that is not known names itself."""

from __future__ import annotations

from data import boundaries
from data.i18n import LANGUAGES
from data.taxonomy import fold


def country(code: str, language: str) -> str:
    """Name a country by its ISO code; an unknown code names itself."""
    try:
        return boundaries.country_name(code, language)
    except KeyError:
        return code


def unit(name: str, code: str | None, language: str) -> str:
    """Name a first-level unit, of a country where one is given.

    A name that is not the unit's own stays as it is: it may be of a newer unit within it.
    """
    found = boundaries.resolve_unit(name, code) or boundaries.resolve_unit(name)
    own = {fold(boundaries.unit_name(u, spoken)) for u in found[:1] for spoken in LANGUAGES}
    known = own & {fold(spelling) for spelling in boundaries.unit_spellings(name)}
    return boundaries.unit_name(found[0], language) if known else name
