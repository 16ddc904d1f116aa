"""Taxation zones: where levies are collected, by whom, of which kind and at which rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import ibis.expr.types as ir
import pyarrow as pa

from data.evidence.base import term
from data.evidence.choose import chosen
from data.evidence.columns import NOT_STATED
from data.evidence.model import Levy
from data.ground import Ground
from data.i18n import Message, clauses, listing, msg, nmsg, t
from data.queries.levies import reports_by_unit
from layers import cited, claims, levy_looks, levy_reports, rates, zones
from layers.base import Found, Request
from layers.legend import Entry, Legend
from layers.mark_layer import MarkLayer
from layers.marks import Area, Drawing, within
from layers.options import Option
from layers.palette import CLAIM
from layers.style import Style
from layers.zones import Zone

BY = Option("by", msg("Hatched by"), "collector", (
    ("collector", msg("who collects")), ("kind", msg("kind of levy"))))
REPORTS = Option("reports", msg("Incidents of taxation"), "no", (
    ("no", msg("in the ledger alone")), ("yes", msg("also as zones"))))
MOST_NAMED = 3


class Taxation(MarkLayer):
    """Hatched areas, each as large as the place of its levies is known."""

    id = "taxation"
    title = msg("Taxation zones")
    says = msg(
        "Where documents and visits to sites tell of levies, hatched at the precision they give. "
        "A wide hatch means somewhere within the area, not everywhere in it; an area without a "
        "hatch is one of which nothing is told. Levies that were reported as incidents are "
        "apart: they stand in the ledger of a zone.")
    order = 40
    on = False
    colours = CLAIM
    sample = Style("hatch", CLAIM)

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """Choose what the hatch tells, and whether incidents make zones too."""
        return BY, REPORTS

    def queries(self, request: Request) -> Mapping[str, ir.Table]:
        """Ask for incidents of taxation where they are to be drawn."""
        if request.chosen(REPORTS) == "no":
            return {}
        return {"reports": reports_by_unit(request.selection)}

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return one area a zone, the largest first."""
        known = [_mark(zone, request) for zone in _zones(found, request)]
        return (*levy_reports.marks(found, request.language), *known)

    def legend(self, found: Found, request: Request) -> Legend:
        """Return a hatch for each family of collectors, or of kinds, that is in use."""
        language, held = request.language, _zones(found, request)
        keys = {_key(zone, request) for zone in held}
        reported = levy_reports.entries(found, language)
        levies = _levies(found, request)
        return Legend(
            layer=self.id, title=t(language, "Zones in which levies are collected"),
            entries=(*_entries(keys, request), *reported),
            notes=(*_notes(levies, found, language), *levy_reports.notes(found, language)),
            synthetic=any(one.synthetic for one in levies) or levy_reports.synthetic(found),
            sources=cited.sources(levies, language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one levy a row in each of its zones, then one row a unit with incidents."""
        shown = {mark.id for mark in within(self.marks(found, request), request.selection)}
        pairs = [(zone.id, levy) for zone in _zones(found, request) if zone.id in shown
                 for levy in zone.levies]
        rows = claims.rows((levy for _, levy in pairs), "levies", Levy, request.language)
        marks = pa.array([zone for zone, _ in pairs], pa.string())
        rows = rows.set_column(rows.column_names.index("mark"), "mark", marks)
        reported = levy_reports.rows(found, shown, request.language)
        return pa.concat_tables([rows, reported], promote_options="default")

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return claims.columns(Levy)


def area_levies(ground: Ground, request: Request, id: str) -> Zone | None:
    """Return all levies of the area of a zone, by its id, whenever they were."""
    area, _, _ = id.partition("@")
    held = zones.areas(_levies(Found({}, ground), request), ground)
    return next((one for one in held if one.area == area), None)


def by_whom(levies: tuple[Levy, ...], language: str) -> str:
    """Name collectors with how many levies each is told to collect, the most first."""
    counted = Counter(levy.collector for levy in levies)
    named = [_counted(collector, n, language) for collector, n in counted.most_common(MOST_NAMED)]
    rest = len(counted) - len(named)
    more = [nmsg("{count} more", "{count} more", rest).render(language)] if rest else []
    return listing([*named, *more], language)


def _counted(collector: str, n: int, language: str) -> str:
    name = t(language, "a collector who is not named") if collector == NOT_STATED else term(
        collector, language)
    return name if n == 1 else f"{name} ({n})"


def _levies(found: Found, request: Request) -> tuple[Levy, ...]:
    return chosen(found.ground.evidence.levies, request.selection)


def _zones(found: Found, request: Request) -> tuple[Zone, ...]:
    return zones.zones(_levies(found, request), found.ground)


def _key(zone: Zone, request: Request) -> str:
    return levy_looks.key(zone, request.chosen(BY))


def _mark(zone: Zone, request: Request) -> Area:
    language = request.language
    stated = rates.listed(zone.levies, language)
    name = zone.name(language)
    label = t(language, "{place}: {rates}", place=name, rates=_short(stated, language))
    many = nmsg("{count} levy, collected by {names}.", "{count} levies, collected by {names}.",
                len(zone.levies), names=by_whom(zone.levies, language)).render(language)
    told = (t(language, "Rates: {rates}.", rates=clauses(stated, language))
            if len(stated) > 1 else "")
    return Area(id=zone.id, key=_key(zone, request), label=label,
                says=" ".join(part for part in (many, told) if part), days=zone.days,
                named=bool(stated), rank=-len(stated), shape=zone.shape)


def _short(stated: list[str], language: str) -> str:
    if not stated:
        return t(language, "no rate stated")
    if len(stated) == 1:
        return stated[0]
    return nmsg("{count} range of rates", "{count} ranges of rates", len(stated)).render(language)


def _entries(keys: set[str], request: Request) -> tuple[Entry, ...]:
    every = levy_looks.entries(request.chosen(BY), request.language)
    return tuple(entry for entry in every if entry.key in keys)


def _notes(levies: tuple[Levy, ...], found: Found, language: str) -> tuple[str, ...]:
    notes = []
    if any(levy.days for levy in levies):
        notes.append(t(language, "A zone of dated levies stands from the first of them to the "
                       "end of the year of the last, and not in years of which nothing is told."))
    untold = zones.unplaced(levies, found.ground)
    if untold:
        notes.append(t(language, "Named without a place on a map, and so not drawn: {places}.",
                       places=", ".join(place.name(language) for place in untold)))
    return (*notes, *cited.undated(levies, language))
