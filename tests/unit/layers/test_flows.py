"""Flows: arcs between known pairs, compared within one unit, and what is missing is said."""

from __future__ import annotations

import numpy as np
import pytest

from data.evidence.base import committed
from data.evidence.columns import NOT_STATED, columns_of
from data.evidence.model import Flow
from data.ground import Ground
from data.i18n import LANGUAGES
from data.selection import Selection
from layers.base import Found, Request
from layers.flows import HEADER, WIDTHS, Flows
from tests.unit.layers.drawings import agreed, lines
from tests.unit.layers.invented import Told

LAYER = Flows()
EVIDENCE = committed()


def flow(id, *places, quantity=None, unit="kg", commodity="gold", date="not stated"):
    return Flow(
        id=id, document="made", section=NOT_STATED, says_en=f"Made up {id}", says_fr=NOT_STATED,
        kinds=(), places=places, date=date, date_precision=NOT_STATED, qualifier=NOT_STATED,
        evidence="reported", confidence=NOT_STATED, added="", synthetic=True, commodity=commodity,
        quantity=quantity, unit=unit, origin=next(iter(EVIDENCE.documents.values())),
        where=tuple(EVIDENCE.places[place] for place in places))


FLOWS = (
    flow("a", "kidal-region", "bamako", quantity=30.0, date="2019"),
    flow("b", "gao-region", "bamako", quantity=12.0),
    flow("c", "gao-region", "bamako", quantity=2.0),
    flow("d", "niger", "mali", quantity=0.5, unit="tonnes", commodity="fuel"),
    flow("e", "bamako", "kayes", commodity="firearms", unit=NOT_STATED),
    flow("f", "sahel", "bamako", quantity=9.0),
)


@pytest.fixture
def found():
    return Found({}, Told(flows=FLOWS))


def drawn(found, **selection):
    request = Request(selection=Selection.of(**selection))
    return {mark.id.removeprefix("flows/"): mark for mark in lines(LAYER.drawing(found, request))}


def style(found, id):
    return LAYER.legend(found, Request()).style(drawn(found)[id].key)


def test_an_arc_runs_from_the_first_place_to_the_last(found):
    mark = drawn(found)["a"]
    kidal, bamako = EVIDENCE.places["kidal-region"], EVIDENCE.places["bamako"]
    assert mark.curved
    assert np.allclose(mark.points, [(kidal.lon, kidal.lat), (bamako.lon, bamako.lat)])
    assert style(found, "a").arrow


def test_widths_are_thirds_of_the_largest_in_the_same_unit(found):
    assert [style(found, id).width for id in "cba"] == list(WIDTHS)
    assert style(found, "d").width == WIDTHS[-1], "the only one in tonnes is its own largest"


def test_what_is_not_stated_is_not_drawn_wide(found):
    assert style(found, "e").width == WIDTHS[0]
    assert any("amount not stated" in entry.label
               for entry in LAYER.legend(found, Request()).entries)


def test_a_flow_without_a_position_is_counted_and_not_drawn(found):
    assert "f" not in drawn(found)
    assert any(note.startswith("1 flow lacks") for note in LAYER.legend(found, Request()).notes)


def test_dated_ones_follow_the_clock(found):
    assert "a" in drawn(found, from_="2019-06-01", to="2019-06-30")
    later = drawn(found, from_="2021-01-01", to="2021-12-31")
    assert "a" not in later and "b" in later


def test_a_filter_by_place_chooses(found):
    assert set(drawn(found, country=["NE"])) == {"d"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawing_legend_and_table_agree(found, language):
    request = Request(language=language)
    legend, rows = agreed(LAYER, found, request)
    marks = [mark.id for mark in LAYER.drawing(found, request)]
    assert rows.column("mark").drop_null().to_pylist() == marks
    assert rows.num_rows > len(marks), "what has no two places on the map has a row all the same"
    assert legend.synthetic and legend.sources


def test_without_any_it_says_what_it_waits_for():
    ground = Ground()
    said = LAYER.waits(ground).render("en")
    assert "app.py evidence FILE --table flows" in said and HEADER in said
    assert set(HEADER.split(",")) <= {column.name for column in columns_of(Flow)}
    legend = LAYER.legend(Found({}, ground), Request())
    assert not legend.entries and "Chains" in legend.notes[0] and legend.leads
    assert LAYER.drawing(Found({}, ground), Request()) == ()
    assert LAYER.rows(Found({}, ground), Request()).num_rows == 0


def test_with_some_it_waits_no_more(found):
    assert LAYER.waits(found.ground) is None


def test_a_filter_that_leaves_none_does_not_say_that_none_is_known(found):
    legend = LAYER.legend(found, Request(selection=Selection.of(country=["SN"])))
    assert not legend.entries and not legend.notes and not legend.leads
