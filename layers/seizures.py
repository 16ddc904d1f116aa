"""Seizures as symbols whose area says how many, or how much in one unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data import taxonomy
from data.evidence.choose import chosen
from data.evidence.columns import NOT_STATED
from data.evidence.model import Outcome
from data.ground import Ground
from data.i18n import Message, amount, clauses, listing, msg, nmsg, t
from data.queries.seizures import FAMILY, seizures
from data.queries.stats import breakdown, totals
from layers import cited, claims, quantities
from layers.base import Found, Request
from layers.counted import LEAST_RADIUS, window_values
from layers.legend import Entry, Legend, Source
from layers.mark_layer import MarkLayer
from layers.marks import Drawing, Symbol
from layers.options import Option
from layers.palette import GROUP_COLOURS, Themes
from layers.parts import Share
from layers.seizure_places import ALL, KINDS, OF, Goods, Seized, Spot, offered, place_name, seized
from layers.sizes import any_too_small, per_root, sizes
from layers.spread import spread
from layers.style import Style

VAGUE = "vague"
"""The key of symbols that stand in the middle of where they may have been."""
BESIDE = 18.0
"""Pixels between the middles of symbols of one place."""
OTHER = "other"
GOODS = {
    "firearms": ("firearms",), "ammunition": ("ammunition",), "explosives": ("explosives",),
    "drugs": ("drugs", "cocaine", "cannabis", "khat", "cannabis_khat"), "fuel": ("fuel",),
    "medicines": ("medicines",)}
"""Kinds of seizure, and the goods of the evidence base that they are of; the rest is `OTHER`."""
PLAIN: Themes = ("#5b5f66", "#b9bdc4")


class Seizures(MarkLayer):
    """Circles at the place of seizures; an operation over several countries is told, not placed."""

    id = "seizures"
    title = msg("Seizures")
    says = msg(
        "What authorities are recorded to have seized, by place. A circle’s area says how many "
        "seizures there were or, of one kind, how much in one unit; different units are never "
        "added. A seizure tells where authorities looked and found: it is not how much moves.")
    order = 62
    on = False
    group = "incidents"
    colours = GROUP_COLOURS[FAMILY]

    @property
    def sample(self) -> Style:
        """Return a circle with the letter of the family."""
        return Style("symbol", self.colours, letter=taxonomy.GROUP_BY_ID[FAMILY].letter)

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """Choose what sizes say, and the unit."""
        return offered(ground)

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for seizures by place, and where all come from."""
        return {"seizures": seizures(request.selection), "totals": totals(request.selection),
                "sources": breakdown(request.selection, "source")}

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return one symbol a place and kind, the largest first."""
        held = seized(found, request)
        beside = spread([(spot.lon, spot.lat) for spot in held.spots],
                        [BESIDE / 2] * len(held.spots))
        return tuple(_symbol(spot, (dx, dy), held.measure, found.ground, request.language)
                     for spot, (dx, dy) in zip(held.spots, beside.tolist(), strict=True))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return what was seized, the sizes, and what is told and not drawn."""
        language, held = request.language, seized(found, request)
        every = seized(found.classed, request).spots
        values = window_values(((Share(spot.parts),) for spot in every), request.months)
        scale = per_root(values)
        told = _outcomes(found, request)
        synthetic = bool(found["totals"].column("synthetic")[0].as_py())
        return Legend(
            layer=self.id,
            title=(t(language, "Seized ({unit})", unit=held.measure) if held.measure
                   else t(language, "Number of seizures")),
            entries=(*_entries(held, language),
                     *sizes(values, scale, held.measure, PLAIN, language)),
            leads=not held.spots,
            notes=(*_nothing(held, language), *_notes(held, language),
                   *_too_small(values, scale, language), *_told(told, language)),
            synthetic=(synthetic and bool(held.spots)) or any(one.synthetic for one in told),
            sources=_sources(found, held, told, language), per_root=scale)

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one symbol a row; then what documents tell of, which has no mark."""
        language, held = request.language, seized(found, request)
        drawn = {mark.id: mark.value for mark in self.drawing(found, request)}
        rows: list[dict[str, Any]] = [
            {"id": spot.id, "mark": spot.id, "goods": spot.goods.label(language),
             "amount": amount(drawn[spot.id] or 0, language), "unit": held.measure,
             "places": place_name(spot.place, found.ground, language)}
            for spot in held.spots if spot.id in drawn]
        rows += [
            {"id": f"outcomes/{one.id}", "goods": one.measure(language),
             "amount": quantities.said(one, language), "date": claims.date(one, language),
             "places": listing([place.name(language) for place in one.where], language)}
            for one in _outcomes(found, request)]
        return pa.Table.from_pylist(rows, pa.schema([
            (name, pa.string()) for name in ("id", "mark", *self.columns())]))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return {"goods": msg("What was seized"), "amount": msg("How many or how much"),
                "unit": msg("Unit"), "places": msg("Places"), "date": msg("Date")}


def _symbol(
    spot: Spot, beside: tuple[float, float], measure: str, ground: Ground, language: str
) -> Symbol:
    what = spot.goods.label(language)
    return Symbol(
        id=spot.id, key=spot.goods.key if spot.exact else VAGUE, lon=spot.lon, lat=spot.lat,
        label=t(language, "{what}: {n}", what=what, n=f"{{n}} {measure}".strip()),
        says=place_name(spot.place, ground, language), letter=spot.goods.letter,
        dx=beside[0], dy=beside[1], shares=(Share(spot.parts),))


def _entries(held: Seized, language: str) -> tuple[Entry, ...]:
    kinds: dict[str, Goods] = {}
    for spot in held.spots:
        kinds.setdefault(spot.goods.key, spot.goods)
    exact = [Entry(Style("symbol", goods.colours, letter=goods.letter), goods.label(language), key)
             for key, goods in sorted(kinds.items())]
    if not all(spot.exact for spot in held.spots):
        exact.append(Entry(Style("symbol", PLAIN, hollow=True),
                           t(language, "known to 25 km, a unit or a country; its letter says what"),
                           VAGUE))
    return tuple(exact)


def _too_small(values: npt.NDArray[np.float64], scale: float, language: str) -> list[str]:
    if not any_too_small(values, scale):
        return []
    return [t(language, "Amounts too small for a circle of their own have one of {radius} pixels.",
              radius=round(LEAST_RADIUS))]


def _nothing(held: Seized, language: str) -> list[str]:
    if held.spots:
        return []
    return [t(language, "No recorded seizure can be drawn here; what documents say was seized "
              "in operations is told in the notes.")]


def _notes(held: Seized, language: str) -> list[str]:
    """Say what is not drawn, and why."""
    notes = []
    for reason, n in sorted(held.left_out.items(), key=lambda one: str(one[0])):
        if reason is None:
            notes.append(nmsg("{count} seizure without a place on the map is not drawn.",
                              "{count} seizures without a place on the map are not drawn.", n))
        elif reason:
            notes.append(nmsg("{count} seizure stated in another unit ({unit}) is not added.",
                              "{count} seizures stated in another unit ({unit}) are not added.",
                              n, unit=reason))
        else:
            notes.append(nmsg("{count} seizure without a quantity or a unit is not drawn.",
                              "{count} seizures without a quantity or a unit are not drawn.", n))
    return [note.render(language) for note in notes]


def _outcomes(found: Found, request: Request) -> list[Outcome]:
    """Return what documents say was seized in interventions, of the kinds in force."""
    of, selection = request.chosen(OF), request.selection
    kinds = {kind.id for kind in KINDS if of in (ALL, kind.id.split(".")[1])}
    return [one for one in chosen(found.ground.evidence.outcomes, selection)
            if one.commodity != NOT_STATED and _kinds(one) & kinds
            and (one.days is None
                 or ((selection.date_to is None or one.days[0] <= selection.date_to)
                     and (selection.date_from is None or one.days[1] >= selection.date_from)))]


def _kinds(one: Outcome) -> set[str]:
    """Return the kinds of an outcome; where it states none, that of the goods that it names."""
    own = next((kind for kind, goods in GOODS.items() if one.commodity in goods), OTHER)
    return set(one.kinds) or {f"{FAMILY}.{own}"}


def _told(outcomes: list[Outcome], language: str) -> list[str]:
    """Tell what operations seized: by their places and dates, since it is on no single spot."""
    together: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for one in outcomes:
        where = listing([place.name(language) for place in one.where], language)
        together[where, claims.date(one, language)].append(one)
    return [
        _tells(own[0], places=where, date=date, list=clauses(
            (f"{one.measure(language)}, {quantities.said(one, language)}" for one in own), language)
        ).render(language)
        for (where, date), own in together.items()]


def _tells(outcome: Outcome, **said: str) -> Message:
    if len(outcome.where) > 1:
        return msg("Seized in an operation over {places}, {date}, and therefore on no one spot: "
                   "{list}.", **said)
    if not outcome.where:
        return msg("Seized in an operation whose place is not stated, {date}: {list}.", **said)
    return msg("Seized in an operation, {places}, {date}, and told, not drawn: {list}.", **said)


def _sources(
    found: Found, held: Seized, told: list[Outcome], language: str
) -> tuple[Source, ...]:
    data = cited.data_sources(found["sources"], language) if held.spots else ()
    return (*data, *cited.sources(told, language))
