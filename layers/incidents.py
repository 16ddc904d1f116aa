"""Single incidents as points, each as exact as its place is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data import taxonomy
from data.hexes import BY_WHERE_PRECISION
from data.i18n import msg, t
from data.queries.stats import breakdown, totals
from data.queries.table import points
from layers.base import Found, Layer, Payload, Request
from layers.legend import Apart, Entry, Legend
from layers.palette import GROUP_COLOURS


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
        """Return points, the latest first, with kinds as indices and ids in the description."""
        rows = found["points"]
        kinds = sorted(set(rows.column("kind").to_pylist()))
        code = {kind: i for i, kind in enumerate(kinds)}
        return Payload(
            {"kinds": kinds, "ids": rows.column("incident_id").to_pylist(),
             "drawable": _drawable(found)},
            {
                "lon": _column(rows, "lon", np.float32),
                "lat": _column(rows, "lat", np.float32),
                "precision": _column(rows, "where_precision", np.uint8),
                "kind": np.array([code[k] for k in rows.column("kind").to_pylist()], np.uint8),
                "start": _column(rows, "start", np.int32),
                "end": _column(rows, "end", np.int32),
            },
        )

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the two shapes, the families in force, and how many have no point."""
        language, plain = request.language, self.colours
        shapes = (
            Entry("dot", plain, t(language, "exact place"), live="precision-1"),
            Entry("ring", plain, t(language, "within 25 km"), live="precision-2"),
        )
        about = found["totals"].to_pylist()[0]
        return Legend(
            layer=self.id, title=t(language, "Single incidents"),
            entries=shapes + _families(found, language),
            apart=Apart(t(language, "without a point"),
                        t(language, "Their place is known only to a unit, an area or a country: "
                          "a point would claim more than is known. The table lists them.")),
            notes=tuple(_notes(found, request)),
            synthetic=bool(about["synthetic"]),
            sources=tuple(row["key"] for row in found["sources"].to_pylist() if row["key"]),
        )

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return the points that are drawn."""
        return found["points"]


def _families(found: Found, language: str) -> tuple[Entry, ...]:
    present = {taxonomy.BY_ID[row["key"]].group for row in found["kinds"].to_pylist()
               if row["key"] in taxonomy.BY_ID}
    return tuple(
        Entry("dot", GROUP_COLOURS[group.id], group.label(language), letter=group.letter,
              live=f"family-{group.id}")
        for group in taxonomy.GROUPS if group.id in present
    )


def _notes(found: Found, request: Request) -> list[str]:
    drawn, drawable = found["points"].num_rows, _drawable(found)
    if drawn >= drawable:
        return []
    return [t(request.language, "Only the latest {drawn} of {drawable} are drawn; filter to see "
              "the others.", drawn=drawn, drawable=drawable)]


def _drawable(found: Found) -> int:
    held = _by_precision(found)
    return sum(held.get(precision, 0) for precision in BY_WHERE_PRECISION)


def _by_precision(found: Found) -> dict[int, int]:
    return {row["key"]: row["incidents"] for row in found["precisions"].to_pylist()}


def _column(rows: pa.Table, name: str, kind: Any) -> npt.NDArray[Any]:
    column: npt.NDArray[Any] = rows.column(name).to_numpy().astype(kind)
    return column
