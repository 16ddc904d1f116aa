"""What an export is called as a whole, which its first page may not say."""

from __future__ import annotations

from layers.exports.export import Export
from layers.exports.many import Series
from layers.sheet.gather import subtitle, title


def entitled(export: Export, first: tuple[str, str]) -> tuple[str, str]:
    """Return title and subtitle of the whole: of its first page, but a series is not one step.

    Args:
        export: its selection is settled.
        first: title and subtitle of the first page.
    """
    if not isinstance(export.many, Series):
        return first
    sheet = export.sheet
    return (title(sheet) if sheet.title is None else sheet.title,
            subtitle(sheet) if sheet.subtitle is None else sheet.subtitle)
