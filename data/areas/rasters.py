"""A GeoTIFF of counts of people, added up by hexagon, a strip of it at a time."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyproj
import rasterio
from rasterio.errors import RasterioError
from rasterio.windows import Window

from data import hexes
from data.areas.population import RESOLUTION
from data.errors import UndecidedError, unreadable
from data.i18n import encodable, msg
from data.ingest.gdal import OFFLINE
from data.ingest.progress import Progress
from data.ingest.shapes import WGS84, declared_system

Floats = npt.NDArray[np.float64]

MAGIC = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
STRIP = 1_000_000
"""Pixels read at a time, about."""
AGAIN = msg("download it again")


@dataclass(frozen=True, eq=False)
class Counted:
    """What a raster holds.

    Attributes:
        cells: hexagons with at least one pixel's centre, ascending, shape (n,).
        persons: sums of the pixels whose centre lies in each, shape (n,).
        pixels: pixels with a value.
        reasons: how many of these were not used, by reason.
    """

    cells: npt.NDArray[np.int64]
    persons: Floats
    pixels: int
    reasons: dict[str, int]


def is_raster(path: Path) -> bool:
    """Tell by its first bytes whether a file is a TIFF; False also where it cannot be read."""
    try:
        with path.open("rb") as source:
            return source.read(4) in MAGIC if path.is_file() else False
    except (OSError, ValueError):
        return False


def read(path: Path, progress: Progress) -> Counted:
    """Add up a raster's pixels by hexagon.

    Raises:
        UnreadableFileError: it is damaged, has several bands, or lies nowhere.
        UndecidedError: it does not say in which coordinate system it lies.
    """
    name = encodable(path.name)
    with _opened(path, name) as source:
        to_degrees = _to_degrees(source, name)
        total = _Total()
        with progress.bar(msg("Reading {file}", file=name), source.width * source.height) as tick:
            for window in _strips(source):
                total.add(*_pixels(source, window, to_degrees))
                tick(window.width * window.height)
    return total.counted()


class _Total:
    """Sums by hexagon, merged strip by strip."""

    def __init__(self) -> None:
        self._cells = np.zeros(0, np.int64)
        self._persons = np.zeros(0)
        self._pixels = 0
        self._reasons: dict[str, int] = {}

    def add(self, lon: Floats, lat: Floats, persons: Floats) -> None:
        """Add pixels by their centres; shape (n,) each."""
        self._pixels += len(persons)
        finite = np.isfinite(persons)
        there = np.isfinite(lon) & np.isfinite(lat) & (np.abs(lat) <= 90)
        self._refuse("persons_not_a_number", ~finite)
        self._refuse("persons_negative", finite & (persons < 0))
        self._refuse("lat_out_of_range", finite & (persons >= 0) & ~there)
        good = finite & (persons >= 0) & there
        cells = hexes.at(lat[good], (lon[good] + 180) % 360 - 180, RESOLUTION)
        self._merge(np.concatenate([self._cells, cells]),
                    np.concatenate([self._persons, persons[good]]))

    def _refuse(self, reason: str, pixels: npt.NDArray[np.bool_]) -> None:
        if count := int(pixels.sum()):
            self._reasons[reason] = self._reasons.get(reason, 0) + count

    def _merge(self, cells: npt.NDArray[np.int64], persons: Floats) -> None:
        self._cells, position = np.unique(cells, return_inverse=True)
        sums: Floats = np.zeros(len(self._cells))
        np.add.at(sums, position, persons)
        self._persons = sums

    def counted(self) -> Counted:
        """Return the sums."""
        return Counted(self._cells, self._persons, self._pixels, self._reasons)


@contextmanager
def _opened(path: Path, name: str) -> Iterator[Any]:
    try:
        with warnings.catch_warnings(), rasterio.Env(**OFFLINE):
            # It warns of what lies nowhere, which is refused below.
            warnings.simplefilter("ignore")
            with rasterio.open(path.resolve(), driver="GTiff") as source:
                _require_counts(source, name)
                yield source
    except RasterioError as error:
        raise unreadable(name, msg("it is damaged, or not what its ending says"),
                         AGAIN) from error


def _require_counts(source: Any, name: str) -> None:
    if source.count != 1 or np.dtype(source.dtypes[0]).kind not in "uif":
        raise unreadable(name, msg("it is not one band of numbers"),
                         msg("save the band with the numbers of persons as a file of its own"))
    if source.transform.is_identity:
        raise unreadable(name, msg("it does not say where on the globe it lies"),
                         msg("download it again as a GeoTIFF"))


def _to_degrees(source: Any, name: str) -> pyproj.Transformer | None:
    """Return what brings its coordinates to WGS 84; None where they are that already."""
    declared = declared_system(name, source.crs.to_wkt() if source.crs else None)
    if declared is None:
        west, south, east, north = source.bounds
        if max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 90:
            raise UndecidedError(msg(
                "{file}: it does not say in which coordinate system it lies, and its numbers are "
                "not degrees; save it with its system declared, or in WGS 84.", file=name))
        return None
    if declared.equals(WGS84, ignore_axis_order=True):
        return None
    return pyproj.Transformer.from_crs(declared, WGS84, always_xy=True)


def _strips(source: Any) -> Iterator[Window]:
    """Cut the raster across its whole width, in whole rows of its blocks where these are low."""
    block = source.block_shapes[0][0]
    rows = max(1, STRIP // source.width)
    rows = max(block, rows // block * block) if block * source.width <= 4 * STRIP else rows
    for top in range(0, source.height, rows):
        yield Window(0, top, source.width, min(rows, source.height - top))


def _pixels(
    source: Any, window: Window, to_degrees: pyproj.Transformer | None
) -> tuple[Floats, Floats, Floats]:
    """Return longitude, latitude and value of the pixels that have one."""
    values = source.read(1, window=window, masked=True)
    row, column = np.nonzero(~np.ma.getmaskarray(values) & ~np.isnan(values.data))
    persons = values.data[row, column].astype(np.float64) * source.scales[0] + source.offsets[0]
    x, y = source.transform @ (column + 0.5, row + window.row_off + 0.5)
    if to_degrees is not None:
        x, y = to_degrees.transform(x, y)
    return np.asarray(x), np.asarray(y), persons
