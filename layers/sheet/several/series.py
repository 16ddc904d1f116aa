"""A series: a sheet for each step of time, with the same classes, view and division."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.errors import wrong_value
from data.i18n import Message, msg, t
from data.selection import Selection
from layers.sheet.description import Sheet
from layers.sheet.gather import subtitle, title
from layers.sheet.press import Press
from layers.sheet.several import alike
from layers.sheet.several.page import Page, Single
from layers.sheet.several.steps import MONTHS, Spell, Step, steps

EMPTY: Message = msg("no incident is recorded in this time")
MOST = 400
"""Sheets at once; nobody turns more pages."""


def series(sheet: Sheet, step: Step, press: Press) -> tuple[Page, ...]:
    """Return a page for each step of the sheet's window, or of the time that records cover.

    Classes are made of what hexagons hold in every window as long as a step, of all steps
    together. A step without a record has its sheet as well, which says so.

    Raises:
        UsageError: nothing says which time is meant, or it has too many steps.
    """
    first, last = _reach(sheet.selection, step, press)
    spells = steps(step, first, last)
    if len(spells) > MOST:
        raise wrong_value("--series", step, msg(
            "that is {count} sheets, and {most} are the most: choose a window by --from and --to, "
            "or longer steps", count=len(spells), most=MOST))
    whole = replace(
        sheet, classes=sheet.selection, months=MONTHS[step], days=None,
        chart="kinds" if sheet.chart == "trend" and step != "year" else sheet.chart)
    whole = alike.viewed(whole, press)
    made = tuple(_sheet(whole, spell, step, (i, len(spells)), press)
                 for i, spell in enumerate(spells, 1))
    widest = max(made, key=lambda one: len((one.title or "") + (one.subtitle or "")))
    layout = alike.divided(replace(
        widest, selection=replace(sheet.selection, date_from=first, date_to=last)), press)
    return tuple(Single(one, spell.name, layout)
                 for one, spell in zip(made, spells, strict=True))


def _reach(selection: Selection, step: Step, press: Press) -> tuple[dt.date, dt.date]:
    """Return the window; an open end is where records begin or end."""
    if selection.date_from and selection.date_to:
        return selection.date_from, selection.date_to
    reach = press.reach(selection) or (None, None)
    first, last = selection.date_from or reach[0], selection.date_to or reach[1]
    if first is None or last is None:
        raise wrong_value("--series", step, msg(
            "no incident is recorded that would say when it begins and ends; name a window by "
            "--from and --to"))
    return first, max(first, last)


def _sheet(
    whole: Sheet, spell: Spell, step: Step, place: tuple[int, int], press: Press
) -> Sheet:
    language = whole.language
    selection = replace(whole.selection, date_from=spell.first, date_to=spell.last)
    one = whole.of(selection)
    about = press.totals(selection)
    said = [subtitle(one)] if whole.subtitle is None else [whole.subtitle]
    said += [] if about["incidents"] else [EMPTY.render(language)]
    said.append(t(language, "sheet {at} of {all}, all with the same classes", at=place[0],
                  all=place[1]))
    return replace(one, title=_titled(whole, spell, step), subtitle=" · ".join(
        part for part in said if part))


def _titled(whole: Sheet, spell: Spell, step: Step) -> str:
    """Put the step behind the title; the subtitle tells its days."""
    own = title(whole) if whole.title is None else whole.title
    label = spell.label(step, whole.language)
    return " · ".join(part for part in (own, label) if part)
