"""An area as a selection carries it: an outline or a circle, in text that fits a link.

`polygon:-1.2,15.1_0.9,15.1_0,17` is an outline by its corners, longitude before latitude;
`*` begins another ring, which is a hole where it lies in the first, and a second part where
it does not. `circle:-0.04,16.27,25` is a centre and kilometres. Between two corners an edge
is straight in degrees, as GeoJSON and well-known text have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

from data.errors import UsageError, wrong_value
from data.i18n import encodable, msg
from data.shapes.held import Held
from data.shapes.outline import Ring, circle_shape, polygon_shape

POLYGON, CIRCLE = "polygon", "circle"
DECIMALS = 4
"""Of a degree: about 11 metres."""
MOST_CORNERS = 200
"""A link has to carry them, and a query to compare every incident with each."""
LEAST_KM, MOST_KM = 0.5, 1000.0

_BETWEEN = re.compile(r"[\s_;]+")


@dataclass(frozen=True)
class Area:
    """An area on the ground; exactly one of `rings` and `circle` says where.

    Attributes:
        rings: corners as (longitude, latitude), WGS 84 degrees, none repeated at the end.
        circle: longitude, latitude, kilometres.
        held: the units that it holds and cuts, once looked up in a snapshot; see
            `data.settle`.
    """

    rings: tuple[Ring, ...] = ()
    circle: tuple[float, float, float] | None = None
    held: Held | None = field(default=None, compare=False, repr=False)

    @property
    def shape(self) -> BaseGeometry:
        """The area, WGS 84 degrees; a circle has 64 corners on the ellipsoid, and its own size.

        Raises:
            UsageError: see `data.shapes.outline`.
        """
        return circle_shape(*self.circle) if self.circle else polygon_shape(self.rings)

    def __str__(self) -> str:
        if self.circle:
            lon, lat, km = self.circle
            return f"{CIRCLE}:{_pair((lon, lat))},{_plain(km)}"
        return f"{POLYGON}:" + "*".join("_".join(map(_pair, ring)) for ring in self.rings)


def parse_area(text: str) -> Area:
    """Read `polygon:…` or `circle:…`.

    Raises:
        UsageError: it is neither, or its shape is no area; the message says why.
    """
    manner, _, rest = encodable(text).strip().partition(":")
    if manner.strip().lower() == CIRCLE:
        return circle(*_circle_numbers(text, rest))
    if manner.strip().lower() == POLYGON:
        return of_rings([_ring(text, part) for part in rest.split("*")])
    raise _unread(text)


def of_rings(rings: Iterable[Iterable[tuple[float, float]]]) -> Area:
    """Build an area of rings, corners rounded as a link writes them; raises `UsageError`."""
    made = Area(rings=tuple(_closed(ring) for ring in rings))
    corners = sum(map(len, made.rings))
    if corners > MOST_CORNERS:
        raise UsageError(msg("The outline has {corners} corners; an area takes at most {most}.",
                             corners=corners, most=MOST_CORNERS))
    assert made.shape is not None
    return made


def circle(lon: float, lat: float, km: float) -> Area:
    """Build a circle; raises `UsageError`."""
    if not LEAST_KM <= km <= MOST_KM:
        raise UsageError(msg("The radius of a circle is {least} to {most} km.",
                             least=LEAST_KM, most=MOST_KM))
    made = Area(circle=(round(lon, DECIMALS), round(lat, DECIMALS), round(km, 3)))
    assert made.shape is not None
    return made


def _circle_numbers(text: str, rest: str) -> tuple[float, float, float]:
    try:
        lon, lat, km = (float(part) for part in rest.split(","))
    except ValueError:
        raise _unread(text) from None
    return lon, lat, km


def _ring(text: str, part: str) -> list[tuple[float, float]]:
    try:
        pairs = [tuple(float(n) for n in corner.split(","))
                 for corner in _BETWEEN.split(part.strip()) if corner]
    except ValueError:
        raise _unread(text) from None
    if any(len(pair) != 2 for pair in pairs):
        raise _unread(text)
    return [(pair[0], pair[1]) for pair in pairs]


def _closed(ring: Iterable[tuple[float, float]]) -> Ring:
    """Round corners, and leave out those that repeat the one before or close the ring."""
    corners: list[tuple[float, float]] = []
    for lon, lat in ring:
        corner = (round(float(lon), DECIMALS) + 0.0, round(float(lat), DECIMALS) + 0.0)
        if not corners or corner != corners[-1]:
            corners.append(corner)
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    return tuple(corners)


def _pair(corner: tuple[float, float]) -> str:
    return f"{_plain(corner[0])},{_plain(corner[1])}"


def _plain(number: float) -> str:
    text = f"{number:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _unread(text: str) -> UsageError:
    return wrong_value("--area", text if len(text) < 80 else text[:80] + "…", msg(
        "write polygon:-1.2,15.1_0.9,15.1_0,17 with the longitude and latitude of each corner, or "
        "circle:-0.04,16.27,25 with longitude, latitude and kilometres"))
