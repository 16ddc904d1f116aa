"""An export as slides (PPTX): for each page its map, and its numbers."""

from __future__ import annotations

import io
from pathlib import Path

from layers.documents import deck, slide_data, slide_map
from layers.documents.packed import moment, packed, put
from layers.documents.properties import fill
from layers.documents.slide_frame import Frame
from layers.documents.tables import shown
from layers.exports.counted import counted
from layers.exports.entitled import entitled
from layers.exports.export import Export
from layers.exports.made import Made, Tell
from layers.exports.pages import pages
from layers.sheet.fitting import frame as fit
from layers.sheet.gather import Content, gathered
from layers.sheet.press import Press

MAP = 0.7
"""Share of a slide's sides that a map takes, about, before its place is known."""


def write(export: Export, press: Press, path: Path, tell: Tell) -> Made:
    """Write a deck, its slides as large as the sheet's page."""
    found = pages(export, press)
    width, height = export.sheet.size
    made = deck.empty(width, height, press.settings.accent)
    first: Content | None = None
    told: set[tuple[str, ...]] = set()
    for i, page in enumerate(found):
        tell(i, len(found))
        sheet = page.sheets[0]
        about_it = gathered(sheet, press, fit(sheet, press, width * MAP, height * MAP))
        frame = slide_map.add(Frame(made, sheet, about_it, press.settings, ""), page, press,
                              export.dpi)
        if shown(page.sheets) not in told:
            slide_data.add(frame, page.sheets, press)
        told.add(shown(page.sheets))
        first = first or frame.content
    assert first is not None, "an export has a page"
    names = entitled(export, (first.title, first.subtitle))
    fill(made.core_properties, names, first, press.settings, export.sheet.language)
    written = io.BytesIO()
    made.save(written)
    name = put(packed(written.getvalue(), moment(first.as_of)), path, "pptx")
    tell(len(found), len(found))
    return Made((name,), names[0], len(made.slides), *counted(export, found, press))
