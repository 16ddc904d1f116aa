"""An empty deck in the size of a page, in the organisation's colour, without what nobody needs."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

KEPT = ("Title Only", "Title and Content", "Blank")
"""The layouts of the library's template that stay, for slides that a person adds."""
FONT = "Arial"
"""It is on every office machine, and free programs have one of the same widths."""
ACCENT = re.compile(rb"(<a:accent1>\s*<a:srgbClr val=\")[0-9A-Fa-f]{6}")
LATIN = re.compile(rb"(<a:latin typeface=\")[^\"+]*")


def empty(width: float, height: float, accent: str) -> Any:
    """Return a deck without slides.

    Args:
        width: of a slide, points.
        height: of a slide, points.
        accent: `#rrggbb`, of charts and tables, also of those that a person adds.
    """
    deck: Any = Presentation()
    across, down = Pt(width) / deck.slide_width, Pt(height) / deck.slide_height
    deck.slide_width, deck.slide_height = Pt(width), Pt(height)
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    for held in (deck.slide_master, *deck.slide_layouts):
        for shape in held.placeholders:
            _scaled(shape, across, down)
    _themed(deck, accent)
    _without_thumbnail(deck.part.package)
    return deck


def layout(deck: Any) -> Any:
    """Return the layout of every slide: a title, and nothing else."""
    return deck.slide_layouts.get_by_name("Title Only")


def _scaled(shape: Any, across: float, down: float) -> None:
    if shape._element.spPr.find(qn("a:xfrm")) is None:
        return  # it stands where the master's own stands
    shape.left, shape.width = int(shape.left * across), int(shape.width * across)
    shape.top, shape.height = int(shape.top * down), int(shape.height * down)


def _themed(deck: Any, accent: str) -> None:
    """Put the accent and the font into the theme, whose part is bytes to the library."""
    for relation in deck.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            colour = accent.removeprefix("#").upper().encode()
            part._blob = LATIN.sub(rb"\g<1>" + FONT.encode(),
                                   ACCENT.sub(rb"\g<1>" + colour, part.blob))


def _without_thumbnail(package: Any) -> None:
    """Leave out the picture of the template's own first slide."""
    for id, relation in list(package._rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package._rels.pop(id)
