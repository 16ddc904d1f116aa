"""Factors and relations as symbols at their places, each layer's beside the others'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import pyarrow as pa

from data.evidence import words
from data.evidence.choose import chosen
from data.evidence.model import Claim, Factor, Place, Relation
from data.i18n import Message, listing, msg, t
from layers import claims
from layers.base import Found, Request
from layers.beside import Offset, Slot, beside, slot
from layers.legend import Entry
from layers.marks import Drawing, Symbol, during
from layers.palette import Themes
from layers.site_spots import mine_spots, site_spots
from layers.spots import DOUBTS, Spot, entry, spots

RELATIONS = "relations"
DOUBT: dict[str, Message] = {"believed": msg("believed"), "perceived": msg("perceived")}


def factors_of(found: Found, request: Request, side: str) -> tuple[Factor, ...]:
    """Return the records of one side that the selection means."""
    return tuple(claim for claim in chosen(found.ground.evidence.factors, request.selection)
                 if claim.side == side)


def relations_of(found: Found, request: Request) -> tuple[Relation, ...]:
    """Return the relations that the selection means."""
    return chosen(found.ground.evidence.relations, request.selection)


def factor_spots(found: Found, request: Request, side: str) -> tuple[Spot, ...]:
    """Gather one side's factors by place."""
    return spots(factors_of(found, request, side), side, lambda one: one.factor,
                 list(words.FACTORS))


def relation_spots(found: Found, request: Request) -> tuple[Spot, ...]:
    """Gather relations by place."""
    return spots(relations_of(found, request), RELATIONS, lambda one: one.relation,
                 list(words.RELATIONS))


def symbols(
    own: tuple[Spot, ...], found: Found, request: Request, names: dict[str, Message]
) -> tuple[Symbol, ...]:
    """Return a symbol for each spot of one layer, in their order, beside those of the others.

    Args:
        own: the layer's spots.
        found: what they were found in.
        request: the same that they were found by.
        names: of their words.
    """
    at = offsets(found, request)
    return tuple(_symbol(spot, at[slot(spot)], names, request.language) for spot in own)


def offsets(found: Found, request: Request) -> dict[Slot, Offset]:
    """Lay out the symbols of every layer that tells of places; see `layers.beside`."""
    return beside([
        *relation_spots(found, request), *factor_spots(found, request, "resilience"),
        *factor_spots(found, request, "vulnerability"), *site_spots(found, request),
        *mine_spots(found, request)])


def entries(
    own: tuple[Spot, ...], letters: Mapping[str, str], colours: Themes,
    names: dict[str, Message], language: str,
) -> tuple[Entry, ...]:
    """Return one legend entry for each key that spots have, in their order."""
    first = {spot.key: spot for spot in reversed(own)}
    both = {word for word, many in Counter(spot.word for spot in first.values()).items()
            if many > 1}
    return tuple(
        entry(first[key], letters[first[key].word], colours,
              label(first[key], names, language, told_apart=first[key].word in both))
        for key in dict.fromkeys(spot.key for spot in own))


def rows(
    own: tuple[Spot, ...], drawn: Drawing, table: str, record: type[Claim], *,
    request: Request, every: Iterable[Claim],
) -> pa.Table:
    """Return one row for each record of each spot that is drawn, with the spot's mark.

    Then those of `every` that have no place on a map, in the request's window: they have no
    mark, and are as much known as the others.
    """
    ids, language = {mark.id for mark in drawn}, request.language
    told: list[tuple[str | None, Claim]] = [
        (spot.id, claim) for spot in own if spot.id in ids for claim in spot.claims]
    told += [(None, claim) for claim in every if during(claim.days, request.selection)
             and not any(place.placed for place in claim.where)]
    made = claims.rows((claim for _, claim in told), table, record, language)
    marks = pa.array([mark for mark, _ in told], pa.string())
    return made.set_column(made.column_names.index("mark"), "mark", marks)


def label(
    spot: Spot, names: dict[str, Message], language: str, told_apart: bool = False
) -> str:
    """Name a kind of spot for the legend: what, and how it is held.

    With `told_apart`, also that its place is a wide one, which a hollow sample shows alone.
    """
    parts = [names[spot.word].render(language)]
    if spot.wide and told_apart:
        parts.append(t(language, "wider area"))
    if spot.doubt in DOUBTS:
        parts.append(DOUBT[spot.doubt].render(language))
    return " – ".join((parts[0], ", ".join(parts[1:]))) if parts[1:] else parts[0]


def notes(many: tuple[Place, ...], own: tuple[Spot, ...], language: str) -> tuple[str, ...]:
    """Say what a hollow symbol and a broken edge mean, and what could not be placed."""
    said = []
    if any(spot.wide for spot in own):
        said.append(t(language, "Hollow: the place is known to a unit, an area or a country only, "
                      "and the symbol stands at one point of it."))
    if any(spot.doubt for spot in own):
        said.append(t(language, "Broken edge: what people perceive, or what a document itself "
                      "only believes."))
    if many:
        said.append(t(language, "Said of places without a point on a map, and so not drawn: "
                      "{places}.", places=listing([one.name(language) for one in many], language)))
    return tuple(said)


def told(own: tuple[Spot, ...]) -> tuple[Claim, ...]:
    """Return the records of spots, each once."""
    return tuple(dict.fromkeys(claim for spot in own for claim in spot.claims))


def _symbol(
    spot: Spot, offset: tuple[float, float], names: dict[str, Message], language: str
) -> Symbol:
    assert spot.place.lon is not None and spot.place.lat is not None
    title = f"{names[spot.word].render(language)} · {spot.place.name(language)}"
    return Symbol(id=spot.id, key=spot.key, label=title, says=spot.says(language), days=spot.days,
                  lon=spot.place.lon, lat=spot.place.lat, dx=offset[0], dy=offset[1])
