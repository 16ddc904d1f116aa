"""Interventions: where each is drawn, when it is there, and what its legend and table say."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest

from data.ground import Ground
from data.i18n import LANGUAGES
from data.selection import Selection
from layers.base import Found, Request
from layers.interventions import LETTERS, Interventions
from layers.marks import Area, Symbol
from tests.unit.layers.drawings import agreed

LAYER = Interventions()
REPORTS = {
    "points": pa.table({
        "incident_id": ["a", "b"], "lon": [0.0, 1.0], "lat": [16.0, 17.0],
        "kind": ["intervention.operation", "intervention.deployment"],
        "where_precision": [1, 2], "start": [18_000, 18_100], "end": [18_003, 18_100],
        "deaths": [0, 0]}),
    "totals": pa.table({"incidents": [2], "synthetic": [2]}),
    "sources": pa.table({"key": ["Made up"], "incidents": [2]}),
}


@pytest.fixture(scope="module")
def found():
    return Found(REPORTS, Ground())


def drawn(found, **selection):
    return LAYER.drawing(found, Request(selection=Selection.of(**selection)))


def ids(drawing):
    return {mark.id for mark in drawing}


def of(drawing, id):
    return [mark for mark in drawing if mark.id.startswith(f"interventions/{id}/")]


def test_the_operation_is_a_sparse_hatch_of_each_of_its_four_countries(found):
    marks = of(drawn(found), "kafo-ii")
    assert len(marks) == 4 and all(isinstance(mark, Area) for mark in marks)
    style = LAYER.legend(found, Request()).style(marks[0].key)
    assert style.form == "hatch" and style.sparse


def test_what_is_no_operation_is_never_spread_over_a_country(found):
    areas = [mark for mark in drawn(found) if isinstance(mark, Area)]
    assert {mark.id.split("/")[1] for mark in areas} == {"kafo-ii"}


def test_the_operation_comes_and_goes_with_the_clock(found):
    during = drawn(found, from_="2020-12-01", to="2020-12-31")
    after = drawn(found, from_="2021-01-01", to="2021-12-31")
    assert of(during, "kafo-ii") and not of(after, "kafo-ii")
    assert of(after, "gao-niamey-deployment"), "undated ones are always there"


def test_undated_ones_say_so(found):
    marks = [mark for mark in drawn(found) if mark.days is None]
    assert marks and all(mark.label.endswith("undated") for mark in marks)
    assert any("ndated" in note for note in LAYER.legend(found, Request()).notes)


def test_a_point_that_stands_for_more_is_hollow(found):
    legend = LAYER.legend(found, Request())
    (road,) = of(drawn(found), "gao-niamey-deployment")
    (workshop,) = of(drawn(found), "bamako-workshop")
    assert legend.style(road.key).hollow and not legend.style(workshop.key).hollow


def test_kinds_are_told_apart_by_their_letters():
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_those_at_one_place_stand_apart(found):
    symbols = [mark for mark in drawn(found) if isinstance(mark, Symbol)]
    spots = {(mark.lon, mark.lat, mark.dx, mark.dy) for mark in symbols}
    assert len(spots) == len(symbols)


def test_incidents_of_intervention_are_drawn_with_their_days_and_marked(found):
    marks = {mark.id: mark for mark in drawn(found)}
    assert marks["a"].days == (dt.date(2019, 4, 14), dt.date(2019, 4, 17))
    legend = LAYER.legend(found, Request())
    assert legend.synthetic and "Made up" in [source.title for source in legend.sources]
    assert legend.style(marks["b"].key).hollow, "known within 25 km"


def test_only_incidents_of_intervention_are_asked_for():
    def asked(**selection):
        return LAYER.queries(Request(selection=Selection.of(**selection)))

    assert set(asked()) == {"points", "totals", "sources"}
    assert asked(kind=["kidnapping"]) == {}
    assert asked(kind=["kidnapping", "intervention.operation"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawing_legend_and_table_agree(found, language):
    _, rows = agreed(LAYER, found, Request(language=language))
    assert set(LAYER.columns()) <= set(rows.column_names)


def test_filters_choose(found):
    assert {m.id.split("/")[1] for m in drawn(found, country=["KZ"]) if "/" in m.id} == {
        "almaty-seminar", "almaty-topics", "almaty-victims", "caricc-platform"}
    nowhere = Found({}, found.ground)
    assert LAYER.drawing(nowhere, Request(selection=Selection.of(actor="nobody at all"))) == ()
    assert LAYER.rows(nowhere, Request(selection=Selection.of(actor="nobody"))).num_rows == 0


def test_those_without_a_place_are_named(found):
    assert any("UNICRI" in note for note in LAYER.legend(found, Request()).notes)
