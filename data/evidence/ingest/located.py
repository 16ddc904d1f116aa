"""New places set against the boundaries: their country and unit, and conflicts with the named."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from data import boundaries
from data.evidence.columns import NOT_STATED
from data.evidence.ingest.flags import Flag
from data.evidence.ingest.where import precision_of
from data.ingest.locate import Locator, Points

Row = dict[str, str]


def locate(rows: Sequence[Row], tolerance_km: float) -> list[Flag | None]:
    """Fill country and unit of places that have a point, where these are not stated.

    A point outside the country that is named stays where it is.

    Args:
        rows: of the table of places, fit; changed in place.
        tolerance_km: how far outside a country a point may lie.

    Returns:
        The conflict of each row, None where there is none.
    """
    placed = [i for i, row in enumerate(rows) if _given(row["lat"]) and _given(row["lon"])]
    conflicts: list[Flag | None] = [None] * len(rows)
    if not placed:
        return conflicts
    found = Locator(tolerance_km).locate(_points([rows[i] for i in placed]))
    for i, place in zip(placed, found.to_pylist(), strict=True):
        conflicts[i] = place["conflict"]
        if not _given(rows[i]["iso2"]):
            rows[i]["iso2"] = place["admin0"] or NOT_STATED
        if not _given(rows[i]["unit_id"]):
            rows[i]["unit_id"] = place["admin1_id"] or NOT_STATED
    return conflicts


def _given(text: str) -> bool:
    return text not in ("", NOT_STATED)


def _points(rows: Sequence[Row]) -> Points:
    codes = [row["iso2"] if _given(row["iso2"]) else None for row in rows]
    names = [code and _country_name(code) for code in codes]
    return Points(
        record=np.arange(len(rows)),
        lat=np.array([float(row["lat"]) for row in rows]),
        lon=np.array([float(row["lon"]) for row in rows]),
        where_precision=np.array([precision_of(row) for row in rows], dtype=np.int8),
        country=np.array(codes, dtype=object), named=np.array(names, dtype=object),
    )


def _country_name(code: str) -> str:
    try:
        return boundaries.country_name(code, "en")
    except KeyError:
        return code
