"""A unit or country, or a hexagon of it, with the incidents known to it and no closer."""

from __future__ import annotations

from typing import Any

import numpy as np
from dash import html

from callbacks import region_links
from callbacks.asked import Asked
from callbacks.hexagon_details import incident_line
from data import hexes
from data.errors import wrong_value
from data.i18n import msg, nmsg, t
from data.queries.coarse import known_to
from data.queries.table import latest
from layers.base import Found
from layers.coarse import Coarse
from layers.coarse_places import Known, cells, places

LATEST = 8


def tell(asked: Asked) -> html.Div:
    """Tell what is known to a place; for a hexagon, to each place that it lies in."""
    language, id = asked.language, str(asked.picked["id"])
    held = _places(asked, id)
    if not held:
        return html.Div(html.P(t(language, "There are no such incidents in this window.")))
    return html.Div([part for one in held for part in _place(asked, one)] + [
        html.P(t(language, "They happened somewhere in it; where, the sources do not say."),
               className="quiet")])


def _places(asked: Asked, id: str) -> list[Known]:
    request = asked.context.request(
        selection=asked.selection, language=asked.language)
    layer = Coarse()
    tables = {"coarse": asked.snapshot.fetch(layer.queries(request)["coarse"])}
    known = places(Found(tables, asked.ground), request)
    if not id.startswith("cell/"):
        return [one for one in known if one.id == id]
    cell, resolution = _cell(id.removeprefix("cell/"))
    return [one for one in known if cell in cells(one, asked.ground, resolution)]


def _cell(text: str) -> tuple[int, int]:
    """Read a hexagon's id and its resolution. Raises `UsageError` where it is none."""
    try:
        cell = hexes.number(text)
    except ValueError:
        raise wrong_value("cell", text, msg("it is not an H3 cell")) from None
    return cell, int(hexes.resolutions(np.array([cell]))[0])


def _place(asked: Asked, one: Known) -> list[Any]:
    """List the latest incidents of a place in the window."""
    level, _, code = one.id.partition("/")
    selection = asked.selection
    rows = known_to(selection, **{level: code})
    total = asked.snapshot.fetch(rows.aggregate(n=rows.count())).column("n")[0].as_py()
    found = asked.snapshot.rows(latest(rows, LATEST))
    return [
        html.H2(one.name), region_links.button(asked.ground, code, asked.language),
        html.P(nmsg("{count} incident is known to be in it, without a point.",
                    "{count} incidents are known to be in it, without a point.", total)
               .render(asked.language)),
        html.Ul([incident_line(row, asked.language) for row in found], className="incidents"),
    ]
