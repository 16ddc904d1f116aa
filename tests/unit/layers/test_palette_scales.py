"""Each colour scale, measured: even in lightness, and told apart in colour blindness.

Lightness and distance are those of CIELAB (CIE 15:2004). Colour blindness is simulated as by
Machado, Oliveira and Fernandes ("A physiologically-based model for simulation of color vision
deficiency", 2009), at its full strength.
"""

from __future__ import annotations

import numpy as np
import pytest

from layers.palette import CIVIDIS_DARK, CIVIDIS_LIGHT, RAMPS, VIRIDIS_DARK, ramp_of, rgb

SEEN = {
    "as most see": np.eye(3),
    "without red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                    [-0.003882, -0.048116, 1.051998]],
    "without green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                      [-0.011820, 0.042940, 0.968881]],
    "without blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                     [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                   [0.0193339, 0.1191920, 0.9503041]])
LEAST_APART = 7.0
"""CIELAB distance of neighbouring classes; 2.3 is just noticeable side by side."""


def lab(colours, seen):
    values = np.array([rgb(colour) for colour in colours]) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    xyz = np.clip(linear @ np.array(SEEN[seen]).T, 0, 1) @ TO_XYZ.T
    f = xyz / TO_XYZ.sum(axis=1)
    f = np.where(f > 216 / 24389, np.cbrt(f), (f * 24389 / 27 + 16) / 116)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], 1)


def sides(name, classes):
    found = ramp_of(name, classes)
    return found.light[::-1], found.dark


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("classes", range(3, 8))
@pytest.mark.parametrize("name", RAMPS)
def test_classes_rise_in_lightness_and_are_told_apart(name, classes, seen):
    for side in sides(name, classes):
        found = lab(side, seen)
        assert (np.diff(found[:, 0]) > 2).all(), (side, found[:, 0])
        assert (np.linalg.norm(np.diff(found, axis=0), axis=1) > LEAST_APART).all()


def test_the_measure_finds_a_scale_that_is_not_safe():
    red_to_green = lab(["#d73027", "#91a03a", "#1a9850"], "without green")
    assert not (np.diff(red_to_green[:, 0]) > 2).all()


def test_scales_are_those_of_their_authors():
    import matplotlib

    for name, stops, span in (("cividis", CIVIDIS_LIGHT, (0.86, 0.0)),
                              ("cividis", CIVIDIS_DARK, (0.22, 1.0)),
                              ("viridis", VIRIDIS_DARK, (0.22, 1.0))):
        scale = matplotlib.colormaps[name]
        places = np.linspace(*span, 6)
        assert list(stops) == [matplotlib.colors.to_hex(scale(float(x))) for x in places]
