"""Map sheets as files of their own: PDF, SVG, PNG."""

from __future__ import annotations

from pathlib import Path

from layers.exports.export import Export
from layers.exports.made import Made, Tell
from layers.exports.pages import pages
from layers.sheet.press import Press
from layers.sheet.save import save


def write(export: Export, press: Press, path: Path, tell: Tell) -> Made:
    """Draw a sheet and write it."""
    tell(0, 1)
    (page,) = pages(export, press)
    figure = page.draw(press)
    save(figure, path, export.form, export.dpi)
    tell(1, 1)
    return Made((path.name,), str(figure.get_label()), 1, 0, 0)
