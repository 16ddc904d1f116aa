"""Mining sites: what is mined, by how many, and who taxes it, as visits and documents tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from data.evidence.base import term
from data.evidence.choose import chosen
from data.evidence.columns import NOT_STATED
from data.evidence.model import Claim, Levy, Place, Site, Visit
from data.ground import Ground
from data.i18n import Message, listing, msg, nmsg, t
from layers import cited, claims, mineral_looks
from layers.base import Found, Request
from layers.beside import Offset, slot
from layers.factor_places import offsets
from layers.legend import Entry, Legend
from layers.mark_layer import MarkLayer
from layers.marks import Days, Drawing, Symbol, within
from layers.mine_visits import Taxers, commodity, standing, state, taxers
from layers.options import Option
from layers.palette import COMMODITY_COLOURS
from layers.site_spots import mine_spots, mines_of, ore_of
from layers.spots import UNIT, unplaced
from layers.style import Style

BY = Option("by", msg("Coloured by"), "mineral", (
    ("mineral", msg("mineral")), ("collector", msg("who taxes"))))
LONG_AGO = dt.date.min
MOST_SAID = 2
"""Records of one place that its tooltip tells; a click tells them all."""

COLUMNS: dict[str, Message] = {
    "site": msg("Site"), "date": msg("Date of the visit"), "minerals": msg("Minerals"),
    "workers": msg("Persons at work"), "presence": msg("Armed presence"),
    "armed": msg("Armed groups or forces"), "taxed": msg("Taxed"), "collectors": msg("By whom"),
    "onsite": msg("Site reached"), "document": msg("Document"), "says": msg("What it says"),
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """Mining sites at one place as one visit found them, or as documents tell without any.

    `claims` is the visit, or the records of sites without any; `levies` are those that they
    tell of, `offset` how far the symbol stands from its place, pixels.
    """

    id: str
    claims: tuple[Visit] | tuple[Site, ...]
    place: Place
    days: Days | None
    commodity: str
    taxed: str
    levies: list[Levy]
    offset: Offset = (0.0, 0.0)

    @property
    def visit(self) -> Visit | None:
        """The visit; None where no visit tells of it."""
        first = self.claims[0]
        return first if isinstance(first, Visit) else None

    @property
    def wide(self) -> bool:
        """Whether the site is known to a unit, an area or a country only."""
        return self.place.precision >= UNIT

    def key(self, by: str) -> str:
        """Return the legend key; `by` is a value of `BY`."""
        if self.wide:
            return f"{self.commodity}-{mineral_looks.WIDE}"
        if by == "mineral":
            return f"{self.commodity}-{self.taxed}"
        return taxers(self.levies) if self.taxed == mineral_looks.TAXED else self.taxed


class Mining(MarkLayer):
    """Symbols of mining sites, one for each visit, and for each site that none tells of."""

    id = "mining"
    title = msg("Mining sites")
    says = msg(
        "Mining sites with their mineral, how many worked there and whether someone taxed them, "
        "as each visit found it. Sites that documents know to a region or country only are "
        "hollow, at one point of it. Where no site is drawn there may be one that nobody visited.")
    order = 58
    on = False
    sample = Style("symbol", COMMODITY_COLOURS["gold"], letter="Au")

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """Choose what colours mean."""
        return (BY,)

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return one symbol a visit, the latest on top; sites without visits lie beneath."""
        by, language = request.chosen(BY), request.language
        return tuple(_symbol(one, by, language) for one in seen(found, request))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the minerals or collectors in use, and what the sizes mean."""
        language, held = request.language, seen(found, request)
        by = request.chosen(BY)
        keys = {one.key(by) for one in held}
        used: list[Claim] = [claim for one in held for claim in one.claims]
        visited = any(one.visit for one in held)
        return Legend(
            layer=self.id, title=t(language, "Mining sites, as visits and documents tell"),
            entries=(*_entries(keys, by, language),
                     *(mineral_looks.sizes(language) if visited else ())),
            notes=(*_notes(held, found, request), *cited.undated(used, language)),
            synthetic=any(claim.synthetic for claim in used),
            sources=cited.sources(used, language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one visit a row, or one site that no visit tells of."""
        shown = {mark.id for mark in within(self.marks(found, request), request.selection)}
        told = [_row(one, claim, request.language) for one in seen(found, request)
                if one.id in shown for claim in one.claims]
        types = {name: pa.int64() if name == "workers" else pa.string() for name in COLUMNS}
        return pa.Table.from_pylist(told, pa.schema(
            [("id", pa.string()), ("mark", pa.string()), *types.items()]))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return COLUMNS


def seen(found: Found, request: Request) -> tuple[Seen, ...]:
    """Return the sites of a request as records tell of them, in drawing order."""
    held = Taxers.of(found.ground.evidence)
    return (*_wide(found, request, held), *_sites(mines_of(found, request), held),
            *_visits(found, request, held))


