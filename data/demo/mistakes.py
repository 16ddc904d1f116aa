"""Mistakes put in on purpose: a few points outside the country that their row names."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from data.demo import territory
from data.demo.streams import Floats, Integers

SHARE = 0.002
"""Share of rows whose coordinates carry a mistake."""
SWAPPED_SHARE = 0.3
"""Of these, how many have latitude and longitude swapped; the others lost a minus sign."""
WESTERN = ("ML", "BF")
FAR_DEGREES = 0.2
"""How far outside its country the mirrored point must lie, so that it is a conflict."""


def spoil(
    rng: np.random.Generator, lat: Floats, lon: Floats, precision: Integers, unit: Integers
) -> tuple[Floats, Floats]:
    """Return (lat, lon) with a share of the points mirrored or swapped.

    Only places told exactly or to 25 km, in Mali and Burkina Faso, are taken.

    Args:
        rng: the stream.
        lat: degrees, shape (n,).
        lon: degrees, shape (n,).
        precision: `where_precision`, shape (n,).
        unit: positions in `territory.units()`, shape (n,).
    """
    country = np.array([u.iso2 for u in territory.units()])[unit]
    some = rng.permutation(_able(lat, lon, precision, country))[: round(SHARE * len(lat))]
    swapped = rng.random(len(some)) < SWAPPED_SHARE
    lat, lon = lat.copy(), lon.copy()
    lat[some], lon[some] = (np.where(swapped, lon[some], lat[some]),
                            np.where(swapped, lat[some], -lon[some]))
    return lat, lon


def _able(lat: Floats, lon: Floats, precision: Integers, country: npt.NDArray[np.str_]) -> Integers:
    """Return the rows whose mirrored point lies far outside their country, shape (m,)."""
    able = np.zeros(len(lat), dtype=np.bool_)
    for iso2 in WESTERN:
        here = np.flatnonzero((country == iso2) & (precision <= 2) & (lon < 0))
        able[here] = territory.degrees_from(iso2, lat[here], -lon[here]) > FAR_DEGREES
    return np.flatnonzero(able)
