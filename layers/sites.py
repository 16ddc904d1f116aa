"""Sites and hubs of illicit economies other than mines, as documents name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from data.evidence import words
from data.evidence.model import Site
from data.i18n import Message, msg, t
from layers import cited, claims, factor_places
from layers.base import Found, Request
from layers.legend import Entry, Legend
from layers.mark_layer import MarkLayer
from layers.marks import Drawing, within
from layers.palette import CLAIM
from layers.site_spots import SITES, site_spots, sites_of
from layers.spots import unplaced
from layers.style import Style

LETTERS: dict[str, str] = {
    "mining_site": "Au", "market": "M", "smuggling_hub": "S", "transit": "T", "heritage_site": "H",
    "detention": "D", "resale": "R", "operation": "O", "arrest": "A", "interviews": "I",
    "meeting": "C",
}


class Sites(MarkLayer):
    """Symbols of sites and hubs at the places that documents name."""

    id = SITES
    title = msg("Sites and hubs")
    says = msg(
        "Places and what documents say they are: markets, smuggling hubs, places of transit, "
        "detention, resale, operations, arrests and the like. Hollow where only a unit, an area "
        "or a country is named: the site lies somewhere in it. Mining sites are a layer of their "
        "own.")
    order = 76
    on = False
    colours = CLAIM
    sample = Style("symbol", CLAIM, letter="S")

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return a symbol for each kind of site of a place."""
        return factor_places.symbols(
            site_spots(found, request), found, request, words.SITE_KINDS)

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the kinds of site in use, by how exactly they are placed."""
        language, spots = request.language, site_spots(found, request)
        used = factor_places.told(spots)
        return Legend(
            layer=self.id, title=t(language, "Sites and hubs, as documents name them"),
            entries=tuple(_capital(entry) for entry in factor_places.entries(
                spots, LETTERS, self.colours, words.SITE_KINDS, language)),
            notes=(*factor_places.notes(unplaced(sites_of(found, request)), spots, language),
                   *cited.undated(used, language)),
            synthetic=any(one.synthetic for one in used), sources=cited.sources(used, language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one row a site at a place, then those without a place on the map."""
        drawn = within(self.marks(found, request), request.selection)
        return factor_places.rows(
            site_spots(found, request), drawn, SITES, Site, request=request,
            every=sites_of(found, request))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return claims.columns(Site)


def _capital(entry: Entry) -> Entry:
    return replace(entry, label=entry.label[:1].upper() + entry.label[1:])
