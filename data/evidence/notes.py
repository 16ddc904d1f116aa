"""What an import of visits adds to records, said in both languages.

Records keep such a note in English, as the committed ones do; readers of French get it
from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

GAP = "{}"


@dataclass(frozen=True)
class Note:
    """A note in English and French; `{}` stands for what the source writes."""

    en: str
    fr: str

    def about(self, written: str = "") -> str:
        """Return the note as records keep it."""
        return self.en.replace(GAP, written)


PRESENCE_READ = Note(
    "The source gives how often the group is at the site; that is taken for how often it levies.",
    "La source donne la fréquence de la présence du groupe sur le site\u00a0; elle est lue comme "
    "celle de ses prélèvements.")
YEAR_ALONE = Note(
    "The source writes {}, which stands for the year alone.",
    "La source écrit {}, qui ne vaut que pour l’année.")
NOTES = (PRESENCE_READ, YEAR_ALONE)


def in_french(text: str) -> str:
    """Say every known note within a text in French; the rest stays as it is."""
    for pattern, french in _patterns():
        text = pattern.sub(french, text)
    return text


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(re.escape(note.en).replace(re.escape(GAP), r"(\S+?)")),
             note.fr.replace(GAP, r"\1")) for note in NOTES]
