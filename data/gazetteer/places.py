"""The places of a gazetteer as columns, and the spellings under which each is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from data.gazetteer.spelling import plain, sound

Floats = npt.NDArray[np.float64]

SETTLED = "P"
"""GeoNames’ class of populated places."""
LEFT = frozenset({"PPLCH", "PPLH", "PPLQ", "PPLW"})
"""Populated places that are so no more: abandoned, destroyed, or remembered alone."""
SEATS = frozenset({"PPLA", "PPLA2", "PPLA3", "PPLC"})
"""Capitals and chief towns of units, down to the third level."""
SPOTS = frozenset({"CMP", "CMPRF", "FRM", "LCTY", "MN", "MNAU", "MNQ", "OAS", "PSTB", "SPNG", "WLL",
                   "WLLS", "WTRH"})
"""Places of other classes that are as small as a village and called as one: camps, mines, wells.
A wadi or a forest is no point, and an airport has the name of a town that it is not."""


@dataclass(frozen=True, eq=False)
class Places:
    """Places that a name may mean; sequences of one length n.

    Attributes:
        names: as their source writes them.
        alternates: other spellings and names of each.
        lat, lon: WGS 84 degrees, shape (n,).
        feature_class, feature_code: GeoNames'.
        iso2: the country of each.
        admin2: the second-level unit as the source names it; empty where it does not.
        population: persons; 0 where it is not known. Shape (n,).
        sources: who published each.
    """

    names: Sequence[str]
    alternates: Sequence[Sequence[str]]
    lat: Floats
    lon: Floats
    feature_class: Sequence[str]
    feature_code: Sequence[str]
    iso2: Sequence[str]
    admin2: Sequence[str]
    population: npt.NDArray[np.int64]
    sources: Sequence[str]

    def __len__(self) -> int:
        return len(self.names)

    @cached_property
    def points(self) -> npt.NDArray[np.object_]:
        """The points as shapes, shape (n,)."""
        return np.asarray(shapely.points(self.lon, self.lat), dtype=object)

    @cached_property
    def tree(self) -> shapely.STRtree:
        """Index of the points."""
        return shapely.STRtree(self.points)

    @cached_property
    def settled(self) -> npt.NDArray[np.bool_]:
        """Which are populated places; shape (n,)."""
        return np.array([c == SETTLED and code not in LEFT for c, code in
                         zip(self.feature_class, self.feature_code, strict=True)], dtype=np.bool_)

    @cached_property
    def seats(self) -> npt.NDArray[np.bool_]:
        """Which are capitals or chief towns; shape (n,)."""
        return np.array([code in SEATS for code in self.feature_code], dtype=np.bool_)

    @cached_property
    def spellings(self) -> Spellings:
        """Every way in which each place is written."""
        said = [(i, plain(text)) for i, (name, others) in
                enumerate(zip(self.names, self.alternates, strict=True))
                for text in (name, *others)]
        pairs = list(dict.fromkeys((i, text) for i, text in said if text))
        own = [text == plain(self.names[i]) for i, text in pairs]
        return Spellings(np.array([i for i, _ in pairs], dtype=np.int64),
                         np.array(own, dtype=np.bool_),
                         np.array([text for _, text in pairs], dtype=object),
                         np.array([sound(text) for _, text in pairs], dtype=object))


@dataclass(frozen=True, eq=False)
class Spellings:
    """Spellings of places, each in its plain form and as it sounds; shape (m,) each.

    `own` tells the name by which a place is listed from its alternates.
    """

    place: npt.NDArray[np.int64]
    own: npt.NDArray[np.bool_]
    plain: npt.NDArray[np.object_]
    sound: npt.NDArray[np.object_]


def is_point_like(feature_class: str, feature_code: str) -> bool:
    """Tell whether a feature is small enough for its point to stand for it."""
    return feature_class == SETTLED or feature_code in SPOTS


def of_rows(rows: Iterable[Mapping[str, Any]]) -> Places:
    """Build places from rows of the table `data.gazetteer.schema` describes."""
    held = list(rows)

    def texts(column: str) -> list[str]:
        return [row[column] or "" for row in held]

    return Places(
        names=texts("name"), alternates=[row["alternates"] or [] for row in held],
        lat=np.array([row["lat"] for row in held], dtype=np.float64),
        lon=np.array([row["lon"] for row in held], dtype=np.float64),
        feature_class=texts("feature_class"), feature_code=texts("feature_code"),
        iso2=texts("iso2"), admin2=texts("admin2"),
        population=np.array([row["population"] or 0 for row in held], dtype=np.int64),
        sources=texts("source"))
