"""A comparison: two windows and their difference, on three maps of one page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from data.comparison import Days
from data.i18n import t
from data.sentence import when
from data.settle import settled
from layers.difference_options import OWN_A, OWN_B, SHOW, WHEN
from layers.registry import BY_ID
from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import fitted
from layers.sheet.gather import title
from layers.sheet.press import Press
from layers.sheet.several import compared_drawn
from layers.sheet.several.page import Page

LAYER = "difference"
ALONE = ("a", "b")
"""What colours of the layer may say that is no difference."""


@dataclass(frozen=True)
class Comparison:
    """The page.

    Attributes:
        difference, first, second: what its maps show.
        name: among the pages.
    """

    difference: Sheet
    first: Sheet
    second: Sheet
    name: str = "comparison"

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The difference, then both windows."""
        return self.difference, self.first, self.second

    def draw(self, press: Press) -> Figure:
        """Draw it."""
        return compared_drawn.draw(self.difference, self.first, self.second, press)


def compared(sheet: Sheet, first: Days, second: Days, press: Press) -> tuple[Page, ...]:
    """Return the page of a comparison.

    Incidents are in hexagons, a year, with the same classes for both windows; the difference
    says what the sheet's own choice for the layer says. Claims of documents are drawn in the
    windows, and not in the difference.

    Args:
        sheet: what is shown; its window is left out.
        first: the one window, A.
        second: the other, B; the order is kept.
        press: what it is printed from.
    """
    selection = settled(sheet.selection.anytime(), press.ground)
    base = replace(
        sheet, selection=selection, days=None, months=max(_months(first), _months(second)),
        title=title(sheet.of(selection)) if sheet.title is None else sheet.title,
        subtitle=_subtitle(sheet, first, second), chart="none")
    if base.view is None and base.extent is None:
        both = replace(selection, date_from=min(first[0], second[0]),
                       date_to=max(first[1], second[1]))
        base = replace(base, extent=fitted(base.of(both), press)[0])
    claims = tuple(one for one in sheet.layers if BY_ID[one.id].group != "incidents")
    ground = tuple(one for one in claims if BY_ID[one.id].group == "context")
    own = next((one for one in sheet.layers if one.id == LAYER), Shown(LAYER))
    alone = _with(own, show="b", when="same")
    change = dict(own.options).get(SHOW.name, SHOW.default)
    apart = _with(own, show=SHOW.default if change in ALONE else change,
                  when=",".join(day.isoformat() for day in first))
    return (Comparison(
        _within(replace(base, layers=(*ground, apart)), second),
        _within(replace(base, layers=(*claims, alone)), first),
        _within(replace(base, layers=(*claims, alone)), second)),)


def _with(shown: Shown, *, show: str, when: str) -> Shown:
    """Choose what is drawn of which windows; both sides are of the whole selection."""
    chosen = dict(shown.options) | {SHOW.name: show, WHEN.name: when}
    for own in (OWN_A, OWN_B):
        chosen.pop(own.name, None)
    return replace(shown, options=tuple(sorted(chosen.items())))


def _within(sheet: Sheet, days: Days) -> Sheet:
    return sheet.of(replace(sheet.selection, date_from=days[0], date_to=days[1]))


def _months(days: Days) -> int:
    """Return how many months a window touches."""
    first, last = days
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _subtitle(sheet: Sheet, first: Days, second: Days) -> str:
    if sheet.subtitle is not None:
        return sheet.subtitle
    return " · ".join([t(sheet.language, "A: {window}", window=spell(sheet, first)),
                       t(sheet.language, "B: {window}", window=spell(sheet, second))])


def spell(sheet: Sheet, days: tuple[dt.date, dt.date]) -> str:
    """Write a window in the language of a sheet."""
    return when(replace(sheet.selection, date_from=days[0], date_to=days[1]), sheet.language)
