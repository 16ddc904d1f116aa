"""What a finished file is called: its title, in characters that every disk takes."""

from __future__ import annotations

import re
import unicodedata

from layers.exports.export import Export
from layers.exports.forms import FORMS

LONGEST = 80
ARCHIVED = frozenset({"png", "svg"})
"""Drawn forms that hold one sheet each; several of them go into an archive."""
_OTHER = re.compile(r"[^a-z0-9]+")
_ALONE = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "’": ""})


def file_name(title: str, export: Export) -> str:
    """Return a name such as `mali-cattle-theft-2024.pdf`."""
    many = f" {export.many.value}" if export.many else ""
    stem = slug(title)[:LONGEST].rstrip("-")
    return f"{stem or 'atlas'}{('-' + slug(many)) if many else ''}.{ending(export)}"


def slug(text: str) -> str:
    """Write a text in lower letters, digits and hyphens; empty where it has no Latin letters."""
    bare = unicodedata.normalize("NFKD", text.lower().translate(_ALONE))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return _OTHER.sub("-", letters).strip("-")


def ending(export: Export) -> str:
    """Return how the file's name ends: `zip` where it holds several files."""
    form = FORMS[export.form]
    archived = not form.drawn or (export.many is not None and export.form in ARCHIVED)
    return "zip" if archived else form.ending
