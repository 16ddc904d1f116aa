"""What must stay in a package's counts, layers and README; that it is in no file of any form is
tested in `tests/integration/test_forbidden_exports.py`."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from data.packages.aggregates import LEAST, aggregates
from data.packages.order import Order
from data.queries.exports import Rules
from data.selection import Selection
from layers.packages.save import save
from tests.support import plain
from tests.unit.layers.packages.conftest import EXTRA, marked


def test_no_marked_record_is_behind_a_drawn_layer(opened):
    import pyogrio

    path = opened("gpkg", layers=("incidents", "hexagons", "coarse"))
    shown = pyogrio.read_dataframe(path, layer="incidents_points")
    assert len(shown) == 2  # the open one and the silent one, both exact
    assert pyogrio.read_dataframe(path, layer="hexagons_areas")["incidents"].sum() == 2
    assert pyogrio.read_dataframe(path, layer="coarse_areas")["incidents"].sum() == 1


def test_hexagons_instead_of_points_leave_no_point(opened):
    import pyogrio

    path = opened("gpkg", layers=("incidents", "hexagons"), coarsen=4)
    names = [name for name, _ in pyogrio.list_layers(path)]
    assert names == ["hexagons", "hexagons_areas", "hexagons_without_shape", "aggregates",
                     "layer_styles"]


def test_what_stays_is_named_with_its_reason(package):
    readme = package("csv")["README.md"].decode()
    assert "Closed source, ACLED terms of use" in readme and "forbids passing on" in readme
    assert "Own source, CC BY 4.0: 1; they are restricted or confidential" in readme
    assert "Nobody stated the licence of 1 incident" in readme


def test_records_without_a_stated_licence_stay_where_the_setting_says_so(package):
    contents = package("csv", rules=Rules(unstated=False))
    rows = list(csv.DictReader(io.StringIO(contents["incidents.csv"].decode(), newline="")))
    assert sorted(row["source_record_id"] for row in rows) == ["coarse", "open"]
    told = json.loads(contents["metadata.json"])["atlas"]["incidents"]["withheld"]
    assert {"source": "Silent source", "licence": "unstated", "reason": "unstated",
            "incidents": 1} in told


def test_confidential_records_are_not_even_counted(package):
    contents = package("csv")
    rows = list(csv.DictReader(io.StringIO(contents["aggregates.csv"].decode(), newline="")))
    assert {row["source"] for row in rows} == {"Closed source"}
    assert "Own source" not in contents["aggregates.csv"].decode()


@given(rows=st.lists(st.tuples(
    st.sampled_from(["acled", "cc-by-4.0", "", "no-redistribution", "nonsense"]),
    st.sampled_from([1, 2, 3, 4, 5, 6]), st.sampled_from(["2019-03-07", "2019-04", "2020"]),
    st.sampled_from([(16.27, -0.04), (14.48, -4.18), (12.64, -8.0)]),
    st.sampled_from(["public", "restricted"])), min_size=1, max_size=25))
@hypothesis_settings(max_examples=8,
                     suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_record_is_in_one_place_at_most_and_no_count_is_small(rows, tmp_path_factory,
                                                                   settings):
    from data.ingest.options import Options
    from data.ingest.run import import_files
    from data.store import Store

    folder = tmp_path_factory.mktemp("some")
    records = [{"id": f"r{i}", "licence": licence, "where_precision": where, "date": date,
                "lat": at[0], "lon": at[1], "sensitivity": secret, "notes": f"note {i}"}
               for i, (licence, where, date, at, secret) in enumerate(rows)]
    closed = [r for r in records if r["sensitivity"] == "public"
              and r["licence"] not in ("cc-by-4.0", "")]
    (folder / "f.csv").write_text(plain(*records, extra=EXTRA))
    store = Store(folder / "store")
    import_files(store, [folder / "f.csv"], Options(), settings)
    counts = aggregates(store.require(), Selection())
    assert all(row["incidents"] >= LEAST for row in counts.rows)
    assert (sum(counts.told.values()) + sum(counts.untold.values())) == len(closed)
    target = folder / "x.csv"
    save(store.require(), settings, Order("csv"), target)
    with target.open(encoding="utf-8", newline="") as source:
        left = {row["source_record_id"] for row in csv.DictReader(source)}
    assert left == {r["id"] for r in records if r["sensitivity"] == "public"
                    and r["licence"] in ("cc-by-4.0", "")}


def test_a_count_claims_no_closer_place_and_date_than_is_known(bring, store):
    bring(plain(*(marked(f"{place}-{n}", licence="acled", where_precision=place, date="2019")
                  for place in (1, 4, 6) for n in range(LEAST)), extra=EXTRA))
    rows = {row["level"]: row for row in aggregates(store.require(), Selection()).rows}
    # Dates known to the year are in no month, and so in no hexagon's count.
    assert "hexagon" not in rows
    assert rows["unit"]["admin1"] == "Gao" and rows["unit"]["incidents"] == 2 * LEAST
    assert rows["country"]["admin1"] is None and rows["country"]["incidents"] == LEAST
    assert {row["period"] for row in rows.values()} == {"2019"}
