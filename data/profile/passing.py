"""Corridors that documents tell of, as they meet an area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import shapely

from data.analysis.ledger import Cost, cost_per_load
from data.evidence.choose import chosen
from data.evidence.model import UNIT_PRECISION, Corridor, Levy, Place
from data.profile.area import Area, everywhere
from data.profile.said import Tabled, in_window
from data.selection import Selection

How = Literal["path", "straight", "named", "wide"]
"""How a corridor meets an area, from the firmest: its known path crosses it; a straight link
between two places that are known well enough crosses it; a place of it lies in it; or only a
link does whose end stands for a whole country or a vague area, which tells next to nothing."""
ORDER: tuple[How, ...] = ("path", "straight", "named", "wide")


@dataclass(frozen=True)
class Passing:
    """A corridor and an area.

    Attributes:
        how: see `How`.
        named: whether one of its places lies in the area.
        cost: what a load pays along all of it, as levies that name it state.
    """

    corridor: Corridor
    how: How
    named: bool
    cost: Cost

    def claims(self) -> Iterator[Tabled]:
        """Return the claims that it tells."""
        yield "corridors", self.corridor
        yield from (("levies", levy) for levy in self.cost.levies)


def passing(
    area: Area, selection: Selection, corridors: Iterable[Corridor], levies: Iterable[Levy]
) -> tuple[Passing, ...]:
    """Return the corridors that meet an area, the firmest first.

    Whatever the selection's filters by place, since the area takes their place.
    """
    known = in_window(chosen(corridors, everywhere(selection)), selection)
    dues = in_window(levies, selection)
    met = [Passing(one, how, _named(area, one), cost_per_load(one, dues))
           for one in known if (how := meets(area, one)) is not None]
    return tuple(sorted(met, key=lambda one: ORDER.index(one.how)))


def meets(area: Area, corridor: Corridor) -> How | None:
    """Tell how a corridor meets an area; None where it does not."""
    if corridor.line is not None:
        return "path" if area.shape.intersects(corridor.line) else (
            "named" if _named(area, corridor) else None)
    crossing = [_exact(a) and _exact(b)
                for a, b in zip(corridor.where[:-1], corridor.where[1:], strict=True)
                if _crosses(area, a, b)]
    if any(crossing):
        return "straight"
    if _named(area, corridor):
        return "named"
    return "wide" if crossing else None


def _named(area: Area, corridor: Corridor) -> bool:
    return any(map(area.holds, corridor.where))


def _exact(place: Place) -> bool:
    return place.precision <= UNIT_PRECISION


def _crosses(area: Area, a: Place, b: Place) -> bool:
    if not (a.placed and b.placed):
        return False
    return bool(area.shape.intersects(shapely.LineString([(a.lon, a.lat), (b.lon, b.lat)])))
