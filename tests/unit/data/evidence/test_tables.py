"""The committed tables: every cell is filled as its column asks, and every id leads somewhere."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest
import shapely

from data.boundaries import load_countries, load_units
from data.evidence.base import committed, term
from data.evidence.columns import NOT_STATED, columns_of
from data.evidence.model import Claim
from data.evidence.read import problems, rows_of
from data.evidence.tables import CLAIMS, FOLDER, TABLES

MAY_BE_EMPTY = ("list", "phrases", "chain", "path", "flag", "note")
ROWS = [(name, row) for name in TABLES for row in rows_of(FOLDER / f"{name}.csv")]
CLAIM_ROWS = [(name, row) for name, row in ROWS if name in CLAIMS]
EVIDENCE = committed()


def named(case: object) -> str | None:
    """Name a case by its table and id."""
    return f"{case[0]}/{case[1]['id']}" if isinstance(case, tuple) else None


def claims() -> Iterator[Claim]:
    """Go through all claims."""
    for found in EVIDENCE.claims.values():
        yield from found


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_of_its_record_in_their_order(table):
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as source:
        assert next(csv.reader(source)) == [c.name for c in columns_of(TABLES[table])]


@pytest.mark.parametrize("case", ROWS, ids=named)
def test_a_row_is_fit_and_says_where_its_document_says_nothing(case):
    table, row = case
    assert problems(TABLES[table], row) == []
    empty = [c.name for c in columns_of(TABLES[table])
             if c.form not in MAY_BE_EMPTY and not row[c.name].strip()]
    assert empty == []


@pytest.mark.parametrize("table", TABLES)
def test_ids_are_unique_in_a_table(table):
    ids = [row["id"] for name, row in ROWS if name == table]
    assert len(set(ids)) == len(ids)


def test_there_are_well_over_a_hundred_claims_of_five_documents():
    assert len(CLAIM_ROWS) > 200
    assert {row["document"] for _, row in CLAIM_ROWS} == set(EVIDENCE.documents)
    assert len(EVIDENCE.documents) == 5


@pytest.mark.parametrize("case", CLAIM_ROWS, ids=named)
def test_a_claim_cites_a_section_of_its_own_document(case):
    _, row = case
    assert row["document"] in EVIDENCE.documents
    assert EVIDENCE.sections[row["section"]].document == row["document"]


@pytest.mark.parametrize("case", CLAIM_ROWS, ids=named)
def test_a_claim_is_said_in_both_languages(case):
    _, row = case
    for english in (name for name in row if name.endswith("_en")):
        french = row[english.removesuffix("_en") + "_fr"]
        assert (row[english] == NOT_STATED) == (french == NOT_STATED)
    assert NOT_STATED not in (row["says_en"], row["says_fr"])
    assert row["says_en"] != row["says_fr"]


def test_nothing_committed_is_synthetic_and_no_code_is_invented():
    assert not any(claim.synthetic for claim in claims())
    assert {claim.confidence for claim in claims()} == {NOT_STATED}


def test_every_id_that_a_claim_names_is_there():
    for levy in EVIDENCE.levies:
        assert levy.corridor == NOT_STATED or EVIDENCE.find("corridors", levy.corridor)
        assert levy.site == NOT_STATED or EVIDENCE.find("sites", levy.site)
    for outcome in EVIDENCE.outcomes:
        assert EVIDENCE.find("interventions", outcome.intervention)
    stages = {stage.id: stage for stage in EVIDENCE.stages}
    for stage in EVIDENCE.stages:
        for earlier in stage.follows:
            assert stages[earlier].chain == stage.chain
            assert stages[earlier].order < stage.order
    assert {id for _, row in CLAIM_ROWS for id in row["places"].split(" > ") if id} == set(
        EVIDENCE.places)


def test_every_phrase_is_said_in_french_and_no_term_is_idle():
    used = {
        phrase.strip()
        for table, row in ROWS for c in columns_of(TABLES[table])
        if c.form in ("phrase", "phrases", "note")
        for phrase in (row[c.name].split(";") if c.form == "phrases" else [row[c.name]])
    } - {"", NOT_STATED}
    terms = rows_of(FOLDER / "terms.csv")
    assert {row["en"] for row in terms} == used
    assert len(terms) == len(used)
    assert all(row["fr"].strip() for row in terms)
    assert term("armed groups", "fr") == "groupes armés"


@pytest.mark.parametrize("corridor", EVIDENCE.corridors, ids=lambda corridor: corridor.id)
def test_a_corridor_tells_the_evidence_of_each_segment_and_no_path(corridor):
    segments = len(corridor.where) - 1
    assert segments >= 1
    assert len(corridor.segment_evidence) == segments
    assert len(corridor.segment_confidence) in (0, segments)
    assert not corridor.path_known


def test_rates_go_from_low_to_high_and_have_a_currency():
    for levy in EVIDENCE.levies:
        rates = [r for r in (levy.rate_low, levy.rate_best, levy.rate_high) if r is not None]
        assert rates == sorted(rates)
        assert bool(rates) == (levy.currency != NOT_STATED)


@pytest.mark.parametrize("place", EVIDENCE.places.values(), ids=lambda place: place.id)
def test_a_place_lies_in_its_country_and_unit_or_has_no_position(place):
    assert (place.lat is None) == (place.lon is None)
    assert ("GeoNames" in place.position_en) == ("GeoNames" in place.position_fr) == place.placed
    if not place.placed:
        return
    countries, units = load_countries(), load_units()
    point = shapely.Point(place.lon, place.lat)
    if place.country:
        country = countries.geometries[countries.iso2.index(place.country)]
        assert country.distance(point) < 0.1
    if place.unit:
        assert units.geometries[units.ids.index(place.unit)].distance(point) < 0.1


def test_what_is_said_of_a_country_or_vague_area_names_no_unit():
    vague = [place for place in EVIDENCE.places.values() if place.precision >= 5]
    assert vague and all(place.unit is None for place in vague)
