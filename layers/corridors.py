"""Cited claims that something moves between places."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from data.evidence import Corridor, corridors
from data.i18n import msg, t
from layers import claims
from layers.base import Found, Layer, Payload, Request
from layers.legend import Entry, Legend
from layers.palette import CLAIM
from layers.paths import Paths


class Corridors(Layer):
    """Straight links between the places a document names, dashed where no path is known."""

    id = "corridors"
    title = msg("Corridors")
    says = msg(
        "Directions in which documents say that goods move. Links between named places are "
        "straight and dashed: the path is not known, and width says nothing about amounts.")
    draw = "corridors"
    order = 50
    follows = False
    colours = CLAIM

    def payload(self, found: Found, request: Request) -> Payload:
        """Return one path a corridor, in the direction of movement, and its words."""
        known = corridors()
        lines = [np.array([(p.lon, p.lat) for p in one.places], np.float64) for one in known]
        items = [_item(one, request.language) for one in known]
        return Payload({"items": items}, Paths.of(lines).columns())

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the line styles in use."""
        language, known = request.language, corridors()
        unsure = sum(not one.path_known for one in known)
        entries = [Entry("dashed", CLAIM, t(language, "direction claimed, path not known"),
                         count=unsure)]
        if unsure < len(known):
            entries.append(Entry("line", CLAIM, t(language, "path known"),
                                 count=len(known) - unsure))
        return Legend(
            layer=self.id, title=t(language, "Corridors, as documents tell"),
            entries=tuple(entries), notes=claims.undated(known, language),
            sources=claims.sources(known))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one claim a row, in the order drawn."""
        language = request.language
        fields = (*claims.CLAIM_FIELDS, "commodity", "places")
        rows = [{**claims.claim_row(one, language),
                 "commodity": claims.commodity(one.commodity, language),
                 "places": way(one, language)} for one in corridors()]
        return claims.table(rows, fields)


def way(one: Corridor, language: str) -> str:
    """Name the places in order, as `Gao region → Bamako`."""
    return " → ".join(place.name(language) for place in one.places)


def _item(one: Corridor, language: str) -> dict[str, object]:
    name = claims.commodity(one.commodity, language)
    label = name if one.path_known else t(language, "{what} · path not known", what=name)
    return {"id": one.id, "label": label, "says": one.says(language),
            "path_known": one.path_known}
