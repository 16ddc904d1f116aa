"""Amounts between pairs of places, where a source gives both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from data.evidence import words
from data.evidence.base import term
from data.evidence.choose import chosen
from data.evidence.columns import NOT_STATED
from data.evidence.model import Flow
from data.ground import Ground
from data.i18n import Message, msg, nmsg, number, t
from layers import cited, claims
from layers.base import Found, Request
from layers.legend import Entry, Legend
from layers.mark_layer import MarkLayer
from layers.marks import Drawing, Line, during, within
from layers.palette import CLAIM, commodity_colours
from layers.style import Style

WIDTHS = (2.0, 3.6, 5.6)
"""Pixels of the lowest, middle and highest third of the largest amount in one unit."""
EQUAL = 2.0
"""Pixels where no amount is stated."""
HEADER = "document,says_en,places,date,commodity,quantity,unit"
Kind = tuple[str, str, int]
"""Commodity, unit, and third of the largest amount in that unit; -1 where none is stated."""


class Flows(MarkLayer):
    """An arc for each amount, as wide as its share of the largest in the same unit."""

    id = "flows"
    title = msg("Flows between places")
    says = msg(
        "Amounts that sources say moved from one place to another. Only pairs of places that a "
        "source names are drawn, as arcs, since the path is not the point; amounts in different "
        "units are never compared. What authorities seized is not shown here: a seizure is not "
        "a flow.")
    order = 72
    on = False
    colours = CLAIM
    sample = Style("arc", CLAIM, width=2.4, arrow=True)

    def waits(self, ground: Ground) -> Message | None:
        """Say which file gives pairs; the documents of the product give none."""
        if ground.evidence.flows:
            return None
        return msg("No document here gives an amount with both its places. Add your own: "
                   "`app.py evidence FILE --table flows`, with the columns `{header}`; places are "
                   "written as `Niger > Mali`.", header=HEADER)

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return an arc for each flow whose two places are known."""
        known, language = _chosen(found, request), request.language
        kinds = _kinds(known)
        return tuple(
            Line(id=f"flows/{one.id}", key=key(kinds[one]), label=_label(one, language),
                 says=one.says(language), days=one.days, points=_ends(one), curved=True,
                 named=True, rank=-kinds[one][2])
            for one in known if _placed(one))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return a line for each commodity, unit and width in use."""
        known, language = _chosen(found, request), request.language
        every = found.ground.evidence.flows
        return Legend(
            layer=self.id, title=t(language, "Flows between places"),
            entries=_entries([one for one in known if _placed(one)], _kinds(known), language),
            leads=not every,
            notes=(*(_notes(known, language) if every else _none(language)),
                   *cited.undated(known, language)),
            synthetic=any(one.synthetic for one in known),
            sources=cited.sources(known, language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one flow a row, in the order drawn; then those without places on the map."""
        drawn = {mark.id for mark in within(self.marks(found, request), request.selection)}
        every = _chosen(found, request)
        known = [one for one in every if f"flows/{one.id}" in drawn]
        known += [one for one in every if not _placed(one) and during(one.days, request.selection)]
        rows = claims.rows(known, "flows", Flow, request.language)
        marks = [id if id in drawn else None for id in rows.column("mark").to_pylist()]
        return rows.set_column(rows.column_names.index("mark"), "mark",
                               pa.array(marks, pa.string()))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return claims.columns(Flow)


def key(kind: Kind) -> str:
    """Return the legend key of a kind of flow."""
    commodity, unit, third = kind
    return commodity if third < 0 else f"{commodity}-{'-'.join(unit.split())}-{third}"


def _chosen(found: Found, request: Request) -> tuple[Flow, ...]:
    return chosen(found.ground.evidence.flows, request.selection)


def _placed(one: Flow) -> bool:
    return len(one.where) > 1 and one.where[0].placed and one.where[-1].placed


def _ends(one: Flow) -> np.ndarray:
    return np.array([(place.lon, place.lat) for place in (one.where[0], one.where[-1])],
                    np.float64)


def _kinds(known: tuple[Flow, ...]) -> dict[Flow, Kind]:
    """Sort flows into thirds of the largest amount in their own unit."""
    largest: dict[str, float] = defaultdict(float)
    for one in known:
        largest[one.unit] = max(largest[one.unit], one.quantity or 0)

    def third(one: Flow) -> int:
        if not one.quantity or one.quantity <= 0:
            return -1
        return min(2, int(3 * one.quantity / largest[one.unit]))

    return {one: (one.commodity, one.unit, third(one)) for one in known}


def _entries(known: list[Flow], kinds: dict[Flow, Kind], language: str) -> tuple[Entry, ...]:
    """Return a line for each kind, with the range of its amounts; ranges do not overlap."""
    amounts: dict[Kind, list[float]] = defaultdict(list)
    for one in known:
        amounts[kinds[one]].append(one.quantity or 0)
    return tuple(_entry(kind, amounts[kind], language) for kind in sorted(amounts))


def _entry(kind: Kind, amounts: list[float], language: str) -> Entry:
    commodity, unit, third = kind
    name = _name(commodity, language)
    style = Style("arc", commodity_colours(commodity), arrow=True,
                  width=EQUAL if third < 0 else WIDTHS[third])
    if third < 0:
        return Entry(style, t(language, "{what} – amount not stated", what=name), key(kind))
    low, high = (number(end, language) for end in (min(amounts), max(amounts)))
    told = low if low == high else f"{low} – {high}"
    return Entry(style, " ".join(part for part in (
        f"{name} –", told, _unit(unit, language)) if part), key(kind))


def _label(one: Flow, language: str) -> str:
    name = _name(one.commodity, language)
    if not one.quantity:
        return name
    said = f"{number(one.quantity, language)} {_unit(one.unit, language)}".strip()
    return f"{name} · {said}"


def _name(commodity: str, language: str) -> str:
    return words.COMMODITIES.get(commodity, msg(commodity)).render(language)


def _unit(unit: str, language: str) -> str:
    return "" if unit == NOT_STATED else term(unit, language)


def _none(language: str) -> list[str]:
    return [t(language, "No pair of places is known. Documents tell of stages without "
              "places: “Chains” shows them.")]


def _notes(known: tuple[Flow, ...], language: str) -> list[str]:
    if not known:
        return []
    notes = [t(language, "Width: the amount, as a third of the largest one in the same unit; the "
               "thinnest where none is stated. Amounts of different units are not compared.")]
    untold = sum(not _placed(one) for one in known)
    if untold:
        notes.append(nmsg("{count} flow lacks a place on the map, and so is not drawn.",
                          "{count} flows lack a place on the map, and so are not drawn.",
                          untold).render(language))
    return notes
