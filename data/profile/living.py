"""How large an area is and how many people live there, as far as their number was loaded."""

from __future__ import annotations

from dataclasses import dataclass

from data.ground import Ground
from data.profile.area import Area
from data.profile.trend import Trend
from data.shapes.outline import square_km
from data.shapes.people import People, people

PER = 100_000


@dataclass(frozen=True)
class Living:
    """An area and its people.

    Attributes:
        km2: its size on the ellipsoid.
        people: None where their number is not loaded.
        rate: incidents that began in the last twelve months for each `PER` persons; None
            where people or twelve months of records are not known.
    """

    km2: float
    people: People | None
    rate: float | None


def living(area: Area, ground: Ground, trend: Trend | None) -> Living:
    """Tell how large an area is, how many live there, and how often incidents came to them."""
    found = _people(area, ground)
    year = trend.year.later if trend and trend.year else None
    rate = (year.incidents / found.persons * PER
            if year and found and found.persons > 0 else None)
    return Living(square_km(area.shape), found, rate)


def _people(area: Area, ground: Ground) -> People | None:
    """Take a unit's own number where it is loaded, else count or estimate it by its shape."""
    own = (None if area.level is None else
           ground.persons_by_unit(area.level).get(area.unit.id))
    if own is None:
        return people(area.shape, area.countries, ground)
    return People(own.persons, (own.vintage,) if own.vintage else (),
                  (own.source,) if own.source else (), 0.0, False, ())
