"""What a chart draws, over a plain address: counted once a selection, then kept by the browser."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from flask import Flask, Response, jsonify, request

from callbacks.context import Context
from callbacks.endpoints import FOREVER, GONE
from callbacks.language import of_request
from data.errors import AtlasError
from data.i18n import Message, msg
from data.names import unit
from data.queries.charts import BETWEEN, BY_NAME, OTHERS, SHOWN, UNKNOWN, Dimension, counts
from data.selection import Selection
from data.store import Snapshot

ALL = "all"
"""The argument that asks for every value, none folded away."""


def register(server: Flask, context: Context) -> None:
    """Add `/data/<snapshot>/chart/<dimension>.json` for a selection written as a query."""

    @server.get("/data/<snapshot>/chart/<name>.json")
    def chart(snapshot: str, name: str) -> Response:
        return answer(context, snapshot, name)


def answer(context: Context, snapshot: str, name: str) -> Response:
    """Answer one address; errors are a sentence, and a replaced snapshot is 410."""
    current, language = context.store.current(), of_request(context.settings)
    if current is None or current.id != snapshot:
        return sentence_of(GONE, msg("The data has been renewed; open the page again."), language)
    if name not in BY_NAME:
        return sentence_of(404, msg("There is no chart called “{name}”.", name=name), language)
    dimension = BY_NAME[name]
    if request.args.get(ALL):
        dimension = replace(dimension, most=None)
    try:
        selection = context.settled(Selection.from_arguments(request.args.to_dict(flat=False)))
        response = jsonify(drawn(current, dimension, selection, language))
    except AtlasError as error:
        return sentence_of(400, error.message, language)
    response.headers["Cache-Control"] = FOREVER
    return response


def drawn(
    snapshot: Snapshot, dimension: Dimension, selection: Selection, language: str
) -> dict[str, Any]:
    """Return a chart's rows, and what is not among them.

    Returns:
        `rows` of `key`, `label` (null where the browser knows it), `n` and `deaths`;
        `others`, how many values are folded away (`values`) and how many incidents have one
        of them (`n`); `unknown`, how many have no value.
    """
    found = snapshot.rows(counts(dimension, selection))
    rows = [_row(dimension, row) for row in found if row["part"] == SHOWN]
    if dimension.name == "unit":
        rows = _units(rows, language)
    others = next((row for row in found if row["part"] == OTHERS), None)
    return {
        "rows": rows,
        "others": {"n": others["incidents"], "values": others["values"]} if others else None,
        "unknown": sum(row["incidents"] for row in found if row["part"] == UNKNOWN),
    }


def _row(dimension: Dimension, row: dict[str, Any]) -> dict[str, Any]:
    told = {"key": row["key"], "label": None, "n": row["incidents"]}
    # Deaths of one source stand for themselves; of anything else they would add sources up.
    return {**told, "deaths": row["deaths"]} if dimension.name == "source" else told


def _units(rows: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """Name units as the filter does, and for a person; alike ones with their country."""
    named = []
    for row in rows:
        name, _, code = row["key"].partition(BETWEEN)
        named.append((row, f"{name} ({code})", unit(name, code, language), code))
    alike = Counter(label for _, _, label, _ in named)
    return [{**row, "key": key, "label": f"{label} ({code})" if alike[label] > 1 else label}
            for row, key, label, code in named]


def sentence_of(status: int, message: Message, language: str) -> Response:
    """Answer with a sentence that says what is wrong."""
    response = jsonify({"message": message.render(language)})
    response.status_code = status
    return response
