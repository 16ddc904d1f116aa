"""The hexagons of a snapshot at one resolution: their ids and outlines, sent once."""

from __future__ import annotations

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data import hexes
from data.i18n import t
from data.queries.hexes import hexes as counted
from data.selection import Selection
from layers.base import Payload

APART = 0xFFFFFFFF
"""The cell index of incidents that are counted apart."""


def query(resolution: int) -> ir.Table:
    """Ask for every cell that holds an incident, whatever the selection.

    One table for all selections: outlines then travel once a resolution, and a new
    filter brings counts only.
    """
    return counted(Selection(), resolution).select("cell")


def ids(found: pa.Table) -> npt.NDArray[np.int64]:
    """Return the cells' ids in rising order; a cell's place here is its index."""
    return np.sort(found.column("cell").drop_null().to_numpy())


def size_note(resolution: int, language: str) -> str:
    """Say how large a hexagon is."""
    area = hexes.mean_area_km2(resolution)
    size = round(area, -1) if area >= 100 else round(area, 1 if area >= 1 else 2)
    return t(language, "Each hexagon covers about {size} km² (H3 resolution {resolution}).",
             size=int(size) if size == int(size) else size, resolution=resolution)


def indices(column: pa.ChunkedArray, table: npt.NDArray[np.int64]) -> npt.NDArray[np.uint32]:
    """Return each id's index in `table`; `APART` for nulls."""
    placed = column.is_valid().to_numpy()
    where = np.searchsorted(table, column.fill_null(0).to_numpy())
    return np.where(placed, where, APART).astype(np.uint32)


def payload(found: pa.Table, resolution: int) -> Payload:
    """Return ids in two halves and open rings of lon, lat; see `data.hexes.boundaries`."""
    table = ids(found)
    vertices, offsets = hexes.boundaries(table)
    unsigned = table.astype(np.uint64)
    return Payload(
        {"res": resolution, "cells": len(table)},
        {
            "lo": (unsigned & np.uint64(0xFFFFFFFF)).astype(np.uint32),
            "hi": (unsigned >> np.uint64(32)).astype(np.uint32),
            "boundary": vertices.astype(np.float32).reshape(-1),
            "offsets": offsets,
        },
    )
