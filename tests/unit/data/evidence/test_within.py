"""Which claims lie in an area: by their places, as exactly as these are known."""

from __future__ import annotations

from dataclasses import replace

from data.evidence.base import committed
from data.evidence.choose import chosen
from data.evidence.within import cut_by
from data.selection import Selection
from data.shapes.settled import held_of

AROUND_GAO = "circle:-0.04,16.27,60"


def corridor_at(*ids, path=""):
    base = committed()
    where = tuple(base.places[id] for id in ids)
    return replace(base.corridors[0], id="own", where=where, path=path)


def of(area, claim):
    return bool(chosen([claim], Selection.of(area=area)))


def test_a_town_lies_in_the_area_around_it_and_its_region_does_not():
    base = committed()
    town, region = base.places["gao"], base.places["gao-region"]
    claim = base.claims["factors"][0]
    assert of(AROUND_GAO, replace(claim, where=(town,)))
    assert not of(AROUND_GAO, replace(claim, where=(region,)))
    area = Selection.of(area=AROUND_GAO).area
    assert cut_by(replace(claim, where=(region,)), area.shape, held_of(area))
    assert not cut_by(replace(claim, where=(town,)), area.shape, held_of(area))


def test_a_region_lies_in_an_area_that_holds_it_whole():
    base = committed()
    claim = replace(base.claims["factors"][0], where=(base.places["gao-region"],))
    assert of("polygon:-7,12_5,12_5,25_-7,25", claim)
    assert not of("polygon:20,12_25,12_25,25_20,25", claim)


def test_a_known_path_lies_where_it_passes_and_a_straight_link_is_undecided():
    middle = "circle:0,13,30"
    known, straight = (corridor_at("gao-region", "niger", path=path)
                       for path in ("LINESTRING (-8 13, 8 13)", ""))
    assert of(middle, known)
    area = Selection.of(area="circle:1,16.5,120").area
    assert not of(str(area), straight)
    assert cut_by(straight, area.shape, held_of(area))


def test_claims_of_picked_units_are_those_of_the_region_named():
    claims = committed().claims["factors"]
    assert chosen(claims, Selection.of(unit="ML-7")) == chosen(
        claims, Selection.of(admin1=["Gao"])) != ()
