"""Which claims a selection means: the same filters that choose incidents.

The window of time is not asked here: undated claims are always shown, and dated ones
come and go with the clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from data.errors import UsageError
from data.evidence.model import Claim, Corridor, Levy, Place
from data.evidence.near import holds
from data.evidence.within import in_area, in_picks
from data.queries.filters import fold_words, unit_ids
from data.selection import BBox, Near, Selection
from data.shapes.settled import picks_of

C = TypeVar("C", bound=Claim)


def chosen(claims: Iterable[C], selection: Selection) -> tuple[C, ...]:
    """Return the claims of a selection, in their order.

    A filter by kind leaves in the claims that concern every kind. A filter by place asks
    that one of the claim's places lies there: a claim known only to a country is not in
    one of its units.

    Raises:
        UsageError: a first-level unit that neither the boundaries nor a link knows.
    """
    units = _units(selection) if selection.admin1 else set()
    return tuple(claim for claim in claims if _what(claim, selection)
                 and _where(claim, selection, units) and _who(claim, selection))


def _units(selection: Selection) -> set[str]:
    """Return the ids by which a claim's places may know the units: the shipped ones, and a user's.

    Places of the evidence base are in shipped units, whatever boundaries a store has beside.
    """
    own = set(selection.units or ())
    try:
        return own | set(unit_ids(replace(selection, units=None)))
    except UsageError:
        if selection.units is None:
            raise
        return own


def _what(claim: Claim, selection: Selection) -> bool:
    if selection.kinds and claim.kinds and not set(claim.kinds) & set(selection.kinds):
        return False
    if selection.sources and claim.cited.title not in selection.sources:
        return False
    if not selection.text:
        return True
    said = " ".join(fold_words(" ".join(
        [claim.says_en, claim.says_fr, *(place.name_en for place in claim.where)])))
    return all(word in said for word in fold_words(selection.text))


def _where(claim: Claim, selection: Selection, units: set[str]) -> bool:
    places, most = claim.where, selection.max_where_precision
    if selection.countries and not any(p.country in selection.countries for p in places):
        return False
    if not _in_units(places, selection, units):
        return False
    if selection.area and not in_area(claim, selection.area):
        return False
    if selection.bbox and not any(_inside(p, selection.bbox) for p in places):
        return False
    if selection.near and not _near(claim, selection.near):
        return False
    return not most or any(p.precision <= most for p in places)


def _in_units(places: Iterable[Place], selection: Selection, units: set[str]) -> bool:
    """Tell whether a place is of the units named or picked; of any where none is."""
    if not (selection.admin1 or selection.picked):
        return True
    if any(place.unit in units for place in places):
        return True
    return bool(selection.picked) and any(
        in_picks(place, picks_of(selection)) for place in places)


def _near(claim: Claim, near: Near) -> bool:
    """Tell whether a claim is of the corridor itself, or has a place that near to it."""
    own = (claim.id if isinstance(claim, Corridor) else
           claim.corridor if isinstance(claim, Levy) else "")
    return own == near.corridor or any(holds(near, place) for place in claim.where)


def _inside(place: Place, bbox: BBox) -> bool:
    if place.lat is None or place.lon is None:
        return False
    west, south, east, north = bbox
    after, before = place.lon >= west, place.lon <= east
    return south <= place.lat <= north and (
        (after and before) if west <= east else (after or before))


def _who(claim: Claim, selection: Selection) -> bool:
    if selection.actor_names and not set(selection.actor_names) & set(claim.actors()):
        return False
    words = fold_words(selection.actor)
    return not words or any(
        all(word in " ".join(fold_words(name)) for word in words) for name in claim.actors())
