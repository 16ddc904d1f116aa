"""Cited claims that something moves between places."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import shapely
import shapely.ops

from data.evidence import words
from data.evidence.choose import chosen
from data.evidence.model import Corridor, Place
from data.i18n import Message, msg, t
from layers import cited, claims
from layers.base import Found, Request
from layers.legend import Entry, Legend
from layers.mark_layer import MarkLayer
from layers.marks import Drawing, Line, within
from layers.palette import CLAIM, commodity_colours
from layers.style import DOUBTFUL, UNSURE, Style

STRENGTH: dict[str, float] = {"believed": 2.0, "perceived": 2.0, "reported": 3.2, "observed": 4.5}
"""Width in pixels by how a document holds a segment: evidence, and never an amount."""
UNSTATED = "reported"


class Corridors(MarkLayer):
    """Straight links between the places a document names, dashed where no path is known."""

    id = "corridors"
    title = msg("Corridors")
    says = msg(
        "Directions in which documents say that goods and people move. Links between named "
        "places are straight and dashed: the path is not known. Width is the strength of the "
        "evidence; it says nothing about amounts, and a seizure is not a flow.")
    order = 70
    colours = CLAIM
    sample = Style("line", CLAIM, width=2.4, dash=UNSURE, arrow=True)

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return one line a segment, in the direction of movement."""
        return tuple(mark for one in _chosen(found, request)
                     for mark in _segments(one, request.language))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return a line for each commodity and strength of evidence in use."""
        language, known = request.language, _chosen(found, request)
        keys = dict.fromkeys((one.commodity, held, one.path_known) for one in known
                             for held in segment_evidence(one))
        untold = [place.name(language) for place in dict.fromkeys(
            place for one in known for place in one.where if not place.placed)]
        notes = [t(language, "Width: how firmly the document holds it. Dashed: the path between "
                   "the places is not known.")]
        if untold:
            notes.append(t(language, "Named without a place on a map, and so not drawn: {places}.",
                           places=", ".join(untold)))
        return Legend(
            layer=self.id, title=t(language, "Corridors, as documents tell"),
            entries=tuple(_entry(*key, language) for key in keys),
            notes=(*notes, *cited.undated(known, language)),
            synthetic=any(one.synthetic for one in known),
            sources=cited.sources(known, language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one segment a row, in the order drawn."""
        drawn = within(self.marks(found, request), request.selection)
        evidence = found.ground.evidence
        known = {mark.id: evidence.find("corridors", mark.id.split("/")[1]) for mark in drawn}
        told = [(mark, claim) for mark, claim in known.items() if claim]
        rows = claims.rows((claim for _, claim in told), "corridors", Corridor, request.language)
        marks = pa.array([mark for mark, _ in told], pa.string())
        return rows.set_column(rows.column_names.index("mark"), "mark", marks)

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return claims.columns(Corridor)


def segment_evidence(one: Corridor) -> tuple[str, ...]:
    """Return how the document holds each segment; the corridor's own word where none is given."""
    links = max(0, len(one.where) - 1)
    given = one.segment_evidence or (one.evidence,) * links
    return tuple(word if word in STRENGTH else UNSTATED for word in given)


def key(commodity: str, held: str, known: bool) -> str:
    """Return the legend key of a segment."""
    return f"{commodity}-{held}" + ("" if known else "-straight")


def _chosen(found: Found, request: Request) -> tuple[Corridor, ...]:
    return chosen(found.ground.evidence.corridors, request.selection)


def _entry(commodity: str, held: str, known: bool, language: str) -> Entry:
    dash = None if known else DOUBTFUL if held in ("believed", "perceived") else UNSURE
    style = Style("line", commodity_colours(commodity), width=STRENGTH[held], dash=dash,
                  arrow=True)
    name = words.COMMODITIES.get(commodity, msg(commodity)).render(language)
    how = words.EVIDENCE[held].render(language)
    path = t(language, "path known") if known else t(language, "path not known")
    return Entry(style, f"{name} – {how}, {path}", key(commodity, held, known))


def _segments(one: Corridor, language: str) -> list[Line]:
    """Return the corridor's drawable segments; a place without a position has none."""
    held = segment_evidence(one)
    name = words.COMMODITIES.get(one.commodity, msg(one.commodity)).render(language)
    path = "" if one.path_known else t(language, "path not known")
    lines = []
    for i, (start, end) in enumerate(zip(one.where[:-1], one.where[1:], strict=True)):
        points = _points(one, start, end)
        if points is not None:
            lines.append(Line(
                id=f"corridors/{one.id}/{i}", key=key(one.commodity, held[i], one.path_known),
                label=" · ".join(part for part in (name, path) if part),
                says=one.says(language), days=one.days, points=points, named=i == 0, rank=i))
    return lines


def _points(one: Corridor, start: Place, end: Place) -> npt.NDArray[np.float64] | None:
    """Return the way of a segment: cut from the known path, or straight."""
    if start.lon is None or start.lat is None or end.lon is None or end.lat is None:
        return None
    straight = np.array([(start.lon, start.lat), (end.lon, end.lat)], np.float64)
    if one.line is None:
        return straight
    along = [shapely.line_locate_point(one.line, shapely.Point(point), normalized=True)
             for point in straight]
    piece = shapely.ops.substring(one.line, along[0], along[1], normalized=True)
    return shapely.get_coordinates(piece) if piece.length else straight
