"""Stored evidence that cannot be read is named by `check`."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from data.evidence import base
from data.evidence.sound import unsound
from data.evidence.stored import SCHEMAS
from data.health import examine
from tests.unit.data.evidence.conftest import LEVY, levies

DOCUMENT = {"id": "d", "title": "An invented survey"}


def put(store, **levy: str) -> None:
    rows = {"evidence_documents": DOCUMENT, "evidence_levies": {**LEVY, **levy}}
    with store.building() as writer:
        writer.publish({
            name: ibis.table(SCHEMAS[name], name=writer.stage(pa.Table.from_pylist(
                [row], SCHEMAS[name].to_pyarrow())))
            for name, row in rows.items()}, about={})


def finding(store):
    (found,) = (f for f in examine(store) if f.name == "evidence")
    return found


def test_what_was_imported_is_sound(add, store):
    add(levies({}, {"id": "l2", "places": "Ghana"}))
    assert list(unsound(store.require())) == []
    assert finding(store).good


@pytest.mark.parametrize(("levy", "said"), [
    ({"document": "d", "places": "", "kind": "toll"}, "levies/l1: value_unknown:kind"),
    ({"document": "gone", "places": ""}, "levies/l1: reference_unknown:gone"),
    ({"document": "d", "places": "mali > gone"}, "levies/l1: reference_unknown:gone"),
])
def test_what_cannot_be_read_is_named(store, levy, said):
    put(store, **levy)
    assert list(unsound(store.require())) == [said]
    assert (finding(store).good, finding(store).detail) == (False, said)


@pytest.mark.parametrize("levy", [
    {"document": "gone", "places": ""}, {"document": "d", "places": "mali > gone"}])
def test_a_claim_outlives_a_document_or_place_that_was_dropped(store, levy):
    put(store, **levy)
    (claim,) = (one for one in base.of(store.require()).levies if one.id == "l1")
    assert claim.cited.id == levy["document"]
    assert [place.id for place in claim.where] == (["mali"] if levy["places"] else [])
