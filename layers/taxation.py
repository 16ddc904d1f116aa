"""Cited levies: who collects what, where, at which rate."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from shapely.geometry.base import BaseGeometry

from data.evidence import Levy, levies
from data.i18n import Message, msg, t
from layers import claims
from layers.areas import shape_of
from layers.base import Found, Layer, Payload, Request
from layers.hatch import hatch, outline
from layers.legend import Entry, Legend
from layers.palette import CLAIM
from layers.paths import Paths

COUNTRY_PRECISION = 6
SPACING = {True: 0.55, False: 0.16}
"""Degrees between hatch lines: sparse where only the country is known, else close."""

PER: dict[str, Message] = {"weekly": msg("a week")}
CURRENCIES: dict[str, Message] = {"XOF": msg("CFA francs")}


class Taxation(Layer):
    """Hatched areas where documents say that a levy is collected."""

    id = "taxation"
    title = msg("Taxation zones")
    says = msg(
        "Where documents say that armed groups collect levies, hatched at the precision the "
        "document gives. A sparse hatch over a country means that the place within it is not "
        "known, not that the levy is collected everywhere.")
    draw = "zones"
    order = 40
    follows = False
    on = False
    colours = CLAIM

    def payload(self, found: Found, request: Request) -> Payload:
        """Return hatch lines and edges of each levy's area, and its words."""
        shapes = [(one, _shape(one)) for one in levies()]
        hatches = [hatch(shape, SPACING[_sparse(one)]) for one, shape in shapes]
        edges = [outline(shape) for _, shape in shapes]
        owner = np.repeat(np.arange(len(edges)), [len(edge) for edge in edges])
        return Payload(
            {"items": [_item(one, shape, request.language) for one, shape in shapes]},
            {**_joined(hatches).columns("hatch_"), **_joined(edges).columns("edge_"),
             "edge_owner": owner.astype(np.uint16)})

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the hatches in use and what each claims."""
        language, known = request.language, levies()
        entries = [
            Entry("sparse" if sparse else "hatch", CLAIM, label.render(language), count=n)
            for sparse, label in HATCHES.items()
            if (n := sum(_sparse(one) == sparse for one in known))
        ]
        return Legend(
            layer=self.id, title=t(language, "Levies, as documents tell"),
            entries=tuple(entries), notes=claims.undated(known, language),
            sources=claims.sources(known))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one levy a row, in the order drawn."""
        language = request.language
        fields = (*claims.CLAIM_FIELDS, "payer", "collector", "taxed", "place", "rate")
        rows = [{**claims.claim_row(one, language), "payer": claims.term(one.payer, language),
                 "collector": claims.term(one.collector, language),
                 "taxed": claims.term(one.taxed, language),
                 "place": one.place.name(language), "rate": rate(one, language)}
                for one in levies()]
        return claims.table(rows, fields)


HATCHES: dict[bool, Message] = {
    False: msg("levy collected in this unit"),
    True: msg("levy collected somewhere in this country"),
}


def rate(one: Levy, language: str) -> str:
    """Write a rate as `5,000 – 250,000 CFA francs a week`."""
    amounts = [amount for amount in (one.rate_low, one.rate_best, one.rate_high)
               if amount is not None]
    if not amounts:
        return t(language, "not stated")
    low, high = int(min(amounts)), int(max(amounts))
    currency = CURRENCIES.get(one.currency, msg(one.currency))
    per = PER.get(one.frequency)
    span = msg("{low}", low=low) if low == high else msg("{low} – {high}", low=low, high=high)
    if per is None:
        return t(language, "{amount} {currency}", amount=span, currency=currency)
    return t(language, "{amount} {currency} {per}", amount=span, currency=currency, per=per)


def _item(one: Levy, shape: BaseGeometry, language: str) -> dict[str, object]:
    at = shape.representative_point()
    label = t(language, "Levy: {rate}", rate=rate(one, language))
    return {"id": one.id, "label": label, "says": one.says(language), "at": [at.x, at.y]}


def _sparse(one: Levy) -> bool:
    return one.place.where_precision >= COUNTRY_PRECISION


def _shape(one: Levy) -> BaseGeometry:
    return shape_of(one.place.unit_id or one.place.iso2)


def _joined(many: list[Paths]) -> Paths:
    lines = [part.vertices[a:b].astype(np.float64)
             for part in many
             for a, b in zip(part.starts[:-1], part.starts[1:], strict=True)]
    return Paths.of(lines)
