"""The H3 grid: the one place that knows the library, and ids as 64-bit integers.

A cell id holds its resolution in bits 52–55 and one three-bit digit for each
finer level below, set to 7 where unused; so a parent is one mask and one `or`,
which every engine can do. See the H3 documentation, "H3 index".
"""

from __future__ import annotations

import h3
import h3.api.numpy_int as h3int
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

Cells = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

FINEST = 9
COARSEST = 3
RESOLUTIONS = range(COARSEST, FINEST + 1)
BY_WHERE_PRECISION: dict[int, int] = {1: 9, 2: 4}
"""Finest resolution that a `where_precision` honours; the others honour none."""

RESOLUTION_SHIFT = 52
RESOLUTION_MASK = 0xF


def index(lat: Floats, lon: Floats, where_precision: npt.NDArray[np.int8]) -> Cells:
    """Give each point its cell at the finest resolution its precision honours.

    Args:
        lat: degrees, shape (n,); NaN where there is no point.
        lon: degrees, shape (n,).
        where_precision: 1 to 7, shape (n,).

    Returns:
        Cell ids, shape (n,); 0 where there is no point or the precision honours no cell.
    """
    cells = np.zeros(len(lat), dtype=np.int64)
    for precision, resolution in BY_WHERE_PRECISION.items():
        here = np.flatnonzero((where_precision == precision) & np.isfinite(lat) & np.isfinite(lon))
        cells[here] = at(lat[here], lon[here], resolution)
    return cells


def at(lat: Floats, lon: Floats, resolution: int) -> Cells:
    """Return the cell that each point lies in; degrees, finite, shape (n,)."""
    return np.array([h3int.latlng_to_cell(y, x, resolution)
                     for y, x in zip(lat.tolist(), lon.tolist(), strict=True)], np.int64)


def parent_bits(resolution: int) -> tuple[int, int]:
    """Return (mask, bits) such that `cell & mask | bits` is the parent at `resolution`."""
    mask = ~(RESOLUTION_MASK << RESOLUTION_SHIFT)
    unused = (1 << (3 * (15 - resolution))) - 1
    return mask, (resolution << RESOLUTION_SHIFT) | unused


def parents(cells: Cells, resolution: int) -> Cells:
    """Return the ancestors at `resolution`; cells must be as fine or finer. Shape (n,)."""
    mask, bits = parent_bits(resolution)
    return (cells & np.int64(mask)) | np.int64(bits)


def resolutions(cells: Cells) -> npt.NDArray[np.int64]:
    """Return the resolution of each cell, shape (n,)."""
    return (cells >> RESOLUTION_SHIFT) & RESOLUTION_MASK


def boundaries(cells: Cells) -> tuple[Floats, npt.NDArray[np.uint32]]:
    """Return the outlines of cells.

    Returns:
        Vertices as (lon, lat) degrees, shape (m, 2), open rings one after another,
        and where each ring starts, shape (n + 1,). A ring across the antimeridian
        runs past ±180 so that it stays in one piece.
    """
    rings = [h3int.cell_to_boundary(cell) for cell in cells.tolist()]
    starts = np.zeros(len(rings) + 1, dtype=np.uint32)
    np.cumsum([len(ring) for ring in rings], out=starts[1:])
    flat = [point for ring in rings for point in ring]
    vertices = np.array(flat, dtype=np.float64).reshape(-1, 2)[:, ::-1].copy()
    _unwrap(vertices, starts)
    return vertices, starts


def polygons(cells: Cells) -> npt.NDArray[np.object_]:
    """Return the outlines of cells as polygons, lon and lat in degrees, shape (n,)."""
    vertices, starts = boundaries(cells)
    begins = starts.astype(np.int64)
    ring = np.repeat(np.arange(len(cells)), begins[1:] - begins[:-1])
    if not len(cells):
        return np.zeros(0, np.object_)
    shapes: npt.NDArray[np.object_] = shapely.polygons(shapely.linearrings(vertices, indices=ring))
    return shapes


def covering(shape: BaseGeometry, resolution: int) -> Cells:
    """Return the cells whose hexagon touches a shape, WGS 84 degrees; sorted, shape (n,)."""
    found: set[int] = set()
    for part in shapely.get_parts(shape):
        polygon = h3.geo_to_h3shape(part)
        found.update(h3.str_to_int(cell) for cell in h3.h3shape_to_cells_experimental(
            polygon, resolution, contain="overlap"))
    return np.array(sorted(found), np.int64)


def with_neighbours(cells: Cells) -> Cells:
    """Return cells and those beside them; sorted, shape (n,).

    The parts of a cell reach a little over its own outline, so what lies in an outline may be
    part of a neighbour.
    """
    around = {int(one) for cell in cells.tolist() for one in h3int.grid_disk(cell, 1)}
    return np.array(sorted(around), np.int64)


def compacted(cells: Cells) -> dict[int, list[int]]:
    """Return cells by resolution, each full set of parts as the one cell that holds it."""
    by_resolution: dict[int, list[int]] = {}
    for cell in sorted(h3int.compact_cells(cells.tolist())):
        by_resolution.setdefault(h3int.get_resolution(cell), []).append(int(cell))
    return by_resolution


def _unwrap(vertices: Floats, starts: npt.NDArray[np.uint32]) -> None:
    if not len(vertices):
        return
    begins = starts.astype(np.int64)
    ring = np.repeat(np.arange(len(begins) - 1), begins[1:] - begins[:-1])
    first = vertices[begins[:-1], 0][ring]
    apart = vertices[:, 0] - first
    vertices[:, 0] -= 360.0 * np.round(apart / 360.0)


def centres(cells: Cells) -> Floats:
    """Return the centres of cells as (lon, lat) degrees, shape (n, 2)."""
    points = [h3int.cell_to_latlng(cell) for cell in cells.tolist()]
    return np.array(points, dtype=np.float64).reshape(-1, 2)[:, ::-1]


def text(cell: int) -> str:
    """Write a cell id as the hexadecimal string that H3 uses."""
    return str(h3.int_to_str(cell))


def number(cell: str) -> int:
    """Read a cell id from its hexadecimal string; raises `ValueError` if it is not one."""
    if not h3.is_valid_cell(cell):
        raise ValueError(cell)
    return int(h3.str_to_int(cell))


def mean_area_km2(resolution: int) -> float:
    """Return the mean area of a cell at a resolution, in square kilometres."""
    return float(h3.average_hexagon_area(resolution, unit="km^2"))
