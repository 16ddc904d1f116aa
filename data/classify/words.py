"""Text as the rules see it: words without case and accents, numbers, and ends of sentences."""

from __future__ import annotations

import re
import unicodedata

NUMBER = "#"
"""Stands for any number."""
END = "\n"
"""Stands for the end of a sentence."""

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_STOP = re.compile(r"[.!?;…]+[»”\"')\]]*$")


def plain(text: str) -> str:
    """Lower the case, and drop accents and ligatures."""
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(c for c in spread if not unicodedata.combining(c))


def words(token: str) -> tuple[str, ...]:
    """Split what stands between two spaces: `l’armée.` is `l`, `armee` and an end.

    An end is told by a stop that is last, so that `2.7` and `e.g.this` hold none.
    """
    said = plain(token)
    found = tuple(NUMBER if word[0].isdigit() else word for word in _WORD.findall(said))
    return (*found, END) if _STOP.search(said) else found
