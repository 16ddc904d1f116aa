"""A selection as a filter over the incident table."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from data.boundaries import resolve_unit
from data.errors import UsageError
from data.evidence.near import reach_of
from data.hexes import RESOLUTION_MASK, RESOLUTION_SHIFT, parent_bits
from data.i18n import msg
from data.model import incidents
from data.queries import calendar, within
from data.reach import COARSE, FINE, Cells, Reach
from data.selection import BBox, Selection
from data.shapes.settled import held_of, picks_of

Find = Callable[[str, str | None], tuple[str, ...]]
"""Finds the ids of units by name, of one country if its ISO code is given."""

ACCENTED = "àáâãäåāçèéêëēìíîïīñòóôõöøōùúûüūýÿ"
PLAIN = "aaaaaaaceeeeeiiiiinooooooouuuuuyy"


def selected(selection: Selection, table: ir.Table | None = None) -> ir.Table:
    """Return the incidents of a selection.

    Raises:
        UsageError: a first-level unit that neither the boundaries nor a link knows.
    """
    rows = incidents() if table is None else table
    clauses = [*_what(selection, rows), *_where(selection, rows), *_when(selection, rows),
               *_who(selection, rows)]
    return rows.filter(clauses) if clauses else rows


def folded(column: ir.StringColumn) -> ir.StringColumn:
    """Lower the case and drop the accents of a text column."""
    return column.lower().translate(ACCENTED, PLAIN)


def fold_words(text: str) -> list[str]:
    """Split a person's words the way `folded` writes text."""
    return text.lower().translate(str.maketrans(ACCENTED, PLAIN)).split()


def flag_reasons(rows: ir.Table) -> ir.ArrayColumn:
    """Return the reasons of each row's flags as an array."""
    return rows.flags.map(lambda flag: flag.reason)


def _what(selection: Selection, rows: ir.Table) -> list[ir.BooleanValue]:
    clauses: list[ir.BooleanValue] = []
    if selection.kinds:
        clauses.append(rows.kind.isin(selection.kinds))
    if selection.sources:
        clauses.append(rows.source.isin(selection.sources))
    if selection.min_kind_confidence is not None:
        clauses.append(rows.kind_confidence >= selection.min_kind_confidence)
    if selection.text:
        said = folded(rows.notes.fill_null("") + " " + rows.place.fill_null(""))
        clauses += [said.contains(word) for word in fold_words(selection.text)]
    return clauses


def _where(selection: Selection, rows: ir.Table) -> list[ir.BooleanValue]:
    clauses: list[ir.BooleanValue] = []
    if selection.countries:
        clauses.append(rows.admin0.isin(selection.countries))
    if selection.admin1 or selection.picked:
        clauses.append(reduce(or_, _in_units(selection, rows)))
    if selection.area:
        clauses.append(within.in_area(rows, selection.area.shape, held_of(selection.area)))
    if selection.bbox:
        clauses.append(inside(rows, selection.bbox))
    if selection.near:
        clauses.append(_near(rows, reach_of(selection.near)))
    if selection.max_where_precision:
        clauses.append(rows.where_precision <= selection.max_where_precision)
    return clauses


def _in_units(selection: Selection, rows: ir.Table) -> list[ir.BooleanValue]:
    """Ask for any of the units that are named, and of those that are picked."""
    asked: list[ir.BooleanValue] = []
    if selection.admin1:
        asked.append(rows.admin1_id.isin(unit_ids(selection)))
    if selection.picked:
        asked.append(within.in_units(rows, picks_of(selection).held))
    return asked


def inside(rows: ir.Table, bbox: BBox) -> ir.BooleanValue:
    """Tell of each incident whether it has a point in a box, which may cross the antimeridian."""
    west, south, east, north = bbox
    after, before = rows.lon >= west, rows.lon <= east
    between = (after & before) if west <= east else (after | before)
    return rows.lat.between(south, north) & between


def _near(rows: ir.Table, reach: Reach) -> ir.BooleanValue:
    """Ask exact places in small hexagons and near ones in large ones; others are left out."""
    own = (rows.cell >> RESOLUTION_SHIFT) & RESOLUTION_MASK
    return ((own >= FINE) & _held(rows, reach.fine)) | ((own == COARSE) & _held(rows, reach.coarse))


def _held(rows: ir.Table, cells: Cells) -> ir.BooleanValue:
    held = [parent(rows.cell, resolution).isin(sorted(found)) for resolution, found in cells]
    return reduce(or_, held, ibis.literal(False))


def parent(cell: ir.IntegerColumn, resolution: int) -> ir.IntegerColumn:
    """Return the ancestors of cells that are as fine as a resolution, or finer."""
    mask, bits = parent_bits(resolution)
    # Typed, since an engine would read the mask as an unsigned number.
    return (cell & ibis.literal(mask, type="int64")) | ibis.literal(bits, type="int64")


def touches(rows: ir.Table, selection: Selection) -> ir.BooleanValue:
    """Tell of each incident whether it lasts into a selection's window."""
    return reduce(and_, _in_window(selection, rows), ibis.literal(True))


def _in_window(selection: Selection, rows: ir.Table) -> list[ir.BooleanValue]:
    clauses: list[ir.BooleanValue] = []
    if selection.date_to:
        clauses.append(rows.date_start <= selection.date_to)
    if selection.date_from:
        clauses.append(rows.date_end >= selection.date_from)
    return clauses


def _when(selection: Selection, rows: ir.Table) -> list[ir.BooleanValue]:
    clauses = _in_window(selection, rows)
    if selection.max_date_precision:
        clauses.append(rows.date_precision <= selection.max_date_precision)
    if selection.weekdays:
        clauses.append(calendar.weekday(rows).isin(selection.weekdays))
    if selection.months:
        clauses.append(calendar.month(rows).isin(selection.months))
    return clauses


def _who(selection: Selection, rows: ir.Table) -> list[ir.BooleanValue]:
    clauses: list[ir.BooleanValue] = []
    words = fold_words(selection.actor)
    if words:
        fitting = rows.actors.filter(
            lambda actor: reduce(and_, [folded(actor["name"]).contains(word) for word in words]))
        clauses.append(fitting.length() > 0)
    if selection.actor_names:
        named = rows.actors.filter(lambda actor: actor["name"].isin(selection.actor_names))
        clauses.append(named.length() > 0)
    return clauses


def unit_ids(selection: Selection, find: Find = resolve_unit) -> list[str]:
    """Return the codes of the first-level units that a selection names.

    Those that were looked up already are taken as they are; `find` looks up the others. A
    name that several countries share means the one in the countries selected, or all of them
    where none is; `Centre (BF)` says which.
    """
    if selection.units is not None:
        return list(selection.units)
    ids: list[str] = []
    for name in selection.admin1:
        found = _units_named(name, selection.countries, find)
        if not found:
            raise UsageError(msg(
                "No first-level unit is called “{name}”; write it as the map does, "
                "such as Gao, Tombouctou or “Centre (BF)”.", name=name))
        ids += found
    return list(dict.fromkeys(ids))


def _units_named(name: str, countries: tuple[str, ...], find: Find) -> list[str]:
    plain, _, tail = name.partition(" (")
    code = tail.rstrip(")").strip().upper()
    if code:
        return list(find(plain, code))
    found = list(find(name, None))
    near = [u for country in countries for u in find(name, country)]
    return near or found
