"""Two sides compared by hexagon: where more, where less, and where no change is clear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data import hexes as grid
from data.analysis import ratio
from data.areas import population
from data.comparison import narrowed
from data.ground import Ground
from data.i18n import Message, amount, msg, t
from data.queries.comparison import spells
from data.queries.stats import breakdown, totals
from data.selection import Selection
from data.settle import settled
from layers import cells, cited, metric_rate
from layers import difference_legend as words
from layers import difference_values as values
from layers.base import Found, Layer, Payload, Request
from layers.difference_options import OPTIONS, OWN_A, OWN_B, SHOW
from layers.legend import Legend
from layers.marks import Area, Drawing
from layers.marks_wire import look
from layers.options import Option
from layers.palette import MORE
from layers.style import Style

SIDES = (1, 2)
"""What a row of the payload is of: side A, side B; both are added."""


class Difference(Layer):
    """Side B, which has the clock's window, against side A."""

    id = "difference"
    title = msg("Comparison of two sides")
    says = msg(
        "Two windows, two selections or two sources side by side, hexagon by hexagon: where "
        "incidents became more or fewer, and where the numbers do not allow to tell. A change "
        "in what is reported is not always one in what happens. “Compare” at the top chooses "
        "the sides.")
    draw = "difference"
    order = 21
    on = False
    opacity = 0.9
    gridded = True
    group = "incidents"
    colours = MORE[1]
    sample = Style("hexagon", MORE[1], letter=words.PLUS)

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """Let a person choose what colours say; the sides have controls of their own."""
        return OPTIONS

    def settled(self, request: Request, ground: Ground) -> Request:
        """Look up the places of both sides."""
        a, b = (settled(narrowed(request.selection, request.chosen(own)), ground)
                for own in (OWN_A, OWN_B))
        return replace(request, sides=(a, b))

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for the spells of either side, once where they have the same selection."""
        found: dict[str, ir.Table] = {
            "cells": cells.query(request.resolution), "span": totals(Selection())}
        for name, side in zip(values.names(request), values.selections(request), strict=True):
            found[name] = spells(side, request.resolution, request.step)
            found[f"sources_{name}"] = breakdown(side, "source")
            found[f"totals_{name}"] = totals(side)
        return found

    def coarser(self, found: Found, request: Request) -> Request | None:
        """Give way to the limit, and to how finely people are known."""
        if request.chosen(SHOW) == "rate" and metric_rate.too_fine(found, request):
            return replace(request, resolution=population.RESOLUTION)
        if sum(found[name].num_rows for name in set(values.names(request))) <= request.most_rows:
            return None
        if request.step == "day":
            return replace(request, step="month")
        if request.resolution > grid.COARSEST:
            return replace(request, resolution=request.resolution - 1, coarsened=True)
        return None

    def payload(self, found: Found, request: Request) -> Payload:
        """Return the spells of both sides, each row of A, of B or of both; looks by key."""
        table, names = cells.ids(found["cells"]), values.names(request)
        marked = [(found["a"], sum(SIDES))] if names == ("a", "a") else [
            (found[name], side) for name, side in zip(names, SIDES, strict=True)]
        legend = self.legend(found, values.anytime(request))
        people = metric_rate.persons(found, request)

        def joined(name: str, kind: Any) -> npt.NDArray[Any]:
            return np.concatenate([rows.column(name).to_numpy() for rows, _ in marked]).astype(kind)

        return Payload(
            {"step": request.step, "res": request.resolution, "cells": len(table),
             "places": values.shown(request) == "both",
             "styles": {entry.key: look(entry.style) for entry in legend.entries}},
            {"cell": np.concatenate([cells.indices(rows.column("cell"), table)
                                     for rows, _ in marked]),
             "start": joined("start", np.int32), "end": joined("end", np.int32),
             "n": joined("n", np.uint32),
             "side": np.concatenate([np.full(rows.num_rows, side, np.uint8)
                                     for rows, side in marked]),
             "persons": np.nan_to_num(people)})

    def legend(self, found: Found, request: Request) -> Legend:
        """Return classes that stay while the clock moves."""
        names = dict.fromkeys(values.names(request))
        synthetic = any(found[f"totals_{name}"].column("synthetic")[0].as_py() for name in names)
        sources = chain.from_iterable(
            cited.data_sources(found[f"sources_{name}"], request.language) for name in names)
        notes = [*words.notes(found, request),
                 cells.size_note(request.resolution, request.language)]
        return Legend(
            layer=self.id, title=words.title(request), entries=words.entries(found, request),
            notes=tuple(notes), leads=True, synthetic=synthetic,
            sources=tuple(dict.fromkeys(sources)))

    def drawing(self, found: Found, request: Request) -> Drawing:
        """Return the hexagons that hold an incident of either side, each in its class."""
        both = values.held(found, request)
        shapes = grid.polygons(both.cells)
        return tuple(
            Area(id=grid.text(cell), key=key, shape=shape,
                 label=t(request.language, "A: {a} · B: {b}", a=a, b=b))
            for cell, a, b, key, shape in zip(
                both.cells.tolist(), both.a.tolist(), both.b.tolist(),
                _keys(both, found, request), shapes, strict=True) if key)

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return a hexagon a row: both numbers, both rates, their ratio and what is clear."""
        both = values.held(found, request)
        labels = {entry.key: entry.label for entry in words.entries(found, request)}
        keys = _keys(both, found, request)
        found_ratios = [ratio.ratio(a, b, both.days)
                        for a, b in zip(both.a.tolist(), both.b.tolist(), strict=True)]
        a_year, b_year = both.yearly()
        limits = [_interval(one, request.language) for one in found_ratios]
        known = [None if one.value is None or not np.isfinite(one.value) else round(one.value, 3)
                 for one in found_ratios]
        here = np.array([bool(key) for key in keys], bool)
        heads = {"rate": pa.array([None if np.isnan(one) else round(one, 3) for one in
                                   (b_year - a_year) / both.persons * metric_rate.PER],
                                  pa.float64())} if np.isfinite(both.persons).any() else {}
        return pa.table({
            "mark": pa.array([grid.text(cell) for cell in both.cells.tolist()], pa.string()),
            "cell": pa.array([grid.text(cell) for cell in both.cells.tolist()], pa.string()),
            "a": both.a, "b": both.b,
            "a_year": np.round(a_year, 3), "b_year": np.round(b_year, 3),
            "difference": np.round(b_year - a_year, 3),
            **heads,
            "ratio": pa.array(known, pa.float64()), "interval": pa.array(limits, pa.string()),
            "p": np.round(both.corrected(), 4),
            "change": pa.array([labels.get(key, "") for key in keys], pa.string()),
        }).filter(pa.array(here))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return {
            "cell": msg("Hexagon (H3)"), "a": msg("Incidents, side A"),
            "b": msg("Incidents, side B"), "a_year": msg("A, for a year"),
            "b_year": msg("B, for a year"), "difference": msg("B less A, for a year"),
            "rate": msg("B less A, for a year, per 100,000 persons"),
            "ratio": msg("B over A"), "interval": msg("its 95 % interval"),
            "p": msg("p-value, corrected for many tests"), "change": msg("Class")}


def _keys(both: values.Held, found: Found, request: Request) -> list[str]:
    """Return the key of each hexagon; empty where the choice does not draw it."""
    show, steps = values.shown(request), values.steps(found, request)
    if show not in ("a", "b", "both"):
        return values.keys(both, show, steps)
    a, b = both.yearly()
    size = {"a": a, "b": b, "both": np.maximum(a, b)}[show]
    return [f"class-{at}" if one > 0 else ""
            for one, at in zip(size, np.searchsorted(steps, size, side="right"), strict=True)]


def _interval(one: ratio.Ratio, language: str) -> str:
    if not np.isfinite(one.high):
        return t(language, "{low} and more", low=amount(one.low, language))
    return t(language, "{low} – {high}", low=amount(one.low, language),
             high=amount(one.high, language))
