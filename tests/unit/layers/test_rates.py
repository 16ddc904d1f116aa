"""What a load pays is told with the years that its levies are of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.analysis.ledger import cost_per_load
from data.evidence.base import committed
from data.evidence.columns import NOT_STATED
from layers import rates

ROAD = committed().corridors[0]
PLAIN = replace(committed().levies[0], corridor=ROAD.id, basis="load", currency="USD",
                rate_low=2.0, rate_best=None, rate_high=3.0)


@pytest.mark.parametrize(("dates", "said"), [
    (("2021", "2021"), "4 – 6 USD (2021)"),
    (("2020-05-04", "2022"), "4 – 6 USD (2020–2022)"),
    (("2020", NOT_STATED), "4 – 6 USD (2020, some undated)"),
    ((NOT_STATED, NOT_STATED), "4 – 6 USD (undated)"),
])
def test_a_sum_names_the_years_of_its_levies(dates, said):
    levies = [replace(PLAIN, id=f"l{i}", date=date) for i, date in enumerate(dates)]
    (total,) = cost_per_load(ROAD, levies).sums
    assert rates.added(total, "en") == said
