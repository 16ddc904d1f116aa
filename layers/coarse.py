"""Incidents too coarse for any hexagon, on the unit or country that they are known to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from data import hexes
from data.ground import Ground
from data.i18n import Message, msg, nmsg, t
from data.queries.coarse import coarse
from data.queries.stats import breakdown, totals
from layers import cells, cited, class_options
from layers.base import Found, Request
from layers.classes import class_entries
from layers.coarse_places import Known, expected_cells, places, unplaced
from layers.coarse_places import cells as cells_of
from layers.counted import window_values
from layers.legend import Entry, Legend
from layers.mark_layer import MarkLayer
from layers.marks import CLASSED, Area, Drawing
from layers.options import Option
from layers.palette import COARSE, spread_ramp
from layers.parts import Share
from layers.style import UNSURE, Style

SHOW = Option("show", msg("Shown as"), "units", (
    ("units", msg("A count on each unit")),
    ("spread", msg("Spread over its hexagons"))))
MOST_CELLS = 8_000
"""More hexagons than this are not drawn; they grow instead."""

LOOKS = {"country": Style("outline", COARSE, width=2.2, dash=UNSURE),
         "unit": Style("hatch", COARSE, width=1.0, sparse=True)}

Spread = dict[int, list[tuple[Known, Share, int]]]
"""By cell: the places it lies in, with its share of each and among how many cells."""


class Coarse(MarkLayer):
    """A count on each unit; or, on request, that count divided equally over its hexagons."""

    id = "coarse"
    title = msg("Incidents known to a unit")
    says = msg(
        "How many incidents are known to a first-level unit or to a country, but not to a point: "
        "they happened somewhere in it. On request they are spread equally over its hexagons, "
        "which tells each hexagon’s share and not where they happened. Incidents known to "
        "within 25 km are not among them.")
    order = 22
    on = False
    group = "incidents"
    gridded = True
    colours = COARSE

    @property
    def sample(self) -> Style:
        """Return the hatch of a unit."""
        return LOOKS["unit"]

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """Let a person spread the counts, and choose how shares become classes."""
        return SHOW, *class_options.OPTIONS

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for coarse incidents by place, and where all come from."""
        return {"coarse": coarse(request.selection, request.step),
                "totals": totals(request.selection),
                "sources": breakdown(request.selection, "source")}

    def coarser(self, found: Found, request: Request) -> Request | None:
        """Give way to the limits: first days become months, then hexagons grow."""
        if found["coarse"].num_rows > request.most_rows and request.step == "day":
            return replace(request, step="month", coarsened=True)
        if request.chosen(SHOW) == "units" or request.resolution <= hexes.COARSEST:
            return None
        if expected_cells(places(found, request), request.resolution) <= MOST_CELLS:
            return None
        return replace(request, resolution=request.resolution - 1, coarsened=True)

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return one area a place with its count, or one a hexagon with its share."""
        known = places(found, request)
        if request.chosen(SHOW) == "units":
            return tuple(_counted(one, request.language) for one in known)
        spread = _spread(known, found.ground, request.resolution)
        shapes = hexes.polygons(np.array(list(spread), np.int64))
        return tuple(
            Area(id=f"cell/{hexes.text(cell)}", key=CLASSED, shape=shape,
                 label=t(request.language, "Spread over this hexagon: {n}", n="{n}"),
                 says=_composed(held, request.language),
                 shares=tuple(share for _, share, _ in held))
            for (cell, held), shape in zip(spread.items(), shapes, strict=True))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the two kinds of place, or classes of shares for every window of the length."""
        language, spread = request.language, request.chosen(SHOW) == "spread"
        lost = unplaced(found)
        return Legend(
            layer=self.id,
            title=(t(language, "Incidents spread over hexagons") if spread
                   else t(language, "Incidents known to a unit, not to a point")),
            entries=_classes(found, request) if spread else _levels(found, request),
            leads=spread, notes=(*_notes(request),
                   *([nmsg("{count} incident is known to no unit and no country.",
                           "{count} incidents are known to no unit and no country.",
                           lost).render(language)] if lost else [])),
            synthetic=bool(found["totals"].column("synthetic")[0].as_py()),
            sources=cited.data_sources(found["sources"], language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one place or one hexagon a row, with its number in the window."""
        drawn = {mark.id: mark.value or 0.0 for mark in self.drawing(found, request)}
        known = places(found, request)
        if request.chosen(SHOW) == "units":
            return pa.Table.from_pylist(
                [{"mark": one.id, "place": one.name, "level": one.level_name(request.language),
                  "incidents": round(drawn[one.id])} for one in known if one.id in drawn],
                _schema(level=pa.string(), incidents=pa.int64()))
        spread = _spread(known, found.ground, request.resolution)
        return pa.Table.from_pylist(
            [{"mark": id, "place": ", ".join(one.name for one, _, _ in held),
              "cell": hexes.text(cell), "share": drawn[id]}
             for cell, held in spread.items() if (id := f"cell/{hexes.text(cell)}") in drawn],
            _schema(cell=pa.string(), share=pa.float64()))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`: of places, or of hexagons."""
        return {"place": msg("Known to"), "level": msg("Kind of place"),
                "incidents": msg("Incidents"), "cell": msg("Hexagon (H3)"),
                "share": msg("Share of this hexagon")}


def _counted(one: Known, language: str) -> Area:
    return Area(
        id=one.id, key=one.level, label=f"{one.name} · {{n}}", shape=one.shape, named=True,
        rank=0 if one.level == "country" else 1, shares=(Share(one.parts),),
        says=t(language, "Incidents known to be in {place}, without a point to place them at: {n}.",
               place=one.name, n="{n}"))


def _spread(known: tuple[Known, ...], ground: Ground, resolution: int) -> Spread:
    """Divide each place's number equally over its cells."""
    spread: Spread = defaultdict(list)
    for one in known:
        own = cells_of(one, ground, resolution)
        share = Share(one.parts, 1 / len(own))
        for cell in own:
            spread[cell].append((one, share, len(own)))
    return dict(sorted(spread.items()))


def _composed(held: list[tuple[Known, Share, int]], language: str) -> str:
    """Tell each place's number, over how many hexagons it is spread, and the share of each."""
    told = [nmsg("Known to {place}: {sum}, in one hexagon.",
                 "Known to {place}: {sum}, spread over {count} hexagons: {share} each.",
                 count, place=one.name, sum=f"{{sum{i}}}", share=f"{{share{i}}}").render(language)
            for i, (one, _, count) in enumerate(held)]
    return " ".join([*told, t(language, "Not where they happened.")])


def _classes(found: Found, request: Request) -> tuple[Entry, ...]:
    spread = _spread(places(found.classed, request), found.ground, request.resolution)
    shares = (tuple(share for _, share, _ in held) for held in spread.values())
    return class_entries(window_values(shares, request.months), request.language, spread_ramp,
                         class_options.choice_of(request))


def _levels(found: Found, request: Request) -> tuple[Entry, ...]:
    language = request.language
    looks = {
        "country": Entry(LOOKS["country"],
                         t(language, "known to the country, or a vague area of it"), "country"),
        "unit": Entry(LOOKS["unit"], t(language, "known to the first-level unit"), "unit")}
    present = {one.level for one in places(found, request)}
    return tuple(entry for level, entry in looks.items() if level in present)


def _notes(request: Request) -> list[str]:
    language = request.language
    if request.chosen(SHOW) == "units":
        return [t(language, "Numbers on the map are incidents in the window, not rates: large "
                  "units hold more.")]
    return [t(language, "Each count is divided equally over the hexagons of its unit: a share, "
              "not a finding of where incidents happened."),
            class_options.note(request),
            cells.size_note(request.resolution, language)]


def _schema(**more: pa.DataType) -> pa.Schema:
    return pa.schema([("mark", pa.string()), ("place", pa.string()), *more.items()])
