"""Which claims are of an area, and which only of what lies around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from data.evidence.choose import chosen
from data.evidence.model import Claim
from data.profile.area import Area, everywhere
from data.selection import Selection

C = TypeVar("C", bound=Claim)

Tabled = tuple[str, Claim]
"""A claim behind the name of its table."""


@dataclass(frozen=True)
class Said(Generic[C]):
    """Claims of one table.

    Attributes:
        here: those that name a place in the area.
        around: those known no closer than to the country, or to the unit, around it; they
            are not said of the area itself.
    """

    here: tuple[C, ...]
    around: tuple[C, ...]

    def tabled(self, table: str) -> Iterator[Tabled]:
        """Return every claim behind the name of their table."""
        yield from ((table, one) for one in (*self.here, *self.around))


def said(claims: Iterable[C], area: Area, selection: Selection) -> Said[C]:
    """Return the claims of a selection in its window that are of an area; undated ones always."""
    known = in_window(chosen(claims, everywhere(selection)), selection)
    here = tuple(claim for claim in known if any(map(area.holds, claim.where)))
    held = {claim.id for claim in here}
    around = tuple(claim for claim in known if claim.id not in held
                   and any(map(area.lies_around, claim.where)))
    return Said(here, around)


def in_window(claims: Iterable[C], selection: Selection) -> tuple[C, ...]:
    """Return the claims that were so at some time of the window; undated ones always are."""
    return tuple(claim for claim in claims if claim.days is None or (
        (selection.date_to is None or claim.days[0] <= selection.date_to)
        and (selection.date_from is None or claim.days[1] >= selection.date_from)))
