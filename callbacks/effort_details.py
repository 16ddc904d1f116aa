"""A hexagon of reporting effort in words: which sources reported on it in the window."""

from __future__ import annotations

import numpy as np
from dash import html

from callbacks.asked import Asked
from callbacks.parts import facts
from data import hexes
from data.errors import wrong_value
from data.i18n import msg, nmsg, t
from data.queries.effort import reporters


def tell(asked: Asked) -> html.Div:
    """List the sources of a hexagon, with how many incidents each reported in how many months.

    Raises:
        UsageError: the text is not the id of a cell.
    """
    language, code = asked.language, str(asked.picked["id"]).removeprefix("cell/")
    try:
        cell = hexes.number(code)
    except ValueError:
        raise wrong_value("cell", code, msg("it is not an H3 cell")) from None
    level = int(hexes.resolutions(np.array([cell]))[0])
    found = asked.snapshot.rows(
        reporters(asked.selection, cell, level))
    return html.Div([
        html.H2(nmsg("{count} source reported on this hexagon",
                     "{count} sources reported on this hexagon", len(found)).render(language)),
        html.P(t(language, "H3 cell {cell}, resolution {resolution}", cell=code, resolution=level),
               className="quiet"),
        facts([(row["source"], _said(row["incidents"], row["months"], language))
               for row in found]),
        html.P(t(language, "Few sources or none may mean that nobody told of what happened."),
               className="quiet"),
    ])


def _said(incidents: int, months: int, language: str) -> str:
    return t(language, "months with a report: {months}; incidents: {incidents}", months=months,
             incidents=incidents)
