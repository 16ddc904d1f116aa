"""Candidates located: each distinct place that records tell of is looked up once.

Records repeat their places, and what a point says besides; what no answer depends on is left
out of the question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from data.i18n import msg
from data.ingest.locate import LOCATED, Locator, Points
from data.ingest.progress import Progress, Tick
from data.ingest.splits import splits
from data.store import Writer

SAID = ("lat", "lon", "where_precision", "country", "named_admin0", "named_admin1",
        "named_admin2")
ASKED = (*SAID, "day")
FOUND = tuple(name for name in LOCATED.names if name != "record")
CODED = ("found_admin0", "admin0", "admin1", "admin1_id", "admin2")
"""Texts of few values, which are carried as numbers until the snapshot is written."""


def located(
    writer: Writer, typed: ir.Table, locator: Locator, progress: Progress, size: int
) -> ir.Table:
    """Return what was asked, and found, of each distinct `site` of usable candidates.

    Args:
        writer: the snapshot being built.
        typed: candidates.
        locator: finds a place's country, units and cell.
        progress: shows how many of the places are found.
        size: places that are looked up at a time.
    """
    usable = typed.filter(typed.reasons.length() == 0)
    places = usable.select(*SAID, day=_day(usable)).distinct()
    questions = writer.keep(places.mutate(site=ibis.row_number()))
    total = writer.fetch(questions.count().as_table())[0][0].as_py()
    with progress.bar(msg("Locating"), total) as tick:
        answers = _answers(writer, questions, locator, size, tick)
        found = ibis.table(ibis.schema(LOCATED), name=writer.stage_batches(answers, LOCATED))
    told = questions.rename({f"asked_{name}": name for name in ASKED})
    return writer.keep_coded(
        told.inner_join(found, told.site == found.record).drop("record"), CODED)


def with_places(typed: ir.Table, places: ir.Table) -> ir.Table:
    """Return candidates with the number of their `site`, and with what was found of it."""
    day = _day(typed)
    same = [typed[name].identical_to(places[f"asked_{name}"]) for name in SAID]
    joined = typed.left_join(places, [*same, day.identical_to(places.asked_day)])
    return joined.drop(*(f"asked_{name}" for name in ASKED))


def with_found(rows: ir.Table, places: ir.Table) -> ir.Table:
    """Return rows that have the number of their `site` with what was found of it."""
    found = places.select(*FOUND, of_site="site")
    return rows.left_join(found, rows.site == found.of_site).drop("of_site")


def _day(typed: ir.Table) -> ir.DateColumn:
    """Return the day of an event in a state that has split since, where alone it matters."""
    split = sorted({whole for _, whole in splits()})
    return ibis.ifelse(typed.country.isin(split), typed.date_start, ibis.null("date"))


def _answers(
    writer: Writer, questions: ir.Table, locator: Locator, size: int, tick: Tick
) -> Iterator[pa.RecordBatch]:
    for batch in writer.fetch(questions.order_by("site")).to_batches(size):
        yield from locator.locate(_points(batch)).to_batches()
        tick(batch.num_rows)


def _points(batch: pa.RecordBatch) -> Points:
    def floats(name: str) -> Any:
        return batch[name].to_numpy(zero_copy_only=False).astype(np.float64)

    def texts(name: str) -> Any:
        return np.array(batch[name].to_pylist(), dtype=object)

    return Points(
        record=batch["site"].to_numpy(zero_copy_only=False),
        lat=floats("lat"), lon=floats("lon"),
        where_precision=batch["where_precision"].to_numpy(zero_copy_only=False).astype(np.int8),
        country=texts("country"), named=texts("named_admin0"), unit=texts("named_admin1"),
        unit2=texts("named_admin2"),
        days=batch["day"].cast(pa.int32()).to_numpy(zero_copy_only=False).astype(np.float64),
    )
