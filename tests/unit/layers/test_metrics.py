"""What hexagons' colours may say: legend, drawing, table and payload agree for each metric."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pytest

from data.areas import population
from data.areas.population import BY_CELL, CellPersons, Loaded
from data.ground import Ground
from data.selection import Selection
from layers import metric_rate
from layers.base import Found, Request
from layers.hexagons import Hexagons
from layers.marks import tally

LAYER = Hexagons()
ROWS = {
    "kind": ["kidnapping"] * 5, "n": pa.array([1, 2, 3, 7, 4], pa.int32()),
    "start": pa.array([0, 31, 31, 400, 10], pa.int32()),
    "end": pa.array([0, 90, 31, 400, 10], pa.int32()),
    "coarse": pa.array([0] * 5, pa.int32()),
    "deaths": pa.array([0, 1, 6, 2, 50], pa.int64()), "source": ["A", "A", "B", "B", "B"],
    "currency": ["XOF", "XOF", "XOF", "EUR", "XOF"], "basis": ["per head"] * 4 + ["per week"],
    "amount": [2500.5, 1000.0, 300.25, 70.0, 9999.0]}
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])


@dataclass(frozen=True, eq=False)
class Peopled(Ground):
    """A ground in which people are known for one of the hexagons."""

    known: CellPersons | None = None

    def persons_by_cell(self, resolution):
        return self.known if resolution <= 7 else None


@pytest.fixture
def full(found, cells, monkeypatch):
    """The three cells again, with deaths by two sources, two currencies and 50,000 persons."""
    bamako, gao, kidal = cells.tolist()
    ground = Peopled(known=CellPersons(
        np.sort(np.array([gao, kidal])), np.where(np.sort([gao, kidal]) == gao, 50_000.0, 0.0)))
    loaded = (Loaded(BY_CELL, None, "ML", "2020", "Census", "", 2, 50_000),)
    monkeypatch.setattr(population, "vintages", lambda snapshot: loaded)
    cube = pa.table({"cell": pa.array([bamako, gao, gao, kidal, None], pa.int64()), **ROWS})
    return Found({
        **found, "cube": cube,
        "deaths": pa.table({"key": ["B", "A"], "deaths": [58, 1], "incidents": [3, 1]}),
        "money": pa.table({"currency": ["XOF", "XOF", "EUR"],
                           "basis": ["per head", "per week", "per head"],
                           "incidents": [3, 1, 1]})}, ground)


def asked(*options, **more):
    return Request(options=options, **more)


def labels(found, request):
    return {mark.id: mark.label for mark in LAYER.drawing(found, request)}


METRICS = [(), (("metric", "rate"),), (("metric", "deaths"),), (("metric", "amount"),),
           (("metric", "deaths"), ("deaths", "all"))]


@LANGUAGES
@pytest.mark.parametrize("options", METRICS)
@pytest.mark.parametrize("window", [
    Selection(), Selection(date_from=dt.date(1970, 2, 10), date_to=dt.date(1970, 3, 1))])
def test_drawing_and_table_tell_the_same_in_classes_of_the_legend(full, options, window, language):
    request = asked(*options, selection=window, months=1, language=language)
    drawing, legend = LAYER.drawing(full, request), LAYER.legend(full, request)
    assert set(tally(drawing)) <= {entry.key for entry in legend.entries}
    name = dict(options).get("metric")
    if name:
        worth = {row["cell"]: row[name] for row in LAYER.rows(full, request).to_pylist()}
        assert {cell for cell, value in worth.items() if value} == {mark.id for mark in drawing}
        for mark in drawing:
            assert mark.key == legend.class_of(worth[mark.id])


@pytest.mark.parametrize("options", METRICS)
def test_every_window_of_the_length_falls_in_a_class(full, options):
    for months in (1, 3, None):
        request = asked(*options, months=months)
        bounds = LAYER.legend(full, request).bounds()
        assert bounds
        for value in LAYER.counts(full, request).tolist():
            assert any(low <= value <= high for low, high in bounds)


@pytest.mark.parametrize("options", METRICS[2:])
def test_the_browser_adds_the_column_that_the_drawing_adds(full, options):
    sent = LAYER.payload(full, asked(*options))
    placed = sent.columns["cell"] < sent.meta["cells"]
    totals = np.bincount(sent.columns["cell"][placed], sent.columns["measure"][placed],
                         sent.meta["cells"])
    worth = LAYER.rows(full, asked(*options)).column(dict(options)["metric"]).to_pylist()
    assert sorted(value for value in totals.tolist() if value) == sorted(
        value for value in worth if value)


def test_a_rate_is_for_the_people_of_its_own_hexagon(full, cells):
    assert list(labels(full, asked(("metric", "rate"))).values()) == ["10 per 100,000 persons"]
    sent = LAYER.payload(full, asked(("metric", "rate")))
    assert sorted(sent.columns["persons"].tolist()) == [0, 0, 50_000]
    legend = LAYER.legend(full, asked(("metric", "rate")))
    assert metric_rate.UNKNOWN in {entry.key for entry in legend.entries}
    assert any(source.title == "Census" for source in legend.sources)


def test_people_are_known_no_finer_than_they_were_loaded(full):
    assert LAYER.coarser(full, asked(("metric", "rate"), resolution=9)).resolution == 7
    assert LAYER.coarser(full, asked(("metric", "rate"), resolution=7)) is None
    assert LAYER.coarser(full, asked(resolution=9)) is None


@LANGUAGES
def test_without_people_nothing_is_drawn_and_the_file_is_named(found, language):
    bare = Found({**found}, Ground())
    request = asked(("metric", "rate"), language=language)
    assert LAYER.drawing(bare, request) == ()
    assert "app.py population" in LAYER.legend(bare, request).notes[0]


def test_deaths_of_two_sources_are_not_added_unasked(full):
    """B states 6 in Gao and 2 in Kidal, A one in Gao; the 50 are not placed."""
    assert sorted(labels(full, asked(("metric", "deaths"))).values()) == [
        "2 deaths by best estimate", "6 deaths by best estimate"]
    assert sorted(labels(full, asked(("metric", "deaths"), ("deaths", "all"))).values()) == [
        "2 deaths by best estimate", "7 deaths by best estimate"]
    alone, added = (LAYER.legend(full, asked(("metric", "deaths"), *more)).notes[0]
                    for more in ((), (("deaths", "all"),)))
    assert "B alone" in alone and "A (1)" in alone and "not added" in alone
    assert "more than once" in added


def test_money_of_one_currency_for_one_thing_is_added_and_the_rest_is_told(full):
    legend = LAYER.legend(full, asked(("metric", "amount")))
    assert legend.title.endswith("(XOF per head)")
    assert "rates" in legend.notes[1] and "2 amounts" in legend.notes[2]
    assert sorted(labels(full, asked(("metric", "amount"))).values()) == [
        "1,300 XOF per head", "2,501 XOF per head"]


def test_a_small_amount_is_told_as_the_page_tells_it_and_is_not_rounded_to_none(full):
    cube = full["cube"]
    small = cube.set_column(cube.column_names.index("amount"), "amount",
                            pa.array([0.4, 2.5, 0.25, 70.0, 9999.0]))
    assert sorted(labels(replace(full, tables={**full.tables, "cube": small}),
                         asked(("metric", "amount"))).values()) == [
        "0.4 XOF per head", "2.75 XOF per head"]


def test_the_default_payload_does_not_grow(full):
    sent = LAYER.payload(full, Request())
    assert set(sent.columns) == {"cell", "kind", "start", "end", "n", "coarse", "dead",
                                 "dead_source", "dead_start", "dead_end"}
    assert "amount" not in LAYER.queries(Request())["cube"].columns
    assert {"amount", "currency", "basis"} <= set(
        LAYER.queries(asked(("metric", "amount")))["cube"].columns)
