"""A hexagon of a comparison: both numbers, their ratio, and the latest incidents of each side."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.asked import Asked
from callbacks.compare_regions import interval, times
from callbacks.hexagon_details import incident_line
from callbacks.parts import facts
from data import hexes as grid
from data import sentence
from data.analysis.ratio import ratio
from data.comparison import YEAR_DAYS, Side
from data.errors import wrong_value
from data.i18n import amount, msg, nmsg, number, t
from data.queries.hexes import inside
from data.queries.table import latest
from layers import difference_values as values
from layers.base import DEFAULT_RESOLUTION
from layers.registry import BY_ID

LAYER = "difference"
LATEST = 4


def tell(asked: Asked) -> html.Div:
    """Tell of a cell on both sides.

    Raises:
        UsageError: the id is not one of a cell.
    """
    language = asked.language
    try:
        cell = grid.number(str(asked.picked["id"]))
    except ValueError:
        raise wrong_value("cell", asked.picked["id"], msg("it is not an H3 cell")) from None
    both, sides, resolution = _held(asked)
    place = both.cells.tolist().index(cell) if cell in both.cells else -1
    a, b = (int(both.a[place]), int(both.b[place])) if place >= 0 else (0, 0)
    corrected = float(both.corrected()[place]) if place >= 0 else 1.0
    return html.Div([
        html.H2(t(language, "A: {a} · B: {b}", a=a, b=b)),
        html.P(t(language, "H3 cell {cell}, resolution {resolution}", cell=grid.text(cell),
                 resolution=resolution), className="quiet"),
        html.P(_said(a, b, both, corrected, language)),
        _numbers(a, b, both, corrected, language),
        *[part for letter, side in zip("AB", sides, strict=True)
          for part in _incidents(asked, letter, side, cell, resolution)],
    ])


def _held(asked: Asked) -> tuple[values.Held, tuple[Side, Side], int]:
    wanted = asked.context.request(
        selection=asked.selection, language=asked.language,
        resolution=int(asked.picked.get("res") or DEFAULT_RESOLUTION),
        options=tuple(sorted((asked.picked.get("options") or {}).items())))
    found, used = asked.context.found(asked.snapshot, BY_ID[LAYER], wanted)
    return values.held(found, used), values.sides(found, used), used.resolution


def _said(a: int, b: int, both: values.Held, corrected: float, language: str) -> str:
    """Say whether the hexagon changed, by itself and among all that are tested."""
    change = ratio(a, b, both.days)
    if change.clear and corrected > values.BOUND:
        return nmsg("By itself this would be a clear change; with {count} hexagon tested, chance "
                    "may well give one like it.",
                    "By itself this would be a clear change; with {count} hexagons tested, chance "
                    "may well give one like it.", len(both.cells)).render(language)
    if corrected > values.BOUND:
        return t(language, "No clear change: chance alone may give two such numbers.")
    return t(language, "Clearly more on side B.") if change.low > 1 else t(
        language, "Clearly fewer on side B.")


def _numbers(a: int, b: int, both: values.Held, corrected: float, language: str) -> html.Dl:
    change = ratio(a, b, both.days)
    return facts([
        (t(language, "A, for a year"), amount(a * YEAR_DAYS / both.days[0], language)),
        (t(language, "B, for a year"), amount(b * YEAR_DAYS / both.days[1], language)),
        (t(language, "B over A"), times(change, language)),
        (t(language, "95 % interval"), interval(change, language)),
        (t(language, "p-value, corrected for many tests"), number(round(corrected, 4), language)),
    ])


def _incidents(
    asked: Asked, letter: str, side: Side, cell: int, resolution: int
) -> list[Any]:
    rows = asked.snapshot.rows(latest(inside(side.within(), cell, resolution), LATEST))
    if not rows:
        return []
    when = sentence.when(side.within(), asked.language)
    return [html.H3(t(asked.language, "Latest on side {side} ({when})", side=letter, when=when)),
            html.Ul([incident_line(row, asked.language) for row in rows], className="incidents")]
