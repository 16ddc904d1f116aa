"""What the browser asks about areas: the outline of a selection's, and whether text is one."""

from __future__ import annotations

from typing import Any

import shapely
from flask import Flask, Response, jsonify, request
from shapely.geometry.base import BaseGeometry

from callbacks.area_panel import size
from callbacks.context import Context, ground_of
from callbacks.endpoints import FOREVER, GONE
from callbacks.guard import sent_json
from callbacks.language import of_request
from data.errors import AtlasError
from data.evidence import near
from data.evidence.model import Corridor
from data.ground import Ground
from data.i18n import Message, msg
from data.selection import Selection
from data.sentence import area_named
from data.shapes.outline import drawn, square_km
from data.shapes.read import MOST_CHARACTERS, read_area
from data.shapes.summary import shape_of

SIMPLE = 0.004
"""Degrees within which an outline of many corners may be drawn: about 400 m."""
MANY = 3000


def register(server: Flask, context: Context) -> None:
    """Add `/area/<snapshot>/outline.json`, `/area/<snapshot>/corridors.json` and `/area/read`."""

    @server.get("/area/<snapshot>/outline.json")
    def outline(snapshot: str) -> Response:
        return _kept(context, snapshot, lambda: outlined(
            context, Selection.from_arguments(request.args.to_dict(flat=False)),
            of_request(context.settings)))

    @server.get("/area/<snapshot>/corridors.json")
    def corridors(snapshot: str) -> Response:
        return _kept(context, snapshot, lambda: listed(
            ground_of(context.store.current()), of_request(context.settings)))

    @server.post("/area/read")
    def read() -> Response:
        return jsonify(understood(_text(), of_request(context.settings)))


def outlined(context: Context, selection: Selection, language: str) -> dict[str, Any]:
    """Return the rings of a selection's area, its bounds and its name; empty where it has none."""
    settled = context.settled(selection)
    shape = shape_of(settled, ground_of(context.store.current()))
    if shape is None or shape.is_empty:
        return {"rings": [], "bounds": None, "named": "", "size": ""}
    return {"rings": drawn(_light(shape)), "bounds": list(shape.bounds),
            "named": area_named(settled, language), "size": size(square_km(shape), language)}


def listed(ground: Ground, language: str) -> list[dict[str, str]]:
    """Name the corridors that a distance can be told from."""
    return [{"id": corridor.id, "name": near.name(corridor, language)}
            for corridor in ground.evidence.claims["corridors"]
            if isinstance(corridor, Corridor) and near.path(corridor)]


def understood(text: str, language: str) -> dict[str, str]:
    """Return an area as a link writes it, and what was done to the text to make it one.

    Where the text is no area, `message` says why.
    """
    try:
        found = read_area(text)
    except AtlasError as error:
        return {"message": error.render(language)}
    return {"area": str(found.area), "said": found.said.render(language) if found.said else ""}


def _light(shape: BaseGeometry) -> BaseGeometry:
    """Thin an outline of so many corners that drawing it would be slow."""
    if shapely.get_num_coordinates(shape) <= MANY:
        return shape
    thinned = shapely.simplify(shape, SIMPLE)
    assert isinstance(thinned, BaseGeometry)
    return thinned


def _text() -> str:
    given = sent_json(request) or {}
    text = given.get("text") if isinstance(given, dict) else None
    return text[:MOST_CHARACTERS + 1] if isinstance(text, str) else ""


def _kept(context: Context, snapshot: str, make: Any) -> Response:
    """Answer what never changes for a snapshot; a replaced one is 410."""
    current = context.store.current()
    if current is None or current.id != snapshot:
        return _sentence(context, GONE, msg("The data has been renewed; open the page again."))
    try:
        response = jsonify(make())
    except AtlasError as error:
        return _sentence(context, 400, error.message)
    response.headers["Cache-Control"] = FOREVER
    return response


def _sentence(context: Context, status: int, message: Message) -> Response:
    response = jsonify({"message": message.render(of_request(context.settings))})
    response.status_code = status
    return response
