"""Colours: one for every family, rising evenly, and told apart."""

from __future__ import annotations

import pytest

from data.taxonomy import GROUPS
from layers.palette import GROUP_COLOURS, ramp, rgb


def luminance(colour):
    linear = [(c / 255 / 12.92) if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4
              for c in rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_family_has_colours_and_a_letter_of_its_own():
    assert set(GROUP_COLOURS) == {group.id for group in GROUPS}
    assert len({group.letter for group in GROUPS}) == len(GROUPS)
    for theme in (0, 1):
        assert len({pair[theme] for pair in GROUP_COLOURS.values()}) == len(GROUPS)


@pytest.mark.parametrize("classes", range(2, 8))
def test_more_is_darker_on_paper_and_lighter_on_a_dark_screen(classes):
    found = ramp(classes)
    light, dark = ([luminance(c) for c in side] for side in (found.light, found.dark))
    assert light == sorted(light, reverse=True)
    assert dark == sorted(dark)


@pytest.mark.parametrize("classes", [0, 1])
def test_few_classes(classes):
    assert len(ramp(classes).light) == classes
