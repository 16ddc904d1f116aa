"""What tests of layers ask of a drawing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pyarrow as pa

from layers.base import Found, Request
from layers.legend import Legend
from layers.mark_layer import MarkLayer
from layers.marks import Area, Line, Mark, Symbol, tally

M = TypeVar("M", bound=Mark)


def areas(drawing: Iterable[Mark]) -> list[Area]:
    """Return the marks of a drawing of areas alone."""
    return _all(Area, drawing)


def lines(drawing: Iterable[Mark]) -> list[Line]:
    """Return the marks of a drawing of lines alone."""
    return _all(Line, drawing)


def symbols(drawing: Iterable[Mark]) -> list[Symbol]:
    """Return the marks of a drawing of symbols alone."""
    return _all(Symbol, drawing)


def _all(kind: type[M], drawing: Iterable[Mark]) -> list[M]:
    found = []
    for mark in drawing:
        assert isinstance(mark, kind), f"{mark.id} is no {kind.__name__}"
        found.append(mark)
    return found


def agreed(layer: MarkLayer, found: Found, request: Request) -> tuple[Legend, pa.Table]:
    """Return legend and table, once they tell of the same marks as the drawing, each once."""
    drawing, legend = layer.drawing(found, request), layer.legend(found, request)
    rows = layer.rows(found, request)
    assert set(tally(drawing)) == {entry.key for entry in legend.entries}
    # A row without a mark tells what is known and not placed.
    marked = rows.column("mark").drop_null().to_pylist()
    assert sorted(marked) == sorted(mark.id for mark in drawing)
    return legend, rows
