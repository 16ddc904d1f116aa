"""Which options of an import a sentence names, so that a page can show them as controls."""

from __future__ import annotations

import re
from collections.abc import Callable

from data.errors import AtlasError

OPTIONS = ("sheet", "layer", "encoding", "no-header", "date-order", "map", "preset", "as-of",
           "full", "yes", "licence", "source", "rules", "save-preset")
"""Options of `app.py import` that its sentences name."""
NAMED = re.compile(
    rf"--(?P<option>{'|'.join(OPTIONS)})\b"
    r"(?: (?P<value>(?:NAME|NOM|DATE)\b|(?:FIELD|CHAMP)=(?:COLUMN|COLONNE)|dmy\b|mdy\b|"
    r"windows-1252\b|generic\b|[a-z_0-9]+=\w+))?")
"""An option in a sentence, with the value or the example that follows it."""


def named(error: AtlasError) -> list[str]:
    """Return the options that an error's sentence names, each once, such as `--sheet`."""
    found = (f"--{match['option']}" for match in NAMED.finditer(error.render("en")))
    return list(dict.fromkeys(found))


def asked_fields(error: AtlasError) -> list[str]:
    """Return the fields that a sentence asks to `--map`."""
    values = (match["value"] or "" for match in NAMED.finditer(error.render("en"))
              if match["option"] == "map")
    fields = (value.partition("=")[0] for value in values if value != "FIELD=COLUMN")
    return list(dict.fromkeys(filter(None, fields)))


def reworded(sentence: str, say: Callable[[str, str], str]) -> str:
    """Write a sentence with its options called by other names.

    Args:
        sentence: as the command line says it, in any language.
        say: names an option, such as `date-order`, and the value that follows it, or "".
    """
    return NAMED.sub(lambda match: say(match["option"], match["value"] or ""), sentence)
