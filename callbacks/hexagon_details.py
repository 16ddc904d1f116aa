"""A hexagon in words: what it holds by kind, and its latest incidents."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import glossary, region_links
from callbacks.context import ground_of
from callbacks.incident_details import when
from callbacks.parts import extra, mark
from data import hexes as grid
from data import taxonomy
from data.errors import wrong_value
from data.i18n import msg, nmsg, number, t
from data.queries.hexes import inside, profile
from data.queries.stats import deaths_of
from data.queries.table import latest
from data.selection import Selection
from data.settle import settled
from data.store import Snapshot
from layers.palette import GROUP_COLOURS

LATEST = 8


def tell(snapshot: Snapshot, cell: str, resolution: int, query: str, language: str) -> html.Div:
    """Describe a hexagon within a selection, written as a query.

    Raises:
        UsageError: the text is not the id of a cell.
    """
    try:
        number_of = grid.number(cell)
    except ValueError:
        raise wrong_value("cell", cell, msg("it is not an H3 cell")) from None
    selection = settled(Selection.from_query(query), ground_of(snapshot))
    kinds = snapshot.rows(profile(selection, number_of, resolution))
    rows = snapshot.rows(latest(inside(selection, number_of, resolution), LATEST))
    total = sum(row["incidents"] for row in kinds)
    return html.Div([
        html.H2(nmsg("{count} incident in this hexagon", "{count} incidents in this hexagon",
                     total).render(language)),
        html.P(_place(rows, cell, resolution, language), className="quiet"),
        glossary.words(("hexagon", "apart"), language),
        *region_links.buttons(ground_of(snapshot), (row["admin1_id"] for row in rows), language),
        html.Ul([kind_line(row, kinds[0]["incidents"], language) for row in kinds],
                className="kinds"),
        *deaths(snapshot.rows(deaths_of(inside(selection, number_of, resolution))), language),
        html.H3(t(language, "Latest incidents")),
        html.Ul([incident_line(row, language) for row in rows], className="incidents"),
    ])


def _place(rows: list[dict[str, Any]], cell: str, resolution: int, language: str) -> str:
    units = list(dict.fromkeys(row["admin1"] for row in rows if row["admin1"]))
    where = ", ".join(units[:3])
    size = t(language, "H3 cell {cell}, resolution {resolution}", cell=cell, resolution=resolution)
    return f"{where} · {size}" if where else size


def kind_line(row: dict[str, Any], highest: int, language: str) -> html.Li:
    """Write a kind with its incidents, and a bar as long as its share of the most frequent."""
    kind = taxonomy.BY_ID[row["kind"]]
    share = {"--share": f"{100 * row['incidents'] / highest:.1f}%"}
    light, dark = colours = GROUP_COLOURS[kind.group]
    return html.Li([
        mark(taxonomy.GROUP_BY_ID[kind.group].letter, colours),
        html.Span([kind.label(language),
                   html.I(style={**share, "--light": light, "--dark": dark})]),
        html.B(number(row["incidents"], language)),
    ])


def deaths(by_source: list[dict[str, Any]], language: str) -> list[html.P]:
    """Say deaths source by source: they are not added, since events may be told twice."""
    return [html.P([nmsg("{count} death by best estimate", "{count} deaths by best estimate",
                         row["best"]).render(language),
                    html.Span(f" · {row['key']}", className="quiet")])
            for row in by_source if row["best"]]


def incident_line(row: dict[str, Any], language: str) -> html.Li:
    """Write an incident as one line that opens it."""
    kind = taxonomy.BY_ID[row["kind"]]
    group = taxonomy.GROUP_BY_ID[kind.group]
    return html.Li(html.Button([
        mark(group.letter, GROUP_COLOURS[group.id]),
        html.Span([html.B(kind.label(language)),
                   html.Span(f"{when(row, language)} · {row['place'] or row['admin1'] or '–'}")]),
    ], type="button", **extra({"data-incident": row["incident_id"]})))
