"""What speaks against a row beyond its columns one by one: bounds, lengths, what it refers to."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from math import inf

import shapely

from data.evidence import words
from data.evidence.columns import NOT_STATED, columns_of
from data.evidence.ingest.where import AREAS, LINES, bad_coordinates
from data.evidence.model import Corridor, Factor, Flow, Place, Visit
from data.evidence.read import Row, column_words, problems

BOUNDS: Mapping[str, tuple[float, float]] = {
    "where_precision": (1, 7), "date_precision": (1, 5), "level": (0, 1),
    "share_percent": (0, 100), "rate_low": (0, inf), "rate_best": (0, inf),
    "rate_high": (0, inf), "workers": (0, inf), "quantity": (0, inf), "order": (1, inf),
}
ORDERED = (("rate_low", "rate_best", "rate_high"), ("low", "best", "high"))
REFERENCES: Mapping[str, str] = {
    "corridor": "corridors", "site": "sites", "intervention": "interventions",
    "follows": "stages",
}
"""Columns that hold ids of another table."""
YES_OR_NO = ("presence", "interference", "taxed", "onsite")
SHAPES = {"path": LINES, "area": AREAS}

_ADMIRALTY = re.compile(r"[A-F]?[1-6]?", re.I)


def against(record: type, row: Row) -> list[str]:
    """Return every reason against a row in the published form, as `<reason>:<detail>`."""
    found = problems(record, row)
    if any(mark in (row.get("id") or "") for mark in ">;"):
        found.append("id_not_usable:id")
    # What is not even a number needs no second word about its size.
    named = {reason.partition(":")[2] for reason in found}
    return found + [reason for reason in _more(record, row)
                    if reason.partition(":")[2] not in named]


def _more(record: type, row: Row) -> Iterator[str]:
    yield from _numbers(record, row)
    yield from _shapes(record, row)
    if record is Place:
        yield from _place(row)
    if record in (Corridor, Flow) and len(_chain(row, "places")) < 2:
        yield "places_too_few:places"
    if record is Corridor:
        yield from _segments(row)
    if record is Factor and row.get("factor") not in _factors(row.get("side") or ""):
        yield "factor_side_conflict:factor"
    if record is Visit:
        yield from (f"value_not_yes_or_no:{name}" for name in YES_OR_NO
                    if stated(row, name) not in ("", "yes", "no"))


def _numbers(record: type, row: Row) -> Iterator[str]:
    for column in columns_of(record):
        text = stated(row, column.name)
        if column.name in BOUNDS and text and not _within(text, *BOUNDS[column.name]):
            yield f"value_out_of_range:{column.name}"
        if column.name == "confidence" and not _ADMIRALTY.fullmatch(text):
            yield "value_unknown:confidence"
    for code in _chain(row, "segment_confidence") if record is Corridor else ():
        if not _ADMIRALTY.fullmatch(code):
            yield "value_unknown:segment_confidence"


def _within(text: str, low: float, high: float) -> bool:
    try:
        return low <= float(text) <= high
    except ValueError:
        return False


def _shapes(record: type, row: Row) -> Iterator[str]:
    for column in columns_of(record):
        text = stated(row, column.name) if column.name in SHAPES else ""
        if text and not _drawable(text, SHAPES[column.name]):
            yield f"geometry_not_understood:{column.name}"


def _drawable(text: str, kinds: tuple[str, ...]) -> bool:
    shape = shapely.from_wkt(text, on_invalid="ignore")
    if shape is None or shape.geom_type not in kinds:
        return False
    west, south, east, north = shape.bounds
    return bool(west >= -180 and east <= 180 and south >= -90 and north <= 90)


def _place(row: Row) -> Iterator[str]:
    lat, lon = stated(row, "lat"), stated(row, "lon")
    if lat or lon:
        yield from bad_coordinates(lat, lon)


def _segments(row: Row) -> Iterator[str]:
    segments = len(_chain(row, "places")) - 1
    for name in ("segment_evidence", "segment_confidence"):
        if len(_chain(row, name)) not in (0, segments):
            yield f"segments_do_not_match:{name}"


def _factors(side: str) -> Container[str]:
    return {"vulnerability": words.VULNERABILITIES, "resilience": words.RESILIENCES}.get(
        side, words.FACTORS)


def dangling(record: type, row: Row, ids: Mapping[str, Container[str]]) -> list[str]:
    """Return a reason for each column that names a record which is not there.

    Args:
        record: the class of the row's table.
        row: in the published form.
        ids: by table of `REFERENCES`, every id that is known.
    """
    names = [c.name for c in columns_of(record) if c.name in REFERENCES]
    return [f"reference_unknown:{name}" for name in names
            if any(word not in ids[REFERENCES[name]] for word in column_words(row.get(name) or ""))]


def out_of_order(row: Row) -> bool:
    """Tell whether a lowest, best and highest number contradict one another."""
    for names in ORDERED:
        known = [float(stated(row, name)) for name in names if stated(row, name)]
        if known != sorted(known):
            return True
    return False


def stated(row: Row, name: str) -> str:
    """Return a cell's text, empty where it states nothing."""
    text = row.get(name) or ""
    return "" if text == NOT_STATED else text


def _chain(row: Row, name: str) -> list[str]:
    return [word.strip() for word in stated(row, name).split(">")
            if word.strip() not in ("", NOT_STATED)]
