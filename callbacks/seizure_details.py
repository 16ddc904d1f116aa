"""A circle of seizures in words: how closely its place is known, and its latest seizures."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import claim_details
from callbacks.asked import Asked
from callbacks.hexagon_details import incident_line
from callbacks.incident_details import quantity
from data import hexes
from data.errors import wrong_value
from data.i18n import msg, nmsg, t
from data.queries.seizures import seized_at
from data.queries.table import latest
from layers.base import Found
from layers.seizure_places import Spot, place_name, seized
from layers.seizures import Seizures

LATEST = 12


def tell(asked: Asked) -> html.Div:
    """Tell a circle, or what a document says was seized."""
    id, language = str(asked.picked["id"]), asked.language
    if id.startswith("outcomes/"):
        return claim_details.tell(asked.ground.evidence, id, language)
    spot = _spot(asked, id)
    if spot is None:
        return html.Div(html.P(t(language, "There are no such seizures in this window.")))
    rows = _rows(asked, spot)
    return html.Div([
        html.H2(spot.goods.label(language)),
        html.P(nmsg("{count} seizure in this window", "{count} seizures in this window",
                    len(rows)).render(language)),
        html.P(place_name(spot.place, asked.ground, language), className="quiet"),
        html.Ul([_line(row, language) for row in rows[:LATEST]], className="incidents"),
        html.P(t(language, "What authorities took and recorded; how much moves is not known "
                 "from it."), className="quiet"),
    ])


def _spot(asked: Asked, id: str) -> Spot | None:
    """Find the circle among those of its selection and options."""
    request = asked.context.request(
        selection=asked.selection, language=asked.language,
        options=tuple(sorted((asked.picked.get("options") or {}).items())))
    tables = {"seizures": asked.snapshot.fetch(Seizures().queries(request)["seizures"])}
    spots = seized(Found(tables, asked.ground), request).spots
    return next((spot for spot in spots if spot.id == id), None)


def _rows(asked: Asked, spot: Spot) -> list[dict[str, Any]]:
    """Return the seizures behind a circle in the window, the latest first."""
    level, _, code = spot.place.partition("/")
    where: dict[str, Any] = {"cell": _cell(code)} if level == "cell" else {level: code}
    rows = seized_at(asked.selection, **where)
    rows = rows.filter(rows.kind == spot.goods.kind)
    if spot.goods.commodity:
        rows = rows.filter(rows.commodity == spot.goods.commodity)
    return asked.snapshot.rows(latest(rows, 1000))


def _cell(code: str) -> int:
    try:
        return hexes.number(code)
    except ValueError:
        raise wrong_value("cell", code, msg("it is not an H3 cell")) from None


def _line(row: dict[str, Any], language: str) -> html.Li:
    """Write a seizure with its quantity, as one line that opens it."""
    line = incident_line(row, language)
    told = quantity({**row, "unit": row["unit_of_quantity"]}, language)
    return html.Li([line.children, html.Span(told, className="quiet")]) if told else line
