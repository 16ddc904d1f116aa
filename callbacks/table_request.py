"""What is asked of the table: which rows, in which order, how many; by the page or by a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from callbacks.endpoints import chosen, resolution
from data.digits import whole_number
from data.errors import AtlasError
from data.selection import ARGUMENTS, BBox, parse_bbox
from layers.base import Layer
from layers.registry import BY_ID

SIZES = (25, 50, 100, 250)
"""Rows of a page that can be chosen; `assets/js/table.js` knows the same."""
SIZE = 50


@dataclass(frozen=True)
class TableRequest:
    """One table.

    Attributes:
        query: the selection in the clock's window.
        layer: whose rows; None for incidents in full.
        sort, descending: by which column; an empty one leaves the layer's own order.
        page, size: which page, from 1, of how many rows.
        resolution: of hexagons.
        options: what was chosen for the layer.
        view: only rows that are in this box of the map, degrees.
        picked: id of what is picked on the map, whose row is shown on any page.
    """

    query: str
    layer: Layer | None
    sort: str
    descending: bool
    page: int = 1
    size: int = SIZE
    resolution: int = 4
    options: tuple[tuple[str, str], ...] = ()
    view: BBox | None = None
    picked: str | None = None

    @classmethod
    def from_arguments(cls, given: Any) -> TableRequest:
        """Read an address: the selection, and what is the table's own under `t.`.

        Raises:
            UsageError: a resolution that is not one.
        """
        own = {name: given.getlist(name) for name in given if name in ARGUMENTS}
        return cls(
            query=urlencode(own, doseq=True), layer=BY_ID.get(given.get("t.layer", "")),
            sort=given.get("t.sort", ""), descending=given.get("t.order") == "down",
            page=_number(given.get("t.page", ""), 1),
            size=size if (size := _number(given.get("t.size", ""), SIZE)) in SIZES else SIZE,
            resolution=resolution(given), options=chosen(given),
            view=_view(given.get("t.view", "")), picked=given.get("t.picked"))


def _number(text: str, otherwise: int) -> int:
    found = whole_number(text)
    return otherwise if found is None else found


def _view(text: str) -> BBox | None:
    """Read a box; one that cannot be read, such as that of the whole world, limits nothing."""
    try:
        return parse_bbox(text) if text else None
    except AtlasError:
        return None
