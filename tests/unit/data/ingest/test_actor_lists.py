"""Actors as files that hold lists give them."""

from __future__ import annotations

import json

import pytest

from data.ingest.actors import parse_actors


def test_a_list_of_objects_is_read_as_it_is():
    given = [{"name": "A; b", "role": "victim"}, {"name": "C", "role": "unheard of"},
             {"name": "D", "role": None}]
    assert parse_actors(json.dumps(given)) == [
        {"name": "A; b", "role": "victim"}, {"name": "C", "role": "party"},
        {"name": "D", "role": "party"}]


@pytest.mark.parametrize("text", ["[{", '[{"name": 3}]', '[{"name": "A"}, 1]', "[{" * 100_000])
def test_what_only_looks_like_one_is_a_name(text):
    assert parse_actors(text) == [{"name": text, "role": "party"}]
