"""What was done about illicit economies, where and when; no effect is claimed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import ibis.expr.types as ir
import pyarrow as pa

from data.evidence import words
from data.evidence.choose import chosen
from data.evidence.model import Intervention, Place
from data.i18n import Message, msg, t
from layers import cited, claims, intervention_reports
from layers.areas import area_of
from layers.base import Found, Request
from layers.legend import Entry, Legend
from layers.mark_layer import MarkLayer
from layers.marks import Area, Drawing, Mark, Symbol
from layers.palette import GROUP_COLOURS
from layers.spread import spread
from layers.style import Style

RADIUS = 8.0
LETTERS: dict[str, str] = {
    "operation": "O", "deployment": "D", "arrests": "A", "proceedings": "J", "programme": "P",
    "framework": "F", "seminar": "S", "workshop": "W", "training": "T", "study": "R",
    "mandate": "M",
}
"""J for justice and R for research; every kind has its own."""
SPREADING = ("operation", "deployment")
"""Kinds that are carried out over an area; all others are events and bodies at a place."""
FAINT = 0.55
"""Opacity of hatches: near black as they are, they would cover what lies beneath."""
WIDE = 3
"""`where_precision` from which a place is known to a unit or less: its symbol is hollow."""


class Interventions(MarkLayer):
    """Operations as hatched areas, all else as symbols told apart by their letters."""

    id = "interventions"
    title = msg("Interventions")
    says = msg(
        "Operations, deployments, arrests, seminars and programmes that documents tell of, and "
        "recorded incidents of intervention. The hatching of a country says that an operation "
        "took place in it, not where. What was recorded afterwards is told; no effect is "
        "claimed.")
    order = 45
    on = False
    colours = GROUP_COLOURS["intervention"]
    sample = Style("symbol", GROUP_COLOURS["intervention"], letter="O")

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for incidents of intervention."""
        return intervention_reports.queries(request)

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return areas and symbols of documents, then incidents, those at one spot apart."""
        told = tuple(mark for one in _chosen(found, request)
                     for mark in _marks(one, found, request.language))
        reported = intervention_reports.marks(found, request.language)
        return (*(m for m in told if isinstance(m, Area)), *_apart(
            [m for m in (*told, *reported) if isinstance(m, Symbol)]))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return a line for each kind, and for how exactly its place is known."""
        language, known = request.language, _chosen(found, request)
        keys = {mark.key for one in known for mark in _marks(one, found, language)}
        return Legend(
            layer=self.id, title=t(language, "Interventions"),
            entries=(*(entry for kind in LETTERS for entry in _entries(kind, language)
                       if entry.key in keys), *intervention_reports.entries(found, language)),
            notes=(*_notes(known, keys, language), *cited.undated(known, language)),
            synthetic=any(one.synthetic for one in known) or intervention_reports.synthetic(found),
            sources=(*cited.sources(known, language),
                     *intervention_reports.sources(found, language)))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one mark a row, in the order drawn."""
        language, evidence = request.language, found.ground.evidence
        drawn = self.drawing(found, request)
        told = [(mark, evidence.find("interventions", mark.id.split("/")[1]))
                for mark in drawn if mark.id.startswith("interventions/")]
        rows = claims.rows((claim for _, claim in told if claim), "interventions", Intervention,
                           language)
        marks = pa.array([mark.id for mark, claim in told if claim], pa.string())
        rows = rows.set_column(rows.column_names.index("mark"), "mark", marks)
        reported = intervention_reports.rows(drawn, rows.schema, language)
        return pa.concat_tables([rows, reported])

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return claims.columns(Intervention)


def _chosen(found: Found, request: Request) -> tuple[Intervention, ...]:
    return chosen(found.ground.evidence.interventions, request.selection)


def _marks(one: Intervention, found: Found, language: str) -> list[Mark]:
    """Return a mark for each place; a place without a position has none."""
    made = (_mark(one, i, place, found, language) for i, place in enumerate(one.where))
    return [mark for mark in made if mark is not None]


def _mark(
    one: Intervention, i: int, place: Place, found: Found, language: str
) -> Mark | None:
    kind = words.INTERVENTIONS[one.kind].render(language)
    undated = "" if one.days else t(language, "undated")
    label = " · ".join(part for part in (one.name(language), kind, undated) if part)
    id = f"interventions/{one.id}/{i}"
    shape = area_of(place, found.ground) if one.kind in SPREADING else None
    if shape is not None:
        return Area(id=id, key=_key(one.kind, place, area=True), label=label,
                    says=one.says(language), days=one.days, shape=shape)
    if place.lon is None or place.lat is None:
        return None
    return Symbol(id=id, key=_key(one.kind, place, area=False), label=label,
                  says=one.says(language), days=one.days, lon=place.lon, lat=place.lat)


def _key(kind: str, place: Place, *, area: bool) -> str:
    if area:
        return f"{kind}-country" if claims.coarse(place) else f"{kind}-area"
    return f"{kind}-wide" if place.precision >= WIDE else kind


def _apart(symbols: list[Symbol]) -> list[Symbol]:
    """Move symbols of one spot apart, so that each can be seen and picked."""
    at = spread([(one.lon, one.lat) for one in symbols],
                [one.radius or RADIUS for one in symbols])
    return [replace(one, dx=float(dx), dy=float(dy))
            for one, (dx, dy) in zip(symbols, at, strict=True)]


def _entries(kind: str, language: str) -> tuple[Entry, ...]:
    """Return every way in which a kind can be drawn, the most exact first."""
    name, colours = words.INTERVENTIONS[kind].render(language), Interventions.colours
    name = name[:1].upper() + name[1:]

    def symbol(*, hollow: bool) -> Style:
        return Style("symbol", colours, radius=RADIUS, letter=LETTERS[kind], hollow=hollow)

    return (
        Entry(symbol(hollow=False), name, kind),
        Entry(symbol(hollow=True), t(language, "{kind} – wider area", kind=name), f"{kind}-wide"),
        Entry(Style("hatch", colours, angle=_angle(kind), alpha=FAINT),
              t(language, "{kind} – its area", kind=name), f"{kind}-area"),
        Entry(Style("hatch", colours, angle=_angle(kind), sparse=True, alpha=FAINT),
              t(language, "{kind} – somewhere in the country", kind=name), f"{kind}-country"),
    )


def _angle(kind: str) -> float:
    return 135.0 if kind == SPREADING[0] else 90.0


def _notes(known: tuple[Intervention, ...], keys: set[str], language: str) -> list[str]:
    notes = []
    if any(key.endswith("-wide") for key in keys):
        notes.append(t(language, "Hollow: the place is known to a unit, an area or a country "
                       "only, and the symbol stands at one point of it."))
    unplaced = [one.name(language) for one in known if not any(p.placed for p in one.where)]
    if unplaced:
        notes.append(t(language, "Without a place on a map, and so not drawn: {names}.",
                       names=", ".join(unplaced)))
    return notes
