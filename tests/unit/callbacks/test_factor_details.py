"""What the details panel tells of factors at a place, of a unit's index, and of relations."""

from __future__ import annotations

import json

import pytest

from callbacks import factor_details, relation_details
from callbacks.asked import Asked
from data.evidence.base import committed
from data.evidence.words import VULNERABILITIES
from data.ground import Ground
from layers.base import Found, Request
from layers.relations import Relations
from tests.unit.layers.invented import Told, factor, place


@pytest.fixture
def told(context, snapshot):
    def tell_of(layer, id, ground=None, language="en", **options):
        tell = relation_details.tell if layer == "relations" else factor_details.tell
        asked = Asked(context, snapshot, ground or Ground(),
                      {"layer": layer, "id": id, "query": "", "options": options}, language)
        return json.dumps(tell(asked), default=lambda part: part.to_plotly_json(),
                          ensure_ascii=False)

    return tell_of


def test_a_place_is_told_with_both_sides_their_records_and_their_risks(told):
    said = told("resilience", "place/bandiagara/self_defence-wide")
    for id in ("self-defence-bandiagara", "self-defence-watch", "self-defence-crime",
               "self-defence-risk"):
        assert f"factors/{id}" in said
    assert "Risk that comes with it" in said
    assert said.index("(resilience)") < said.index("(vulnerability)")


def test_recommendations_answer_the_factors_that_were_named(told):
    said = told("resilience", "place/bandiagara/self_defence-wide")
    assert "recommendations/non-state-security" in said
    assert "recommendations/corruption" not in said
    assert "perceptions/cattle-theft-rejected" in said


def test_what_is_said_of_parts_of_a_country_is_told_with_the_country(told):
    said = told("vulnerability", "place/mali/corruption-wide")
    assert "factors/desert-isolation" in said
    assert "factors/desert-isolation" not in told("vulnerability",
                                                  "place/bandiagara/rivalries-wide")


def test_a_unit_is_told_by_its_parts_and_why_it_has_no_rank(told):
    said = told("resilience", "unit/ML-5")
    assert "Mopti" in said and "Index 33 of 100" in said
    assert "ranks need 5" in said and "does not mean absent" in said
    assert "Index 27 of 100" in told("resilience", "unit/ML-5", **{"w-cohesion": "3"})


def test_a_unit_of_both_is_told_by_both(told):
    said = told("vulnerability", "unit/ML-5", show="both")
    assert "Index of factors of vulnerability" in said
    assert "Index of factors of resilience" in said
    assert "Index of factors of resilience" not in told("vulnerability", "unit/ML-5", show="index")


def test_a_unit_with_a_rank_tells_its_range(told):
    ground = Told(factors=tuple(
        factor(f"ML-{i}-{word}", place(f"ML-{i}"), word)
        for i in range(1, 7) for word in VULNERABILITIES[:i]))
    said = told("vulnerability", "unit/ML-6", ground)
    assert "rank 1 of 6, from 1 to 1 as weights vary" in said
    assert "sets of weights" in said


def test_a_country_of_its_own_has_no_recommendations_of_another(told):
    ground = Told(factors=(factor("a", place("CD-NK"), "corruption"),),
                  recommendations=committed().recommendations)
    said = told("vulnerability", "place/in-CD-NK-2/corruption", ground)
    assert "factors/a" in said and "recommendations/" not in said


def test_a_record_of_the_table_is_told_by_itself(told):
    assert "Consultation" in told("resilience", "factors/consultation-sangha")


def test_what_is_gone_is_said_to_be(told):
    assert "no longer" in told("resilience", "place/nowhere/cohesion")
    assert "filters any more" in told("resilience", "unit/FR-75")


def test_a_perception_is_told_as_one_and_between_whom(told):
    (mark,) = [m for m in Relations().marks(Found({}, Ground()), Request())
               if m.key == "coopetition-perceived"]
    said = told("relations", mark.id)
    assert "A perception: 60 % of those asked" in said
    assert "terrorists – criminals" in said and "relations/coopetition-gao" in said


def test_french_details_are_in_french(told):
    known = next(one for one in committed().factors if one.id == "cohesion-bourem")
    said = told("resilience", "place/bourem-cercle/cohesion-wide", language="fr")
    assert known.says_fr in said and known.says_en not in said
