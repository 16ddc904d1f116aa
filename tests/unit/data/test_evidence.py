"""The evidence base: every claim is cited, and says only what its document says."""

from __future__ import annotations

import pytest

from data.boundaries import load_countries, load_units
from data.evidence import NOT_STATED, corridors, documents, levies, places
from data.model import WHERE_PRECISION
from data.taxonomy import BY_ID

CLAIMS = [*corridors(), *levies()]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_is_cited_and_said_in_both_languages(claim):
    assert claim.document.id in documents()
    assert claim.document.title and claim.section
    assert claim.says("en") and claim.says("fr") and claim.says("en") != claim.says("fr")
    assert claim.confidence and claim.qualifier
    assert claim.dated == (claim.date != NOT_STATED)


def test_ids_are_unique():
    assert len({claim.id for claim in CLAIMS}) == len(CLAIMS)


def test_gold_goes_southward_to_bamako():
    gold = [c for c in corridors() if c.commodity == "gold"]
    assert {c.places[0].name("en").split()[0] for c in gold} >= {"Gao", "Kidal"}
    assert {c.places[-1].name("en") for c in gold} == {"Bamako"}
    assert all(c.places[0].lat > c.places[-1].lat for c in gold)


def test_the_weekly_site_tax_is_what_the_document_says():
    weekly = [x for x in levies() if x.kind == "taxation.mining_site"]
    assert (5_000, 250_000) in {(x.rate_low, x.rate_high) for x in weekly}


@pytest.mark.parametrize("levy", levies(), ids=lambda levy: levy.id)
def test_a_rate_that_is_not_stated_is_none(levy):
    assert levy.kind in BY_ID
    rates = [r for r in (levy.rate_low, levy.rate_best, levy.rate_high) if r is not None]
    assert rates == sorted(rates)
    assert bool(rates) <= (levy.currency != NOT_STATED)


@pytest.mark.parametrize("place", places().values(), ids=lambda place: place.id)
def test_a_place_lies_in_its_country_and_unit(place):
    import shapely

    countries, units = load_countries(), load_units()
    point = shapely.Point(place.lon, place.lat)
    country = countries.geometries[countries.iso2.index(place.iso2)]
    assert country.distance(point) < 0.1
    assert place.where_precision in WHERE_PRECISION
    if place.unit_id:
        assert units.geometries[units.ids.index(place.unit_id)].distance(point) < 0.1
