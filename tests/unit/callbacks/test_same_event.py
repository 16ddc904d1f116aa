"""What may be the same event stands beside an incident; the page writes nothing."""

from __future__ import annotations

import pytest

from callbacks import incident_details, same_event
from callbacks.hexagon_details import deaths
from data.linkage.decide import Verdict, decide
from data.queries.table import record as asked
from data.store import Store
from tests.unit.callbacks.test_stacked import told
from tests.unit.data.linkage.conftest import keep, record, twin

__all__ = ["keep"]
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def pair(keep):
    return keep(record("a", source="Office A"), twin(source="Office B", place=HOSTILE))


def row(snapshot, id="a"):
    (found,) = snapshot.rows(asked(id))
    return found


def test_both_records_and_the_command_are_shown(pair):
    said = told(incident_details.tell(pair, "a", "en"))
    assert "May be the same event as" in said and "Office B: likelihood" in said
    assert "app.py link a b" in said and "the actors agree" in said
    # A source's text stays text: a string among the children, whatever it holds.
    assert HOSTILE in said


def test_the_other_record_can_be_opened(pair):
    section = same_event.tell(pair, row(pair), "fr")
    details = section.children[1]
    button = details.children[-1].to_plotly_json()["props"]
    assert button["data-incident"] == "b" and "Office B" in told(details)


def test_one_alone_has_no_such_part(keep):
    snapshot = keep(record("a"), twin(lat=10.0))
    assert same_event.tell(snapshot, row(snapshot), "en") is None


def test_what_was_joined_is_told_and_not_offered(pair, tmp_path):
    store = Store(tmp_path / "kept")
    decide(store, Verdict("a", "b"))
    said = told(same_event.tell(store.require(), row(store.require()), "en"))
    assert "The same event, as was decided" in said and "May be" not in said


def test_deaths_of_a_hexagon_stand_source_by_source():
    lines = [told(line) for line in deaths([{"key": "A", "best": 5}, {"key": "B", "best": 1}],
                                            "en")]
    assert lines == ["5 deaths by best estimate  · A", "1 death by best estimate  · B"]
