"""What visits become: sites, places, visits, and a levy for each kind that a group imposes."""

from __future__ import annotations

from collections import Counter

import pytest

from data.evidence.columns import NOT_STATED

ENGLISH = {
    "mineral1": "Gold", "presence": "yes", "interference": "true", "visit_onsite": "Yes",
    "type_armed_group1": "Local armed group", "frequency_armed_group1": "Daily",
    "taxation_armed_group1": "true", "armed_group2": "None", "type_armed_group2": "None",
}


def levies(evidence):
    return [levy for levy in evidence().levies if levy.document == "ipis-cod-mines"]


def sites(evidence):
    return {site.id: site for site in evidence().sites if site.document == "ipis-cod-mines"}


def test_each_kind_that_each_group_levies_is_a_record(visited, evidence):
    visited({"commerce_taxation_armed_group1": 1, "armed_group2": "FARDC",
             "type_armed_group2": "FARDC - Éléments indisciplinés",
             "entrance_taxation_armed_group2": 1, "taxation_armed_group2": 0})
    found = {levy.id: (levy.kind, levy.collector, levy.collector_family)
             for levy in levies(evidence)}
    assert found == {
        "ipis-1-1-mining": ("mining", "Group A", "armed_group"),
        "ipis-1-1-trade": ("trade", "Group A", "armed_group"),
        "ipis-1-2-access": ("access", "FARDC", "state_forces"),
    }


def test_a_levy_is_dated_placed_and_has_no_rate(visited, evidence):
    visited({"visit_date": "2015-03-07"})
    (levy,) = levies(evidence)
    assert (levy.date, levy.site, levy.frequency, levy.rates) == (
        "2015-03-07", "invented1", "daily", None)
    assert (levy.kinds, levy.payer) == (("taxation.mining_site",), NOT_STATED)
    assert [place.id for place in levy.where] == ["invented1"]
    assert "how often" in levy.added


def test_a_levy_of_a_group_that_is_not_named_is_kept(visited, evidence):
    visited({"armed_group1": "", "commerce_taxation_armed_group1": 1})
    assert Counter(levy.collector for levy in levies(evidence)) == {NOT_STATED: 2}


def test_a_frequency_of_no_word_of_ours_is_kept_in_what_is_said(visited, evidence):
    visited({"frequency_armed_group1": "Permanente"}, {"frequency_armed_group1": "at new moon"})
    permanent, strange = levies(evidence)
    assert (permanent.frequency, permanent.added) == (NOT_STATED, "")
    assert "permanent (“Permanente”)" in permanent.says("en")
    assert "Permanente" in permanent.says("fr")
    assert strange.frequency == NOT_STATED and "“at new moon”" in strange.says("en")


def test_english_values_become_the_same_records(visited, evidence, store):
    visited({})
    french = evidence()
    visited(ENGLISH)
    english = evidence()
    assert english.levies[-1].frequency == french.levies[-1].frequency == "daily"
    for name in ("minerals", "presence", "interference", "taxed", "onsite", "armed", "evidence"):
        assert getattr(english.visits[0], name) == getattr(french.visits[0], name)
    assert sites(evidence)["invented1"].commodities == ("gold",)


@pytest.mark.parametrize(("mineral", "english", "commodity"), [
    ("Or", "gold", "gold"), ("Cassitérite", "cassiterite", "tin_tantalum_tungsten"),
    ("Coltan", "coltan", "tin_tantalum_tungsten"), ("Diamonds", "diamond", "diamonds"),
    ("Cuivre", "copper", "copper_cobalt"), ("Améthyste", "amethyst", "other_minerals"),
])
def test_minerals_are_said_in_english_and_counted_as_commodities(
    visited, evidence, mineral, english, commodity
):
    visited({"mineral1": mineral})
    site = sites(evidence)["invented1"]
    assert (site.minerals, site.commodities) == ((english,), (commodity,))


def test_a_mineral_that_is_not_known_is_of_no_commodity(visited, evidence):
    visited({"mineral1": "Unobtainium", "mineral2": "inconnu"})
    site = sites(evidence)["invented1"]
    assert (site.minerals, site.commodities) == (("Unobtainium",), ())


def test_a_site_tells_of_all_its_visits(visited, evidence):
    visited({"visit_date": "2009-01-01"},
            {"visit_date": "2015-03-07", "mineral1": "Coltan", "visit_onsite": 0})
    (site,) = sites(evidence).values()
    assert (site.date, site.date_precision, site.evidence) == ("2009/2015-03-07", "5", "observed")
    assert site.minerals == ("gold", "coltan")
    assert "Visits: 2 (2009 to 7 Mar 2015)" in site.says("en")
    assert "Visites\u00a0: 2 (de 2009 à 7 mars 2015)" in site.says("fr")
    assert len(evidence().visits) == 2


def test_visits_that_disagree_on_the_position_keep_the_one_most_give(visited, evidence):
    report = visited({"latitude": 0.1}, {"latitude": 0.2}, {"latitude": 0.1},
                     {"latitude": 0.2, "pcode": "other"}).report
    assert evidence().places["invented1"].lat == 0.1
    assert report.tally("flags") == {"site_position_conflict": 1}


def test_of_positions_given_as_often_the_latest_counts(visited, evidence):
    visited({"latitude": 0.1, "visit_date": "2016-01-02"}, {"latitude": 0.2})
    assert evidence().places["invented1"].lat == 0.1


def test_the_latest_name_counts_and_the_others_are_told(visited, evidence):
    report = visited({"name": "Newer", "visit_date": "2020-02-02"}, {"name": "Older"}).report
    assert evidence().places["invented1"].name("fr") == "Newer"
    assert report.tally("flags") == {"site_name_conflict": 1}


def test_a_place_says_how_its_position_was_found(visited, evidence):
    visited({"location_origin": "GPS (village Anywhere)"})
    place = evidence().places["invented1"]
    assert (place.precision, place.country, place.unit) == (2, "CD", None)
    assert place.position("en") != place.position("fr")


def test_a_point_outside_the_country_is_kept_and_flagged(visited, evidence):
    report = visited({"longitude": 0.33, "latitude": 28.7}).report
    assert (report.total("flagged"), report.tally("flags")) == (1, {"country_conflict": 1})
    assert evidence().places["invented1"].lat == 28.7


def test_everything_is_said_in_two_languages(visited, evidence):
    visited({"workers_numb": 1500, "visit_onsite": 0, "visit_onsite_novisitreason": "Distance"})
    base = evidence()
    for claim in (base.visits[0], levies(evidence)[0], sites(evidence)["invented1"]):
        assert claim.says("en") != claim.says("fr") and "Invented" in claim.says("fr")
    assert "Persons at work: 1,500" in base.visits[0].says("en")
    assert "Why not: Distance" in base.visits[0].says("en")
    assert "Project: An invented project" in base.visits[0].says("en")


def test_a_semicolon_in_a_name_parts_no_list(visited, evidence):
    visited({"armed_group1": "A; B"})
    assert evidence().visits[0].armed == ("A, B",)
