"""Place names misspelt as people misspell them, the same ones every time."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

ENGLISH = (("ou", "u"), ("dj", "j"), ("gu", "g"), ("k", "c"), ("c", "k"), ("é", "e"), ("y", "i"))
FRENCH = (("u", "ou"), ("w", "ou"), ("j", "dj"), ("k", "c"), ("sh", "ch"), ("i", "y"))
BEFORE = ("Village de ", "Ville de ", "village of ", "Hameau de ")

Spell = Callable[[str, random.Random], str]


def without_accents(name: str, _: random.Random) -> str:
    """Type a name on a keyboard without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def swapped(name: str, chance: random.Random) -> str:
    """Swap two letters that stand beside each other, not the first."""
    i = _inside(name, chance)
    return name[:i] + name[i + 1:i + 2] + name[i] + name[i + 2:]


def dropped(name: str, chance: random.Random) -> str:
    """Leave out a letter, not the first."""
    i = _inside(name, chance)
    return name[:i] + name[i + 1:]


def doubled(name: str, chance: random.Random) -> str:
    """Write a letter twice."""
    i = _inside(name, chance)
    return name[:i] + name[i] + name[i:]


def mistyped(name: str, chance: random.Random) -> str:
    """Hit another letter."""
    i = _inside(name, chance)
    return name[:i] + chance.choice("aeiounrstlmk") + name[i + 1:]


def transliterated(name: str, chance: random.Random) -> str:
    """Write a sound as the other of French and English does."""
    low = name.lower()
    fitting = [pair for pair in (*ENGLISH, *FRENCH) if pair[0] in low]
    if not fitting:
        return name
    old, new = chance.choice(fitting)
    return low.replace(old, new).title()


def joined(name: str, chance: random.Random) -> str:
    """Write a hyphen for a space, or the other way round; one word becomes upper case."""
    if " " in name or "-" in name:
        return name.replace("-", "\0").replace(" ", "-").replace("\0", chance.choice((" ", "")))
    return name.upper()


def announced(name: str, chance: random.Random) -> str:
    """Say before a name that it is a village's."""
    return chance.choice(BEFORE) + name


SPELLINGS: tuple[Spell, ...] = (
    without_accents, swapped, dropped, doubled, mistyped, transliterated, joined, announced)


def misspelt(name: str, chance: random.Random) -> str:
    """Misspell a name in one way."""
    return chance.choice(SPELLINGS)(name, chance).strip()


def _inside(name: str, chance: random.Random) -> int:
    """Choose a letter after the first; the first where there is no other."""
    letters = [i for i, c in enumerate(name) if i and c.isalpha()]
    return chance.choice(letters) if letters else 0
