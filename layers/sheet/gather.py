"""What a sheet says, before any of it has a place: drawings, legends, numbers and sources."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from shapely.geometry.base import BaseGeometry

from data import contents, licences
from data import hexes as grid
from data.i18n import t
from data.manifest.mark import Mark, dated
from data.queries import charts
from data.queries.cited import sources
from data.queries.exports import SENSITIVE
from data.queries.hexes import hexes
from data.queries.stats import totals
from data.selection import Selection
from data.sentence import what, what_and_where, when
from layers.base import Found, Layer, Request
from layers.extent import extent, meets
from layers.legend import Legend, Source
from layers.marks import Drawing, tally
from layers.registry import BY_ID
from layers.sheet import sharing
from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import Frame
from layers.sheet.link import code, page_query
from layers.sheet.mapped import bounds_of
from layers.sheet.outline import unit_shape
from layers.sheet.press import Press

ChartRow = tuple[str | None, int]
"""A value of the chart, or None for incidents of which it is not known; and their number."""


@dataclass(frozen=True, eq=False)
class Part:
    """One layer of a sheet.

    Attributes:
        layer, legend, drawing: as on the page, of what may leave the building.
        opacity: 0 to 1.
        counts: marks by the key of their legend entry.
        apart: how many incidents the layer counts apart; None where it counts none.
        withheld: marks that a licence keeps back.
        left: incidents in none of its counts, since too few are alike of what may leave in
            counts only.
        weights: incidents of each mark, where each incident is in one mark; None elsewhere.
        in_view: whether any mark lies within the map.
    """

    layer: Layer
    legend: Legend
    drawing: Drawing
    opacity: float
    counts: Counter[str]
    apart: int | None
    withheld: int
    left: int
    weights: tuple[int, ...] | None
    in_view: bool


@dataclass(frozen=True)
class Numbers:
    """Incidents of the selection.

    Attributes:
        incidents: all that may be counted.
        shown: those that the map shows; None where no layer draws each incident once.
        beyond: those that have a place outside of the map.
        apart: those whose place is known less exactly than the map shows.
        withheld: those whose licence keeps single records in the building.
        synthetic: those that are invented.
        restricted: those that are not counted at all, since not everybody may know of them.
        left: those that neither the map nor a number holds, since fewer than `LEAST` of them
            share a hexagon, and their licence lets them leave in counts only.
        bare: those in hexagons that are not drawn, since what is shown has no value there, such
            as deaths where none is stated.
    """

    incidents: int
    shown: int | None
    beyond: int
    apart: int
    withheld: int
    synthetic: int
    restricted: int = 0
    left: int = 0
    bare: int = 0


@dataclass(frozen=True, eq=False)
class Content:
    """Everything that a sheet says.

    Attributes:
        title, subtitle: as given, or written from the selection.
        parts: layers, from the ground up.
        numbers: of incidents.
        chart: rows of the small chart.
        sources: what is behind the sheet, each once.
        citations: how sources ask to be cited.
        as_of: the day on which the data was put together; None where that is not known.
        snapshot: the data's id.
        digest: short hash of what is drawn and counted.
        code: short name of the selection, layers and view.
        link: the page's query that shows the same, with the mark of the data.
        synthetic: whether anything on it is invented.
        outline: of the unit that is drawn clear; None for none.
        mark: of the data, as links carry it; None where its id has none.
    """

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    numbers: Numbers
    chart: tuple[ChartRow, ...]
    sources: tuple[Source, ...]
    citations: tuple[str, ...]
    as_of: dt.date | None
    snapshot: str
    digest: str
    code: str
    link: str
    synthetic: bool
    outline: BaseGeometry | None = None
    mark: Mark | None = None

    @property
    def in_view(self) -> tuple[bool, ...]:
        """Whether each layer has anything within the map."""
        return tuple(part.in_view for part in self.parts)

    @property
    def uncharted(self) -> int:
        """Incidents that the chart leaves out, since too few are alike of them."""
        return max(0, self.numbers.incidents - sum(n for _, n in self.chart)) if self.chart else 0


def gathered(sheet: Sheet, press: Press, frame: Frame) -> Content:
    """Ask the layers of a sheet, and count, in the language of the sheet."""
    resolution = sheet.coarsen or sheet.resolution or frame.resolution
    parts = tuple(_part(sheet, one, press, frame, resolution) for one in _ordered(sheet))
    numbers = _numbers(sheet, press, parts, frame, resolution)
    chart = _chart(sheet, press)
    made = contents.made(press.snapshot.id)
    data, citations = _sources(sheet, press, parts)
    synthetic = any(part.legend.synthetic for part in parts) or (
        numbers.synthetic > 0 and (sheet.chart != "none" or numbers.shown is not None))
    link = page_query(sheet, frame)
    mark = Mark.of(press.held)
    return Content(
        sheet.title if sheet.title is not None else title(sheet),
        sheet.subtitle if sheet.subtitle is not None else subtitle(sheet),
        parts, numbers, chart, data, citations, made.date() if made else None,
        press.snapshot.id, _digest(parts, numbers, chart), code(link), dated(link, mark), synthetic,
        outline=unit_shape(press, sheet.outlined) if sheet.outlined else None, mark=mark)


def title(sheet: Sheet) -> str:
    """Write what and where; of claims alone, what the layers are called and where."""
    selection, language = sheet.selection, sheet.language
    layers = [BY_ID[one.id] for one in _ordered(sheet)]
    if layers and not any(layer.group == "incidents" for layer in layers):
        names = [layer.title.render(language) for layer in layers]
        where = what_and_where(replace(selection, kinds=()), language).removeprefix(
            what(replace(Selection(), kinds=()), language)).strip(" ·")
        everywhere = what_and_where(Selection(), language).partition(" · ")[2]
        return " · ".join([", ".join(names), *([where] if where != everywhere else [])])
    return what_and_where(selection, language)


def subtitle(sheet: Sheet) -> str:
    """Write the window, and the layers where the title does not."""
    language = sheet.language
    window = when(sheet.selection, language) or t(language, "all dates")
    layers = [BY_ID[one.id] for one in _ordered(sheet)]
    names = [layer.title.render(language) for layer in layers]
    if not any(layer.group == "incidents" for layer in layers):
        names = []
    return " · ".join([window, *([", ".join(names)] if names else [])])


def _ordered(sheet: Sheet) -> list[Shown]:
    return sorted(sheet.drawn, key=lambda one: BY_ID[one.id].order)


def request_of(sheet: Sheet, one: Shown, press: Press, resolution: int) -> Request:
    """Ask what the page asks for the same selection, window and choices."""
    months, days = (sheet.months, sheet.days) if sheet.months else _length(sheet.selection)
    return Request(
        selection=sheet.selection, resolution=resolution, months=months, days=days,
        language=sheet.language, options=tuple(sorted(one.options)),
        most_rows=press.settings.cube_rows, most_points=press.settings.points_shown,
        classes=sheet.classes)


def _length(selection: Selection) -> tuple[int | None, int | None]:
    """Return how many months a window touches, and its days where it is not whole months."""
    first, last = selection.date_from, selection.date_to
    if first is None or last is None:
        return None, None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    whole = first.day == 1 and (last + dt.timedelta(1)).day == 1
    return months, None if whole else (last - first).days + 1


def _part(sheet: Sheet, one: Shown, press: Press, frame: Frame, resolution: int) -> Part:
    layer = BY_ID[one.id]
    request = request_of(sheet, one, press, resolution)
    singles = sheet.coarsen is None
    found, used = press.asked(layer, request, singles=singles)
    drawing, legend = layer.drawing(found, used), layer.legend(found, used)
    apart = _apart(press, layer, used, len(drawing)) if legend.apart else None
    return Part(layer, legend, drawing, layer.opacity if one.opacity is None else one.opacity,
                tally(drawing), apart,
                press.kept_back(layer, request, len(drawing)) if singles else 0,
                press.left_out(layer, request), _weights(layer, found, drawing),
                _in_view(drawing, frame))


def _weights(layer: Layer, found: Found, drawing: Drawing) -> tuple[int, ...] | None:
    if layer.id == "hexagons":
        held = {grid.text(row["cell"]): int(row["incidents"])
                for row in found["hexes"].to_pylist() if row["cell"] is not None}
        return tuple(held[mark.id] for mark in drawing)
    return (1,) * len(drawing) if layer.id == "incidents" else None


def _within(part: Part, frame: Frame) -> int:
    """Count the incidents of the marks whose middle the map shows."""
    if not part.drawing or part.weights is None:
        return 0
    boxes = np.array([extent(mark) for mark in part.drawing])
    middle = frame.projection.metres((boxes[:, :2] + boxes[:, 2:]) / 2)
    inside = (np.abs(middle) <= np.array(frame.half)).all(axis=1)
    return int(np.array(part.weights)[inside].sum())


def _in_view(drawing: Drawing, frame: Frame) -> bool:
    (wide, tall), projection = frame.half, frame.projection
    west, south, east, north = bounds_of(projection, -wide, wide, -tall, tall)
    if east - west >= 360:
        west, east = -180.0, 180.0
    elif west < -180 or east > 180:
        west, east = ((edge + 180) % 360 - 180 for edge in (west, east))
    return any(meets(extent(mark), (west, south, east, north)) for mark in drawing)


def seen(content: Content, sheet: Sheet, frame: Frame) -> Content:
    """Return the same content on a map of another size: what lies in view, and its link."""
    parts = tuple(replace(part, in_view=_in_view(part.drawing, frame)) for part in content.parts)
    link = page_query(sheet, frame)
    numbers = _looked_at(content.numbers, parts, frame)
    return replace(content, parts=parts, numbers=numbers, link=dated(link, content.mark),
                   code=code(link))


def _looked_at(numbers: Numbers, parts: tuple[Part, ...], frame: Frame) -> Numbers:
    """Tell incidents on the map from those beyond it, by the layer that draws each once."""
    counting = [part for part in parts if part.weights is not None]
    if not counting:
        return numbers
    part = min(counting, key=lambda one: one.layer.order)
    shown, every = _within(part, frame), sum(part.weights or ())
    apart = numbers.apart if part.apart is None else part.apart
    rest = max(0, numbers.incidents - every - apart) if part.layer.gridded else 0
    left = min(rest, part.left)
    return replace(numbers, shown=shown, beyond=every - shown, apart=apart, left=left,
                   bare=rest - left)


def _apart(press: Press, layer: Layer, used: Request, drawn: int) -> int:
    """Count what a layer counts apart: the incidents that its hexagons or points leave out."""
    if not layer.gridded:
        every = press.snapshot.rows(totals(used.selection))[0]["incidents"]
        return max(0, int(every) - drawn)
    return _unplaced(press, used.selection, used.resolution)


def _unplaced(press: Press, selection: Selection, resolution: int) -> int:
    rows = press.once(("apart", selection, resolution), lambda: press.counting(
        sharing.apart(resolution), selection).rows(hexes(selection, resolution)))
    return sum(int(row["incidents"]) for row in rows if row["cell"] is None)


def _numbers(
    sheet: Sheet, press: Press, parts: tuple[Part, ...], frame: Frame, resolution: int
) -> Numbers:
    about, kept = press.totals(sheet.selection), press.withheld(sheet.selection)
    restricted = kept.pop(SENSITIVE, 0)
    counted = Numbers(
        int(about["incidents"]), None, 0, _unplaced(press, sheet.selection, resolution),
        kept.total(), int(about["synthetic"]), restricted)
    return _looked_at(counted, parts, frame)


def _chart(sheet: Sheet, press: Press) -> tuple[ChartRow, ...]:
    if sheet.chart == "none":
        return ()
    dimension = charts.BY_NAME["trend" if sheet.chart == "trend" else "kind"]
    # The sheet's own filter by kind stays: bars are of what the sheet shows.
    own = replace(dimension, own={})
    rows = press.charted(own, sheet.selection)
    return tuple((row["key"] if row["part"] == charts.SHOWN else None, int(row["incidents"]))
                 for row in rows)


def _sources(
    sheet: Sheet, press: Press, parts: tuple[Part, ...]
) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Return data sets with their licences, then documents; and what is to be cited."""
    language = sheet.language
    rows = press.once(("sources", sheet.selection), lambda: press.counting(
        lambda rows: [rows.source, rows.licence], sheet.selection).rows(sources(sheet.selection)))
    sets = {row["source"]: Source(row["source"], licence=_licence(row["licence"], language))
            for row in reversed(rows) if row["source"]}
    named = [one for part in parts for one in part.legend.sources]
    found = dict.fromkeys([*reversed(list(sets.values())),
                           *(one for one in named if one.title not in sets)])
    said = [row["citation"] for row in rows if row["citation"] and row["citations"] == 1]
    return tuple(found), tuple(dict.fromkeys(said))


def _licence(id: str | None, language: str) -> str:
    known = licences.find(id or "")
    return known.label.render(language) if known else (id or "")


def _digest(parts: tuple[Part, ...], numbers: Numbers, chart: tuple[ChartRow, ...]) -> str:
    """Hash what is drawn and counted, so that two sheets can be told to show the same."""
    total = hashlib.sha256()
    for line in _lines(parts):
        total.update(line.encode())
    # Not by what the view holds: the same selection has one hash on every page.
    total.update(repr((replace(numbers, shown=None, beyond=0), chart)).encode())
    return total.hexdigest()[:12]


def _lines(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        yield repr((part.layer.id, part.legend.bounds()))
        for mark in part.drawing:
            box = [round(edge, 5) for edge in extent(mark)]
            yield repr((mark.id, mark.key, mark.value, box))
