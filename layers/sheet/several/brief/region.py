"""The region that a brief is of, by its id or its name."""

from __future__ import annotations

from rapidfuzz import fuzz, process, utils

from data.errors import wrong_value
from data.i18n import LANGUAGES, alternatives, msg
from data.profile.area import Area, find, levels
from data.taxonomy import fold
from layers.sheet.press import Press

NEAR, LEAST = 5, 60.0
"""How many names are offered where none is called so, and how alike they are at least, of 100."""


def found(text: str, press: Press, language: str) -> Area:
    """Return the one region that an id or a name means.

    Raises:
        UsageError: there is none, and which names are near; or several, and their ids.
    """
    ids = [text] if any(text in units.position for _, units in levels(press.ground)) else [
        id for _, units in levels(press.ground) for id in units.find(text)]
    if len(ids) > 1:
        raise wrong_value("--brief", text, msg("several are called so: {ids}", ids=", ".join(ids)))
    if ids:
        return find(press.ground, ids[0])
    near = alternatives(_near(text, press), language)
    raise wrong_value("--brief", text, msg(
        "no region is called so; near it are {names}", names=near) if near else msg(
            "no region is called so; give the code of a country or unit, such as ML or ML-7, or "
            "its name"))


def _near(text: str, press: Press) -> list[str]:
    """Return the names that are most like a text, the most alike first, each with its id."""
    names: dict[str, str] = {}
    for _, units in levels(press.ground):
        for id in units.ids:
            for language in LANGUAGES:
                name = units.name(id, language)
                names.setdefault(f"{name} ({id})", fold(name))
    alike = process.extract(fold(text), names, scorer=fuzz.ratio, limit=4 * NEAR,
                            processor=utils.default_process, score_cutoff=LEAST)
    ids: dict[str, str] = {}
    for _, _, label in alike:
        ids.setdefault(label.rpartition(" (")[2], label)
    return list(ids.values())[:NEAR]
