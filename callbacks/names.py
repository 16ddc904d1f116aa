"""Names of places in a language, for the page."""

from __future__ import annotations

from data import boundaries


def country(code: str, language: str) -> str:
    """Name a country by its ISO code; an unknown code names itself."""
    try:
        return boundaries.country_name(code, language)
    except KeyError:
        return code


def unit(name: str, code: str, language: str) -> str:
    """Name a first-level unit of a country; one without a boundary keeps its own name."""
    found = boundaries.resolve_unit(name, code)
    return boundaries.unit_name(found[0], language) if found else name
