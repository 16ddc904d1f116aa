"""Candidates of a selection and of one incident, and the figures on planted pairs."""

from __future__ import annotations

import pytest

from benchmarks import linkage
from data.linkage.candidates import of_incident, of_selection
from data.linkage.weights import DEFAULT_SCORE, LIKELY_SCORE
from data.selection import Selection
from tests.unit.data.linkage.conftest import record, twin


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """The held-out half, smaller than the benchmark's, and what is offered of it."""
    given = linkage.made(linkage.HELD_OUT_SEED, 6000, 600, 600, 1200)
    snapshot = linkage.kept(tmp_path_factory.mktemp("planted"), given.rows)
    return given, snapshot, of_selection(snapshot, Selection(), DEFAULT_SCORE)


def test_planted_pairs_are_found_and_non_pairs_left(planted):
    given, _, offered = planted
    close = linkage.score(given, offered, "close")
    whole = linkage.score(given, offered)
    assert whole.precision >= 0.85
    assert close.recall >= 0.75 and whole.recall >= 0.5
    assert linkage.lured(given, offered) <= 0.03 * len(given.decoys)


def test_a_likely_score_is_right_more_often(planted):
    given, _, offered = planted
    likely = [one for one in offered if one.score >= LIKELY_SCORE]
    assert len(likely) > 100
    assert linkage.score(given, likely).precision >= 0.92


def test_one_incident_has_the_candidates_that_all_together_have(planted):
    _, snapshot, offered = planted
    for one in offered[:3] + offered[-3:]:
        for side in (one.a, one.b):
            wanted = [(c.a, c.b, round(c.score, 9)) for c in offered if side in (c.a, c.b)]
            found = [(c.a, c.b, round(c.score, 9)) for c in of_incident(snapshot, side)]
            assert found == wanted


def test_a_selection_offers_pairs_with_one_foot_in_it(keep):
    snapshot = keep(record("a"), twin(), record("far", lat=10.0), twin("off", lat=10.0))
    alone = of_selection(snapshot, Selection(sources=("A",)))
    assert {(one.a, one.b) for one in alone} == {("a", "b"), ("far", "off")}
    assert of_selection(snapshot, Selection(sources=("A",)), within=True) == []
    assert len(of_selection(snapshot, Selection(sources=("A", "B")))) == 2


def test_an_incident_that_is_not_there_has_no_candidates(keep):
    assert of_incident(keep(record("a"), twin()), "nothing") == []
