"""An atlas: a sheet for each unit of a level, fitted to it, behind one that shows them all."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace

from data import names
from data.i18n import t
from data.shapes.settled import picks_of
from layers.sheet.description import Sheet
from layers.sheet.gather import subtitle, title
from layers.sheet.press import Press
from layers.sheet.several import alike, overview
from layers.sheet.several.page import Page, Single, plain
from layers.sheet.several.units import COUNTRY, Unit, narrowed, recorded, together


def atlas(sheet: Sheet, level: int, press: Press) -> tuple[Page, ...]:
    """Return an overview, and a page for each unit that has any record, by name.

    Classes are made of all units together, in hexagons of one size, so that a colour means
    the same on every sheet.

    Raises:
        UsageError: there are no units of the level, or none of them has a record.
    """
    units, elsewhere = recorded(sheet.selection, level, press, sheet.language)
    whole = replace(sheet, classes=sheet.selection, view=None, extent=together(units))
    sheets = [_sheet(whole, one, level, (i, len(units)), press) for i, one in enumerate(units, 1)]
    one_size = sheet.resolution or _resolution(sheets, press)
    singles = tuple(Single(replace(one, resolution=one_size), plain(unit.name))
                    for one, unit in zip(sheets, units, strict=True))
    return (*overview.pages(whole, units, level, elsewhere, press), *singles)


def _resolution(sheets: Sequence[Sheet], press: Press) -> int:
    """Return the resolution that suits the scale of most sheets."""
    return statistics.median_low(alike.resolution(one, press) for one in sheets)


def _sheet(
    whole: Sheet, unit: Unit, level: int, place: tuple[int, int], press: Press
) -> Sheet:
    language = whole.language
    one = replace(whole, selection=narrowed(whole.selection, unit, level, press),
                  extent=unit.bounds, outlined=unit.id)
    said = [subtitle(one)] if whole.subtitle is None else [whole.subtitle]
    said.append(t(language, "sheet {at} of {all}, all with the same classes", at=place[0],
                  all=place[1]))
    return replace(one, title=_titled(one, unit, level), subtitle=" · ".join(
        part for part in said if part))


def _titled(one: Sheet, unit: Unit, level: int) -> str:
    """Put the unit behind the title that was given, or say it with its country."""
    if one.title is not None:
        return " · ".join(part for part in (one.title, unit.name) if part)
    if level == COUNTRY:
        return title(one)
    picks = picks_of(one.selection)
    of = names.country(unit.iso2, one.language)
    named = tuple((language, tuple(f"{name}, {of}" for name in said))
                  for language, said in picks.names)
    return title(one.of(replace(one.selection, countries=(), picks=replace(picks, names=named))))
