"""What licences ask of those who hand records on, in plain words."""

from __future__ import annotations

from data import licences
from data.i18n import Message, msg

NAMED = msg("Name the source and the licence, link to both, and say what was changed: here the "
            "records were brought to common fields, and places were located anew.")
ALIKE = msg("What you make of it must be handed on under the same licence.")
UNPAID = msg("It may not be used commercially.")
NO_ROWS = msg("Single records may not be passed on; counts may.")
UNKNOWN = msg("Nobody stated a licence: ask the source before you hand these records on.")

CONDITIONS: dict[str, tuple[Message, ...]] = {
    "unstated": (UNKNOWN,),
    "cc-by-4.0": (NAMED,),
    "cc-by-igo-3.0": (NAMED,),
    "cc-by-sa-4.0": (NAMED, ALIKE),
    "cc-by-nc-4.0": (NAMED, UNPAID),
    "odbl-1.0": (NAMED, ALIKE),
    "acled": (NO_ROWS,),
    "no-redistribution": (NO_ROWS,),
}


def label(licence: str, language: str) -> str:
    """Name a licence; one that is not known names itself."""
    known = licences.BY_ID.get(licence)
    return known.label.render(language) if known else licence


def address(licence: str) -> str:
    """Return where a licence can be read; empty where there is no such place."""
    known = licences.BY_ID.get(licence)
    return (known.url if known else None) or ""


def asks(licence: str, language: str) -> str:
    """Say what a licence asks for."""
    return " ".join(one.render(language) for one in CONDITIONS.get(licence, ()))
