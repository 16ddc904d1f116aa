"""Hexagons: placed and counted apart make the total, and agree with h3-py."""

from __future__ import annotations

from collections import Counter

import h3
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.hexes import RESOLUTIONS, number, text
from data.queries.filters import selected
from data.queries.hexes import hexes, inside, profile
from data.queries.stats import totals
from data.selection import Selection

FINEST = {1: 9, 2: 4}
CHOSEN = st.builds(
    Selection,
    countries=st.sampled_from([(), ("ML",), ("NE",)]),
    kinds=st.sampled_from([(), ("cattle_theft",), ("kidnapping", "taxation.zakat")]),
    max_where_precision=st.sampled_from([None, 1, 2, 5]),
    bbox=st.sampled_from([None, (-5.0, 12.0, 2.0, 18.0)]),
)


def counted(rows: list[dict], resolution: int) -> Counter:
    """Count with h3-py alone, from points and precisions."""
    found: Counter = Counter()
    for row in rows:
        finest = FINEST.get(row["where_precision"], -1)
        own = None
        if finest >= resolution and row["lat"] is not None:
            own = h3.cell_to_parent(h3.latlng_to_cell(row["lat"], row["lon"], finest), resolution)
        found[own] += 1
    return found


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=CHOSEN)
def test_cells_equal_an_independent_count_at_every_resolution(snapshot, chosen):
    rows = snapshot.rows(selected(chosen).select("lat", "lon", "where_precision"))
    total = snapshot.rows(totals(chosen))[0]
    for resolution in RESOLUTIONS:
        found = snapshot.rows(hexes(chosen, resolution))
        own = {r["cell"] and text(r["cell"]): r["incidents"] for r in found}
        assert own == counted(rows, resolution)
        assert sum(own.values()) == total["incidents"]
        assert sum(r["fatalities_best"] for r in found) == total["fatalities_best"]


def test_nothing_is_placed_finer_than_it_is_known(bring, store):
    bring("date,lat,lon,where_precision,country\n"
          + "".join(f"2019-01-01,16.27,-0.04,{p},Mali\n" for p in range(1, 8))
          + "2019-01-01,,,1,Mali\n2019-01-01,0,0,1,\n2019-01-01,16.27,-0.04,,Mali\n")
    snapshot = store.require()
    placed = {r: sum(x["incidents"] for x in snapshot.rows(hexes(Selection(), r)) if x["cell"])
              for r in RESOLUTIONS}
    # Of ten: two exact ones (one at 0, 0), and two to 25 km, of which one does not say so.
    assert placed == {3: 4, 4: 4, 5: 2, 6: 2, 7: 2, 8: 2, 9: 2}


def test_a_cell_holds_the_incidents_it_counts(snapshot):
    (top,) = snapshot.rows(hexes(Selection(), 4).filter(lambda r: r.cell.notnull())
                           .order_by(lambda r: r.incidents.desc()).limit(1))
    assert snapshot.fetch(inside(Selection(), top["cell"], 4)).num_rows == top["incidents"]
    kinds = snapshot.rows(profile(Selection(), top["cell"], 4))
    assert sum(k["incidents"] for k in kinds) == top["incidents"]
    assert sum(k["fatalities_best"] for k in kinds) == top["fatalities_best"]


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_every_cell_is_of_the_resolution_asked(snapshot, resolution):
    cells = [r["cell"] for r in snapshot.rows(hexes(Selection(), resolution)) if r["cell"]]
    assert {h3.get_resolution(text(c)) for c in cells} == {resolution}
    assert all(number(text(c)) == c for c in cells[:50])
