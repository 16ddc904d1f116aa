"""Fields that several columns make, staged beside the records."""

from __future__ import annotations

from dataclasses import replace

import ibis
import pyarrow as pa
import pytest

from data.ingest.derive import derive
from data.ingest.lookups import stripped
from data.ingest.plan import make
from data.ingest.presets.base import Derived
from data.ingest.presets.generic import GENERIC
from data.ingest.records import Header

HEADER = Header(("date", "country", "a", "b"))
ROWS = [("2019", "Mali", " x ", "1"), ("2019", "Mali", "x", ""), ("2019", "Mali", None, "1"),
        ("2019", "Mali", "x", "1")]


@pytest.fixture
def derived(writer):
    """Stage rows and return the derived column `field` of each, in their order."""

    def run(*declared: Derived, field: str = "notes") -> list[str | None]:
        columns = [list(range(1, len(ROWS) + 1)), [4] * len(ROWS), [None] * len(ROWS),
                   [None] * len(ROWS), *map(list, zip(*ROWS, strict=True))]
        staged = pa.Table.from_arrays(
            [pa.array(values, each.type)
             for values, each in zip(columns, HEADER.schema, strict=True)], schema=HEADER.schema)
        raw = ibis.table(ibis.schema(HEADER.schema), name=writer.stage(staged))
        plan = make(replace(GENERIC, derived=declared), HEADER, {}, source=None, fallback="f")
        rows = raw.mutate(**{f"c{i}": stripped(raw, f"c{i}") for i in range(len(HEADER.names))})
        for answers in derive(writer, raw, plan):
            rows = answers.joined(rows)
        return writer.fetch(rows.order_by("record"))[f"d_{field}"].to_pylist()

    return run


def test_values_are_stripped_and_absent_ones_are_none(derived):
    assert derived(Derived("notes", (("a",), ("b",)), lambda a, b: f"{a}/{b}")) == [
        "x/1", "x/None", "None/1", "x/1"]


def test_a_column_that_the_file_lacks_is_none(derived):
    told = Derived("notes", (("a",), ("missing", "absent")), lambda a, m: f"{a}/{m}")
    assert derived(told) == ["x/None", "x/None", "None/None", "x/None"]


def test_what_needs_no_column_is_the_same_for_all(derived):
    assert derived(Derived("notes", (("missing",),), lambda m: f"for all {m}", needs=0)) == [
        "for all None"] * 4


def test_several_fields_of_the_same_columns_stay_apart(derived):
    both = (Derived("notes", (("a",),), lambda a: a), Derived("place", (("a",),), lambda a: "p"))
    assert derived(*both) == ["x", "x", None, "x"]
    assert derived(*both, field="place") == ["p"] * 4


def test_the_first_way_for_which_there_are_columns_counts(derived):
    ways = (Derived("notes", (("missing",),), lambda m: "first"),
            Derived("notes", (("b",),), lambda b: "second"),
            Derived("notes", (("a",),), lambda a: "third"))
    assert derived(*ways) == ["second"] * 4


def test_rows_are_never_multiplied(derived):
    assert len(derived(Derived("notes", (("a",), ("a",)), lambda one, same: one))) == len(ROWS)
