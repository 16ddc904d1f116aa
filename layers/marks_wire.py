"""Marks as the columns that travel to the browser; `assets/js/marks.js` is their reader.

Items come in drawing order with their words in the description. What they are drawn of
comes in columns, each row with the index of its item: rings of polygons, lines, symbols
and circles, and the shares of the numbers that follow the clock. The browser hatches
areas itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from layers.base import Payload
from layers.legend import Legend
from layers.marks import CLASSED, Area, Drawing, Line, Mark, Ring, Symbol
from layers.paths import Paths, arc
from layers.style import Style

EPOCH = dt.date(1970, 1, 1)
ALWAYS = (-(2**31) + 1, 2**31 - 1)
"""First and last day of what is undated."""
ALONG = 0.16
"""Where a line's name stands: near its start, where lines to one end are still apart."""

Column = npt.NDArray[Any]


def payload(drawing: Drawing, legend: Legend) -> Payload:
    """Describe a drawing by its items, the styles they name, and columns."""
    styles = {entry.key: entry.style for entry in legend.entries if entry.key}
    keys = list(styles)
    items = [_item(mark) for mark in drawing]
    spots = np.array([anchor(mark) for mark in drawing], np.float32).reshape(-1, 2)
    days = np.array([_days(mark) for mark in drawing], np.int32).reshape(-1, 2)
    return Payload(
        {"items": items, "styles": {key: look(style) for key, style in styles.items()}},
        {
            "start": days[:, 0].copy(), "end": days[:, 1].copy(),
            "style": np.array([_style_index(mark, keys) for mark in drawing], np.uint16),
            "at_lon": spots[:, 0].copy(), "at_lat": spots[:, 1].copy(),
            **_areas(drawing), **_lines(drawing), **_symbols(drawing), **_rings(drawing),
            **_shares(drawing),
        })


def anchor(mark: Mark) -> tuple[float, float]:
    """Return where a mark's name stands: lon and lat, degrees."""
    match mark:
        case Area():
            at = mark.shape.representative_point()
            return at.x, at.y
        case Line():
            at = shapely.line_interpolate_point(
                shapely.linestrings(mark.points), ALONG, normalized=True)
            return at.x, at.y
        case Symbol() | Ring():
            return mark.lon, mark.lat
    raise TypeError(type(mark))


def _item(mark: Mark) -> dict[str, Any]:
    """Describe a mark by its words; what is as usual does not travel."""
    item: dict[str, Any] = {"id": mark.id, "label": mark.label, "says": mark.says}
    if mark.named:
        item |= {"named": True, "rank": mark.rank}
    if isinstance(mark, Symbol) and mark.letter:
        item["letter"] = mark.letter
    if mark.monthly:
        item["monthly"] = True
    return item


def _style_index(mark: Mark, keys: list[str]) -> int:
    """Number a mark's style; one past the last where its class decides."""
    return len(keys) if mark.key == CLASSED else keys.index(mark.key)


def _days(mark: Mark) -> tuple[int, int]:
    if mark.days is None:
        return ALWAYS
    return (mark.days[0] - EPOCH).days, (mark.days[1] - EPOCH).days


def look(style: Style) -> dict[str, Any]:
    """Describe a style to the browser."""
    return {"form": style.form, "colours": style.colours, "width": style.width,
            "dash": style.dash, "arrow": style.arrow, "angle": style.angle,
            "sparse": style.sparse, "radius": style.radius,
            "letter": style.letter, "hollow": style.hollow, "alpha": style.alpha}


def _areas(drawing: Drawing) -> dict[str, Column]:
    """Rings with the polygon that each belongs to, and polygons with their item."""
    areas = [(i, mark) for i, mark in enumerate(drawing) if isinstance(mark, Area)]
    rings: list[Column] = []
    ring_polygon: list[int] = []
    polygon_item: list[int] = []
    for i, mark in areas:
        for polygon in shapely.get_parts(mark.shape):
            if polygon.geom_type != "Polygon" or polygon.is_empty:
                continue
            for ring in (polygon.exterior, *polygon.interiors):
                rings.append(shapely.get_coordinates(ring))
                ring_polygon.append(len(polygon_item))
            polygon_item.append(i)
    return {
        **Paths.of(rings).columns("ring_"), "ring_polygon": np.array(ring_polygon, np.uint32),
        "polygon_item": np.array(polygon_item, np.uint32),
    }


def _lines(drawing: Drawing) -> dict[str, Column]:
    lines = [(i, mark) for i, mark in enumerate(drawing) if isinstance(mark, Line)]
    paths = Paths.of([arc(mark.points) if mark.curved else mark.points for _, mark in lines])
    return {**paths.columns("line_"), "line_item": _indices(i for i, _ in lines)}


def _symbols(drawing: Drawing) -> dict[str, Column]:
    found = [(i, mark) for i, mark in enumerate(drawing) if isinstance(mark, Symbol)]
    return {
        "symbol_item": _indices(i for i, _ in found),
        "symbol_lon": np.array([mark.lon for _, mark in found], np.float32),
        "symbol_lat": np.array([mark.lat for _, mark in found], np.float32),
        "symbol_radius": np.array([mark.radius or 0 for _, mark in found], np.float32),
        "symbol_dx": np.array([mark.dx for _, mark in found], np.float32),
        "symbol_dy": np.array([mark.dy for _, mark in found], np.float32),
    }


def _rings(drawing: Drawing) -> dict[str, Column]:
    found = [(i, mark) for i, mark in enumerate(drawing) if isinstance(mark, Ring)]
    return {
        "circle_item": _indices(i for i, _ in found),
        "circle_lon": np.array([mark.lon for _, mark in found], np.float32),
        "circle_lat": np.array([mark.lat for _, mark in found], np.float32),
        "circle_metres": np.array([mark.metres for _, mark in found], np.float32),
    }


def _shares(drawing: Drawing) -> dict[str, Column]:
    """Parts of numbers, each number once, and which share of which falls to an item."""
    rows = [(i, share) for i, mark in enumerate(drawing) for share in mark.shares]
    numbers = {id(share.parts): share.parts for _, share in rows}
    place = {key: k for k, key in enumerate(numbers)}
    return {
        "part_of": np.repeat(np.arange(len(numbers), dtype=np.uint32),
                             [len(parts.n) for parts in numbers.values()]),
        **{f"part_{name}": _joined([getattr(parts, name) for parts in numbers.values()], kind)
           for name, kind in (("start", np.int32), ("end", np.int32), ("n", np.float64))},
        "share_item": _indices(i for i, _ in rows),
        "share_of": _indices(place[id(share.parts)] for _, share in rows),
        "share_weight": np.array([share.weight for _, share in rows], np.float64),
    }


def _joined(columns: list[Column], kind: Any) -> Column:
    return np.concatenate([*columns, np.zeros(0, kind)]).astype(kind)


def _indices(items: Iterable[int]) -> Column:
    return np.array(list(items), np.uint32)


