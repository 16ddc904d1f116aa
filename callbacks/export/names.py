"""What a finished file is called: its title, in characters that every disk takes."""

from __future__ import annotations

import re
import unicodedata

from layers.exports.export import Export
from layers.exports.saved import file_ending

LONGEST = 80
_OTHER = re.compile(r"[^a-z0-9]+")
_ELIDED = re.compile(r"\b([cdjlmnst]|(?:jus|lors|puis)?qu)['’](?=\w\w)")
"""A French word that lost its vowel before another: two words, as a reader sees them."""
_ALONE = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "’": ""})


def file_name(title: str, export: Export) -> str:
    """Return a name such as `mali-cattle-theft-2024.pdf`."""
    many = f" {export.many.value}" if export.many else ""
    stem = slug(title)[:LONGEST].rstrip("-")
    return f"{stem or 'atlas'}{('-' + slug(many)) if many else ''}.{file_ending(export)}"


def slug(text: str) -> str:
    """Write a text in lower letters, digits and hyphens; empty where it has no Latin letters."""
    apart = _ELIDED.sub(r"\1 ", text.lower())
    bare = unicodedata.normalize("NFKD", apart.translate(_ALONE))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return _OTHER.sub("-", letters).strip("-")
