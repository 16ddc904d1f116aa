"""Recorded incidents of intervention, drawn beside what documents tell of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from data import taxonomy
from data.i18n import day, t
from data.queries.stats import breakdown, totals
from data.queries.table import points
from layers import cited
from layers.base import Found, Request
from layers.legend import Entry, Source
from layers.marks import Drawing, Symbol
from layers.palette import GROUP_COLOURS
from layers.parts import EPOCH
from layers.style import Style

FAMILY = "intervention"
KINDS = tuple(kind.id for kind in taxonomy.KINDS if kind.group == FAMILY)
RADIUS = 6.0
NEAR = "near"
LETTERS = {"intervention.deployment": "D", "intervention.operation": "O",
           "intervention.programme": "P"}


def queries(request: Request) -> Mapping[str, ir.Table]:
    """Ask for the points and the sources; nothing where the filter leaves no such kind."""
    chosen = request.selection.kinds
    kinds = tuple(kind for kind in KINDS if not chosen or kind in chosen)
    if not kinds:
        return {}
    selection = replace(request.selection, kinds=kinds)
    return {"points": points(selection, request.most_points), "totals": totals(selection),
            "sources": breakdown(selection, "source")}


def marks(found: Found, language: str) -> Drawing:
    """Return a small symbol for each incident; a hollow one where it is known within 25 km."""
    return tuple(_mark(row, language) for row in _points(found))


def entries(found: Found, language: str) -> tuple[Entry, ...]:
    """Return a line for each kind in use, exact or near."""
    keys = {_key(row) for row in _points(found)}
    every = (_entry(kind, language, near=near) for kind in KINDS for near in (False, True))
    return tuple(entry for entry in every if entry.key in keys)


def synthetic(found: Found) -> bool:
    """Tell whether invented incidents are among them."""
    return "totals" in found and bool(found["totals"].to_pylist()[0]["synthetic"])


def sources(found: Found, language: str) -> tuple[Source, ...]:
    """Name the sources of the incidents."""
    return cited.data_sources(found["sources"], language) if "sources" in found else ()


def rows(drawn: Drawing, schema: pa.Schema, language: str) -> pa.Table:
    """Write the incidents among what is drawn as rows of text, with the columns of claims."""
    own = [mark for mark in drawn if isinstance(mark, Symbol) and mark.key.startswith("incident-")]
    return pa.Table.from_pylist([_row(mark, schema, language) for mark in own], schema)


def _row(mark: Symbol, schema: pa.Schema, language: str) -> dict[str, str]:
    assert mark.days is not None
    days = dict.fromkeys(day(one, language) for one in mark.days)
    row: dict[str, str] = dict.fromkeys(schema.names, "")
    return row | {"id": mark.id, "mark": mark.id, "says": mark.label, "kind": mark.says,
                  "places": f"{mark.lat:.4f}, {mark.lon:.4f}", "date": " – ".join(days)}


def _points(found: Found) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = found["points"].to_pylist() if "points" in found else []
    return rows


def _mark(row: dict[str, Any], language: str) -> Symbol:
    kind = taxonomy.BY_ID[row["kind"]].label(language)
    days = EPOCH + dt.timedelta(row["start"]), EPOCH + dt.timedelta(row["end"])
    return Symbol(id=row["incident_id"], key=_key(row), label=t(
        language, "{kind}, incident", kind=kind), says=kind, days=days, lon=row["lon"],
        lat=row["lat"], radius=RADIUS)


def _key(row: dict[str, Any]) -> str:
    return _name(row["kind"], near=row["where_precision"] > 1)


def _name(kind: str, *, near: bool) -> str:
    return f"incident-{kind.partition('.')[2]}" + (f"-{NEAR}" if near else "")


def _entry(kind: str, language: str, *, near: bool) -> Entry:
    name = taxonomy.BY_ID[kind].label(language)
    label = t(language, "{kind}, incident within 25 km", kind=name) if near else t(
        language, "{kind}, incident", kind=name)
    style = Style("symbol", GROUP_COLOURS[FAMILY], radius=RADIUS, letter=LETTERS[kind],
                  hollow=near)
    return Entry(style, label, _name(kind, near=near))
