"""What may leave in counts only shows in no difference between two frames."""

from __future__ import annotations

import pytest

from data.settings import load
from layers.animation.film import filmed
from layers.exports.clock import Clock
from layers.sheet.gather import gathered
from layers.sheet.press import Press
from tests.support import plain
from tests.unit.layers.animation.conftest import film_of


@pytest.fixture
def mixed(bring, store):
    """Two open incidents, and twelve that leave in counts only, six in each of two years."""
    bring(plain(*({"id": f"open-{n}", "licence": "cc0-1.0", "date": f"{2019 + n}-05-01"}
                  for n in range(2)), extra=["id", "licence"]), source="Open")
    bring(plain(*({"id": f"closed-{n}", "licence": "acled",
                   "date": f"{2019 + n % 2}-03-{n + 1:02}"} for n in range(12)),
                extra=["id", "licence"]), source="Closed")
    return Press(store.require(), load({}))


COUNTED = {Clock("moving", "year"): [7, 7, 0], Clock("growing", "year"): [1, 2, 2],
           Clock("moving", "year", 2): [2, 1]}


def test_counts_of_closed_records_are_in_frames_that_share_no_day(mixed):
    for clock, counted in COUNTED.items():
        film = filmed(film_of(clock=clock), mixed, 300)
        told = [gathered(film.plan.at(window), film.press, film.scene.shown).numbers.incidents
                for window in film.plan.windows]
        assert told == counted, clock
