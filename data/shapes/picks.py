"""Units picked one by one: what incidents and claims are asked once they are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import shapely
from shapely.geometry.base import BaseGeometry

from data.errors import UsageError
from data.i18n import LANGUAGES, msg
from data.shapes.held import Held, second_key

if TYPE_CHECKING:
    from data.areas.boundaries import Units

MOST = 100


@dataclass(frozen=True)
class Picks:
    """Picked units of the first and the second level.

    Attributes:
        held: they themselves, and what holds them: incidents known only to that are undecided.
        ids: of the units, in the order picked.
        names: of the same, by language.
        shapes: their areas, WGS 84 degrees; the same order.
    """

    held: Held
    ids: tuple[str, ...]
    names: tuple[tuple[str, tuple[str, ...]], ...]
    shapes: tuple[BaseGeometry, ...] = field(compare=False, repr=False)

    def named(self, language: str) -> list[str]:
        """Name the units, in the order picked."""
        return list(dict(self.names)[language])

    @property
    def shape(self) -> BaseGeometry:
        """All of them together."""
        joined = shapely.union_all(list(self.shapes))
        assert isinstance(joined, BaseGeometry)
        return joined


def read_units(text: str) -> tuple[str, ...]:
    """Read ids or names of units, parted by commas, each once; raises `UsageError`."""
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    if len(words) > MOST:
        raise UsageError(msg("At most {most} units can be picked at once.", most=MOST))
    return words


def of_words(words: Sequence[str], first: Units, second: Units) -> Picks:
    """Look units up, by id or by a name such as `Gao` or `Centre (BF)`.

    Raises:
        UsageError: no unit is called so, or several are.
    """
    found = list(dict.fromkeys(_unit(word, first, second) for word in words))
    ones = [(units, units.position[id]) for units, id in found]
    own = frozenset(units.ids[i] for units, i in ones if units is first)
    countries = frozenset(units.iso2[i] for units, i in ones)
    parents = frozenset(units.parents[i] for units, i in ones if units is second)
    keys = frozenset(second_key(units.iso2[i], units.name(units.ids[i], "en"))
                     for units, i in ones if units is second)
    return Picks(
        held=Held(first=own, second=keys, cut_first=parents - own - {""},
                  cut_countries=countries, known=frozenset(second.iso2)),
        ids=tuple(id for _, id in found),
        names=tuple((language, tuple(units.name(id, language) for units, id in found))
                    for language in LANGUAGES),
        shapes=tuple(units.geometries[i] for units, i in ones))


def _unit(word: str, first: Units, second: Units) -> tuple[Units, str]:
    for units in (first, second):
        if word in units.position:
            return units, word
    name, _, tail = word.partition(" (")
    code = tail.rstrip(")").strip().upper() or None
    for units in (first, second):
        ids = units.find(name, code)
        if len(ids) == 1:
            return units, ids[0]
        if ids:
            raise UsageError(msg("Several units are called “{name}”: write the id of the one that "
                                 "is meant, such as {id}.", name=word, id=ids[0]))
    raise UsageError(msg("No unit of the first or second level is called “{name}”.", name=word))
