"""The one list of layers keeps the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from layers.base import Request
from layers.registry import BY_ID, LAYERS

SCRIPTS = Path(__file__).parents[3] / "assets" / "js"


def test_ids_are_unique_and_fit_a_link():
    assert len(BY_ID) == len(LAYERS)
    assert all(layer.id.isalpha() and layer.id.islower() for layer in LAYERS)


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_each_says_what_it_shows(layer):
    assert layer.title.text and layer.says.text.endswith(".")
    assert 0 < layer.opacity <= 1
    assert layer.order > 0


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_each_names_a_drawing_that_exists(layer):
    scripts = "".join(path.read_text() for path in SCRIPTS.glob("*.js"))
    assert f"atlas.draw.{layer.draw} =" in scripts


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_queries_are_expressions_not_answers(layer):
    for query in layer.queries(Request()).values():
        assert hasattr(query, "schema")


def test_orders_differ_so_that_what_covers_what_is_certain():
    assert len({layer.order for layer in LAYERS}) == len(LAYERS)
