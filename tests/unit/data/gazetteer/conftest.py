"""Invented places around a few real coordinates of the Sahel."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from data.gazetteer.find import Area, Found
from data.gazetteer.places import Places, of_rows


def places_of(*rows: dict[str, Any]) -> Places:
    """Build places; each row says how it differs from a village of Mali."""
    village = {"alternates": [], "lat": 15.0, "lon": -1.0, "feature_class": "P",
               "feature_code": "PPL", "iso2": "ML", "admin2": "", "population": 0,
               "source": "Invented"}
    return of_rows({**village, **row} for row in rows)


def find(places: Places, *names: str) -> list[Found]:
    """Look names up among all places."""
    return Area(places, np.arange(len(places))).find(names)


def meant(places: Places, name: str) -> str | None:
    """Return the name of the place that a name means, None where none is taken."""
    (found,) = find(places, name)
    return places.names[found.candidates[0].place] if found.verdict == "found" else None


def dump(*rows: dict[str, Any]) -> str:
    """Write a GeoNames dump; each row says how it differs from a village of Mali."""
    return "".join("\t".join(str(value) for value in _fields(i, row)) + "\n"
                   for i, row in enumerate(rows, start=1))


def _fields(number: int, row: dict[str, Any]) -> Iterable[Any]:
    given = {"name": "Bountou", "alternates": "", "lat": 16.0, "lon": -0.5, "class": "P",
             "code": "PPL", "country": "ML", "cc2": "", "admin1": "09", "admin2": "",
             "population": 0, **row}
    return (number, given["name"], given["name"], given["alternates"], given["lat"], given["lon"],
            given["class"], given["code"], given["country"], given["cc2"], given["admin1"],
            given["admin2"], "", "", given["population"], "", 250, "Africa/Bamako", "2020-01-01")
