"""Drawn layers as tables with shapes, one for each kind of shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import shapely

from data.packages.order import Order
from data.permitted import permitted
from data.settings import Settings
from data.shapes.outline import circle_shape
from data.store import Snapshot
from layers.answers import answered
from layers.base import DEFAULT_RESOLUTION, Found, Layer, Request
from layers.legend import Legend
from layers.marks import Area, Line, Mark, Ring, Symbol
from layers.paths import arc
from layers.registry import BY_ID

SINGLE = ("incidents", "interventions", "seizures")
"""Layers that show single incidents, among others; see `drawn_layers`."""
OWN = {"mark": pa.string(), "key": pa.string(), "entry": pa.string(), "label": pa.string(),
       "says": pa.string(), "first": pa.date32(), "last": pa.date32(), "value": pa.float64()}
NUMBERS = (pa.types.is_integer, pa.types.is_floating, pa.types.is_date, pa.types.is_boolean)


@dataclass(frozen=True, eq=False)
class Drawn:
    """Marks of one layer that have shapes of one kind.

    Attributes:
        name: of the table, unique within a package.
        layer: what it is of.
        legend: what it means, and how it looks.
        table: a row a mark, in drawing order.
        shapes: WGS 84 degrees, shape (n,).
        form: `Point`, `LineString` or `MultiPolygon`.
    """

    name: str
    layer: Layer
    legend: Legend
    table: pa.Table
    shapes: Any
    form: str


def drawn_layers(snapshot: Snapshot, settings: Settings, order: Order) -> tuple[Drawn, ...]:
    """Draw the layers of an order from what may leave alone, from the ground up.

    Where an order asks for hexagons instead of points, layers that show single incidents are
    drawn without any, and hexagons are of the resolution that was asked for.
    """
    wanted = sorted((BY_ID[id] for id in order.layers), key=lambda layer: layer.order)
    return tuple(one for layer in wanted for one in _drawn(snapshot, settings, order, layer))


def _drawn(
    snapshot: Snapshot, settings: Settings, order: Order, layer: Layer
) -> tuple[Drawn, ...]:
    singles = order.coarsen is None or layer.id not in SINGLE
    ground = permitted(snapshot, order.rules, singles=singles)
    assert ground.snapshot is not None
    found, used = answered(ground.snapshot, ground, layer, _request(settings, order, layer))
    legend = layer.legend(found, used)
    beside = _beside(layer, found, used, notes=order.notes)
    groups: dict[str, list[tuple[Mark, Any]]] = {}
    for mark in layer.drawing(found, used):
        form, shape = _shape(mark)
        groups.setdefault(form, []).append((mark, shape))
    return tuple(
        Drawn(f"{layer.id}_{_SUFFIX[form]}", layer, legend,
              _table([mark for mark, _ in marks], legend, beside, notes=order.notes),
              np.array([shape for _, shape in marks], object), form)
        for form, marks in sorted(groups.items()))


def _request(settings: Settings, order: Order, layer: Layer) -> Request:
    return Request(
        selection=order.selection,
        resolution=order.coarsen or order.resolution or DEFAULT_RESOLUTION,
        language=order.language, most_rows=settings.cube_rows,
        most_points=settings.points_shown,
        options=tuple(sorted((name, value) for id, name, value in order.options
                             if id == layer.id)))


_SUFFIX = {"Point": "points", "LineString": "lines", "MultiPolygon": "areas"}


def _shape(mark: Mark) -> tuple[str, Any]:
    """Return the kind of shape and the shape; a ring is the circle that it stands for."""
    match mark:
        case Area():
            return "MultiPolygon", _polygons(mark.shape)
        case Line():
            path = arc(mark.points) if mark.curved else mark.points
            return "LineString", shapely.LineString(path)
        case Ring():
            return "MultiPolygon", _polygons(circle_shape(mark.lon, mark.lat,
                                                          mark.metres / 1000))
        case Symbol():
            return "Point", shapely.Point(mark.lon, mark.lat)
    raise TypeError(type(mark))


def _polygons(shape: shapely.Geometry) -> shapely.MultiPolygon:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(parts)


def _beside(
    layer: Layer, found: Found, used: Request, *, notes: bool
) -> tuple[pa.Schema, dict[str, dict[str, Any]]]:
    """Return the layer's own columns by mark; without `notes`, only numbers and days."""
    rows = layer.rows(found, used)
    if "mark" not in rows.column_names:
        return pa.schema([]), {}
    told = layer.columns()
    fields = [one for one in rows.schema if one.name in told and one.name not in OWN
              and (any(is_of(one.type) for is_of in NUMBERS)
                   or (notes and pa.types.is_string(one.type)))]
    return pa.schema(fields), {row["mark"]: row for row in rows.to_pylist() if row["mark"]}


def _table(
    marks: list[Mark], legend: Legend, beside: tuple[pa.Schema, dict[str, dict[str, Any]]], *,
    notes: bool,
) -> pa.Table:
    labels = {entry.key: entry.label for entry in legend.entries if entry.key}
    fields, rows = beside
    own: dict[str, Callable[[Mark], Any]] = {
        "mark": lambda m: m.id, "key": lambda m: _key(m, legend),
        "entry": lambda m: labels.get(_key(m, legend)), "label": lambda m: m.label,
        "says": lambda m: m.says or None,
        "first": lambda m: m.days[0] if m.days else None,
        "last": lambda m: m.days[1] if m.days else None, "value": lambda m: m.value}
    if not notes:
        del own["says"]
    columns = {name: pa.array([read(mark) for mark in marks], OWN[name])
               for name, read in own.items()}
    columns |= {one.name: pa.array([rows.get(mark.id, {}).get(one.name) for mark in marks],
                                   one.type) for one in fields}
    return pa.table(columns)


def _key(mark: Mark, legend: Legend) -> str:
    """Return the entry of a mark: its own, or the class that its number is in."""
    return mark.key or (legend.class_of(mark.value or 0.0) if legend.classes() else "")
