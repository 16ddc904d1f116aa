"""Binary answers over plain addresses: cached by content, compressed, and no state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Flask, Response, jsonify, request

from callbacks import content
from callbacks.content import ADDRESSED, Bodies, lasting, leading_to
from callbacks.context import Context, ground_of
from callbacks.language import of_request
from data.errors import AtlasError, wrong_value
from data.hexes import RESOLUTIONS
from data.i18n import Message, msg
from data.selection import Selection
from data.store import Snapshot
from layers import cells, moments, wire
from layers.base import DEFAULT_RESOLUTION, Payload
from layers.registry import BY_ID

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

BINARY = "application/vnd.iea.columns"
OPTION = "o."
FOREVER = content.FOREVER
GONE = 410


def register(server: Flask, context: Context) -> None:
    """Add `/data/<snapshot>/<layer>.bin`, one layer's columns for a selection, and where it leads.

    `/content/<layer>.<hash>.bin` answers for the snapshot in force, as long as its bytes have
    that hash.
    """
    bodies = Bodies()

    @server.get("/data/<snapshot>/<name>.bin")
    def columns(snapshot: str, name: str) -> Response:
        return answer(context, bodies, snapshot, name)

    @server.get("/content/<name>.<mark>.bin")
    def by_content(name: str, mark: str) -> Response:
        return named(context, bodies, name, mark)


def answer(context: Context, bodies: Bodies, snapshot: str, name: str) -> Response:
    """Answer one address; errors are a sentence, and a replaced snapshot is 410."""
    current = context.store.current()
    if current is None or current.id != snapshot:
        return _gone(context)
    try:
        body = _body(context, current, name)
    except AtlasError as error:
        return _sentence(context, 400, error.message)
    if body is None:
        return _sentence(context, 404, msg("There is no layer called “{name}”.", name=name))
    if name in ADDRESSED:
        return leading_to(name, bodies.keep(body))
    return lasting(Response(body, mimetype=BINARY))


def named(context: Context, bodies: Bodies, name: str, mark: str) -> Response:
    """Answer what has a hash; 410 where the data that gave it has been replaced."""
    current = context.store.current()
    if current is None or name not in ADDRESSED:
        return _gone(context)
    try:
        body = bodies.get(mark, lambda: _body(context, current, name) or b"")
    except AtlasError as error:
        return _sentence(context, 400, error.message)
    if body is None:
        return _gone(context)
    response = lasting(Response(body, mimetype=BINARY))
    response.set_etag(mark, weak=True)  # it is compressed on its way, and means the same
    response.make_conditional(request)
    return response


def _body(context: Context, snapshot: Snapshot, name: str) -> bytes | None:
    """Encode a layer's columns; None where there is no such layer."""
    make = _maker(name)
    if make is None:
        return None
    payload = make(context, snapshot, request.args)
    return wire.encode(payload.meta, payload.columns)


def _gone(context: Context) -> Response:
    return _sentence(context, GONE, msg("The data has been renewed; open the page again."))


Maker = Callable[[Context, Snapshot, "MultiDict[str, str]"], Payload]


def _maker(name: str) -> Maker | None:
    if name == "cells":
        return _cells
    if name == "moments":
        return _moments
    layer = BY_ID.get(name)
    if layer is None:
        return None

    def make(context: Context, snapshot: Snapshot, given: MultiDict[str, str]) -> Payload:
        wanted = context.request(
            selection=context.settled(Selection.from_arguments(given.to_dict(flat=False))),
            resolution=resolution(given), language=of_request(context.settings),
            options=chosen(given))
        found, used = context.found(snapshot, layer, wanted)
        return layer.payload(found, used)

    return make


def _cells(context: Context, snapshot: Snapshot, given: MultiDict[str, str]) -> Payload:
    level = resolution(given)
    return cells.payload(snapshot.fetch(cells.query(level)), level)


def _moments(context: Context, snapshot: Snapshot, given: MultiDict[str, str]) -> Payload:
    selection = context.settled(Selection.from_arguments(given.to_dict(flat=False)))
    return moments.payload(ground_of(snapshot), selection, of_request(context.settings))


def chosen(given: MultiDict[str, str]) -> tuple[tuple[str, str], ...]:
    """Read a layer's options, `o.<name>=<value>`; what they do not take falls to the default."""
    return tuple(sorted((name.removeprefix(OPTION), value) for name, value in given.items()
                        if name.startswith(OPTION)))


def resolution(given: MultiDict[str, str]) -> int:
    """Read `res`; raises `UsageError` where it is not 3 to 9."""
    text = given.get("res", str(DEFAULT_RESOLUTION))
    if text not in {str(level) for level in RESOLUTIONS}:
        raise wrong_value("res", text, msg("a resolution is a whole number from 3 to 9"))
    return int(text)


def _sentence(context: Context, status: int, message: Message) -> Response:
    response = jsonify({"message": message.render(of_request(context.settings))})
    response.status_code = status
    return response
