"""Answers that a snapshot would give, made by hand."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from data import hexes
from layers.base import Found

PLACES = [(12.65, -8.0), (16.27, -0.04), (18.44, 1.41)]


@pytest.fixture
def cells():
    lat, lon = (np.array(part) for part in zip(*PLACES, strict=True))
    return hexes.index(lat, lon, np.full(len(PLACES), 2, np.int8))


@pytest.fixture
def found(cells):
    """Three cells; five rows of the cube, one counted apart."""
    bamako, gao, kidal = cells.tolist()
    return Found({
        "cube": pa.table({
            "cell": pa.array([bamako, gao, gao, kidal, None], pa.int64()),
            "kind": ["kidnapping", "kidnapping", "cattle_theft", "cattle_theft", "kidnapping"],
            "start": pa.array([0, 31, 31, 400, 10], pa.int32()),
            "end": pa.array([0, 90, 31, 400, 10], pa.int32()),
            "n": pa.array([1, 2, 3, 7, 4], pa.int32()),
            "coarse": pa.array([0, 2, 0, 0, 1], pa.int32()),
            "deaths": pa.array([0, 1, 0, 2, 0], pa.int64()),
        }),
        "cells": pa.table({"cell": pa.array([kidal, None, bamako, gao], pa.int64())}),
        "hexes": pa.table({
            "cell": pa.array([bamako, gao, kidal, None], pa.int64()),
            "incidents": [1, 5, 7, 4], "fatalities_best": [0, 1, 2, 0]}),
        "totals": pa.table({"incidents": [17], "synthetic": [17], "deaths_known": [17]}),
        "dead": pa.table({
            "source": ["A", "B"], "start": pa.array([31, 400], pa.int32()),
            "end": pa.array([90, 400], pa.int32()), "deaths": pa.array([1, 2], pa.int64())}),
        "sources": pa.table({"key": ["A", "B"], "incidents": [9, 8]}),
    })
