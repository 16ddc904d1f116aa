"""Counts of a page's incidents as tables: by kind, by place, and over time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from data import taxonomy
from data.i18n import Message, month, quarter, t
from data.names import country, unit
from data.queries import charts
from data.sentence import when
from layers.sheet.description import Sheet
from layers.sheet.furniture.chart import Bars, trend, unknown_months
from layers.sheet.gather import title
from layers.sheet.press import Press

Name = Callable[[set[str], str], dict[str, str]]
"""Names keys in a language."""


@dataclass(frozen=True)
class Table:
    """Counts by one thing.

    Attributes:
        title: what it counts.
        head: of the first column.
        columns: names of the columns of counts, one for each selection.
        rows: label and counts, in the order told.
        timed: whether rows are spans of time.
        unknown: incidents that are in none of its rows, since their month is not known.
    """

    title: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    timed: bool = False
    unknown: int = 0

    @property
    def totals(self) -> tuple[int, ...]:
        """The sum of each column; each incident is in one row."""
        return tuple(sum(column) for column in zip(*(counts for _, counts in self.rows),
                                                   strict=True))


def by_kind(press: Press, sheets: tuple[Sheet, ...]) -> Table:
    """Count by kind, the most frequent of the first selection first."""
    language = sheets[0].language
    return _counted(press, sheets, "kind", _kinds,
                    (t(language, "Incidents by kind"), t(language, "Kind")))


def by_place(press: Press, sheets: tuple[Sheet, ...]) -> Table:
    """Count by first-level unit, the most frequent of the first selection first."""
    language = sheets[0].language
    return _counted(press, sheets, "unit", _units,
                    (t(language, "Incidents by region"), t(language, "Region")))


def over_time(press: Press, sheet: Sheet) -> Table | None:
    """Count by month, quarter or year as the window is long; None without a known month."""
    rows = press.charted(charts.BY_NAME["trend"], sheet.selection)
    unknown = sum(int(row["incidents"]) for row in rows if row["part"] == charts.UNKNOWN)
    bars = trend(tuple((row["key"], int(row["incidents"])) for row in rows
                       if row["part"] == charts.SHOWN))
    if bars is None:
        return None
    language = sheet.language
    spans = [(span(bars, i, language), (n,)) for i, n in enumerate(bars.counts)]
    return Table(bars.title.render(language), t(language, "Period"), (t(language, "Incidents"),),
                 tuple(spans), timed=True, unknown=unknown)


def left_out(table: Table) -> Message | None:
    """Say how many incidents are in none of a table's rows, if any."""
    return unknown_months(table.unknown) if table.unknown else None


def span(bars: Bars, index: int, language: str) -> str:
    """Name the span of a bar: `Jan 2019`, `Q1 2019`, `2019`."""
    first = (bars.first + index) * bars.months
    day = dt.date(1970 + first // 12, first % 12 + 1, 1)
    return {1: month, 3: quarter}[bars.months](day, language) if bars.months < 12 else str(day.year)


def distinct(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets of different selections, the leading one first."""
    return tuple({sheet.selection.to_query(): sheet for sheet in reversed(sheets)}.values())[::-1]


def shown(sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    """Return what tells whether pages count the same."""
    return tuple(sheet.selection.to_query() for sheet in distinct(sheets))


def _counted(
    press: Press, sheets: tuple[Sheet, ...], name: str, named: Name, words: tuple[str, str]
) -> Table:
    sheets, language = distinct(sheets), sheets[0].language
    others, unknown = t(language, "Others"), t(language, "Not known")
    dimension = replace(charts.BY_NAME[name], own={}, most=None if len(sheets) > 1 else MOST)
    asked = [press.charted(dimension, sheet.selection) for sheet in sheets]
    names = named({row["key"] for rows in asked for row in rows if row["part"] == charts.SHOWN},
                  language)
    found: list[Counter[str]] = []
    for rows in asked:
        counted: Counter[str] = Counter()
        for row in rows:
            label = names[row["key"]] if row["part"] == charts.SHOWN else (
                others if row["part"] == charts.OTHERS else unknown)
            counted[label] += int(row["incidents"])
        found.append(counted)
    labels = list(dict.fromkeys(label for one in found for label in one))
    last = [label for label in (others, unknown) if label in labels]
    ordered = [label for label in labels if label not in last]
    cut = ordered[MOST:]
    told = [(label, tuple(one[label] for one in found)) for label in ordered[:MOST]]
    if cut:
        told.append((others, tuple(sum(one[label] for label in cut) for one in found)))
    told += [(label, tuple(one[label] for one in found)) for label in last]
    return Table(words[0], words[1], _columns(sheets), tuple(told))


def _kinds(keys: set[str], language: str) -> dict[str, str]:
    return {key: taxonomy.BY_ID[key].label(language) for key in keys}


def _units(keys: set[str], language: str) -> dict[str, str]:
    """Name units; with their country where there are several countries."""
    parts = {key: key.split(charts.BETWEEN) for key in keys}
    several = len({code for _, code in parts.values()}) > 1
    return {key: t(language, "{unit} ({country})", unit=unit(name, code, language),
                   country=country(code, language)) if several else unit(name, code, language)
            for key, (name, code) in parts.items()}


def _columns(sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    language = sheets[0].language
    if len(sheets) == 1:
        return (t(language, "Incidents"),)
    windows = tuple(when(sheet.selection, language) or t(language, "all dates")
                    for sheet in sheets)
    return windows if len(set(windows)) == len(windows) else tuple(map(title, sheets))


MOST = 12
"""Rows named singly; the others are added up."""
