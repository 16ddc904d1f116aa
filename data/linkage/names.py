"""Names of actors as two sources write them: plain forms, other names, and their likeness."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

ALIASES = Path(__file__).parent / "aliases.csv"
ALIKE = 86.0
"""From this likeness on, 0 to 100, two plain names are one in two spellings."""

_YEARS = re.compile(r"\(\s*(?:since\s+)?\d{4}\s*(?:[-–]\s*(?:\d{4}|present)?\s*)?\)", re.I)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_PARTED = re.compile(r"\s*(?::|/|\baka\b|\balias\b|\band/or\b)\s*", re.I)
_NOT_A_NAME = re.compile(r"^(?:un)?(?:identified|known)$|^non identifies?$")
_WORD = re.compile(r"[a-z0-9]+")


def plain(name: str) -> str:
    """Write a name in lower-case words without accents, as in `jama at nusrat al islam`."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(_WORD.findall("".join(c for c in bare if not unicodedata.combining(c))))


@cache
def forms(name: str) -> frozenset[str]:
    """Return the plain forms that a name goes by: as written, its parts, and known others.

    `Group X (GX): Wing Y` goes by itself, by `Group X`, `GX` and `Wing Y`, and by what the
    table of aliases holds for any of them.
    """
    undated = _YEARS.sub(" ", name)
    outside = _BRACKETS.sub(" ", undated)
    written = [undated, outside, *_BRACKETS.findall(undated), *_PARTED.split(outside)]
    found = {form for form in map(plain, written) if form and not _NOT_A_NAME.match(form)}
    return frozenset(found | {one for form in found for one in _aliases().get(form, ())})


def likeness(one: str, other: str) -> float:
    """Return how alike two names are in their likest forms, 0 to 100."""
    if not forms(one).isdisjoint(forms(other)):
        return 100.0
    return max((fuzz.token_sort_ratio(a, b, score_cutoff=ALIKE)
                for a in forms(one) for b in forms(other)), default=0.0)


@cache
def alike(one: str, other: str) -> bool:
    """Tell whether two names may be one actor's."""
    return likeness(one, other) >= ALIKE


@cache
def commonness(name: str) -> float:
    """Return the least share of incidents that a name is taken to be in: above 0 for labels.

    `Civilians` in both records says little, also in a store that holds few of them.
    """
    return max((_common().get(form, 0.0) for form in forms(name)), default=0.0)


@cache
def _rows() -> list[dict[str, str]]:
    with ALIASES.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


@cache
def _aliases() -> dict[str, frozenset[str]]:
    """Return every plain name of the table with all that name the same."""
    groups: dict[str, set[str]] = {}
    for row in _rows():
        groups.setdefault(row["name"], set()).update({plain(row["name"]), plain(row["also"])})
    return {form: frozenset(group) for group in groups.values() for form in group}


@cache
def _common() -> dict[str, float]:
    return {plain(row[which]): float(row["common"] or 0) for row in _rows()
            for which in ("name", "also")}
