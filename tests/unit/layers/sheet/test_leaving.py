"""What must stay is on no sheet: not as a mark, nor in a number, a chart or a title."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from data import hexes
from data.demo.generator import generate
from data.demo.store import fill
from data.model import SCHEMA, TABLE
from data.packages.aggregates import LEAST
from data.queries.stats import totals
from data.selection import Selection
from data.settings import load
from data.store import Store
from layers.base import Request
from layers.registry import BY_ID, LAYERS
from layers.sheet.boxes import boxes
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import frame
from layers.sheet.gather import gathered
from layers.sheet.press import Press
from layers.sheet.several.series import series

EVERY = tuple(Shown(layer.id) for layer in LAYERS)
MARKED = "Quiet source"
OPEN, CLOSED, SECRET = "cc0-1.0", "acled", "restricted"


def snapshot(folder, change):
    """Return a snapshot of 200 incidents, each as `change` makes of its row and number."""
    made = generate(seed=5, n=200)
    rows = [change(row, i) for i, row in enumerate(made.to_pylist())]
    table = pa.Table.from_pylist([row for row in rows if row], made.schema)
    return fill(Store(folder), table)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """Return a press over open, closed and restricted incidents in turn."""
    def change(row, i):
        return _mixed(row, i) | ({} if i % 3 else {"source": MARKED, "sensitivity": SECRET})

    return Press(snapshot(tmp_path_factory.mktemp("mixed"), change), load({}))


def _mixed(row, i):
    """Make every third incident closed; the first of these are at one place."""
    there = generate(seed=5, n=200).to_pylist()[1] if i % 3 == 1 and i < 40 else {}
    there = {name: there[name] for name in there if name in (
        "cell", "lat", "lon", "where_precision", "admin0", "admin1", "admin1_id", "admin2")}
    return row | there | {"licence": CLOSED if i % 3 == 1 else OPEN}


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    """Return a press over the same incidents, where those that are restricted never were."""
    def change(row, i):
        return _mixed(row, i) if i % 3 else None

    return Press(snapshot(tmp_path_factory.mktemp("without"), change), load({}))


def content_of(press, *layers, **how):
    sheet = Sheet(layers=tuple(Shown(id) for id in layers), **how)
    return gathered(sheet, press, frame(sheet, press, 500, 300))


def of(press, licence, sensitivity="public"):
    every = press.held.fetch(ibis.table(SCHEMA, name=TABLE).select(
        "incident_id", "licence", "sensitivity", "cell", "where_precision", "admin1_id", "admin0",
        "date_start"))
    return every.filter(pc.and_(pc.equal(every["licence"], licence),
                                pc.equal(every["sensitivity"], sensitivity))).to_pylist()


@pytest.mark.parametrize("options", [
    {}, {"chart": "kinds"}, {"coarsen": 4}, {"notes": False}, {"language": "fr"}], ids=str)
def test_a_sheet_is_as_if_restricted_incidents_never_were(mixed, without, options):
    """In no layer, number or chart: all but the line that says how many are withheld."""
    layers = [one.id for one in EVERY if not options or BY_ID[one.id].group == "incidents"]
    found, bare = (content_of(press, *layers, **options)
                   for press in (mixed, without))
    assert found.numbers.restricted == 67 and bare.numbers.restricted == 0
    assert replace(found.numbers, restricted=0) == bare.numbers
    assert (found.chart, found.sources, found.citations, found.title) == (
        bare.chart, bare.sources, bare.citations, bare.title)
    for one, other in zip(found.parts, bare.parts, strict=True):
        assert [(m.id, m.key, m.label, m.value) for m in one.drawing] == [
            (m.id, m.key, m.label, m.value) for m in other.drawing], one.layer.id
        assert (one.legend, one.apart, one.left, one.withheld) == (
            other.legend, other.apart, other.left, other.withheld)


def test_a_restricted_source_is_named_nowhere(mixed):
    said = " ".join(box.said for box in boxes(compose(Sheet(layers=EVERY), mixed)))
    assert MARKED not in said and "withheld: restricted 67" in said


def test_settings_let_restricted_incidents_out(mixed):
    free = Press(mixed.held, load({"ATLAS_EXPORT_SENSITIVITY": "restricted"}))
    content = content_of(free, "incidents")
    assert MARKED in {one.title for one in content.sources}
    assert content.numbers.restricted == 0


def test_no_forbidden_incident_is_a_mark(mixed):
    content = content_of(mixed, "incidents", "interventions", "seizures")
    forbidden = {row["incident_id"] for row in of(mixed, CLOSED)}
    drawn = {mark.id for part in content.parts for mark in part.drawing}
    assert drawn and not drawn & forbidden
    (part,) = [part for part in content.parts if part.layer.id == "incidents"]
    assert part.withheld > 0 and content.numbers.withheld == len(forbidden) == 67


def test_hexagons_count_closed_incidents_only_where_enough_are_together(mixed):
    content = content_of(mixed, "hexagons", coarsen=3)
    own = Counter(_parent(row) for row in of(mixed, OPEN))
    closed = Counter(_parent(row) for row in of(mixed, CLOSED))
    own.pop(None), closed.pop(None)
    expected = own + Counter({cell: n for cell, n in closed.items() if n >= LEAST})
    (part,) = content.parts
    assert dict(zip((mark.id for mark in part.drawing), part.weights, strict=True)) == {
        hexes.text(cell): n for cell, n in expected.items()}
    few = sum(n for n in closed.values() if n < LEAST)
    assert 0 < few == part.left < closed.total()


def test_numbers_of_hexagons_add_up(mixed):
    numbers = content_of(mixed, "hexagons", coarsen=3).numbers
    assert numbers.incidents == len(of(mixed, OPEN)) + len(of(mixed, CLOSED))
    assert numbers.incidents == (
        numbers.shown + numbers.beyond + numbers.apart + numbers.left)
    assert numbers.left > 0


def test_units_count_closed_incidents_only_where_enough_are_together(mixed):
    (part,) = content_of(mixed, "coarse").parts
    own, closed = (Counter(_place(row) for row in of(mixed, licence)) for licence in (OPEN, CLOSED))
    own.pop(None), closed.pop(None)
    expected = own + Counter({place: n for place, n in closed.items() if n >= LEAST})
    assert {mark.id.split("/")[-1]: round(mark.value) for mark in part.drawing} == expected
    assert part.left == sum(n for n in closed.values() if n < LEAST)


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """Return a press over incidents of which four are closed, and alike in all respects."""
    made = generate(seed=5, n=200).to_pylist()
    first = next(row for row in made if row["where_precision"] == 1)

    def change(row, i):
        if i >= LEAST - 1:
            return row | {"licence": OPEN}
        return first | {"licence": CLOSED, "incident_id": f"closed-{i}", "source": MARKED,
                        "citation": MARKED}

    return Press(snapshot(tmp_path_factory.mktemp("few"), change), load({}))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_four_closed_incidents_are_in_no_count_at_all(few, language):
    content = content_of(few, *(one.id for one in EVERY), language=language)
    assert content.numbers.incidents == sum(n for _, n in content.chart) == 196
    assert content.numbers.withheld == 4
    assert MARKED not in {one.title for one in content.sources} | set(content.citations)
    assert MARKED not in {one.title for part in content.parts for one in part.legend.sources}


def test_no_closed_incident_says_on_which_day_records_begin_or_end(tmp_path):
    early, late = dt.date(2011, 3, 17), dt.date(2031, 3, 17)

    def change(row, i):
        away = {10: early, 20: late}.get(i)
        return row | ({"date_start": away, "date_end": away} if away else {}) | {
            "licence": CLOSED if i % 10 == 0 else OPEN}

    press = Press(snapshot(tmp_path, change), load({}))
    reach = dt.date(2011, 3, 1), dt.date(2031, 3, 31)
    assert press.reach(Selection()) == reach
    pages = series(Sheet(), "year", press)
    assert (pages[0].sheets[0].selection.date_from,
            pages[-1].sheets[0].selection.date_to) == reach
    free = press.snapshot.rows(totals(Selection()))[0]
    assert press.reach(Selection.of(from_=str(free["date_min"]), to=str(free["date_max"]))) == (
        free["date_min"], free["date_max"])


def test_differences_count_what_is_in_one_window_and_in_both_apart(tmp_path):
    """Three closed incidents in both windows and three in the later one are six of the later,
    and yet the three cannot be had by subtraction."""
    made = generate(seed=5, n=200).to_pylist()
    first = next(row for row in made if row["where_precision"] == 1)

    def change(row, i):
        if i >= 6:
            return row | {"licence": OPEN, "cell": None, "where_precision": 5}
        start = dt.date(2023, 12, 20) if i < 3 else dt.date(2024, 1, 5)
        return first | {"licence": CLOSED, "incident_id": f"c{i}", "date_start": start,
                        "date_end": dt.date(2024, 1, 5), "date_precision": 1}

    press = Press(snapshot(tmp_path, change), load({}))
    layer = BY_ID["difference"]
    request = Request(selection=Selection(
        date_from=dt.date(2024, 1, 1), date_to=dt.date(2024, 12, 31)), months=12)
    assert layer.drawing(*press.asked(layer, request)) == ()
    (part,) = content_of(press, "hexagons", selection=request.selection, resolution=4).parts
    assert part.weights == (6,)


def test_records_without_a_stated_licence_go_by_the_setting(tmp_path):
    held = snapshot(tmp_path, lambda row, i: row | {"licence": "unstated"})
    for setting, drawn in (("yes", True), ("no", False)):
        content = content_of(Press(held, load({"ATLAS_EXPORT_UNSTATED": setting})), "incidents")
        assert bool(content.parts[0].drawing) == drawn
        assert content.numbers.withheld == (0 if drawn else 200)


def test_the_sheet_says_how_many_stay(mixed):
    sheet = Sheet(layers=(Shown("incidents"), Shown("hexagons")), coarsen=None, resolution=3)
    words = " ".join(box.said for box in boxes(compose(sheet, mixed)))
    assert "the licence of their source forbids passing on single records" in words
    assert "withheld as single records: licence 67" in words
    assert "in no count: fewer than 5 alike" in words


def _parent(row):
    if row["cell"] is None or row["where_precision"] > 2:
        return None
    return int(hexes.parents(np.array([row["cell"]], np.int64), 3)[0])


def _place(row):
    if row["where_precision"] <= 2 or row["where_precision"] > 6:
        return None
    if row["where_precision"] in (3, 4) and row["admin1_id"]:
        return row["admin1_id"]
    return row["admin0"]
