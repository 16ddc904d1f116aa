"""What `check` asks of loaded units and people."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from data.areas.health import checks
from data.areas.load_population import Options, load_population
from data.areas.publish import building, stage
from data.areas.schema import POPULATION, POPULATION_TABLE
from tests.unit.data.areas.conftest import square

GOOD = {"by": "unit", "unit_id": "ML-2-aaa", "level": 2, "iso2": "ML", "cell": None,
        "persons": 1.0, "vintage": "", "source": "s", "licence": "unstated", "import_id": "i"}


def broken(store):
    return {name: bad for name, _, bad in checks(store.current()) if bad}


def put(store, *rows):
    with building(store, dry_run=False) as build:
        fresh = stage(build.writer, POPULATION_TABLE,
                      pa.Table.from_pylist([{**GOOD, **row} for row in rows],
                                           POPULATION.to_pyarrow()))
        build.writer.publish({POPULATION_TABLE: fresh}, about={})


def test_what_was_loaded_is_sound(load, store, tmp_path):
    load([("Aaa", square(-3, 17))])
    (tmp_path / "x.csv").write_text("unit,persons\nAaa,5\n")
    load_population(store, tmp_path / "x.csv", Options())
    found = list(checks(store.current()))
    assert len(found) == 7 and not any(bad for *_, bad in found)


def test_a_store_without_areas_promises_nothing(bring, store):
    bring("date,kind,lat,lon\n2019-03-07,zakat,16,0\n")
    assert list(checks(store.current())) == []


@pytest.mark.parametrize(("row", "name"), [
    ({"persons": -1.0}, "persons"), ({"persons": None}, "persons"),
    ({"unit_id": "ML-2-gone"}, "counted_units"),
    ({"by": "cell", "cell": 0x85754E67FFFFFFF, "unit_id": None}, "counted_cells"),
])
def test_a_broken_promise_is_counted(load, store, row, name):
    load([("Aaa", square(-3, 17))])
    put(store, row)
    assert broken(store) == {name: 1}


def test_a_unit_counted_twice_is_told(load, store):
    load([("Aaa", square(-3, 17))])
    put(store, {}, {"vintage": "2020"})
    assert broken(store) == {"counted_once": 1}


def test_a_unit_without_its_parent_is_told(load, store):
    load([("Aaa", square(-3, 17)), ("Bbb", square(-2, 17))])
    with building(store, dry_run=False) as build:
        before = build.writer.previous("boundaries")
        build.writer.publish({"boundaries": before.mutate(
            parent_id=ibis.ifelse(before.name == "Aaa", "ML-0", before.parent_id))}, about={})
    assert broken(store) == {"parents": 1}
