"""A column that has more to say than there is room for: it says how much is left out."""

from __future__ import annotations

from data.i18n import nmsg
from layers.sheet.flow import Item, tall
from layers.sheet.furniture.words import paragraph


def cut(column: list[Item], most: float, room: float, size: float, language: str) -> list[Item]:
    """Return a column no taller than `most`, points; its last line counts what has no place."""
    if tall(column) <= most:
        return column
    for count in range(len(column) - 1, -1, -1):
        # A heading does not stand without what it heads.
        if count and column[count - 1].keep:
            continue
        more = nmsg("and {count} more line, which the atlas lists",
                    "and {count} more lines, which the atlas lists",
                    len(column) - count).render(language)
        kept = [*column[:count], paragraph(more, room, size, name="more")]
        if tall(kept) <= most:
            break
    return kept
