"""How many incidents the sheet shows, counts apart, and keeps back."""

from __future__ import annotations

from data.i18n import number, t
from layers.sheet.canvas import QUIET
from layers.sheet.flow import Item
from layers.sheet.furniture.words import counted, heading, paragraph
from layers.sheet.gather import Numbers


def items(numbers: Numbers, room: float, size: float, language: str) -> list[Item]:
    """Return the numbers as pieces of a column."""
    found = [heading(t(language, "Incidents"), room, size * 1.08),
             counted(t(language, "in the selection"), number(numbers.incidents, language), room,
                     size)]
    if numbers.shown is None:
        found.append(paragraph(t(language, "No layer of this sheet draws incidents."), room,
                               size * 0.9, ink=QUIET, name="number"))
    else:
        found += [counted(t(language, "shown on the map"), number(numbers.shown, language), room,
                          size),
                  counted(t(language, "counted apart: place too coarse"),
                          number(numbers.apart, language), room, size)]
    said = t(language, "withheld as single records: licence")
    found.append(counted(said, number(numbers.withheld, language), room, size))
    return found
