"""Columns told by what is in them, where their names say nothing; only where one alone fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import ibis.expr.types as ir

from data import taxonomy
from data.boundaries import resolve_country, resolve_unit
from data.errors import UndecidedError
from data.i18n import Message, msg, quoted
from data.ingest import pairs
from data.ingest.dates import FORMATS
from data.ingest.formats import points
from data.ingest.lookups import ABSENT, stripped
from data.ingest.presets.base import Preset, find_column
from data.ingest.presets.generic import DAY, MONTH, YEAR
from data.ingest.records import Header
from data.store import Writer
from data.taxonomy import fold

MOST = 1000
"""Records that are looked at."""
ENOUGH = 0.95
"""Share of a column's distinct values that must fit; a few are slips."""
SHORTEST_NAME = 4
"""Letters of a place's name; shorter ones are codes, which may be of anything."""

Values = Mapping[str, list[str]]


def complete(
    writer: Writer, raw: ir.Table, header: Header, preset: Preset, overrides: Mapping[str, str]
) -> Preset:
    """Add to a preset's columns those that only their values tell.

    Args:
        writer: the snapshot being built.
        raw: the staged records.
        header: the file's columns.
        preset: one whose columns are found by their names.
        overrides: columns by field, as the user said.

    Raises:
        UndecidedError: several columns could be the date, or the country.
    """
    preset = _without_lone_axis(preset, header, overrides)
    named = {field: column for field in preset.columns
             if (column := preset.find(field, header.names))}
    named |= {field: find_column([column], header.names) or column
              for field, column in overrides.items()}
    dated = "date_start" in named or _has_month_or_day(header)
    shaped = bool(set(header.names) & set(points.NAMES))
    placed = shaped or {"lat", "lon"} <= named.keys()
    if dated and placed and "kind" in named:
        return preset
    free = _values(writer, raw, header, {*named.values(), *points.NAMES})
    found: dict[str, str] = {}
    if not dated:
        found |= _date(free, header)
    if not placed:
        found |= _place(writer, raw, header, named, free)
    if "kind" not in named:
        found |= _only("kind", _fitting(free, _is_kind))
    columns = {**preset.columns, **{field: (column,) for field, column in found.items()}}
    return replace(preset, columns=MappingProxyType(columns))


def _without_lone_axis(
    preset: Preset, header: Header, overrides: Mapping[str, str]
) -> Preset:
    """Take `x` or `y` for an axis only where the file has the other one too."""
    axes = {field: preset.find(field, header.names) for field in ("lat", "lon")}
    given = {field: column for field, column in axes.items() if column or field in overrides}
    lone = {field: () for field, column in given.items()
            if len(given) == 1 and column and fold(column) in points.GRID}
    return replace(preset, columns=MappingProxyType({**preset.columns, **lone}))


def _has_month_or_day(header: Header) -> bool:
    """Tell whether parts of a date have columns of their own; a year alone may be all or not."""
    return any(find_column(names, header.names) for names in (MONTH, DAY))


def _values(writer: Writer, raw: ir.Table, header: Header, used: set[str]) -> Values:
    """Return values of each column that feeds nothing yet and has a name of its own."""
    free = [(name, f"c{i}") for i, name in enumerate(header.names)
            if name and name not in used and header.names.count(name) == 1]
    if not free:
        return {}
    whole = raw.filter(raw.damage.isnull()).order_by("record").limit(MOST)
    # One look at some records: a survey may have thousands of columns.
    rows = writer.fetch(whole.select(**{column: stripped(whole, column) for _, column in free}))
    return {name: [value for value in dict.fromkeys(rows[column].to_pylist())
                   if value and value.lower() not in ABSENT] for name, column in free}


def _date(free: Values, header: Header) -> dict[str, str]:
    """Tell the date's column; several are a question, unless there is a year to go by."""
    fitting = _fitting(free, _is_day)
    if len(fitting) > 1 and not find_column(YEAR, header.names):
        raise _question("date_start", msg("the date"), fitting)
    return _only("date_start", fitting)


def _place(
    writer: Writer, raw: ir.Table, header: Header, named: Mapping[str, str], free: Values
) -> dict[str, str]:
    """Tell the country's column, the degrees by it, or else the unit's.

    Several countries are a question where nothing else places the records.
    """
    countries = [] if "country" in named else _fitting(free, _is_country)
    found = _only("country", countries)
    if not {"lat", "lon"} & named.keys():
        country = named.get("country") or found.get("country")
        found |= pairs.named(list(free)) or pairs.find(
            pairs.sample(writer, raw, header, free, country))
    if found or named.keys() & {"country", "named_admin1"}:
        return found
    if countries:
        raise _question("country", msg("the country"), countries)
    return _only("named_admin1", _fitting(free, _is_unit))


def _fitting(free: Values, fits: Callable[[str], bool]) -> list[str]:
    return [name for name, values in free.items()
            if values and sum(map(fits, values)) >= ENOUGH * len(values)]


def _only(field: str, fitting: Sequence[str]) -> dict[str, str]:
    return {field: fitting[0]} if len(fitting) == 1 else {}


def _is_day(text: str) -> bool:
    """Tell a day that is written as one; eight digits may be anything."""
    return not text.isdigit() and any(
        (span := each.read(text)) is not None and span.precision == 1 for each in FORMATS)


def _is_country(text: str) -> bool:
    return len(text) >= SHORTEST_NAME and resolve_country(text) is not None


def _is_unit(text: str) -> bool:
    return len(text) >= SHORTEST_NAME and bool(resolve_unit(text))


def _is_kind(text: str) -> bool:
    return taxonomy.named(text) is not None


def _question(field: str, what: Message, fitting: Sequence[str]) -> UndecidedError:
    return UndecidedError(msg(
        "Which column holds {what}? No name tells it, and by their values {columns} could; answer "
        "with --map {field}=COLUMN.",
        what=what, field=field, columns=quoted(fitting)))
