"""The pages of an export: one sheet, or several that belong together."""

from __future__ import annotations

from layers.exports.export import Export
from layers.exports.many import Atlas, Brief, Compare, Series
from layers.sheet.press import Press
from layers.sheet.several.atlas import atlas
from layers.sheet.several.brief.pages import brief
from layers.sheet.several.compared import compared
from layers.sheet.several.page import Page, Single
from layers.sheet.several.series import series

__all__ = ["Page", "Single", "pages"]


def pages(export: Export, press: Press) -> tuple[Page, ...]:
    """Return the pages of a drawn export, at least one.

    Raises:
        AtlasError: what several pages are to be of is not there.
    """
    match export.many:
        case Atlas(level):
            return atlas(export.sheet, level, press)
        case Series(step):
            return series(export.sheet, step, press)
        case Compare(first, second):
            return compared(export.sheet, first, second, press)
        case Brief(region):
            return brief(export.sheet, region, press)
    return (Single(export.sheet),)
