"""Incidents counted in hexagons, each no finer than its place is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data import hexes as grid
from data.analysis.breaks import classify
from data.i18n import msg, nmsg, t
from data.queries.cube import cube
from data.queries.hexes import hexes
from data.queries.stats import breakdown, totals
from layers import cells, cited
from layers.base import Found, Layer, Payload, Request
from layers.legend import Apart, Entry, Legend
from layers.marks import Area, Drawing
from layers.palette import ramp
from layers.style import Style
from layers.windows import Spells, window_counts

CLASSES = 6


class Hexagons(Layer):
    """Counts of incidents by H3 cell, as the clock's window holds them."""

    id = "hexagons"
    title = msg("Incidents in hexagons")
    says = msg(
        "How many recorded incidents each hexagon holds in the window of time. Few reports "
        "may mean few reporters. Incidents whose place is known less exactly than the "
        "hexagons are counted apart and never placed.")
    draw = "hexagons"
    order = 20
    opacity = 0.85
    gridded = True

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for the cube, the cell table it refers to, and where its rows come from."""
        return {
            "cube": cube(request.selection, request.resolution, request.step),
            "cells": cells.query(request.resolution),
            "hexes": hexes(request.selection, request.resolution),
            "totals": totals(request.selection),
            "sources": breakdown(request.selection, "source"),
        }

    def coarser(self, found: Found, request: Request) -> Request | None:
        """Give way to the limit: first days become months, then hexagons grow."""
        if found["cube"].num_rows <= request.most_rows:
            return None
        if request.step == "day":
            return replace(request, step="month", coarsened=True)
        if request.resolution > grid.COARSEST:
            return replace(request, resolution=request.resolution - 1, coarsened=True)
        return None

    def payload(self, found: Found, request: Request) -> Payload:
        """Return the cube's columns; kinds and cells as indices."""
        rows, table = found["cube"], cells.ids(found["cells"])
        kinds = sorted(set(rows.column("kind").to_pylist()))
        return Payload(
            {
                "step": request.step, "res": request.resolution, "cells": len(table),
                "kinds": kinds, "coarsened": request.coarsened,
                "total": found["totals"].column("incidents")[0].as_py(),
                "deaths_known": bool(found["totals"].column("deaths_known")[0].as_py()),
            },
            {
                "cell": cells.indices(rows.column("cell"), table),
                "kind": _codes(rows.column("kind"), kinds),
                "start": _numbers(rows, "start", np.int32),
                "end": _numbers(rows, "end", np.int32),
                "n": _numbers(rows, "n", np.uint32),
                "deaths": _numbers(rows, "deaths", np.uint32),
            },
        )

    def legend(self, found: Found, request: Request) -> Legend:
        """Return classes that hold for every window of the length asked."""
        language = request.language
        about = found["totals"].to_pylist()[0]
        return Legend(
            layer=self.id,
            title=t(language, "Incidents per hexagon"),
            entries=class_entries(self.counts(found, request), language),
            apart=Apart(
                t(language, "counted apart"),
                t(language, "Their place is known less exactly than a hexagon of this size, so "
                  "they are counted here and not drawn.")),
            notes=tuple(_notes(request)),
            synthetic=bool(about["synthetic"]),
            sources=cited.data_sources(found["sources"], language),
        )

    def drawing(self, found: Found, request: Request) -> Drawing:
        """Return the hexagons that hold incidents in the window, each in its class."""
        legend = self.legend(found, request)
        held = {row["cell"]: row["incidents"] for row in found["hexes"].to_pylist()
                if row["cell"] is not None}
        shapes = grid.polygons(np.array(list(held), np.int64))
        return tuple(
            Area(id=grid.text(cell), key=_class_of(n, legend), shape=shape,
                 label=nmsg("{count} incident", "{count} incidents", n).render(request.language))
            for (cell, n), shape in zip(held.items(), shapes, strict=True))

    def counts(self, found: Found, request: Request) -> npt.NDArray[np.int64]:
        """Return what cells hold over all windows of the request's length."""
        rows = found["cube"].filter(found["cube"].column("cell").is_valid())
        index = cells.indices(rows.column("cell"), cells.ids(found["cells"])).astype(np.int64)
        start, end = (_months(_numbers(rows, name, np.int64), request.step)
                      for name in ("start", "end"))
        spells = Spells(index, start, end, _numbers(rows, "n", np.int64))
        return window_counts(spells, request.months)

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return `cell` as H3 writes it, `incidents` and `fatalities_best`; apart is null."""
        rows = found["hexes"]
        names = [None if cell is None else grid.text(cell)
                 for cell in rows.column("cell").to_pylist()]
        return rows.set_column(0, "cell", pa.array(names, pa.string()))


def class_entries(counts: npt.NDArray[np.int64], language: str) -> tuple[Entry, ...]:
    """Turn counts into legend lines, lowest class first."""
    classes = classify(counts, CLASSES)
    colours = ramp(len(classes))
    return tuple(
        Entry(Style("hexagon", (light, dark)), _range(one.low, one.high, language),
              f"class-{i}", one.low, one.high)
        for i, (one, light, dark) in enumerate(
            zip(classes, colours.light, colours.dark, strict=True))
    )


def _class_of(n: int, legend: Legend) -> str:
    """Return the key of the class that holds a count: the last whose low bound it reaches."""
    reached = [entry.key for entry in legend.classes() if entry.low is not None and n >= entry.low]
    return reached[-1] if reached else legend.classes()[0].key


def _range(low: int, high: int, language: str) -> str:
    if low == high:
        return t(language, "{low}", low=low)
    return t(language, "{low} – {high}", low=low, high=high)


def _notes(request: Request) -> list[str]:
    language = request.language
    area = grid.mean_area_km2(request.resolution)
    size = round(area, -1) if area >= 100 else round(area, 1 if area >= 1 else 2)
    size = int(size) if size == int(size) else size
    notes = [t(language, "Each hexagon covers about {size} km² (H3 resolution {resolution}).",
               size=size, resolution=request.resolution)]
    if request.coarsened:
        notes.append(t(language, "The selection is too large to draw finer: hexagons or steps "
                       "of time are coarser than asked."))
    return notes


def _codes(column: pa.ChunkedArray, kinds: list[str]) -> npt.NDArray[np.uint8]:
    code = {kind: i for i, kind in enumerate(kinds)}
    return np.array([code[kind] for kind in column.to_pylist()], dtype=np.uint8)


def _numbers(rows: pa.Table, name: str, kind: Any) -> npt.NDArray[Any]:
    column: npt.NDArray[Any] = rows.column(name).to_numpy().astype(kind)
    return column


def _months(steps: npt.NDArray[np.int64], step: str) -> npt.NDArray[np.int64]:
    if step == "month":
        return steps
    return steps.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
