"""What the layers of resilience and of vulnerability share: factors, and an index by unit."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from data.analysis.factor_index import Indices, indices
from data.evidence import words
from data.evidence.model import Factor
from data.ground import Ground
from data.i18n import Message
from layers import cited, claims, factor_areas, factor_places
from layers.base import Found, Request
from layers.factor_options import INDEX, PLACES, chosen_weights, show, weights
from layers.factor_places import factor_spots, factors_of
from layers.legend import Entry, Legend
from layers.mark_layer import MarkLayer
from layers.marks import Drawing, within
from layers.options import Option
from layers.palette import Themes
from layers.signs import FACTOR_LETTERS
from layers.spots import Spot, unplaced


class Factors(MarkLayer):
    """Factors of one side at their places, or first-level units by an index of them.

    Attributes:
        side: a word of `words.SIDES`.
        factors: its factors, in their order.
        shown: how it can be shown.
        weighing: what the weights are folded away under.
        ramp: colours of the classes of the index.
        places_title, index_title: of the legend, by how it is shown.
    """

    side: str
    factors: tuple[str, ...]
    shown = show(PLACES, INDEX)
    weighing: Message
    ramp: tuple[Themes, ...]
    places_title: Message
    index_title: Message
    on = False

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """List how factors are shown, and their weights in the index."""
        return (self.shown, *weights(self.factors, self.weighing))

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return a symbol for each factor of a place, or a filled area for each unit."""
        if request.chosen(self.shown) == PLACES:
            return factor_places.symbols(self._spots(found, request), found, request, words.FACTORS)
        return factor_areas.areas(self.indices(found, request), found.ground, request.language)

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the factors in use, or the classes of the index."""
        way, language = request.chosen(self.shown), request.language
        used = factor_places.told(self._spots(found, request)) if way == PLACES else tuple(
            claim for one in self.indices(found, request).units.values() for claim in one.claims)
        notes = (*self._place_notes(found, request), *cited.undated(used, language)) if (
            way == PLACES) else factor_areas.notes(self.indices(found, request), language)
        return Legend(
            layer=self.id,
            title=(self.places_title if way == PLACES else self.index_title).render(language),
            entries=self._entries(found, request, way),
            notes=notes,
            synthetic=any(one.synthetic for one in used), sources=cited.sources(used, language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one row a factor's record, placed or not; or one a unit."""
        drawn = within(self.marks(found, request), request.selection)
        if request.chosen(self.shown) == PLACES:
            return factor_places.rows(
                self._spots(found, request), drawn, "factors", Factor, request=request,
                every=factors_of(found, request, self.side))
        return factor_areas.rows(
            self.indices(found, request), drawn, found.ground, request.language)

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`, of units and of records."""
        return {**factor_areas.COLUMNS, **claims.columns(Factor)}

    def indices(self, found: Found, request: Request) -> Indices:
        """Return the index of each unit with evidence, whatever the window."""
        return indices(factors_of(found, request, self.side),
                       chosen_weights(self.factors, request))

    def _spots(self, found: Found, request: Request) -> tuple[Spot, ...]:
        return factor_spots(found, request, self.side)

    def _entries(self, found: Found, request: Request, way: str) -> tuple[Entry, ...]:
        if way != PLACES:
            return factor_areas.entries(self.ramp, request.language)
        return factor_places.entries(self._spots(found, request), FACTOR_LETTERS, self.colours,
                                     words.FACTORS, request.language)

    def _place_notes(self, found: Found, request: Request) -> tuple[str, ...]:
        told = factors_of(found, request, self.side)
        return factor_places.notes(
            unplaced(told), self._spots(found, request), request.language)
