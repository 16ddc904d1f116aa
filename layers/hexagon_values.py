"""What hexagons come to: in the window, in every window of a length, and for the browser."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from layers import cells, metric_rate
from layers.base import Found, Request
from layers.metric import Numbers
from layers.metrics import metric_of
from layers.parts import EPOCH, month_of
from layers.windows import Spells, day_window_counts, window_counts


def over_windows(found: Found, request: Request) -> Numbers:
    """Return the values of cells over all windows of the request's length, unordered."""
    rows, worth = found["cube"], metric_of(request).per_row(found, request)
    here = rows.column("cell").is_valid().to_numpy() & (worth > 0)
    index = cells.indices(rows.column("cell"), cells.ids(found["cells"])).astype(np.int64)
    start, end = (numbers(rows, name, np.int64)[here] for name in ("start", "end"))
    if request.days and request.step == "day":
        return day_window_counts(Spells(index[here], start, end, worth[here]), request.days)
    months = Spells(index[here], _months(start, request.step), _months(end, request.step),
                    worth[here])
    return window_counts(months, request.months)


def columns(found: Found, request: Request) -> dict[str, npt.NDArray[np.float64]]:
    """Return the column that the metric needs, if any."""
    metric = metric_of(request)
    if metric.id == "count":
        return {}
    if metric.id == "rate":
        return {"persons": np.nan_to_num(metric_rate.persons(found, request))}
    return {"measure": metric.per_row(found, request).astype(np.float64)}


def in_window(found: Found, request: Request) -> dict[int, float]:
    """Return what each cell comes to in the selection's window, by id; only where it is above 0."""
    rows, metric = found["cube"], metric_of(request)
    if metric.id == "count":
        return {row["cell"]: row["incidents"] for row in found["hexes"].to_pylist()
                if row["cell"] is not None}
    selection, worth = request.selection, metric.per_row(found, request)
    start, end = (numbers(rows, name, np.int64) for name in ("start", "end"))
    here = rows.column("cell").is_valid().to_numpy() & (worth > 0)
    if selection.date_to:
        here &= start <= _step(selection.date_to, request.step)
    if selection.date_from:
        here &= end >= _step(selection.date_from, request.step)
    ids, place = np.unique(rows.column("cell").fill_null(0).to_numpy()[here], return_inverse=True)
    totals = np.bincount(place, worth[here], len(ids))
    return dict(zip(ids.tolist(), totals.tolist(), strict=True))


def _step(day: dt.date, step: str) -> int:
    since = (day - EPOCH).days
    return since if step == "day" else int(month_of(since))


def numbers(rows: pa.Table, name: str, kind: Any) -> npt.NDArray[Any]:
    """Return a column as an array of a kind."""
    column: npt.NDArray[Any] = rows.column(name).to_numpy().astype(kind)
    return column


def _months(steps: npt.NDArray[np.int64], step: str) -> npt.NDArray[np.int64]:
    return steps if step == "month" else month_of(steps)
