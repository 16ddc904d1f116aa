"""Single incidents as points, each as exact as its place is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data import taxonomy
from data.hexes import BY_WHERE_PRECISION
from data.i18n import Message, msg, t
from data.model import WHERE_PRECISION
from data.queries.cube import COARSE_DATE
from data.queries.stats import breakdown, totals
from data.queries.table import points
from layers import cited
from layers.base import Found, Layer, Payload, Request
from layers.legend import Apart, Entry, Legend
from layers.marks import Drawing, Mark, Ring, Symbol, shown
from layers.palette import GROUP_COLOURS
from layers.parts import EPOCH
from layers.style import Style

NEAR_METRES = 25_000
"""How far from its point an incident of precision 2 may have been."""
DOT = 4.0
ROWS = pa.schema([
    ("mark", pa.string()), ("first", pa.date32()), ("last", pa.date32()), ("kind", pa.string()),
    ("known", pa.string()), ("lat", pa.float64()), ("lon", pa.float64())])


class Incidents(Layer):
    """Dots for exact places, rings of 25 km for near ones; coarser ones are not drawn."""

    id = "incidents"
    title = msg("Single incidents")
    says = msg(
        "Each incident at its place: a dot where the place is exact, a ring of 25 km where it "
        "is known to within that distance. Incidents known only to a unit, an area or a "
        "country have no point: they are counted here and listed in the table.")
    draw = "incidents"
    order = 60
    on = False
    group = "incidents"

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for the points, and for how many incidents have which precision."""
        return {
            "points": points(request.selection, request.most_points),
            "precisions": breakdown(request.selection, "where_precision"),
            "kinds": breakdown(request.selection, "kind"),
            "sources": breakdown(request.selection, "source"),
            "totals": totals(request.selection),
        }

    def payload(self, found: Found, request: Request) -> Payload:
        """Return points, the latest first, with kinds as indices and ids in the description.

        It also tells whether `all` points of the window are among them.
        """
        rows = found["points"]
        kinds = sorted(set(rows.column("kind").to_pylist()))
        code = {kind: i for i, kind in enumerate(kinds)}
        return Payload(
            {"kinds": kinds, "ids": rows.column("incident_id").to_pylist(),
             "all": _drawn(found, request) >= _drawable(found)},
            {
                "lon": _column(rows, "lon", np.float32),
                "lat": _column(rows, "lat", np.float32),
                "precision": _column(rows, "where_precision", np.uint8),
                "coarse": (_column(rows, "date_precision", np.uint8) >= COARSE_DATE).astype(
                    np.uint8),
                "kind": np.array([code[k] for k in rows.column("kind").to_pylist()], np.uint8),
                "start": _column(rows, "start", np.int32),
                "end": _column(rows, "end", np.int32),
            },
        )

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the two shapes, the families in force, and how many have no point."""
        language, plain = request.language, self.colours
        shapes = (
            Entry(Style("dot", plain), t(language, "exact place"), "precision-1"),
            Entry(Style("ring", plain), t(language, "within 25 km"), "precision-2"),
        )
        about = found["totals"].to_pylist()[0]
        return Legend(
            layer=self.id, title=t(language, "Single incidents"),
            entries=(*shapes, *_coarse(found, request), *_families(found, language)),
            apart=Apart(t(language, "without a point"),
                        t(language, "Their place is known only to a unit, an area or a country: "
                          "a point would claim more than is known. The table lists them.")),
            notes=tuple(_notes(found, request)),
            synthetic=bool(about["synthetic"]),
            sources=cited.data_sources(found["sources"], language),
        )

    def drawing(self, found: Found, request: Request) -> Drawing:
        """Return a dot or a ring for each point in the window, in its family's look."""
        marks = (_mark(row, request.language) for row in found["points"].to_pylist())
        return tuple(mark for mark in marks if shown(mark, request.selection))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return the points that are drawn in the window, the latest first."""
        drawn = {mark.id for mark in self.drawing(found, request)}
        return pa.Table.from_pylist(
            [_row(row, request.language) for row in found["points"].to_pylist()
             if row["incident_id"] in drawn], ROWS)

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return {"first": msg("First day"), "last": msg("Last day"), "kind": msg("Kind"),
                "known": msg("Place known"), "lat": msg("Latitude"), "lon": msg("Longitude")}


def _mark(row: dict[str, Any], language: str) -> Mark:
    kind = taxonomy.BY_ID[row["kind"]]
    days = EPOCH + dt.timedelta(row["start"]), EPOCH + dt.timedelta(row["end"])
    same = {"id": row["incident_id"], "key": f"family-{kind.group}", "label": kind.label(language),
            "days": days, "lon": row["lon"], "lat": row["lat"]}
    if row["where_precision"] == 1:
        letter = taxonomy.GROUP_BY_ID[kind.group].letter
        return Symbol(**same, letter=letter, radius=DOT,
                      hollow=row["date_precision"] >= COARSE_DATE)
    return Ring(**same, metres=NEAR_METRES)


def _row(row: dict[str, Any], language: str) -> dict[str, Any]:
    return {
        "mark": row["incident_id"], "first": EPOCH + dt.timedelta(row["start"]),
        "last": EPOCH + dt.timedelta(row["end"]),
        "kind": taxonomy.BY_ID[row["kind"]].label(language),
        "known": WHERE_PRECISION[row["where_precision"]].render(language),
        "lat": row["lat"], "lon": row["lon"]}


def _coarse(found: Found, request: Request) -> tuple[Entry, ...]:
    """Return the line of dots whose date is coarse, where there are any."""
    if not (_column(found["points"], "date_precision", np.uint8) >= COARSE_DATE).any():
        return ()
    style = Style("dot", Incidents.colours, hollow=True)
    said = t(request.language, "hollow, or a pale ring: date known to a week or less exactly")
    return (Entry(style, said, "coarse"),)


def _families(found: Found, language: str) -> tuple[Entry, ...]:
    present = {taxonomy.BY_ID[row["key"]].group for row in found["kinds"].to_pylist()
               if row["key"] in taxonomy.BY_ID}
    return tuple(
        Entry(Style("dot", GROUP_COLOURS[group.id], letter=group.letter),
              group.label(language), f"family-{group.id}")
        for group in taxonomy.GROUPS if group.id in present
    )


def _notes(found: Found, request: Request) -> list[str]:
    drawn, drawable = _drawn(found, request), _drawable(found)
    if drawn >= drawable:
        return []
    return [t(request.language, "Only the latest {drawn} of {drawable} are drawn; filter to see "
              "the others.", drawn=drawn, drawable=drawable)]


def _drawn(found: Found, request: Request) -> int:
    """Count the points that came and are in the window."""
    start, end = (_column(found["points"], name, np.int64) for name in ("start", "end"))
    here, selection = np.ones(len(start), np.bool_), request.selection
    if selection.date_to:
        here &= start <= (selection.date_to - EPOCH).days
    if selection.date_from:
        here &= end >= (selection.date_from - EPOCH).days
    return int(here.sum())


def _drawable(found: Found) -> int:
    """Count the incidents in the window that have a point, whether it came or not."""
    held = _by_precision(found)
    return sum(held.get(precision, 0) for precision in BY_WHERE_PRECISION)


def _by_precision(found: Found) -> dict[int, int]:
    return {row["key"]: row["incidents"] for row in found["precisions"].to_pylist()}


def _column(rows: pa.Table, name: str, kind: Any) -> npt.NDArray[Any]:
    column: npt.NDArray[Any] = rows.column(name).to_numpy().astype(kind)
    return column
