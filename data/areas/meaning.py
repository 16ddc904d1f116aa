"""What the name of a unit means: the units drawn now, and those that bore the name before.

Borders and names differ between vintages. A source that writes “Gao” for a place in what has
been Ménaka since is right by the boundaries of its day; the shipped ones show that day for
many countries, and an alias tells which older unit holds a newer one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from data.areas.boundaries import Units, shipped_names, units
from data.areas.drawn import Drawn
from data.boundaries import resolve_unit, unit_spellings
from data.taxonomy import fold

Shapes = npt.NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Meaning:
    """What a name means.

    Attributes:
        ids: of the units drawn now that it means, at least one.
        now: their shapes, in the same order.
        before: shapes of shipped units that bear the very name and are drawn otherwise now.
    """

    ids: tuple[str, ...]
    now: Shapes
    before: Shapes

    @cached_property
    def shapes(self) -> Shapes:
        """Every shape that the name has or had."""
        return np.concatenate([self.now, self.before])


class Meanings:
    """Names of units of the first and the second level, each looked up once."""

    def __init__(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self._shipped = units(None, 1)
        self._first: dict[tuple[str, str | None], Meaning | None] = {}
        self._second: dict[tuple[str, str | None, str | None], Meaning | None] = {}

    def first(self, name: str, iso2: str | None) -> Meaning | None:
        """Say what the name of a first-level unit means, in a country if one is given."""
        key = name, iso2
        if key not in self._first:
            self._first[key] = _meaning(self._drawn.first, self._drawn.first.find(name, iso2),
                                        self._before(name, iso2))
        return self._first[key]

    def is_first(self, name: str) -> bool:
        """Tell whether some country has a first-level unit of a name."""
        return self.first(name, None) is not None

    def second(self, name: str, iso2: str | None, within: str | None = None) -> Meaning | None:
        """Say what the name of a second-level unit means, within a first-level one if named."""
        key = name, iso2, within
        if key not in self._second:
            ids = self._drawn.second.find(name, iso2)
            holding = self.first(within, iso2) if within else None
            if holding:
                ids = tuple(i for i in ids if self._parent(i) in ("", *holding.ids))
            self._second[key] = _meaning(self._drawn.second, ids, _none())
        return self._second[key]

    def _parent(self, unit_id: str) -> str:
        return self._drawn.second.parents[self._drawn.second.position[unit_id]]

    def _before(self, name: str, iso2: str | None) -> Shapes:
        spelt = {fold(spelling) for spelling in unit_spellings(name)}
        old = [unit_id for unit_id in resolve_unit(name, iso2)
               if spelt & set(map(fold, shipped_names(unit_id)))]
        return _shapes(self._shipped, [i for i in old if not self._still(i)])

    def _still(self, unit_id: str) -> bool:
        """Tell whether a shipped unit is the one that is drawn now."""
        now = self._drawn.first.position.get(unit_id)
        return now is not None and self._drawn.first.geometries[now] is (
            self._shipped.geometries[self._shipped.position[unit_id]])


def _meaning(among: Units, ids: tuple[str, ...], before: Shapes) -> Meaning | None:
    return Meaning(ids, _shapes(among, ids), before) if ids else None


def _shapes(among: Units, ids: tuple[str, ...] | list[str]) -> Shapes:
    return among.geometries[[among.position[i] for i in ids]] if ids else _none()


def _none() -> Shapes:
    return np.array([], dtype=object)
