"""How documents say that armed and criminal groups stand to one another, by place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from data.evidence import words
from data.evidence.model import Relation
from data.i18n import Message, msg, t
from layers import cited, claims, factor_places
from layers.base import Found, Request
from layers.factor_places import RELATIONS, relation_spots, relations_of
from layers.legend import Legend
from layers.mark_layer import MarkLayer
from layers.marks import Drawing, Symbol, within
from layers.palette import RELATED
from layers.signs import RELATION_SIGNS
from layers.spots import Spot, unplaced


class Relations(MarkLayer):
    """Kinds of relation at the places where documents see them."""

    id = RELATIONS
    title = msg("Relations between groups")
    says = msg(
        "Where documents say that armed, terrorist and criminal groups work together, compete, "
        "or both at once. What people asked perceive is drawn as a perception, with their share. "
        "It does not show who is where, and says nothing of places without a symbol.")
    order = 74
    on = False
    colours = RELATED

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return a symbol for each kind of relation of a place; a perception names its share."""
        spots = relation_spots(found, request)
        drawn = factor_places.symbols(spots, found, request, words.RELATIONS)
        return tuple(_named(mark, spot, request.language)
                     for mark, spot in zip(drawn, spots, strict=True))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the kinds of relation in use, by how they are placed and held."""
        language, spots = request.language, relation_spots(found, request)
        used = factor_places.told(spots)
        return Legend(
            layer=self.id, title=t(language, "Relations between groups, as documents see them"),
            entries=factor_places.entries(
                spots, RELATION_SIGNS, self.colours, words.RELATIONS, language),
            notes=(*factor_places.notes(unplaced(relations_of(found, request)), spots, language),
                   *cited.undated(used, language)),
            synthetic=any(one.synthetic for one in used), sources=cited.sources(used, language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one row a relation at a place, then those without a place on the map."""
        drawn = within(self.marks(found, request), request.selection)
        return factor_places.rows(
            relation_spots(found, request), drawn, RELATIONS, Relation, request=request,
            every=relations_of(found, request))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return claims.columns(Relation)


def share(spot: Spot, language: str) -> str:
    """Say what share of those asked perceive it; empty where that is not one number."""
    known = {one.share_percent for one in spot.claims if isinstance(one, Relation)}
    one = known.pop() if len(known) == 1 else None
    return "" if one is None else t(language, "{share} % of those asked", share=one)


def _named(mark: Symbol, spot: Spot, language: str) -> Symbol:
    said = share(spot, language) if spot.doubt == "perceived" else ""
    return replace(mark, label=said, named=True) if said else mark
