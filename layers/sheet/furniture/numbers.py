"""How many incidents the sheet shows, counts apart, and keeps back."""

from __future__ import annotations

from data.i18n import number, t
from data.packages.aggregates import LEAST
from layers.sheet.canvas import QUIET
from layers.sheet.flow import Item
from layers.sheet.furniture.words import counted, heading, paragraph
from layers.sheet.gather import Content


def items(content: Content, room: float, size: float, language: str) -> list[Item]:
    """Return the numbers as pieces of a column."""
    found = [heading(t(language, "Incidents"), room, size * 1.08)]
    for said, count in told(content, language):
        if count is None:
            found.append(paragraph(said, room, size * 0.9, ink=QUIET, name="number"))
        else:
            found.append(counted(said, number(count, language), room, size))
    return found


def told(content: Content, language: str) -> list[tuple[str, int | None]]:
    """Return what each number says, and the number; a sentence that has none has None."""
    numbers = content.numbers
    found: list[tuple[str, int | None]] = [(t(language, "in the selection"), numbers.incidents)]
    if numbers.shown is not None:
        found.append((t(language, "shown on the map"), numbers.shown))
        if numbers.beyond:
            found.append((t(language, "outside this view"), numbers.beyond))
        found.append((t(language, "counted apart: place too coarse"), numbers.apart))
    elif not any(part.layer.group == "incidents" for part in content.parts):
        found.append((t(language, "Not drawn on this sheet, whose layers tell what documents "
                        "say."), None))
    if numbers.left:
        found.append((t(language, "in no count: fewer than {least} alike", least=LEAST),
                      numbers.left))
    if numbers.bare:
        found.append((t(language, "in hexagons without a value to show"), numbers.bare))
    found.append((t(language, "withheld as single records: licence"), numbers.withheld))
    if numbers.restricted:
        found.append((t(language, "withheld: restricted"), numbers.restricted))
    return found
