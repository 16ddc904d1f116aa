"""Rasters of counts added up by hexagon."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import rasterio
from rasterio import Affine

from data import hexes
from data.areas import rasters
from data.errors import UndecidedError, UnreadableFileError
from data.ingest.progress import Progress

QUIET = Progress(quiet=True)
WEST, NORTH, STEP = -3.0, 17.0, 0.01


def from_origin(west, north, width, height):
    return Affine(width, 0, west, 0, -height, north)


def write(path, values, crs="EPSG:4326", transform=None, **more):
    """Write invented counts, the first band first where there are several."""
    bands = np.atleast_3d(values.T).T
    with warnings.catch_warnings():
        # It warns of a raster that lies nowhere, which is meant here.
        warnings.simplefilter("ignore")
        with rasterio.open(
                path, "w", driver="GTiff", count=len(bands), height=bands.shape[1],
                width=bands.shape[2], dtype=bands.dtype, crs=crs,
                transform=transform or from_origin(WEST, NORTH, STEP, STEP), **more) as target:
            target.write(bands)
    return path


def counts(rows=40, columns=50):
    return np.random.default_rng(7).integers(0, 90, (rows, columns)).astype(np.float32)


def test_no_person_is_lost_or_made(tmp_path):
    values = counts()
    found = rasters.read(write(tmp_path / "x.tif", values), QUIET)
    assert found.persons.sum() == values.sum(dtype=np.float64)
    assert found.pixels == values.size and found.reasons == {}


def test_each_pixel_goes_where_its_centre_lies(tmp_path):
    values = np.zeros((3, 3), np.float32)
    values[2, 1] = 5
    found = rasters.read(write(tmp_path / "x.tif", values), QUIET)
    (cell,) = hexes.at(np.array([NORTH - 2.5 * STEP]), np.array([WEST + 1.5 * STEP]), 7)
    assert found.cells[found.persons > 0].tolist() == [cell]
    assert (np.diff(found.cells) > 0).all()


def test_strips_add_up_as_the_whole_does(tmp_path, monkeypatch):
    path = write(tmp_path / "x.tif", counts(), blockysize=4, tiled=False)
    whole = rasters.read(path, QUIET)
    monkeypatch.setattr(rasters, "STRIP", 200)
    parts = rasters.read(path, QUIET)
    assert parts.cells.tolist() == whole.cells.tolist()
    assert parts.persons.tolist() == whole.persons.tolist()


def test_no_data_is_not_known_and_zero_is_none(tmp_path):
    values = counts()
    values[:20] = -9999
    values[20:25] = np.nan
    values[25:] = 0
    found = rasters.read(write(tmp_path / "x.tif", values, nodata=-9999), QUIET)
    assert (found.pixels, found.persons.sum(), found.reasons) == (15 * 50, 0, {})
    assert len(found.cells) > 0
    assert hexes.centres(found.cells)[:, 1].max() < NORTH - 0.2


def test_a_negative_pixel_is_not_used(tmp_path):
    values = counts()
    values[0, 0], values[0, 1] = -3, np.inf
    found = rasters.read(write(tmp_path / "x.tif", values), QUIET)
    assert found.reasons == {"persons_negative": 1, "persons_not_a_number": 1}
    assert found.persons.sum() == values[values >= 0].sum(where=np.isfinite(values[values >= 0]))


def test_another_system_is_brought_to_degrees(tmp_path):
    values = np.full((10, 10), 2, np.int32)
    metres = from_origin(500_000, 1_850_000, 1000, 1000)
    found = rasters.read(write(tmp_path / "x.tif", values, "EPSG:32630", metres), QUIET)
    west, south = hexes.centres(found.cells).min(axis=0)
    assert (west, south) == pytest.approx((-3, 16.64), abs=0.05) and found.persons.sum() == 200


def test_longitudes_beyond_180_go_round(tmp_path):
    east = from_origin(357.0, NORTH, STEP, STEP)
    found = rasters.read(write(tmp_path / "x.tif", counts(), transform=east), QUIET)
    plain = rasters.read(write(tmp_path / "y.tif", counts()), QUIET)
    assert found.cells.tolist() == plain.cells.tolist()


def test_a_raster_that_declares_nothing_is_asked_about_unless_it_is_in_degrees(tmp_path):
    assert rasters.read(write(tmp_path / "d.tif", counts(), None), QUIET).pixels == 2000
    with pytest.raises(UndecidedError, match="which coordinate system"):
        rasters.read(write(tmp_path / "m.tif", counts(), None, from_origin(5e5, 2e6, 100, 100)),
                     QUIET)


def test_what_is_no_raster_of_counts_is_told(tmp_path):
    with pytest.raises(UnreadableFileError, match="not one band"):
        rasters.read(write(tmp_path / "rgb.tif", np.stack([counts()] * 3)), QUIET)
    with pytest.raises(UnreadableFileError, match="where on the globe"):
        rasters.read(write(tmp_path / "x.tif", counts(), None, Affine.identity()), QUIET)
    (tmp_path / "cut.tif").write_bytes(b"II*\x00" + b"\x00" * 20)
    with pytest.raises(UnreadableFileError, match="damaged"):
        rasters.read(tmp_path / "cut.tif", QUIET)


def test_a_raster_is_told_by_its_content(tmp_path):
    (tmp_path / "x.tif").write_text("unit,persons\n")
    assert not rasters.is_raster(tmp_path / "x.tif") and not rasters.is_raster(tmp_path)
    assert rasters.is_raster(write(tmp_path / "plain", counts()))
