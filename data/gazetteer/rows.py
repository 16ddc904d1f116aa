"""A row of a gazetteer as its file has it, and as a place or as a reject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """One row; text that is not there is empty.

    Attributes:
        number: from 1, in the file's order.
        original: its fields by the file's own column names.
        damage: why it could not be taken apart; None where it could.
    """

    number: int
    original: Mapping[str, str | None]
    damage: str | None = None
    name: str = ""
    alternates: tuple[str, ...] = ()
    lat_text: str = ""
    lon_text: str = ""
    feature_class: str = ""
    feature_code: str = ""
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population_text: str = ""

    @property
    def lat(self) -> float | None:
        """Latitude in degrees; None where it is missing or no number."""
        return number(self.lat_text)

    @property
    def lon(self) -> float | None:
        """Longitude in degrees; None where it is missing or no number."""
        return number(self.lon_text)

    def reason(self) -> str | None:
        """Return what speaks against the row; None where nothing does."""
        if self.damage:
            return self.damage
        if not self.name:
            return "place_name_missing"
        if not (self.lat_text.strip() and self.lon_text.strip()):
            return "place_point_missing"
        for axis, value, most in (("lat", self.lat, 90), ("lon", self.lon, 180)):
            if value is None:
                return f"{axis}_not_a_number"
            if not abs(value) <= most:
                return f"{axis}_out_of_range"
        return None

    def as_place(self) -> dict[str, Any]:
        """Return the fields of the table that the row tells; it must have no reason."""
        persons = number(self.population_text)
        return {
            "name": self.name, "alternates": list(self.alternates), "lat": self.lat,
            "lon": self.lon, "feature_class": self.feature_class,
            "feature_code": self.feature_code, "admin1": self.admin1 or None,
            "admin2": self.admin2 or None,
            "population": int(persons) if persons and persons > 0 else None,
        }


def number(text: str) -> float | None:
    """Read a decimal number, with a point or a comma; None where it is none."""
    try:
        value = float(text.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None


