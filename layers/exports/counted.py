"""How many incidents sheets are of, and how many of these may not leave as records."""

from __future__ import annotations

from dataclasses import replace

from data.queries.exports import withheld
from data.queries.stats import totals
from data.selection import Selection
from layers.exports.export import Export
from layers.exports.many import Compare
from layers.sheet.press import Press


def counted(export: Export, press: Press) -> tuple[int, int]:
    """Return the incidents of an export's selection, and those withheld as single records.

    Of a comparison, those from the beginning of either window to the end of either.
    """
    selection = _shown(export)
    rows = press.snapshot.rows(withheld(selection))
    return (int(press.snapshot.rows(totals(selection))[0]["incidents"]),
            sum(int(row["incidents"]) for row in rows))


def _shown(export: Export) -> Selection:
    selection = export.sheet.selection
    match export.many:
        case Compare(first, second):
            return replace(selection, date_from=min(first[0], second[0]),
                           date_to=max(first[1], second[1]))
    return selection
