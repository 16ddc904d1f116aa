"""New units set against those already known, by shape and by name, never by code."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import shapely

from data.areas.boundaries import Units, shipped_names
from data.boundaries import resolve_unit
from data.taxonomy import fold

Kind = Literal["same", "renamed", "changed", "new", "gone"]

SAME_SHAPE = 0.9
"""Intersection over union from which two drawings show one shape."""
SAME_PLACE = 0.8
"""The same, from which a unit of another name is the old one renamed."""
HALF = 0.5
PART = 0.1
"""Of a unit's area, what another must hold of it to be named as where it came from or went."""
EXACT, ALIAS = 0.5, 0.25
"""What a name counts beside the overlap: the unit's own, and another spelling of it."""
DRAWN_APART_KM = 10.0
"""Edges that are nowhere farther apart are one edge, drawn twice."""
KM_PER_DEGREE = 111.2

_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class Match:
    """What became of a unit.

    Attributes:
        kind: `same`; `renamed` (one shape, another name); `changed` (another shape);
            `new`; `gone`.
        new: position among the new units; None for one that is gone.
        old: position among the old units; None for a new one.
        related: for a new unit the ids of old ones it was split from, for one that is gone
            the positions, as text, of new ones that it went into; the largest part first.
        iou: intersection over union of the two shapes; 0 without a pair.
    """

    kind: Kind
    new: int | None
    old: int | None
    related: tuple[str, ...] = ()
    iou: float = 0.0


@dataclass(frozen=True, eq=False)
class _Overlap:
    """Shared area as a share of the new unit, of the old one, and of both; shape (new, old)."""

    of_new: npt.NDArray[np.float64]
    of_old: npt.NDArray[np.float64]
    iou: npt.NDArray[np.float64]


def match(old: Units, new: Units) -> list[Match]:
    """Pair units of one level; each is in one match. New ones come in their order, then gone ones.

    Args:
        old: the units known so far, of the countries of the new ones.
        new: the units of a file; their ids are not looked at.
    """
    overlap = _overlap(old, new)
    pairs = _pairs(overlap, _names_count(old, new))
    taken = set(pairs.values())
    found = [_paired(old, new, overlap, i, pairs[i]) if i in pairs
             else Match("new", i, None, _largest(overlap.of_new[i], lambda j: old.ids[j]))
             for i in range(len(new))]
    gone = [Match("gone", None, j, _largest(overlap.of_old[:, j], str))
            for j in range(len(old)) if j not in taken]
    return [*found, *gone]


def _overlap(old: Units, new: Units) -> _Overlap:
    common = np.zeros((len(new), len(old)))
    if len(new) and len(old):
        ours, theirs = old.tree.query(new.geometries, predicate="intersects")
        common[ours, theirs] = shapely.area(
            shapely.intersection(new.geometries[ours], old.geometries[theirs]))
    area_new = shapely.area(new.geometries)[:, None]
    area_old = shapely.area(old.geometries)[None, :]
    return _Overlap(common / area_new, common / area_old, common / (area_new + area_old - common))


def _names_count(old: Units, new: Units) -> npt.NDArray[np.float64]:
    """Return how much the names speak for each pair, shape (new, old)."""
    own = [_own_names(old, j) for j in range(len(old))]
    score = np.zeros((len(new), len(old)))
    for i, name in enumerate(new.names):
        bare = _bare(name)
        others = resolve_unit(name, new.iso2[i]) if new.level == 1 else ()
        score[i] = [EXACT if bare in own[j] else ALIAS * (old.ids[j] in others)
                    for j in range(len(old))]
    return score


def _own_names(old: Units, j: int) -> set[str]:
    return {_bare(old.names[j]), *map(fold, shipped_names(old.ids[j]))}


def _bare(name: str) -> str:
    """Fold a name without what stands behind it in brackets, as in `Mali (le)`."""
    return fold(_BRACKETED.sub("", name)) or fold(name)


def _pairs(overlap: _Overlap, names: npt.NDArray[np.float64]) -> dict[int, int]:
    """Pair each new unit with at most one old one, the best pairs first."""
    mostly = np.maximum(overlap.of_new, overlap.of_old) >= HALF
    allowed = ((names == EXACT) & mostly) | ((names == ALIAS) & (overlap.iou >= HALF)) | (
        overlap.iou >= SAME_PLACE)
    score = np.where(allowed, overlap.iou + names, 0.0)
    pairs: dict[int, int] = {}
    for flat in np.argsort(-score, axis=None, kind="stable").tolist():
        i, j = divmod(flat, score.shape[1])
        if score[i, j] <= 0:
            break
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _paired(old: Units, new: Units, overlap: _Overlap, i: int, j: int) -> Match:
    iou = float(overlap.iou[i, j])
    kind: Kind = "same"
    if iou < SAME_SHAPE and not _drawn_alike(old.geometries[j], new.geometries[i]):
        kind = "changed"
    elif _bare(new.names[i]) not in _own_names(old, j):
        kind = "renamed"
    return Match(kind, i, j, iou=iou)


def _drawn_alike(one: shapely.Geometry, other: shapely.Geometry) -> bool:
    """Tell whether two shapes differ by strips alone, such as generalised edges leave."""
    middle = shapely.get_y(shapely.centroid(one))
    stretch = [KM_PER_DEGREE * float(np.cos(np.radians(middle))), KM_PER_DEGREE]
    apart = shapely.transform(shapely.symmetric_difference(one, other), lambda xy: xy * stretch)
    return bool(shapely.is_empty(shapely.buffer(apart, -DRAWN_APART_KM / 2)))


def _largest(shares: npt.NDArray[np.float64], name: Callable[[int], str]) -> tuple[str, ...]:
    order = np.argsort(-shares, kind="stable").tolist()
    return tuple(name(i) for i in order if shares[i] >= PART)
