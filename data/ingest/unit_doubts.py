"""Points beside the first-level unit that their record names.

A point outside the unit named stays where it is. It is noted apart whether older boundaries,
in which the name meant more, hold it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from data.areas.boundaries import Units
from data.areas.meaning import Meaning, Meanings
from data.ingest.borders import distance_km, within_km
from data.ingest.mends import mend

Texts = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]
Flag = dict[str, str | None]

DIFFERS = "unit_differs"
OLDER = "unit_vintage"


@dataclass(frozen=True)
class Named:
    """Points and the units that their records name; arrays of shape (n,).

    Attributes:
        lat, lon: WGS 84 degrees.
        name: what the record calls the unit, None where it does not.
        country: ISO code of the country that the unit is sought in, None for any.
        unit: id of the unit in which the point lies, None where that is not asked.
    """

    lat: Floats
    lon: Floats
    name: Texts
    country: Texts
    unit: Texts

    def groups(self) -> dict[tuple[str, str | None], list[int]]:
        """Return the positions of the points that can be judged, by name and country."""
        rows: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for i, (name, iso2, unit) in enumerate(
                zip(self.name, self.country, self.unit, strict=True)):
            if name is not None and unit is not None:
                rows[name, iso2].append(i)
        return rows


class UnitDoubts:
    """Sets points against the units named, with a tolerance in kilometres."""

    def __init__(self, drawn: Units, meanings: Meanings, tolerance_km: float) -> None:
        self._units = drawn
        self._meanings = meanings
        self._tolerance = tolerance_km

    def flags(self, named: Named) -> list[Flag | None]:
        """Return the doubt of each point, None where there is none."""
        flags: list[Flag | None] = [None] * len(named.unit)
        for (name, iso2), rows in named.groups().items():
            meaning = self._meanings.first(name, iso2)
            other = [i for i in rows if meaning and named.unit[i] not in meaning.ids]
            if meaning and other:
                for i, flag in self._judged(name, meaning, named, np.array(other)):
                    flags[i] = flag
        return flags

    def _judged(
        self, name: str, meaning: Meaning, named: Named, rows: npt.NDArray[np.int64]
    ) -> Iterator[tuple[int, Flag]]:
        rows = rows[~self._near(named, rows, meaning.now)]
        older = self._near(named, rows, meaning.before)
        told: dict[tuple[float, float, str], Flag] = {}
        for i, before in zip(rows.tolist(), older.tolist(), strict=True):
            key = float(named.lat[i]), float(named.lon[i]), str(named.unit[i])
            if key not in told:
                told[key] = self._flag(name, meaning, key, older=before)
            yield i, told[key]

    def _near(
        self, named: Named, rows: npt.NDArray[np.int64], shapes: Texts
    ) -> npt.NDArray[np.bool_]:
        near = np.zeros(len(rows), dtype=np.bool_)
        for shape in shapes:
            near |= within_km(named.lon[rows], named.lat[rows],
                              np.full(len(rows), shape, dtype=object), self._tolerance)
        return near

    def _flag(
        self, name: str, meaning: Meaning, key: tuple[float, float, str], *, older: bool
    ) -> Flag:
        lat, lon, unit = key
        suggestion = None if older else self._suggestion(lat, lon, meaning)
        return {"reason": OLDER if older else DIFFERS, "named": name,
                "found": self._units.name(unit, "en"), "suggestion": suggestion}

    def _suggestion(self, lat: float, lon: float, meaning: Meaning) -> str:
        area = shapely.union_all(meaning.shapes)
        mended = mend(lat, lon, area)
        if mended:
            return mended
        away = [distance_km(lon, lat, shape) for shape in meaning.now]
        nearest = int(np.argmin(away))
        return f"{self._units.name(meaning.ids[nearest], 'en')}, {away[nearest]:.0f} km"
