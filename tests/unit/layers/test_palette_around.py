"""The two arms of a comparison, measured: told apart in colour blindness, and alike in strength."""

from __future__ import annotations

import numpy as np
import pytest

from layers.palette import LESS, MORE
from tests.unit.layers.test_palette_scales import SEEN, lab


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("theme", [0, 1])
def test_no_class_of_one_arm_looks_like_one_of_the_other(theme, seen):
    less, more = (lab([pair[theme] for pair in arm], seen) for arm in (LESS, MORE))
    apart = np.linalg.norm(less[:, None] - more[None, :], axis=2)
    assert apart.min() > 20


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("arm", [LESS, MORE], ids=["less", "more"])
def test_a_larger_change_is_stronger(arm, theme):
    lightness = lab([pair[theme] for pair in arm], "as most see")[:, 0]
    steps = np.diff(lightness) * (1 if theme else -1)
    assert (steps > 8).all()


@pytest.mark.parametrize("theme", [0, 1])
def test_both_arms_are_as_strong(theme):
    less, more = (lab([pair[theme] for pair in arm], "as most see")[:, 0] for arm in (LESS, MORE))
    assert (np.abs(less - more) < 8).all()
