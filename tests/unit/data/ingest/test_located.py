"""Each distinct place is looked up once, and every record has what was found of its own."""

from __future__ import annotations

from data.ingest.locate import Locator
from tests.support import held, plain


def asked(monkeypatch):
    """Count the places that are looked up."""
    counts: list[int] = []
    locate = Locator.locate

    def counted(self, points):
        counts.append(len(points.lat))
        return locate(self, points)

    monkeypatch.setattr(Locator, "locate", counted)
    return counts


def test_a_place_that_repeats_is_looked_up_once(bring, store, monkeypatch):
    counts = asked(monkeypatch)
    bring(plain(*({"notes": str(i), "date": f"2019-03-{i + 1:02d}"} for i in range(9)),
                {"lat": 16.0}))
    assert sum(counts) == 2
    assert len({row["admin1"] for row in held(store)}) <= 2
    assert len({row["cell"] for row in held(store)}) == 2


def test_what_is_said_of_a_place_is_part_of_the_question(bring, store):
    bring(plain({"notes": "right"}, {"notes": "wrong", "country": "Niger"}))
    flags = {row["notes"]: [flag["reason"] for flag in row["flags"]] for row in held(store)}
    assert "country_conflict" in flags["wrong"] and "country_conflict" not in flags["right"]


def test_the_day_counts_where_a_state_has_split_since(bring, store):
    juba = {"lat": 4.85, "lon": 31.6, "country": "Sudan"}
    bring(plain({**juba, "notes": "before", "date": "2011-07-08"},
                {**juba, "notes": "after", "date": "2011-07-09"}))
    flags = {row["notes"]: [flag["reason"] for flag in row["flags"]] for row in held(store)}
    assert "country_conflict" in flags["after"] and "country_conflict" not in flags["before"]
