"""Sites at their places: hubs, markets and the like, and mines known to a wider area only."""

from __future__ import annotations

from data.evidence import words
from data.evidence.choose import chosen
from data.evidence.model import Site
from layers import mineral_looks
from layers.base import Found, Request
from layers.mine_visits import MINING, commodity, unvisited
from layers.spots import UNIT, Spot, spots

SITES, MINES = "sites", "mining"


def sites_of(found: Found, request: Request) -> tuple[Site, ...]:
    """Return the sites that the selection means, all but mining sites."""
    return tuple(site for site in chosen(found.ground.evidence.sites, request.selection)
                 if site.kind != MINING)


def mines_of(found: Found, request: Request) -> tuple[Site, ...]:
    """Return the mining sites that the selection means and no visit tells of."""
    evidence = found.ground.evidence
    return unvisited(chosen(evidence.sites, request.selection), evidence.visits)


def site_spots(found: Found, request: Request) -> tuple[Spot, ...]:
    """Gather sites by place and kind."""
    return spots(sites_of(found, request), SITES, lambda one: one.kind, list(words.SITE_KINDS))


def mine_spots(found: Found, request: Request) -> tuple[Spot, ...]:
    """Gather mining sites that are known to a unit, an area or a country only."""
    wide = [site for site in mines_of(found, request)
            if any(place.precision >= UNIT for place in site.where)]
    gathered = spots(wide, MINES, ore_of, list(mineral_looks.ORES))
    return tuple(spot for spot in gathered if spot.wide)


def ore_of(site: Site) -> str:
    """Return what a site is drawn as: its first mineral's commodity."""
    return mineral_looks.ore(commodity(site.minerals, site.commodities))
