"""Hexagons instead of single incidents, and no free text on a sheet."""

from __future__ import annotations

import io

import pytest

from data import hexes
from data.errors import UsageError
from layers.registry import LAYERS
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import frame
from layers.sheet.gather import gathered
from layers.sheet.press import Press
from layers.sheet.save import save

NOTE = "zzqx note of a record"


def content_of(press, *layers, **how):
    sheet = Sheet(layers=tuple(map(Shown, layers)), **how)
    return gathered(sheet, press, frame(sheet, press, 500, 300))


@pytest.mark.parametrize("resolution", [3, 5])
def test_hexagons_of_the_resolution_stand_for_incidents(press, resolution):
    content = content_of(press, "incidents", coarsen=resolution, resolution=7)
    (part,) = content.parts
    assert part.layer.id == "hexagons" and part.drawing
    assert {int(mark.id[1], 16) for mark in part.drawing} == {resolution}
    assert all(len(mark.id) == len(hexes.text(0x8 << 56)) for mark in part.drawing)
    assert f"res={resolution}" in content.link and "incidents" not in content.link.split("&")[0]


def test_hexagons_that_are_drawn_anyway_are_drawn_once(press):
    content = content_of(press, "incidents", "hexagons", "sites", coarsen=4)
    assert [part.layer.id for part in content.parts] == ["hexagons", "sites"]


def test_layers_of_incidents_among_others_keep_the_others(press):
    ids = set(press.snapshot.fetch(_ids()).column("incident_id").to_pylist())
    alone, beside = (content_of(press, "interventions", "seizures", coarsen=coarsen).parts
                     for coarsen in (None, 4))
    assert any(mark.id in ids for part in alone for mark in part.drawing)
    assert not any(mark.id in ids for part in beside for mark in part.drawing)
    (interventions,) = [part for part in beside if part.layer.id == "interventions"]
    assert interventions.drawing
    (seizures,) = [part for part in beside if part.layer.id == "seizures"]
    assert all("incident" not in mark.id for mark in seizures.drawing)


@pytest.mark.parametrize("resolution", [2, 10, -1])
def test_a_resolution_there_is_not_is_refused(resolution):
    with pytest.raises(UsageError):
        Sheet(coarsen=resolution)


@pytest.mark.parametrize("notes", [True, False])
def test_no_note_of_a_record_is_on_a_sheet(noted, notes):
    written = io.BytesIO()
    sheet = Sheet(layers=tuple(Shown(layer.id) for layer in LAYERS), notes=notes)
    save(compose(sheet, noted), written, "svg")
    assert NOTE.encode() not in written.getvalue()


@pytest.fixture(scope="module")
def noted(tmp_path_factory):
    import pyarrow as pa

    from data.demo.generator import generate
    from data.demo.store import fill
    from data.settings import load
    from data.store import Store

    rows = generate(seed=5, n=60)
    rows = rows.set_column(rows.schema.get_field_index("notes"), "notes",
                           pa.array([NOTE] * 60, pa.string()))
    return Press(fill(Store(tmp_path_factory.mktemp("noted")), rows), load({}))


def _ids():
    from data.model import incidents

    return incidents().select("incident_id")
