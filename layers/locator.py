"""Where an area lies, as a small map in SVG: its outline, its neighbours, towns and corridors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from markupsafe import escape
from shapely.geometry.base import BaseGeometry

WIDTH, TALLEST = 520.0, 420.0
AROUND = 0.22
"""Share of the area's size that is shown on each side of it."""
FINE = 0.4
"""Units of the drawing within which outlines are simplified."""
LETTER, LINE = 5.6, 13.0
"""About the width of a letter and the height of a line of names."""


@dataclass(frozen=True)
class Way:
    """A line on the map; `known` tells whether its path is."""

    line: BaseGeometry
    known: bool


@dataclass(frozen=True)
class Spot:
    """A town or a place, WGS 84 degrees; a `site` is drawn as a square, a town as a dot."""

    lon: float
    lat: float
    name: str
    site: bool = False


@dataclass
class View:
    """The part of the earth that is drawn, and the room that names have taken in it."""

    west: float
    north: float
    across: float
    down: float
    height: float
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    @classmethod
    def of(cls, shape: BaseGeometry) -> View:
        """Show a shape and a little around it, in true proportion at its middle."""
        west, south, east, north = shapely.bounds(shape).tolist()
        cosine = max(0.05, float(np.cos(np.radians((south + north) / 2))))
        pad = AROUND * max((east - west) * cosine, north - south)
        wide, tall = (east - west) * cosine + 2 * pad, north - south + 2 * pad
        scale = min(WIDTH / wide, TALLEST / tall)
        west -= (WIDTH / scale - (east - west) * cosine) / 2 / cosine
        return cls(west, north + pad, scale * cosine, scale, tall * scale)

    def flat(self, shape: BaseGeometry) -> BaseGeometry:
        """Bring a shape from degrees into the drawing, cut to it and simplified."""
        placed = shapely.transform(shape, lambda xy: np.column_stack(
            [(xy[:, 0] - self.west) * self.across, (self.north - xy[:, 1]) * self.down]))
        cut = shapely.clip_by_rect(shapely.make_valid(placed), -2, -2, WIDTH + 2, self.height + 2)
        return shapely.simplify(cut, FINE)

    def free(self, x: float, y: float, name: str) -> bool:
        """Take the room of a name that is centred on a point; False where others have it."""
        half = LETTER * len(name) / 2
        box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
        inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= self.height
        if not inside or any(_meets(box, other) for other in self.taken):
            return False
        self.taken.append(box)
        return True


def svg(
    area: tuple[str, BaseGeometry], beside: Sequence[tuple[str, BaseGeometry]],
    ways: Sequence[Way], spots: Sequence[Spot], *, title: str, land: Sequence[BaseGeometry] = (),
) -> str:
    """Draw an area; colours are those of the page's style sheet.

    Args:
        area: its name and shape, WGS 84 degrees.
        beside: other units of its level in view, by name.
        ways: corridors.
        spots: places, the most important first; where names do not fit, later ones have none.
        title: what the picture is called.
        land: countries, whose borders are drawn stronger; all else is water.

    Returns:
        An `svg` element that scales with its width.
    """
    name, shape = area
    view = View.of(shape)
    drawn = [(other, view.flat(outline)) for other, outline in beside]
    drawn = [(other, flat) for other, flat in drawn if not flat.is_empty]
    own = view.flat(shape)
    parts = [*(_path("land", view.flat(one)) for one in land),
             *(_path("beside", flat) for _, flat in drawn),
             *(_path("border", view.flat(one)) for one in land), _path("own", own),
             *(_path("way" if way.known else "way straight", view.flat(way.line))
               for way in ways)]
    parts += [_spot(view, spot) for spot in spots]
    parts += [_name(view, name, own, "own-name")] if name else []
    parts += [_name(view, other, flat, "other-name") for other, flat in drawn]
    return (f'<svg class="where" viewBox="0 0 {WIDTH:.0f} {view.height:.0f}" role="img" '
            f'aria-label="{escape(title)}" xmlns="http://www.w3.org/2000/svg">'
            f"<title>{escape(title)}</title>{''.join(parts)}</svg>")


def _path(look: str, flat: BaseGeometry) -> str:
    """Write the rings and lines of a shape as one path."""
    lines: list[str] = []
    for part in shapely.get_parts(flat).tolist():
        if isinstance(part, shapely.Polygon):
            lines += [_points(ring.coords) + "Z" for ring in (part.exterior, *part.interiors)]
        elif isinstance(part, shapely.LineString):
            lines.append(_points(part.coords))
    return f'<path class="{look}" d="{"".join(lines)}"/>' if lines else ""


def _points(coordinates: Sequence[tuple[float, ...]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y, *_ in coordinates)


def _spot(view: View, spot: Spot) -> str:
    x, y = (spot.lon - view.west) * view.across, (view.north - spot.lat) * view.down
    if not (0 <= x <= WIDTH and 0 <= y <= view.height):
        return ""
    mark = (f'<rect class="site" x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6"/>'
            if spot.site else f'<circle class="town" cx="{x:.1f}" cy="{y:.1f}" r="2.4"/>')
    if not view.free(x, y - 10, spot.name):
        return mark
    return mark + _text(x, y - 6, spot.name, "spot-name")


def _name(view: View, name: str, flat: BaseGeometry, look: str) -> str:
    """Write a unit's name inside it, where there is room."""
    point = flat.representative_point()
    if point.is_empty or not view.free(point.x, point.y, name):
        return ""
    return _text(point.x, point.y + 4, name, look)


def _text(x: float, y: float, text: str, look: str) -> str:
    return (f'<text class="{look}" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">'
            f"{escape(text)}</text>")


def _meets(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
