"""The labelled sentences: what they hold, and that their halves follow from their ids."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from itertools import groupby
from pathlib import Path

from data.taxonomy import BY_ID

FILE = Path(__file__).parents[3] / "fixtures" / "classification" / "sentences.csv"


def sentences() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def test_there_are_over_two_hundred_in_each_language():
    counted = Counter(row["language"] for row in sentences())
    assert counted == {"en": 222, "fr": 219}
    assert len({row["text"] for row in sentences()}) == sum(counted.values())


def test_every_kind_of_the_taxonomy_has_some_in_both_halves():
    counted = Counter((row["kind"], row["split"]) for row in sentences())
    assert {kind for kind, _ in counted} == set(BY_ID)
    assert min(counted[kind, half] for kind in BY_ID for half in ("tune", "held_out")) >= 3


def test_halves_alternate_by_the_hash_of_the_id():
    def order(row: dict[str, str]) -> tuple[str, str]:
        return row["kind"], hashlib.sha256(row["id"].encode()).hexdigest()

    rows = sorted(sentences(), key=order)
    for _, group in groupby(rows, key=lambda row: row["kind"]):
        for i, row in enumerate(group):
            assert row["split"] == ("tune", "held_out")[i % 2], row["id"]
