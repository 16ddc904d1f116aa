"""What a finished file is called: its title, in characters that every disk takes."""

from __future__ import annotations

import re
import unicodedata

from layers.exports.export import Export
from layers.exports.saved import file_ending

LONGEST = 80
_OTHER = re.compile(r"[^a-z0-9]+")
_ALONE = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "’": ""})


def file_name(title: str, export: Export) -> str:
    """Return a name such as `mali-cattle-theft-2024.pdf`."""
    many = f" {export.many.value}" if export.many else ""
    stem = slug(title)[:LONGEST].rstrip("-")
    return f"{stem or 'atlas'}{('-' + slug(many)) if many else ''}.{file_ending(export)}"


def slug(text: str) -> str:
    """Write a text in lower letters, digits and hyphens; empty where it has no Latin letters."""
    bare = unicodedata.normalize("NFKD", text.lower().translate(_ALONE))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return _OTHER.sub("-", letters).strip("-")
