"""How many report on each hexagon, so that silence is not read as safety."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from data import hexes
from data.ground import Ground
from data.i18n import Message, msg, t
from data.queries.effort import effort
from data.queries.stats import breakdown, totals
from layers import cells, cited, class_options
from layers.base import Found, Request
from layers.classes import class_entries
from layers.counted import window_values
from layers.legend import Legend
from layers.mark_layer import MarkLayer
from layers.marks import CLASSED, Area, Drawing
from layers.options import Option
from layers.palette import EFFORT_DARK, EFFORT_LIGHT, effort_ramp
from layers.parts import Parts, Share, days_of
from layers.style import Style


class Effort(MarkLayer):
    """The mean number of distinct sources a month, by hexagon, over the months of the window."""

    id = "effort"
    title = msg("Reporting effort")
    says = msg(
        "How many distinct sources reported on each hexagon in a month, as the mean over the "
        "months of the window; months without a report count as 0. A hexagon that is not drawn "
        "had no report: whether nothing happened there or nobody told of it, cannot be seen.")
    order = 12
    on = False
    opacity = 0.85
    gridded = True
    group = "incidents"
    colours = (EFFORT_LIGHT[-2], EFFORT_DARK[-2])

    @property
    def sample(self) -> Style:
        """Return a hexagon of a middle class."""
        return Style("hexagon", self.colours)

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """Let a person choose how values become classes."""
        return class_options.OPTIONS

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for distinct sources by hexagon and month, and for who they are."""
        return {"effort": effort(request.selection, request.resolution),
                "totals": totals(request.selection),
                "sources": breakdown(request.selection, "source")}

    def coarser(self, found: Found, request: Request) -> Request | None:
        """Give way to the limit: hexagons grow."""
        if found["effort"].num_rows <= request.most_rows or request.resolution <= hexes.COARSEST:
            return None
        return replace(request, resolution=request.resolution - 1, coarsened=True)

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return one hexagon for each that any source ever reported on."""
        held = _parts(found)
        shapes = hexes.polygons(np.array(list(held), np.int64))
        label = t(request.language, "Distinct sources a month: {n}", n="{n}")
        says = t(request.language, "The mean over the months of the window; a month without a "
                 "report counts as 0.")
        return tuple(
            Area(id=f"cell/{hexes.text(cell)}", key=CLASSED, label=label, says=says, shape=shape,
                 shares=(Share(parts),), monthly=True)
            for (cell, parts), shape in zip(held.items(), shapes, strict=True))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return classes that hold for every window of the length asked."""
        language = request.language
        shares = ((Share(parts),) for parts in _parts(found.classed).values())
        values = window_values(shares, request.months, monthly=True)
        return Legend(
            layer=self.id, title=t(language, "Distinct sources a month, mean"),
            entries=class_entries(values, language, effort_ramp,
                                  class_options.choice_of(request)),
            notes=(
                t(language, "A source is who published the record, as the data names it; what "
                  "such a source itself rests on is not counted. An incident is a report in "
                  "the month of its first day. The filters count as well: sources of other "
                  "kinds of incident are not among these."),
                t(language, "Incidents too coarse for the hexagons are left out."),
                class_options.note(request),
                cells.size_note(request.resolution, language)),
            synthetic=bool(found["totals"].column("synthetic")[0].as_py()),
            sources=cited.data_sources(found["sources"], language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one hexagon a row, with its mean in the window."""
        rows = [{"mark": mark.id, "cell": mark.id.removeprefix("cell/"), "mean": mark.value}
                for mark in self.drawing(found, request)]
        return pa.Table.from_pylist(rows, pa.schema([
            ("mark", pa.string()), ("cell", pa.string()), ("mean", pa.float64())]))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return {"cell": msg("Hexagon (H3)"), "mean": msg("Distinct sources a month, mean")}


def _parts(found: Found) -> dict[int, Parts]:
    """Return the months in which each cell was reported on, with the sources of each."""
    rows = found["effort"]
    ids, begins = np.unique(rows.column("cell").to_numpy(), return_index=True)
    start, end = days_of(rows.column("month").to_numpy())
    sources = rows.column("sources").to_numpy()
    pieces = (np.split(column, begins[1:]) for column in (start, end, sources))
    return {cell: Parts.of(*own) for cell, own in zip(ids.tolist(), zip(*pieces, strict=True),
                                                      strict=False)}
