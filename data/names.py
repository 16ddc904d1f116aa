"""Names of places in a language; a place that is not known names itself."""

from __future__ import annotations

from data import boundaries


def country(code: str, language: str) -> str:
    """Name a country by its ISO code; an unknown code names itself."""
    try:
        return boundaries.country_name(code, language)
    except KeyError:
        return code


def unit(name: str, code: str | None, language: str) -> str:
    """Name a first-level unit, of a country where one is given; an unknown one keeps its name."""
    found = boundaries.resolve_unit(name, code) or boundaries.resolve_unit(name)
    return boundaries.unit_name(found[0], language) if found else name
