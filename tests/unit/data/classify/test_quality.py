"""How well the product's rules tell kinds, on sentences that they were not tuned on."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.classification import lines, macro, scores

README = Path(__file__).parents[4] / "README.md"
FLOORS = {"held_out": (0.95, 0.95), "tune": (0.98, 0.98)}


@pytest.mark.parametrize("half", FLOORS)
def test_precision_and_recall_stay_above_their_floors(half):
    precision, recall = macro(scores(half))
    least_precision, least_recall = FLOORS[half]
    assert precision >= least_precision and recall >= least_recall


def test_a_kind_is_scored_by_what_is_called_so():
    for score in scores("held_out"):
        assert score.right <= min(score.of, score.called) and score.of >= 3


def test_the_readme_gives_the_held_out_figures():
    said = README.read_text(encoding="utf-8")
    assert all(line in said for line in lines(scores("held_out")))
