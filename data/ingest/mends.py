"""What may have happened to a pair of coordinates that lies where it should not."""

from __future__ import annotations

import shapely

MENDS = (
    ("sign of longitude", 1, -1, False),
    ("sign of latitude", -1, 1, False),
    ("signs of both", -1, -1, False),
    ("latitude and longitude swapped", 1, 1, True),
    ("swapped, then sign of longitude", 1, -1, True),
    ("swapped, then sign of latitude", -1, 1, True),
    ("swapped, then signs of both", -1, -1, True),
)
"""Words, factors of latitude and longitude, and whether the two are swapped first."""


def mend(lat: float, lon: float, area: shapely.Geometry) -> str | None:
    """Say what would put a point inside an area, with the point that results; None if nothing."""
    for words, sign_lat, sign_lon, swap in MENDS:
        y, x = (lon, lat) if swap else (lat, lon)
        y, x = sign_lat * y, sign_lon * x
        if abs(y) <= 90 and shapely.contains_xy(area, x, y):
            return f"{words}: {_plain(y)}, {_plain(x)}"
    return None


def _plain(degrees: float) -> str:
    """Write degrees as a source would: no exponent, no idle zeros."""
    return f"{degrees:.6f}".rstrip("0").rstrip(".")
