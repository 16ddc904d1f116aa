"""A projection that fits what a sheet shows: equal areas, and true to scale at its centre."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt
from pyproj import CRS, Geod, Transformer

from data.i18n import t

Floats = npt.NDArray[np.float64]
Point = tuple[float, float]

GEOD = Geod(ellps="WGS84")
GLOBAL = 100.0
"""Degrees of longitude from which a sheet shows the world, not a region."""
FAR = 0.05
"""Degrees that are stepped to see which way is north."""


class Projection:
    """Between degrees and metres on a plane whose origin is the centre of the map."""

    def __init__(self, lon: float, lat: float, wide: float = 0.0) -> None:
        """Take a centre, and how many degrees of longitude are to be seen."""
        self.lon, self.lat = (lon + 180) % 360 - 180, 0.0 if wide >= GLOBAL else lat
        self.world = wide >= GLOBAL
        kind = (f"+proj=eqearth +lon_0={self.lon}" if self.world
                else f"+proj=laea +lon_0={self.lon} +lat_0={self.lat}")
        self._crs = CRS.from_proj4(f"{kind} +datum=WGS84 +units=m +no_defs")

    @cached_property
    def _forth(self) -> Transformer:
        return Transformer.from_crs("EPSG:4326", self._crs, always_xy=True)

    @cached_property
    def _back(self) -> Transformer:
        return Transformer.from_crs(self._crs, "EPSG:4326", always_xy=True)

    def metres(self, degrees: Floats) -> Floats:
        """Return where coordinates lie on the plane, shape (n, 2); infinite where nowhere."""
        given = np.asarray(degrees, np.float64).reshape(-1, 2)
        placed: Floats = np.column_stack(self._forth.transform(given[:, 0], given[:, 1]))
        return placed

    def degrees(self, metres: Floats) -> Floats:
        """Return the coordinates of places on the plane, shape (n, 2)."""
        given = np.asarray(metres, np.float64).reshape(-1, 2)
        found: Floats = np.column_stack(self._back.transform(given[:, 0], given[:, 1]))
        return found

    def north(self, metres: Floats) -> Floats:
        """Return where north is at places on the plane: degrees clockwise from up, shape (n,)."""
        here = self.degrees(metres)
        there = here + np.array([0.0, FAR])
        step = self.metres(there) - self.metres(here)
        turned: Floats = np.degrees(np.arctan2(step[:, 0], step[:, 1]))
        return turned

    def across(self, metres: float) -> float:
        """Return how long a distance on the ground, west to east about the centre, is drawn."""
        west = GEOD.fwd(self.lon, self.lat, 270, metres / 2)[:2]
        east = GEOD.fwd(self.lon, self.lat, 90, metres / 2)[:2]
        ends = self.metres(np.array([west, east]))
        return float(np.hypot(*(ends[1] - ends[0])))

    def name(self, language: str) -> str:
        """Say which projection it is."""
        if self.world:
            return t(language, "Equal Earth projection, WGS 84")
        return t(language, "Lambert azimuthal equal-area projection, WGS 84")
