"""What a licence keeps in the building is on no sheet as a single record."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from data.demo.generator import generate
from data.model import SCHEMA, TABLE
from data.settings import load
from data.store import Store
from layers.sheet.boxes import boxes
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import frame
from layers.sheet.gather import gathered
from layers.sheet.press import Press


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    rows = generate(seed=5, n=200)
    licences = ["acled" if i % 2 else "synthetic" for i in range(200)]
    at = rows.schema.get_field_index("licence")
    rows = rows.set_column(at, "licence", pa.array(licences, pa.string()))
    store = Store(tmp_path_factory.mktemp("closed"))
    with store.building() as writer:
        name = writer.stage(rows, "made")
        writer.publish(
            {TABLE: ibis.table(SCHEMA, name=name), "imports": writer.previous("imports"),
             "rejects": writer.previous("rejects")}, about={"synthetic": True})
    return Press(store.require(), load({})), {
        row["incident_id"] for row in rows.to_pylist() if row["licence"] == "acled"}


def test_no_forbidden_incident_is_a_mark(closed):
    press, forbidden = closed
    sheet = Sheet(layers=(Shown("incidents"), Shown("interventions")))
    content = gathered(sheet, press, frame(sheet, press, 500, 300))
    drawn = {mark.id for part in content.parts for mark in part.drawing}
    assert drawn and not drawn & forbidden
    (part,) = [part for part in content.parts if part.layer.id == "incidents"]
    assert part.withheld > 0 and content.numbers.withheld == 100


def test_the_sheet_says_how_many_stay(closed):
    press, _ = closed
    words = " ".join(box.said for box in boxes(compose(Sheet(layers=(Shown("incidents"),)), press)))
    assert "the licence of their source forbids passing on single records" in words
    assert "withheld as single records: licence 100" in words
