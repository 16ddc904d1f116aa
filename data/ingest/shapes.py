"""Rows with shapes, and how shapes of any file are brought to valid WGS 84 in two dimensions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyproj
import shapely

from data.errors import UndecidedError, unreadable
from data.i18n import msg

Geometries = npt.NDArray[np.object_]

WGS84 = pyproj.CRS.from_epsg(4326)
SLACK = 1e-3
"""Degrees beyond ±180 and ±90 that rounding explains."""
MOSTLY = 0.5
"""Share of shapes outside a system from which it is the wrong one, and not they."""
DECIMALS = 9
"""Of degrees computed from another system: a tenth of a millimetre; further ones are noise."""
POLYGONS = (3, 6)
"""Shapely's type numbers of polygons and multipolygons."""


@dataclass(frozen=True, eq=False)
class Vectors:
    """What a file of shapes holds.

    Attributes:
        names: of the attributes, in the file's order.
        rows: attributes as text by name; empty where the file has no value.
        geometries: shapely shapes in WGS 84 degrees, valid, two-dimensional, in the order
            of the rows, shape (n,); None where a row has no shape.
    """

    names: tuple[str, ...]
    rows: list[dict[str, str]]
    geometries: Geometries


def settle(name: str, geometries: Geometries, crs: Any) -> Geometries:
    """Bring shapes to valid WGS 84 degrees in two dimensions.

    Args:
        name: of the file, for the errors.
        geometries: as read, shape (n,); None and empty shapes stay without one.
        crs: whatever names a coordinate system; None where the file declares none.

    Raises:
        UnreadableFileError: the system is unknown, or the coordinates do not lie in it.
        UndecidedError: no system is declared, and the coordinates are not degrees.
    """
    flat = shapely.force_2d(geometries)
    flat[shapely.is_empty(flat)] = None
    declared = declared_system(name, crs)
    if declared is None:
        if not _are_degrees(flat):
            raise UndecidedError(msg(
                "{file}: it does not say in which coordinate system its numbers are, and they "
                "are not degrees; save it with its system declared (a Shapefile’s .prj) or in "
                "WGS 84.", file=name))
    elif not declared.equals(WGS84, ignore_axis_order=True):
        flat = _projected(flat, declared)
    if not _are_degrees(flat):
        raise unreadable(
            name, msg("its coordinates do not lie in the coordinate system that it declares"),
            msg("save it again in WGS 84"))
    return _made_valid(flat)


def settle_some(name: str, geometries: Geometries, crs: Any) -> Geometries:
    """Bring shapes to WGS 84 as `settle` does, and leave the few that lie outside it as they are.

    Raises:
        UnreadableFileError: the system is unknown, or most coordinates do not lie in it.
        UndecidedError: no system is declared, and most coordinates are not degrees.
    """
    flat = shapely.force_2d(geometries)
    flat[shapely.is_empty(flat)] = None
    declared = declared_system(name, crs)
    if declared is not None and not declared.equals(WGS84, ignore_axis_order=True):
        flat = _projected(flat, declared)
    there = flat[~shapely.is_missing(flat)]
    # A number that is none is beyond every bound.
    outside = ~np.all(np.abs(shapely.bounds(there)) <= [180 + SLACK, 90 + SLACK] * 2, axis=1)
    if len(there) and outside.mean() > MOSTLY:
        settle(name, there, crs)
    fine = ~shapely.is_missing(flat)
    fine[fine] = ~outside
    flat[fine] = _made_valid(flat[fine])
    found: Geometries = flat
    return found


def declared_system(name: str, crs: Any) -> pyproj.CRS | None:
    """Return the coordinate system that a file declares; None where it is tied to no place.

    Raises:
        UnreadableFileError: it is not known.
    """
    if not crs:
        return None
    try:
        found = pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError as error:
        raise unreadable(name, msg("its coordinate system is not known"),
                         msg("save it again in WGS 84")) from error
    # GeoPackage writes "undefined" as a system of its own, tied to no place on the Earth.
    horizontal = found.sub_crs_list[0] if found.is_compound else found
    return found if horizontal.is_geographic or horizontal.is_projected else None


def _projected(geometries: Geometries, crs: pyproj.CRS) -> Geometries:
    transformer = pyproj.Transformer.from_crs(crs, WGS84, always_xy=True)

    def move(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.round(np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])), DECIMALS)

    moved: Geometries = shapely.transform(geometries, move)
    return moved


def _are_degrees(geometries: Geometries) -> bool:
    xy = np.abs(shapely.get_coordinates(geometries))
    # A number that is none is beyond every bound.
    return bool(np.all(xy <= [180 + SLACK, 90 + SLACK]))


def _made_valid(geometries: Geometries) -> Geometries:
    """Repair polygons that cross themselves; lines and points are left as they are."""
    broken = np.isin(shapely.get_type_id(geometries), POLYGONS) & ~shapely.is_valid(geometries)
    geometries[broken] = shapely.make_valid(
        geometries[broken], method="structure", keep_collapsed=False)
    geometries[broken & shapely.is_empty(geometries)] = None
    return geometries
