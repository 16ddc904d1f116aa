"""Taxation zones: as large as their place is known, hatched by whom, with what they cost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from data import hexes
from data.evidence import words
from data.evidence.base import committed
from data.evidence.choose import chosen
from data.ground import Ground
from data.selection import Selection
from layers import levy_looks, zones
from layers.base import Found, Request
from layers.marks import tally
from layers.taxation import Taxation
from tests.unit.layers.invented import Told

LAYER = Taxation()
FOUND = Found({}, Ground())


def with_levies(*levies) -> Found:
    return Found({}, Told(levies=levies))


def at_point(precision: int, **fields):
    """A levy in the town of Gao, known so exactly."""
    place = replace(committed().places["gao"], where_precision=precision)
    return replace(committed().levies[0], where=(place,), **fields)


def by_id(found=FOUND, **fields):
    return {mark.id: mark for mark in LAYER.marks(found, Request(**fields))}


def test_the_levies_of_the_document_lie_in_three_zones():
    marks = by_id()
    assert set(marks) == {"within:country:ML", "unit:ML-6", "unit:ML-7"}
    assert marks["unit:ML-7"].key == "armed_group"
    assert marks["within:country:ML"].key == "several-within"


def test_a_country_claims_no_extent_and_its_hatch_says_so():
    styles = {entry.key: entry.style for entry in LAYER.legend(FOUND, Request()).entries}
    assert styles["several-within"].sparse and not styles["armed_group"].sparse
    assert all(style.form == "hatch" for style in styles.values())


@pytest.mark.parametrize(("precision", "resolution"), [(1, 5), (2, 4)])
def test_a_point_stands_in_a_hexagon_no_finer_than_it_is_known(precision, resolution):
    (mark,) = by_id(with_levies(at_point(precision))).values()
    cell = hexes.at(np.array([16.27167]), np.array([-0.04472]), resolution)
    assert mark.id == f"cell:{hexes.text(int(cell[0]))}"
    assert mark.shape.equals(hexes.polygons(cell)[0])


def test_a_place_known_to_less_than_a_unit_is_somewhere_within_it():
    assert zones.area_id(replace(committed().places["gao"], where_precision=3), Ground()) == (
        "within:unit:ML-7")
    assert zones.area_id(committed().places["mali-north"], Ground()) == "within:country:ML"
    assert zones.area_id(committed().places["sahel"], Ground()) is None


def test_a_place_without_any_area_is_named_in_the_legend():
    nowhere = replace(committed().levies[0], where=(committed().places["sahel"],))
    found = with_levies(nowhere)
    assert LAYER.marks(found, Request()) == ()
    assert any("Sahel" in note for note in LAYER.legend(found, Request()).notes)


def test_rates_are_written_with_currency_and_period_and_kept_apart():
    mali = by_id()["within:country:ML"]
    assert mali.label == "Mali: 3 ranges of rates"
    assert "5,000 – 250,000 CFA francs a week, for access to a site" in mali.says
    assert "200,000 – 500,000 CFA francs an operation" in mali.says
    assert "5,000 CFA francs a person or animal" in mali.says


def test_one_rate_is_told_at_once():
    one = at_point(1, rate_low=100.0, rate_high=300.0, currency="XOF", basis="vehicle")
    (mark,) = by_id(with_levies(one)).values()
    assert mark.label == "Gao: 100 – 300 CFA francs a vehicle" and mark.named


def test_a_zone_is_hatched_by_whom_or_by_what_on_request():
    kinds = {mark.key for mark in by_id(options=(("by", "kind"),)).values()}
    assert kinds == {"trade", "several-within"}


def test_every_kind_and_collector_has_a_look():
    assert set(levy_looks.KINDS) == set(words.LEVY_KINDS)
    assert set(levy_looks.KINDS.values()) <= set(levy_looks.BY_KIND)
    assert set(words.COLLECTORS) <= set(levy_looks.BY_COLLECTOR)


def test_no_two_looks_share_both_colour_and_angle():
    for looks in (levy_looks.BY_COLLECTOR, levy_looks.BY_KIND):
        assert len({(look.colours, look.angle) for look in looks.values()}) == len(looks)


def test_a_zone_stands_in_the_years_of_its_levies_and_not_between():
    dated = [at_point(1, id=day, date=day) for day in ("2013-05-02", "2014", "2018-07-09")]
    marks = by_id(with_levies(*dated))
    assert [mark.days for mark in marks.values()] == [
        (dt.date(2013, 5, 2), dt.date(2014, 12, 31)), (dt.date(2018, 7, 9), dt.date(2018, 12, 31))]
    rows = LAYER.rows(with_levies(*dated), Request(selection=Selection.from_query("to=2015")))
    assert rows.column("mark").to_pylist() == [next(iter(marks))] * 2


def test_a_zone_with_an_undated_levy_is_always_there():
    dated, undated = at_point(1, id="dated", date="2013"), at_point(1, id="undated")
    (mark,) = by_id(with_levies(dated, undated)).values()
    assert mark.days is None


def test_a_zone_is_hatched_by_who_collected_then():
    families = zip(("2012", "2018"), ("armed_group", "state_forces"), strict=True)
    found = with_levies(*(at_point(1, id=year, date=year, collector_family=family)
                          for year, family in families))
    assert [mark.key for mark in by_id(found).values()] == ["armed_group", "state_forces"]


@pytest.mark.parametrize("query", ["", "kind=taxation.zakat", "admin1=Gao", "actor=intermediaries",
                                   "country=NE"])
def test_a_row_for_each_levy_of_each_zone_that_is_drawn(query):
    request = Request(selection=Selection.from_query(query))
    drawing, rows = LAYER.drawing(FOUND, request), LAYER.rows(FOUND, request)
    held = zones.zones(chosen(committed().levies, request.selection), Ground())
    assert rows.column("mark").to_pylist() == [zone.id for zone in held for _ in zone.levies]
    assert {mark.id for mark in drawing} == set(rows.column("mark").to_pylist())
    assert set(tally(drawing)) == {e.key for e in LAYER.legend(FOUND, request).entries}


def test_levies_of_two_regions_are_in_the_ledger_of_both():
    ids = {zone.id: {levy.id for levy in zone.levies}
           for zone in zones.zones(committed().levies, Ground())}
    assert ids["unit:ML-6"] == ids["unit:ML-7"] == {
        "migrants-extortion", "migrants-right-of-passage"}


REPORTS = Found({"reports": pa.table({
    "unit": ["ML-7"], "name": ["Gao"], "incidents": [31], "first": [dt.date(2015, 1, 4)],
    "last": [dt.date(2025, 1, 1)], "synthetic": [31]})}, Ground())


def test_incidents_are_apart_from_what_documents_tell_and_said_to_be_invented():
    request = Request(options=(("reports", "yes"),))
    mark = by_id(REPORTS)["reports:unit:ML-7"]
    assert mark.key == "reports" and "31 incidents" in mark.says and "Synthetic" in mark.says
    assert LAYER.legend(REPORTS, request).synthetic
    assert not LAYER.legend(FOUND, Request()).synthetic
    rows = LAYER.rows(REPORTS, request).to_pylist()
    assert [row["id"] for row in rows if row["mark"] == "reports:unit:ML-7"] == [
        "reports:unit:ML-7"]


def test_incidents_are_asked_for_only_where_they_are_drawn():
    assert LAYER.queries(Request()) == {}
    assert set(LAYER.queries(Request(options=(("reports", "yes"),)))) == {"reports"}
