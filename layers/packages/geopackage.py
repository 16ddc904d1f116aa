"""The package as a GeoPackage: incidents, drawn layers with their styles, and counts."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyogrio
import shapely
from pyogrio.raw import write_arrow

from data.packages.columns import AGGREGATE
from data.packages.content import Content
from data.packages.whole import Whole
from layers.packages import qgis
from layers.packages.drawn import Drawn
from layers.palette import RAMP_DARK, RAMP_LIGHT
from layers.style import Style

WGS84 = "EPSG:4326"
GEOMETRY = "geom"
STYLES = "layer_styles"
"""The table in which QGIS looks for styles."""
CLOCK = "OGR_CURRENT_DATE"
_WRITING = threading.Lock()
"""GDAL's options are those of the whole process: one package is written at a time."""


def write_geopackage(whole: Whole, drawn: Sequence[Drawn], path: Path) -> int:
    """Write the GeoPackage; return how many rows of the content it holds."""
    with _clock_of(whole):
        placed = _content(whole.content, path, shaped=True)
        apart = _content(whole.content, path, shaped=False)
        for one in drawn:
            _shaped(path, one.name, one.table, one.shapes, one.form)
        if whole.facts.aggregates.rows:
            schema = pa.schema([(column.name, pa.int64() if column.type == "integer"
                                 else pa.string()) for column in AGGREGATE])
            _plain(path, "aggregates",
                   pa.Table.from_pylist(list(whole.facts.aggregates.rows), schema))
        _plain(path, STYLES, _styles(whole, drawn, shaped=placed > 0), FID="id")
    return placed + apart


def layer_name(content: Content, *, shaped: bool) -> str:
    """Name the table of rows with shapes, and that of rows without."""
    return content.name if shaped else f"{content.name}_without_shape"


@contextmanager
def _clock_of(whole: Whole) -> Iterator[None]:
    """Let GDAL take the day of the data for today, so that the same package is the same bytes."""
    day = whole.facts.as_of.isoformat() if whole.facts.as_of else "2000-01-01"
    with _WRITING:
        before = pyogrio.get_gdal_config_option(CLOCK)
        pyogrio.set_gdal_config_options({CLOCK: f"{day}T00:00:00.000Z"})
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options({CLOCK: before})


def _content(content: Content, path: Path, *, shaped: bool) -> int:
    """Write the rows that have a shape, or those that have none; nothing where there are none."""
    schema, name = content.flat(), layer_name(content, shaped=shaped)
    written = 0
    if shaped:
        schema = schema.append(_geometry_field())

    def batches() -> Iterator[pa.RecordBatch]:
        nonlocal written
        for batch, shapes in content.flattened():
            here = np.array([(shape is not None) == shaped for shape in shapes], bool)
            kept = batch.filter(pa.array(here))
            written += kept.num_rows
            columns = [*kept.columns]
            if shaped:
                columns.append(pa.array(shapely.to_wkb(shapes[here]), pa.binary()))
            if kept.num_rows:
                yield pa.RecordBatch.from_arrays(columns, schema=schema)

    reader = pa.RecordBatchReader.from_batches(schema, batches())
    if shaped:
        write_arrow(reader, path, layer=name, driver="GPKG", geometry_name=GEOMETRY,
                    geometry_type=content.form, crs=WGS84, layer_options=_options())
    else:
        write_arrow(reader, path, layer=name, driver="GPKG", append=False)
    return written


def _shaped(path: Path, name: str, table: pa.Table, shapes: Any, form: str) -> None:
    column = pa.array(shapely.to_wkb(shapes), pa.binary())
    write_arrow(table.append_column(_geometry_field(), column), path, layer=name, driver="GPKG",
                geometry_name=GEOMETRY, geometry_type=form, crs=WGS84,
                layer_options=_options())


def _plain(path: Path, name: str, table: pa.Table, **options: str) -> None:
    write_arrow(table, path, layer=name, driver="GPKG", layer_options=options or None)


def _geometry_field() -> pa.Field:
    return pa.field(GEOMETRY, pa.binary(), metadata={"ARROW:extension:name": "geoarrow.wkb"})


def _options() -> dict[str, str]:
    return {"GEOMETRY_NAME": GEOMETRY}


def _styles(whole: Whole, drawn: Sequence[Drawn], *, shaped: bool) -> pa.Table:
    """Return the rows of the table of styles, a default one for each layer with shapes."""
    content, language = whole.content, whole.order.language
    found: list[tuple[str, str, str]] = []
    if shaped and content.name == "incidents":
        found.append((layer_name(content, shaped=True), "kind",
                      qgis.of_kinds("Point", language)))
    elif shaped:
        look = Style("hexagon", (RAMP_LIGHT[3], RAMP_DARK[3]), alpha=0.7)
        found.append((layer_name(content, shaped=True), "", qgis.of_one("Polygon", look)))
    found += [(one.name, one.legend.title, qgis.of_legend(one.legend, one.form))
              for one in drawn]
    day = whole.facts.as_of.isoformat() if whole.facts.as_of else "2000-01-01"
    return pa.table({
        "f_table_catalog": pa.array([""] * len(found), pa.string()),
        "f_table_schema": pa.array([""] * len(found), pa.string()),
        "f_table_name": pa.array([name for name, _, _ in found], pa.string()),
        "f_geometry_column": pa.array([GEOMETRY] * len(found), pa.string()),
        "styleName": pa.array([name for name, _, _ in found], pa.string()),
        "styleQML": pa.array([qml for _, _, qml in found], pa.string()),
        "styleSLD": pa.array([""] * len(found), pa.string()),
        "useAsDefault": pa.array([True] * len(found), pa.bool_()),
        "description": pa.array([said for _, said, _ in found], pa.string()),
        "owner": pa.array([""] * len(found), pa.string()),
        "ui": pa.array([None] * len(found), pa.string()),
        "update_time": pa.array([f"{day}T00:00:00Z"] * len(found), pa.string()),
    })
