"""Seizures: sizes in one unit at a time, places as they are known, operations only told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from data import hexes
from data.evidence.base import committed
from data.ground import Ground
from data.selection import Selection
from layers.base import Found, Request
from layers.marks import tally
from layers.seizures import VAGUE, Seizures
from layers.sizes import LARGEST_RADIUS, per_root, sizes
from tests.unit.layers.drawings import symbols
from tests.unit.layers.invented import Told

LAYER = Seizures()
OPERATION = Selection(date_from=dt.date(2020, 12, 1), date_to=dt.date(2020, 12, 31))
BEFORE = Selection(date_from=dt.date(2019, 1, 1), date_to=dt.date(2019, 1, 31))
JANUARY = (dt.date(2019, 1, 5) - dt.date(1970, 1, 1)).days


class Stated(Ground):
    """A ground whose snapshot states these units."""

    @property
    def units_seized(self):
        return ["kg", "litres", "bags", "pieces"]


@pytest.fixture(scope="module")
def ground():
    return Stated()


@pytest.fixture
def found(ground):
    """Drugs in two units and none at Gao, firearms at Gao, fuel known to Kidal, one nowhere."""
    gao = int(hexes.index(np.array([16.27]), np.array([-0.04]), np.array([1], np.int8))[0])
    gao = int(hexes.parents(np.array([gao]), 6)[0])
    kidal = ground.units(1).find("Kidal", "ML")[0]
    rows = [
        (gao, None, None, "seizure.drugs", "cannabis", "kg", JANUARY, 3, 120.5),
        (gao, None, None, "seizure.drugs", "cannabis", "kg", JANUARY + 100, 1, 40.0),
        (gao, None, None, "seizure.drugs", "khat", "bags", JANUARY, 2, 9.0),
        (gao, None, None, "seizure.drugs", "khat", "", JANUARY, 1, 0.0),
        (gao, None, None, "seizure.firearms", "firearms", "pieces", JANUARY, 1, 4.0),
        (None, kidal, None, "seizure.fuel", "petrol", "litres", JANUARY, 2, 900.0),
        (None, None, None, "seizure.fuel", "petrol", "litres", JANUARY, 1, 50.0)]
    names = ("cell", "unit", "country", "kind", "commodity", "measure", "start", "n", "quantity")
    columns = dict(zip(names, zip(*rows, strict=True), strict=True))
    table = pa.table({
        **{name: list(values) for name, values in columns.items()},
        "cell": pa.array(columns["cell"], pa.int64()), "end": list(columns["start"])})
    return Found({"seizures": table, "totals": pa.table({"synthetic": [1]}),
                  "sources": pa.table({"key": ["A"], "incidents": [11]})}, ground)


def asked(**more):
    return Request(**more)


def labels(found, request):
    return sorted(mark.label for mark in LAYER.drawing(found, request))


OPTIONS = [(), (("of", "drugs"),), (("of", "drugs"), ("unit", "bags")), (("of", "fuel"),),
           (("of", "medicines"),)]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("selection", [Selection(), BEFORE, OPERATION])
def test_legend_drawing_and_table_agree(found, options, selection, language):
    request = Request(options=options, selection=selection, language=language, months=1)
    drawing, legend = LAYER.drawing(found, request), LAYER.legend(found, request)
    assert set(tally(drawing)) <= {entry.key for entry in legend.entries if entry.key}
    rows = LAYER.rows(found, request)
    assert rows.column("mark").drop_null().to_pylist() == [mark.id for mark in drawing]
    assert set(rows.column_names) == {"id", "mark", *LAYER.columns()}


def test_seizures_of_all_kinds_are_counted_by_place(found):
    assert labels(found, asked()) == [
        "Seizure of drugs: 7", "Seizure of firearms: 1", "Seizure of fuel: 2"]
    assert labels(found, asked(selection=BEFORE)) == [
        "Seizure of drugs: 6", "Seizure of firearms: 1", "Seizure of fuel: 2"]


def test_quantities_are_in_one_unit_and_the_others_are_told(found):
    drugs = asked(options=(("of", "drugs"),))
    assert labels(found, drugs) == ["cannabis: 161 kg"]
    notes = LAYER.legend(found, drugs).notes
    assert "2 seizures stated in another unit (bags) are not added." in notes
    assert "1 seizure without a quantity or a unit is not drawn." in notes
    assert labels(found, asked(options=(("of", "drugs"), ("unit", "bags")))) == ["khat: 9 bags"]
    assert labels(found, asked(options=(("of", "fuel"), ("unit", "bags")))) == [
        "petrol: 900 litres"], "no fuel is stated in bags"


def test_a_place_known_to_its_unit_is_hollow_and_says_so(found):
    (fuel,) = (m for m in symbols(LAYER.drawing(found, asked())) if "fuel" in m.label)
    assert fuel.key == VAGUE and fuel.letter == "F"
    assert "Known to Kidal and no closer" in fuel.says
    assert LAYER.legend(found, asked()).style(VAGUE).hollow
    assert "1 seizure without a place on the map is not drawn." in LAYER.legend(
        found, asked()).notes


def test_a_place_known_to_25_km_is_hollow_too(found):
    near = int(hexes.index(np.array([16.27]), np.array([-0.04]), np.array([2], np.int8))[0])
    rows = found["seizures"].slice(0, 1)
    rows = rows.set_column(rows.column_names.index("cell"), "cell", pa.array([near], pa.int64()))
    (drugs,) = LAYER.drawing(Found({**found, "seizures": rows}, found.ground), asked())
    assert drugs.key == VAGUE and "25 km" in drugs.says


def test_areas_compare_as_quantities_do_and_the_largest_is_as_large_as_any(found):
    request = asked(months=1)
    drawn = {mark.label: mark for mark in symbols(LAYER.drawing(found, request))}
    six, two = drawn["Seizure of drugs: 7"], drawn["Seizure of fuel: 2"]
    assert six.radius and two.radius
    assert six.radius**2 / two.radius**2 == pytest.approx(7 / 2)
    in_window = symbols(LAYER.drawing(found, asked(months=1, selection=BEFORE)))
    assert max(mark.radius or 0 for mark in in_window) == pytest.approx(LARGEST_RADIUS)


def test_an_operation_over_four_countries_is_told_with_its_dates_and_not_placed(found):
    def notes(**more):
        return " ".join(LAYER.legend(found, asked(**more)).notes)

    whole = notes(selection=OPERATION)
    for said in ("50 firearms", "Burkina Faso, Côte d’Ivoire, Mali", "30 Nov 2020 – 6 Dec 2020",
                 "more than 6,000 rounds", "nearly 1,500 kg",
                 "some 60,000 litres", "more than 2,000 boxes", "no number is stated"):
        assert said in whole
    assert "KAFO" not in notes(selection=BEFORE) and "30 Nov 2020" not in notes(selection=BEFORE)
    assert "60,000" in notes(options=(("of", "fuel"),))
    assert "6,000 rounds" not in notes(options=(("of", "fuel"),))
    ids = LAYER.rows(found, asked(selection=OPERATION)).column("id").to_pylist()
    assert "outcomes/kafo-firearms" in ids
    assert not LAYER.drawing(found, asked(selection=OPERATION))


def test_sizes_are_round_and_explained_as_they_are_drawn():
    values = np.array([1.0, 37.0, 240.0])
    scale = per_root(values)
    shown = sizes(values, scale, "kg", ("#000000", "#ffffff"), "en")
    assert [entry.label for entry in shown] == ["5 kg", "50 kg", "200 kg"]
    assert [entry.style.radius for entry in shown] == pytest.approx(
        [scale * 5**0.5, scale * 50**0.5, scale * 200**0.5])
    assert sizes(np.zeros(0), 0.0, "kg", ("#000000", "#ffffff"), "en") == ()


def test_nothing_selected_draws_nothing(found):
    empty = Found({**found, "seizures": found["seizures"].slice(0, 0)}, found.ground)
    request = asked(selection=BEFORE)
    assert LAYER.drawing(empty, request) == ()
    assert LAYER.rows(empty, request).num_rows == 0
    assert LAYER.legend(empty, request).entries == ()


def own(**changes):
    """An invented outcome that names its goods and no kind."""
    said = {"id": "own", "kinds": (), "commodity": "cannabis", "synthetic": True, **changes}
    return replace(committed().find("outcomes", "kafo-cannabis-khat"), **said)


@pytest.mark.parametrize(("of", "told"), [("all", True), ("drugs", True), ("fuel", False)])
def test_an_outcome_without_a_kind_is_of_the_kind_of_its_goods(found, of, told):
    ground = Told(outcomes=(own(),))
    ground.__dict__["units_seized"] = ["kg"]
    legend = LAYER.legend(Found(found.tables, ground), Request(options=(("of", of),)))
    assert any("operation" in note for note in legend.notes) == told


def test_an_operation_at_one_place_is_not_said_to_be_on_no_one_spot(found):
    ground = Told(outcomes=(own(where=own().where[:1]),))
    notes = LAYER.legend(Found(found.tables, ground), Request()).notes
    assert any("told, not drawn" in note for note in notes)
    assert not any("no one spot" in note for note in notes)


def test_where_nothing_is_drawn_the_legend_leads_with_that(found):
    none = {**found.tables, "seizures": found["seizures"].slice(0, 0)}
    legend = LAYER.legend(Found(none, found.ground), Request())
    assert legend.leads
    assert legend.notes[0].startswith("No recorded seizure can be drawn here")
    assert not LAYER.legend(found, Request()).leads
