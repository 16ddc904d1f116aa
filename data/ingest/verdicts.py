"""What speaks against a record, and what is doubtful about one that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

import ibis
import ibis.expr.types as ir

from data.ingest.lookups import stripped
from data.ingest.typed import figure

FLAG = "struct<reason: string, named: string, found: string, suggestion: string>"
COUNTS = ("fatalities_low", "fatalities_best", "fatalities_high", "victims")
MEASURES = ("quantity", "amount_low", "amount_best", "amount_high")
NAMES = ("source_record_id", "country", "named_admin1", "named_admin2", "place", "kind")
TOTAL = r"(?i)^\W*(?:(?:sous|sub|grand)[\s-]*)?tota(?:l|ux|ls)(?:\s+(?:g[ée]n[ée]ral|general))?\W*$"
"""What the last row of a form is called in English and French."""
LONGEST_SPAN = {1: 1, 2: 6, 3: 7, 4: 31}
"""Days that a date of each precision may span."""


def damage(raw: ir.Table, width: int, trailing: bool) -> ir.StringColumn:
    """Return why a record cannot be taken apart, null where it can.

    Args:
        raw: staged records.
        width: columns of the header.
        trailing: whether every record has one empty field more, which then means nothing.
    """
    wide = ibis.literal(False) if trailing else raw.width > width
    # One flat call, not a chain of `or`: survey exports have thousands of columns.
    filled = ibis.coalesce(*[stripped(raw, f"c{i}") for i in range(width)]).notnull()
    return ibis.cases(
        (raw.damage.notnull(), raw.damage),
        (wide, "too_many_fields"),
        (raw.width < width, "too_few_fields"),
        (~filled, "empty_record"),
        else_=ibis.null("string"),
    )


def reasons(rows: ir.Table, id_required: bool) -> ir.ArrayColumn:
    """Return every reason to reject each row, none for a good one.

    A record that could not be taken apart has that as its only reason, since its
    fields mean nothing.
    """
    checks = _date_checks(rows) | _place_checks(rows) | _number_checks(rows)
    if id_required:
        checks["id_missing"] = rows.source_record_id.isnull()
    due = {reason: check.fill_null(False) for reason, check in checks.items()}
    each = [ibis.ifelse(check, reason, ibis.null("string")) for reason, check in due.items()]
    found = _where_any(due.values(), ibis.array(each).filter(lambda reason: reason.notnull()))
    return ibis.ifelse(rows.damaged.notnull(), ibis.array([rows.damaged]), found)


def _where_any(checks: Iterable[ir.BooleanValue], found: ir.ArrayColumn) -> ir.ArrayColumn:
    """Let a list be made only for the few rows for which anything is due."""
    return ibis.ifelse(ibis.or_(*checks), found, ibis.literal([], type=found.type()))


def _date_checks(rows: ir.Table) -> dict[str, ir.BooleanValue]:
    given = figure(rows.date_start).notnull()
    return {
        "date_start_missing": ~given.fill_null(False),
        "date_start_invalid": given & rows.start.isnull(),
        "date_end_invalid": figure(rows.date_end).notnull() & rows.date_end__end.isnull(),
        "date_end_before_start": rows.end < rows.start,
    }


def _place_checks(rows: ir.Table) -> dict[str, ir.BooleanValue]:
    lat, lon = rows.lat_text.notnull(), rows.lon_text.notnull()
    read_lat, read_lon = rows.lat.notnull(), rows.lon.notnull()
    known = rows.country__iso2.notnull() | rows.unit__known.fill_null(False)
    return {
        "lat_not_a_number": lat & ~read_lat,
        "lon_not_a_number": lon & ~read_lon,
        "lat_out_of_range": rows.lat.abs() > 90,
        "lon_out_of_range": rows.lon.abs() > 180,
        "coordinates_incomplete": lat != lon,
        "no_location": ~lat & ~lon & ~known,
        "total_row": ~lat & ~lon & _is_total(rows),
    }


def _is_total(rows: ir.Table) -> ir.BooleanValue:
    """Tell the sum of other rows, whose dead would count twice; a place may be called so."""
    return ibis.or_(*(rows[name].re_search(TOTAL).fill_null(False) for name in NAMES))


def _number_checks(rows: ir.Table) -> dict[str, ir.BooleanValue]:
    checks: dict[str, ir.BooleanValue] = {}
    for name in (*COUNTS, *MEASURES):
        value = rows[name]
        checks[f"{name}_not_a_number"] = rows[f"{name}_text"].notnull() & value.isnull()
        checks[f"{name}_negative"] = value < 0
    return checks


def flag_column(reason: str) -> str:
    """Return the name of the column that holds what a preset's flag is about, if it is due."""
    return f"flag_{reason}"


def doubts(rows: ir.Table, of_preset: Sequence[str] = ()) -> ir.ArrayColumn:
    """Return the flags of each row that can be told without looking at a map.

    Args:
        rows: fields read, and a `flag_column` for each flag that only the preset tells of.
        of_preset: the reasons of those flags.
    """
    nothing = ibis.null("string")
    low, best, high = rows.fatalities_low, rows.fatalities_best, rows.fatalities_high
    stated = rows.where_precision.between(1, 7).fill_null(False)
    told: list[tuple[str, ir.BooleanValue, ir.Value, ir.Value]] = [
        ("where_precision_unstated",
         rows.lat.notnull() & ~stated & rows.geometry_precision.isnull(),
         rows.where_precision_text, nothing),
        ("point_of_shape", rows.lat.notnull() & rows.geometry_precision.notnull(), nothing,
         nothing),
        ("country_unknown", rows.country.notnull() & rows.country__iso2.isnull(), rows.country,
         nothing),
        ("kind_unknown", rows.kind.notnull() & rows.kind__kind.isnull(), rows.kind,
         rows.kind__choices.nullif("")),
        ("licence_unknown", ~rows.licence__known, nothing, ibis.literal("no-redistribution")),
        ("fatalities_order", (best < low) | (best > high) | (high < low),
         _whole(low) + " / " + _whole(best) + " / " + _whole(high), nothing),
        ("date_precision_conflict", _too_long(rows), _whole(rows.date_precision), nothing),
        ("date_in_future", rows.start > ibis.today(), rows.start.cast("string"), nothing),
        ("zero_coordinates", (rows.lat == 0) & (rows.lon == 0), ibis.literal("0, 0"), nothing),
    ]
    for reason in of_preset:
        about = rows[flag_column(reason)]
        told.append((reason, about.notnull(), about, nothing))
    each = [ibis.ifelse(doubt.fill_null(False), _flag(reason, named, suggestion),
                        ibis.null(FLAG))
            for reason, doubt, named, suggestion in told]
    return _where_any((doubt.fill_null(False) for _, doubt, _, _ in told),
                      ibis.array(each).filter(lambda flag: flag.notnull()))


def _too_long(rows: ir.Table) -> ir.BooleanValue:
    longest = reduce(
        lambda other, pair: ibis.ifelse(rows.date_precision == pair[0], pair[1], other),
        LONGEST_SPAN.items(), ibis.literal(1_000_000))
    return rows.days > longest


def _whole(value: ir.NumericColumn) -> ir.StringColumn:
    return value.cast("int64").cast("string").fill_null("–")


def _flag(reason: str, named: ir.Value, suggestion: ir.Value) -> ir.StructValue:
    return ibis.struct({"reason": ibis.literal(reason), "named": named,
                        "found": ibis.null("string"), "suggestion": suggestion})
