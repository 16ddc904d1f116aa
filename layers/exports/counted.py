"""How many incidents sheets are of, and how many of these may not leave as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.selection import Selection
from layers.exports.export import Export
from layers.exports.many import Brief, Compare
from layers.exports.pages import Page
from layers.sheet.press import Press


def counted(export: Export, found: Sequence[Page], press: Press) -> tuple[int, int]:
    """Return the incidents that pages are of, and those withheld as single records.

    Of a comparison, those from the beginning of either window to the end of either; of a brief,
    those of the region.
    """
    selection = _shown(export, found)
    return int(press.totals(selection)["incidents"]), sum(press.withheld(selection).values())


def _shown(export: Export, found: Sequence[Page]) -> Selection:
    selection = export.sheet.selection
    match export.many:
        case Compare(first, second):
            return replace(selection, date_from=min(first[0], second[0]),
                           date_to=max(first[1], second[1]))
        case Brief():
            return found[0].sheets[0].selection
    return selection
