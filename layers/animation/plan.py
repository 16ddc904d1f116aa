"""An animation before it is drawn: its windows, and the sheet that all of its frames share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from data.errors import wrong_value
from data.i18n import msg
from data.selection import Selection
from layers.animation.windows import Window, length, windows
from layers.exports.export import Export
from layers.sheet.description import Sheet
from layers.sheet.press import Press
from layers.sheet.several import alike


@dataclass(frozen=True)
class Plan:
    """What is drawn.

    Attributes:
        sheet: over all of the time, with classes, view and resolution settled.
        windows: of the frames, in order.
        speed: frames a second.
    """

    sheet: Sheet
    windows: tuple[Window, ...]
    speed: float

    @property
    def reach(self) -> Window:
        """All of the time."""
        chosen = self.sheet.selection
        assert chosen.date_from is not None and chosen.date_to is not None
        return Window(chosen.date_from, chosen.date_to)

    def at(self, window: Window) -> Sheet:
        """Return the sheet of one frame."""
        return self.sheet.of(replace(
            self.sheet.selection, date_from=window.first, date_to=window.last))


def planned(export: Export, press: Press) -> Plan:
    """Settle what the frames of an animation have in common.

    Raises:
        UsageError: nothing says which time is meant, or it has too many steps.
    """
    sheet, clock = export.sheet, export.clock
    first, last = _reach(sheet.selection, press)
    months, days = length(clock, first, last)
    found = windows(clock, first, last)
    selection = replace(sheet.selection, date_from=first, date_to=last)
    shared = replace(sheet, selection=selection, classes=selection, months=months, days=days,
                     chart="none")
    return Plan(alike.viewed(shared, press), tuple(found), clock.speed)


def _reach(selection: Selection, press: Press) -> tuple[dt.date, dt.date]:
    """Return the window of the selection; an open end is where records begin or end."""
    reach = press.reach(selection) or (None, None)
    first, last = selection.date_from or reach[0], selection.date_to or reach[1]
    if first is None or last is None:
        raise wrong_value("--from", "", msg(
            "no incident is recorded that would say when time begins and ends; name it by --from "
            "and --to"))
    return first, max(first, last)
