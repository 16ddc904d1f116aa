"""How late an export is, told by what it says and not by when it is imported.

Records may carry a mark of their last revision. A file has the day that `--as-of` names, else
that of its latest mark, else that of its newest incident. That last day tells the order only
where the file looks like an older export of what the store holds; any other file, such as one
with corrections, counts as the latest.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from data.history import order
from data.store import Writer

EARLIEST, LATEST = 100_000_000, 4_000_000_000
"""Seconds since 1970 that a mark of revision may lie between; a bare year is none."""
MILLISECONDS = 100_000_000_000


@dataclass(frozen=True)
class Vintage:
    """A file's place among the exports of its sources.

    Attributes:
        day: days since 1970.
        number: of the import, which decides between files of the same day.
        certain: whether the day tells the order; else the file counts as the latest.
        full: whether it is said to be a whole source.
        sources: whose records it brings.
    """

    day: int
    number: int
    certain: bool
    full: bool
    sources: tuple[str, ...]

    @property
    def seen(self) -> int:
        """The place of the file in the order of exports."""
        return order.seen(self.day, self.number)


def moment(text: ir.StringColumn) -> ir.IntegerColumn:
    """Read marks of revision, as seconds since 1970: counted so, or as year-month-day and time.

    What is neither, or not of a time when there were such marks, is null.
    """
    counted = text.try_cast("float64")
    seconds = ibis.ifelse(counted > MILLISECONDS, counted / 1000, counted)
    written = text.try_cast("timestamp").epoch_seconds().cast("float64")
    found = ibis.coalesce(seconds, written)
    fits = found.between(EARLIEST, LATEST)
    return ibis.ifelse(fits, found, ibis.null("float64")).floor().cast("int64")


def next_number(writer: Writer, known: ir.Table) -> int:
    """Return a number that is larger than that of every import before."""
    noted = writer.previous("imports").count()
    largest = known.agg(seen=(known.last_seen & ibis.literal(order.MASK, type="int64")).max())
    found = writer.fetch(largest)["seen"][0].as_py() or 0
    return int(max(found, writer.fetch(noted.as_table())[0][0].as_py())) + 1


def of_file(
    writer: Writer, assembled: ir.Table, known: ir.Table, number: int, *,
    as_of: dt.date | None, full: bool,
) -> Vintage:
    """Tell the vintage of a file.

    Args:
        writer: the snapshot being built.
        assembled: the file's incidents, with `mark`.
        known: those that the store holds, retired ones too.
        number: of this import.
        as_of: the day that the user named.
        full: whether the user says that the file is a whole source.
    """
    today = dt.datetime.now(dt.UTC).date()
    past = assembled.date_start <= ibis.literal(today, type="date")
    told = writer.fetch(assembled.agg(
        mark=assembled.mark.max(), newest=assembled.date_start.max(where=past)))
    mark, newest = told["mark"][0].as_py(), told["newest"][0].as_py()
    names = writer.fetch(assembled.select("source").distinct().order_by("source"))
    sources = tuple(names["source"].to_pylist())
    own = as_of or (order.EPOCH + dt.timedelta(seconds=mark) if mark else newest) or today
    day = order.days(own)
    if as_of:
        return Vintage(day, number, True, full, sources)
    of_sources = known.filter(known.source.isin(sources))
    latest = order.day_of(writer.fetch(of_sources.agg(seen=of_sources.last_seen.max()))
                          ["seen"][0].as_py() or 0)
    # A whole source without a date is what it lists now.
    certain = not full and (mark is not None or (
        newest is not None and _older(writer, assembled, of_sources, newest)))
    return Vintage(day if certain else max(day, latest), number, certain, full, sources)


def _older(writer: Writer, assembled: ir.Table, known: ir.Table, newest: dt.date) -> bool:
    """Tell whether a file looks like a whole export from before later incidents were added.

    It has none of the incidents after its newest day, and at least half of those until then.
    """
    there = known.incident_id.isin(assembled.incident_id)
    late = known.date_start > ibis.literal(newest, type="date")
    counts = writer.fetch(known.agg(
        late=late.sum(), late_there=(late & there).sum(),
        early=(~late).sum(), early_there=(~late & there).sum())).to_pylist()[0]
    late_n, late_there, early, early_there = (
        counts[name] or 0 for name in ("late", "late_there", "early", "early_there"))
    return bool(late_n and not late_there and early_there and 2 * early_there >= early)
