"""Actors of both records: a rare name in both says more than a common one."""

from __future__ import annotations

from data.linkage.actors import Actors, frequencies
from data.linkage.rows import BETWEEN_NAMES
from data.linkage.weights import ACTORS, ACTORS_MOST

SHARES = frequencies({"Rare front": 1, "Common front": 400, "Other party": 5}, 1000)


def judged(one, other):
    level, bits = Actors(SHARES).judge(BETWEEN_NAMES.join(one), BETWEEN_NAMES.join(other))
    return ACTORS[level].id, bits


def test_a_rare_name_says_more():
    rare, common = (judged([name], [name]) for name in ("Rare front", "Common front"))
    assert rare[0] == common[0] == "agree"
    assert ACTORS_MOST >= rare[1] > common[1] > 0


def test_a_misspelt_common_name_is_not_rare():
    assert judged(["Comon front"], ["Common front"]) == judged(["Common front"], ["Common front"])


def test_part_of_the_cast_says_less_and_none_speaks_against():
    some = judged(["Rare front", "Other party"], ["Rare front", "Third party of the test"])
    assert some[0] == "some" and 0 < some[1] < judged(["Rare front"], ["Rare front"])[1]
    assert judged(["Rare front"], ["Other party"])[1] < 0


def test_a_record_without_actors_says_nothing():
    assert judged([], ["Rare front"]) == ("unknown", 0.0)


def test_a_store_of_few_incidents_does_not_make_every_name_common():
    few = frequencies({"Rare front": 2}, 2)
    assert few["rare front"] < 0.1
