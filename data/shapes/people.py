"""How many people live in an area, as far as their number was loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data import hexes
from data.areas import population
from data.areas.boundaries import Units
from data.ground import Ground
from data.shapes.held import WHOLE

FINEST_FIRST = (2, 1, 0)
"""Levels of units, in the order in which their people are asked for."""


@dataclass(frozen=True)
class People:
    """The people of an area.

    Attributes:
        persons: their number.
        vintages: as of when, where that is stated.
        sources: who published the numbers that are counted here.
        estimated: persons among them that are a share of a unit's, by its land in the area.
        by_cell: whether they are counted by hexagons of about 5 km², each by its centre.
        missing: ISO codes of countries in the area whose people are not known.
    """

    persons: float
    vintages: tuple[str, ...]
    sources: tuple[str, ...]
    estimated: float
    by_cell: bool
    missing: tuple[str, ...]


def people(shape: BaseGeometry, countries: frozenset[str], ground: Ground) -> People | None:
    """Count the people in a shape that lies in some countries; None where none are known."""
    loaded = population.vintages(ground.snapshot)
    by_cell = {one.iso2 for one in loaded if one.by == population.BY_CELL}
    if not countries & {one.iso2 for one in loaded}:
        return None
    if countries & by_cell:
        persons = _in_cells(shape, ground)
        counted = [one for one in loaded
                   if one.by == population.BY_CELL and one.iso2 in countries]
        return People(persons, _each(one.vintage for one in counted),
                      _each(one.source for one in counted), 0.0, True,
                      tuple(sorted(countries - by_cell)))
    return _in_units(shape, countries, ground)


def _in_cells(shape: BaseGeometry, ground: Ground) -> float:
    found = ground.persons_by_cell(population.RESOLUTION)
    assert found is not None
    cells = hexes.with_neighbours(hexes.covering(shape, hexes.COARSEST))
    near = np.isin(hexes.parents(found.cells, hexes.COARSEST), cells)
    centres = hexes.centres(found.cells[near])
    inside = shapely.contains_xy(shape, centres[:, 0], centres[:, 1])
    return float(found.persons[near][inside].sum())


def _in_units(shape: BaseGeometry, countries: frozenset[str], ground: Ground) -> People | None:
    whole = estimated = 0.0
    taken: list[population.Persons] = []
    left = set(countries)
    for level in FINEST_FIRST:
        units, persons = ground.units(level), ground.persons_by_unit(level)
        here = {units.iso2[units.position[id]] for id in persons if id in units.position} & left
        for i, share in _shares(units, shape):
            known = persons.get(units.ids[i])
            if known is None or units.iso2[i] not in here:
                continue
            taken.append(known)
            if share >= WHOLE:
                whole += known.persons
            else:
                estimated += known.persons * share
        left -= here
    return People(whole + estimated, _each(one.vintage for one in taken),
                  _each(one.source for one in taken), estimated, False, tuple(sorted(left)))


def _shares(units: Units, shape: BaseGeometry) -> list[tuple[int, float]]:
    """Return where units stand that a shape touches, and the share of each that lies in it."""
    if not len(units):
        return []
    at = units.tree.query(shape, predicate="intersects")
    own = units.geometries[at]
    shares = shapely.area(shapely.intersection(own, shape)) / shapely.area(own)
    return list(zip(at.tolist(), shares.tolist(), strict=True))


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({text for text in texts if text}))