def _wide(found: Found, request: Request, held: Taxers) -> Iterator[Seen]:
    """Return the places of sites that are known to a unit, an area or a country only."""
    at = offsets(found, request)
    for spot in mine_spots(found, request):
        sites = tuple(site for site in spot.claims if isinstance(site, Site))
        levies = [levy for site in sites for levy in held.on(site)]
        yield Seen(id=spot.id, claims=sites, place=spot.place, days=spot.days,
                   commodity=spot.word, taxed=state(NOT_STATED, levies), levies=levies,
                   offset=at[slot(spot)])


def _sites(sites: Iterable[Site], held: Taxers) -> Iterator[Seen]:
    """Return the exact places of sites that no visit tells of."""
    for site in sites:
        for i, place in enumerate(site.where):
            if place.placed and place.precision < UNIT:
                yield Seen(
                    id=f"sites/{site.id}/{i}", claims=(site,), place=place, days=site.days,
                    commodity=ore_of(site), taxed=state(NOT_STATED, held.on(site)),
                    levies=held.on(site))


def _visits(found: Found, request: Request, held: Taxers) -> list[Seen]:
    evidence = found.ground.evidence
    known = {site.id: site for site in evidence.sites}
    days = standing(evidence.visits)
    made = [
        Seen(id=f"visits/{one.id}", claims=(one,), place=one.where[0], days=days[one.id],
             commodity=_ore(one, known.get(one.site)), taxed=state(one.taxed, held.at(one)),
             levies=held.at(one))
        for one in chosen(evidence.visits, request.selection)
        if one.where and one.where[0].placed]
    return sorted(made, key=lambda one: one.days[0] if one.days else LONG_AGO)


def _ore(visit: Visit, site: Site | None) -> str:
    """Return what a visit found to be mined; what the site is known for where it does not say."""
    minerals = visit.minerals or (site.minerals if site else ())
    return mineral_looks.ore(commodity(minerals, site.commodities if site else ()))


def _symbol(one: Seen, by: str, language: str) -> Symbol:
    assert one.place.lon is not None and one.place.lat is not None
    letter = mineral_looks.ORES[one.commodity].letter if by == "collector" else ""
    size = mineral_looks.radius(one.visit.workers) if one.visit else None
    return Symbol(
        id=one.id, key=one.key(by), label=one.place.name(language), says=_says(one, language),
        days=one.days, lon=one.place.lon, lat=one.place.lat, radius=size, letter=letter,
        dx=one.offset[0], dy=one.offset[1])


def _says(one: Seen, language: str) -> str:
    """Say in a few words what was found: a thousand of these travel at once."""
    visit = one.visit
    if visit is None:
        return " ".join(dict.fromkeys(claim.says(language) for claim in one.claims[:MOST_SAID]))
    parts = [listing([claims.said(name, language) for name in visit.minerals], language)]
    if visit.workers is not None:
        parts.append(nmsg("{count} person at work", "{count} persons at work",
                          visit.workers).render(language))
    parts.append(_taxed(one, language))
    parts.append(claims.date(visit, language))
    return " · ".join(part for part in parts if part)


def _taxed(one: Seen, language: str) -> str:
    names = collectors(one.levies, language)
    if names:
        return t(language, "taxed by {names}", names=listing(names, language))
    return mineral_looks.STATES[one.taxed].render(language)


def collectors(levies: Iterable[Levy], language: str) -> list[str]:
    """Name the collectors of levies, each once."""
    return list(dict.fromkeys(term(levy.collector, language) for levy in levies
                              if levy.collector != NOT_STATED))


def _row(one: Seen, claim: Site | Visit, language: str) -> dict[str, str | int | None]:
    visit = one.visit
    said = claims.own_fields(visit, language) if visit else {}
    return {
        "id": f"{'visits' if visit else 'sites'}/{claim.id}", "mark": one.id,
        "site": one.place.name(language),
        "date": claims.date(claim, language) if visit else t(language, "no visit"),
        "minerals": listing([claims.said(name, language) for name in claim.minerals], language),
        "workers": visit.workers if visit else None,
        "presence": said.get("presence", ""), "armed": said.get("armed", ""),
        "taxed": mineral_looks.STATES[one.taxed].render(language),
        "collectors": listing(collectors(one.levies, language), language),
        "onsite": said.get("onsite", ""), "document": claim.cited.title,
        "says": claim.says(language),
    }


def _entries(keys: set[str], by: str, language: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in mineral_looks.entries(by, language) if entry.key in keys)


def _notes(held: tuple[Seen, ...], found: Found, request: Request) -> tuple[str, ...]:
    language = request.language
    notes = []
    if any(one.visit for one in held):
        notes.append(t(language, "Counted are visits: each stands until the next one to its site, "
                       "or to the end of its year. Where the window holds several, the latest lies "
                       "on top. Several minerals: the first that the visit names."))
        notes.append(t(language, "Taxed: by an armed group or by members of state forces."))
    untold = unplaced(mines_of(found, request))
    if untold:
        notes.append(t(language, "Named without a place on a map, and so not drawn: {places}.",
                       places=", ".join(place.name(language) for place in untold)))
    return tuple(notes)
