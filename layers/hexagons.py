"""Incidents counted in hexagons, each no finer than its place is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from data import hexes as grid
from data.areas import population
from data.ground import Ground
from data.i18n import Message, msg, t
from data.queries.cube import cube
from data.queries.hexes import hexes
from data.queries.measures import deaths_over_time
from data.queries.stats import breakdown, totals
from layers import cells, cited, class_options, hexagon_values, metric_rate, metrics
from layers.base import Found, Layer, Payload, Request
from layers.classes import class_entries
from layers.legend import Apart, Entry, Legend
from layers.marks import Area, Drawing
from layers.metric import Numbers
from layers.metrics import metric_of
from layers.options import Option
from layers.palette import RAMP_DARK, RAMP_LIGHT
from layers.style import Style

WORTH = {"rate": msg("Incidents per 100,000 persons"), "deaths": msg("Deaths counted"),
         "amount": msg("Money counted")}
"""The column of what colours say, by metric."""


class Hexagons(Layer):
    """Incidents by H3 cell, as the clock's window holds them: their number, or what they state."""

    id = "hexagons"
    title = msg("Incidents in hexagons")
    says = msg(
        "How many recorded incidents each hexagon holds in the window of time, or how many for "
        "the people there, or the deaths or money that they state. Few reports may mean few "
        "reporters. Incidents whose place is known less exactly than the "
        "hexagons are counted apart and never placed.")
    draw = "hexagons"
    order = 20
    opacity = 0.85
    gridded = True
    group = "incidents"
    sample = Style("hexagon", (RAMP_LIGHT[3], RAMP_DARK[3]))

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """Let a person choose what colours say, and how values become classes."""
        return *metrics.options(ground), *class_options.OPTIONS, class_options.COLOURS

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for the cube, the cell table it refers to, and where its rows come from."""
        metric = metric_of(request)
        return {
            "cube": cube(request.selection, request.resolution, request.step, metric.split),
            **metric.queries(request),
            "cells": cells.query(request.resolution),
            "hexes": hexes(request.selection, request.resolution),
            "totals": totals(request.selection),
            "dead": deaths_over_time(request.selection, request.step),
            "sources": breakdown(request.selection, "source"),
        }

    def coarser(self, found: Found, request: Request) -> Request | None:
        """Give way to the limit: first days become months, then hexagons grow.

        They grow as well where people are not known as finely.
        """
        if metric_of(request).id == "rate" and metric_rate.too_fine(found, request):
            return replace(request, resolution=population.RESOLUTION)
        if found["cube"].num_rows <= request.most_rows:
            return None
        if request.step == "day":
            return replace(request, step="month")
        if request.resolution > grid.COARSEST:
            return replace(request, resolution=request.resolution - 1, coarsened=True)
        return None

    def payload(self, found: Found, request: Request) -> Payload:
        """Return the cube's columns; kinds and cells as indices; and deaths, source by source.

        What colours say, where it is not the number of incidents, is `persons` of each cell
        (0: not known) or `measure`, which each row adds to its cell.
        """
        metric = metric_of(request)
        rows, table, dead = found["cube"], cells.ids(found["cells"]), found["dead"]
        kinds = sorted(rows.column("kind").unique().to_pylist())
        sources = sorted(dead.column("source").unique().to_pylist())
        return Payload(
            {
                "step": request.step, "res": request.resolution, "cells": len(table),
                "kinds": kinds, "coarsened": request.coarsened,
                "total": found["totals"].column("incidents")[0].as_py(),
                "deaths_known": bool(found["totals"].column("deaths_known")[0].as_py()),
                "deaths_of": sources, "metric": metric.id, "unit": metric.unit(found, request),
            },
            {
                "cell": cells.indices(rows.column("cell"), table),
                "kind": _codes(rows.column("kind"), kinds, np.uint8),
                "start": hexagon_values.numbers(rows, "start", np.int32),
                "end": hexagon_values.numbers(rows, "end", np.int32),
                "n": hexagon_values.numbers(rows, "n", np.uint32),
                "coarse": hexagon_values.numbers(rows, "coarse", np.uint32),
                "dead": hexagon_values.numbers(dead, "deaths", np.uint32),
                "dead_source": _codes(dead.column("source"), sources, np.uint16),
                "dead_start": hexagon_values.numbers(dead, "start", np.int32),
                "dead_end": hexagon_values.numbers(dead, "end", np.int32),
                **hexagon_values.columns(found, request),
            },
        )

    def legend(self, found: Found, request: Request) -> Legend:
        """Return classes that hold for every window of the length asked."""
        language = request.language
        about = found["totals"].to_pylist()[0]
        return Legend(
            layer=self.id,
            title=_title(metric_of(request).title.render(language),
                         metric_of(request).unit(found, request)),
            entries=(*class_entries(self.counts(found, request), language,
                                    partial(class_options.chosen_ramp, request),
                                    class_options.choice_of(request)),
                     *metric_of(request).entries(language), *_coarse(found, language)),
            apart=Apart(
                t(language, "counted apart"),
                t(language, "Their place is known less exactly than a hexagon of this size, so "
                  "they are counted here and not drawn.")),
            notes=(*metric_of(request).notes(found, request), *_notes(request)),
            leads=metric_of(request).leads,
            synthetic=bool(about["synthetic"]),
            sources=(*cited.data_sources(found["sources"], language),
                     *metric_of(request).sources(found, request)),
        )

    def drawing(self, found: Found, request: Request) -> Drawing:
        """Return the hexagons that have a value in the window, each in its class."""
        legend, metric = self.legend(found, request), metric_of(request)
        held = hexagon_values.in_window(found, request)
        shapes = grid.polygons(np.array(list(held), np.int64))
        return tuple(
            Area(id=grid.text(cell), key=legend.class_of(value), shape=shape,
                 label=metric.says(value, found, request).render(request.language))
            for (cell, value), shape in zip(held.items(), shapes, strict=True))

    def counts(self, found: Found, request: Request) -> Numbers:
        """Return the values of cells over all windows of the request's length."""
        return hexagon_values.over_windows(found.classed, request)

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return `cell` as H3 writes it, also as `mark`, `incidents` and `fatalities_best`.

        Incidents counted apart are a row without a cell.

        Where colours say something else, a column of the metric's name has the value of each
        cell; null where there is none.
        """
        rows = found["hexes"]
        names = [None if cell is None else grid.text(cell)
                 for cell in rows.column("cell").to_pylist()]
        told = rows.set_column(0, "cell", pa.array(names, pa.string()))
        told = told.append_column("mark", pa.array(names, pa.string()))
        metric = metric_of(request)
        if metric.id == "count":
            return told
        held = hexagon_values.in_window(found, request)
        worth = [held.get(cell) for cell in rows.column("cell").to_pylist()]
        return told.append_column(metric.id, pa.array(worth, pa.float64()))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`; only one of the last three is there."""
        return {"cell": msg("Hexagon (H3)"), "incidents": msg("Incidents"),
                "fatalities_best": msg("Deaths, best estimate of all sources"), **WORTH}


def _title(title: str, unit: str) -> str:
    return f"{title} ({unit})" if unit else title


def _notes(request: Request) -> list[str]:
    language = request.language
    notes = [cells.size_note(request.resolution, language), class_options.note(request)]
    if request.coarsened:
        notes.append(t(language, "The selection is too large to draw finer: hexagons are coarser "
                       "than asked."))
    if request.step == "month":
        notes.append(t(language, "The selection is too large for days: time goes by whole months."))
    return notes


def _coarse(found: Found, language: str) -> tuple[Entry, ...]:
    """Return the line that counts incidents with a coarse date, where there are any."""
    if not hexagon_values.numbers(found["cube"], "coarse", np.int64).any():
        return ()
    style = Style("hatch", ("#5f5c56", "#aba79e"), width=1.2)
    return (Entry(style, t(language, "date known to a week or less exactly"), "coarse",
                  live=True),)


def _codes(column: pa.ChunkedArray, names: list[str], kind: Any) -> npt.NDArray[Any]:
    places = pc.index_in(column, value_set=pa.array(names, pa.string()))
    return np.asarray(places.to_numpy().astype(kind))
