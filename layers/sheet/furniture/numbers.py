"""How many incidents the sheet shows, counts apart, and keeps back."""

from __future__ import annotations

from data.i18n import number, t
from layers.sheet.canvas import QUIET
from layers.sheet.flow import Item
from layers.sheet.furniture.words import counted, heading, paragraph
from layers.sheet.gather import Content


def items(content: Content, room: float, size: float, language: str) -> list[Item]:
    """Return the numbers as pieces of a column."""
    numbers = content.numbers
    found = [heading(t(language, "Incidents"), room, size * 1.08),
             counted(t(language, "in the selection"), number(numbers.incidents, language), room,
                     size)]
    if numbers.shown is not None:
        found.append(counted(t(language, "shown on the map"), number(numbers.shown, language),
                             room, size))
        if numbers.beyond:
            found.append(counted(t(language, "outside this view"),
                                 number(numbers.beyond, language), room, size))
        found.append(counted(t(language, "counted apart: place too coarse"),
                             number(numbers.apart, language), room, size))
    elif not any(part.layer.group == "incidents" for part in content.parts):
        found.append(paragraph(t(language, "Not drawn on this sheet, whose layers tell what "
                                 "documents say."), room, size * 0.9, ink=QUIET, name="number"))
    said = t(language, "withheld as single records: licence")
    found.append(counted(said, number(numbers.withheld, language), room, size))
    return found
