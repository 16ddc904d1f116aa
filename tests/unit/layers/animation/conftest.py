"""Animations of a small synthetic snapshot."""

from __future__ import annotations

import pytest

from data.selection import Selection
from data.settings import load
from layers.exports.clock import Clock
from layers.exports.export import Export
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from tests.unit.layers.small import small

YEARS = Selection.of(country=["ML"], from_="2019", to="2021")


def film_of(form="gif", clock=None, dpi=40, **sheet):
    described = {"selection": YEARS, "layers": (Shown("hexagons"),), "page": "16:9", **sheet}
    return Export(form, Sheet(**described), clock=clock or Clock("moving", "year", 1, 2), dpi=dpi)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return small(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def press(snapshot):
    return Press(snapshot, load({}))
