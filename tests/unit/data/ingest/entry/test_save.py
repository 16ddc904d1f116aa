"""An entry by hand goes the way of a file: judged, kept with its past, and not undone by one."""

from __future__ import annotations

import datetime as dt

import pytest

from data.errors import StoreError
from data.history import chain
from data.ingest.entry.known import known
from data.ingest.entry.record import entry
from data.ingest.entry.save import ChangedError, check, save
from data.ingest.entry.withdraw import restore, withdraw
from data.ingest.identity import incident_id
from tests.support import held, only, plain

SOURCE = "An invented source"
A = incident_id(SOURCE, "a")
TEXTS = {"source": SOURCE, "source_record_id": "a", "date_start": "2019-03-07", "lat": "16.27",
         "lon": "-0.04", "country": "Mali", "where_precision": "1", "kind": "kidnapping",
         "fatalities_best": "3"}
HOSTILE = "<img src=x onerror=alert(1)> {brace} “; DROP TABLE incidents; --\x00"
SEPTEMBER, OCTOBER, NOVEMBER = (dt.date(2040, month, 1) for month in (9, 10, 11))
"""Days of exports after any entry of today."""


def correct(store, settings, reason="", **texts):
    there = known(store.current(), A)
    return save(store, entry(there.texts | texts, reason), settings, there.mark)


def export(bring, deaths, **options):
    return bring(plain({"id": "a", "fatalities": deaths}, extra=["id"]), source=SOURCE, **options)


def test_a_check_tells_what_would_become_of_it_and_writes_nothing(store, settings):
    found = check(store, entry(TEXTS | {"country": "Niger"}), settings)
    assert (found.status, found.row["kind_rule"], found.row["found_admin0"]) == (
        "accepted", "stated", "ML")
    assert [flag["reason"] for flag in found.row["flags"]] == ["country_conflict"]
    assert store.current_id() is None


@pytest.mark.parametrize(("texts", "field"), [
    ({"date_start": ""}, "date_start"), ({"date_end": "2018-01-01"}, "date_end"),
    ({"lat": "north"}, "lat"), ({"lon": "200"}, "lon"), ({"fatalities_best": "-1"},
                                                         "fatalities_best"),
    ({"quantity": "much"}, "quantity"), ({"source": " "}, "source"), ({"confidence": "Z9"},
                                                                     "confidence"),
    ({"date_start": "03/04/2019"}, "date_start"), ({"source_record_id": ""}, "source_record_id"),
    ({"lat": "", "lon": "", "country": ""}, "lat"),
])
def test_what_speaks_against_it_stands_beside_its_field(store, settings, texts, field):
    found = save(store, entry(TEXTS | texts), settings, "")
    assert field in [problem.field for problem in found.problems]
    assert store.current_id() is None


def test_hostile_text_is_kept_as_text(store, settings):
    save(store, entry(TEXTS | {"notes": HOSTILE, "place": HOSTILE}), settings, "")
    assert only(store)["notes"] == HOSTILE.replace("\x00", "")


def test_without_a_kind_the_rules_decide_from_the_notes(store, settings):
    notes = "Gunmen kidnapped a trader and demanded a ransom."
    found = check(store, entry(TEXTS | {"kind": "", "notes": notes}), settings)
    assert found.row["kind"] == "kidnapping"
    assert found.row["kind_rule"] not in (None, "stated")


def test_a_correction_is_a_version_with_its_reason(store, settings):
    save(store, entry(TEXTS), settings, "")
    correct(store, settings, reason="counted twice", fatalities_best="5")
    history = chain.of(store.require(), A)
    assert [v.row["fatalities_best"] for v in history.versions] == [3, 5]
    assert history.versions[1].brought.reason == "counted twice"
    assert [c.field for c in history.versions[1].changes] == ["fatalities_best"]


def test_what_is_saved_as_it_stands_is_no_revision(bring, store, settings):
    export(bring, 3)
    before = store.current_id()
    assert correct(store, settings).status == "unchanged"
    assert store.current_id() == before


def test_a_record_that_changed_meanwhile_is_not_overwritten(store, settings):
    save(store, entry(TEXTS), settings, "")
    opened = known(store.current(), A)
    correct(store, settings, fatalities_best="4")
    before = store.current_id()
    with pytest.raises(ChangedError):
        save(store, entry(opened.texts | {"fatalities_best": "9"}), settings, opened.mark)
    with pytest.raises(ChangedError):
        save(store, entry(TEXTS), settings, "")
    assert (store.current_id(), only(store)["fatalities_best"]) == (before, 4)


def test_the_next_export_repeats_what_was_corrected_and_changes_nothing(bring, store, settings):
    export(bring, 3)
    correct(store, settings, fatalities_best="5")
    export(bring, 3, name="next.csv", as_of=OCTOBER)
    assert (only(store)["fatalities_best"], only(store)["flags"]) == (5, [])
    history = chain.of(store.require(), A)
    assert ([v.row["fatalities_best"] for v in history.versions], history.unheeded) == ([3, 5], ())


@pytest.mark.parametrize("options", [{}, {"as_of": OCTOBER}], ids=["no day", "a later day"])
def test_news_of_the_source_is_flagged_and_kept_beside_the_correction(
    bring, store, settings, options
):
    export(bring, 3)
    correct(store, settings, fatalities_best="5")
    report = export(bring, 4, name="next.csv", **options).report
    row = only(store)
    assert (row["fatalities_best"], [f["reason"] for f in row["flags"]]) == (5, ["source_revised"])
    assert any("by hand" in note for note in report.files[0].notes)
    history = chain.of(store.require(), A)
    assert [v.row["fatalities_best"] for v in history.versions] == [3, 5]
    assert [v.row["fatalities_best"] for v in history.unheeded] == [4]


def test_what_an_entry_stands_against_is_not_called_an_older_export(bring, store, settings):
    export(bring, 3)
    correct(store, settings, fatalities_best="5")
    for deaths, name in ((3, "repeats.csv"), (4, "news.csv"), (2, "more.csv")):
        report = export(bring, deaths, name=name, as_of=OCTOBER).report
        assert (report.total("unchanged"), report.total("older")) == (1, 0)


def test_an_entry_that_a_file_repeats_stands_once_in_the_history(bring, store, settings):
    export(bring, 3)
    correct(store, settings, reason="counted anew", fatalities_best="5")
    export(bring, 5, name="agrees.csv", as_of=SEPTEMBER)
    export(bring, 4, name="news.csv", as_of=OCTOBER)
    export(bring, 5, name="agrees-again.csv", as_of=NOVEMBER)
    history = chain.of(store.require(), A)
    assert [v.row["fatalities_best"] for v in history.versions] == [3, 5]
    assert [v.row["fatalities_best"] for v in history.unheeded] == [4]


def test_an_older_export_is_no_news(bring, store, settings):
    export(bring, 3, as_of=dt.date(2024, 5, 1))
    correct(store, settings, fatalities_best="5")
    export(bring, 2, name="old.csv", as_of=dt.date(2023, 5, 1))
    assert only(store)["flags"] == []
    assert [v.row["fatalities_best"] for v in chain.of(store.require(), A).versions] == [2, 3, 5]


def test_keeping_the_correction_ends_the_flag(bring, store, settings):
    export(bring, 3)
    correct(store, settings, fatalities_best="5")
    export(bring, 4, name="next.csv", as_of=OCTOBER)
    correct(store, settings)
    assert (only(store)["fatalities_best"], only(store)["flags"]) == (5, [])


def test_taking_the_source_s_word_lets_it_revise_again(bring, store, settings):
    export(bring, 3)
    correct(store, settings, fatalities_best="5")
    export(bring, 4, name="next.csv", as_of=SEPTEMBER)
    correct(store, settings, **{name: value for name, value in known(
        store.current(), A).texts.items() if name == "notes"}, fatalities_best="4")
    assert (only(store)["fatalities_best"], only(store)["flags"]) == (4, [])
    export(bring, 6, name="third.csv", as_of=NOVEMBER)
    assert (only(store)["fatalities_best"], only(store)["flags"]) == (6, [])


def test_a_record_is_retired_whatever_is_listed_and_brought_back(bring, store, settings):
    export(bring, 3)
    withdraw(store, A, known(store.current(), A).mark, "seen twice")
    assert held(store) == []
    export(bring, 4, name="next.csv", as_of=OCTOBER)
    assert held(store) == []
    retired = chain.of(store.require(), A).retired
    assert (retired.by_hand, retired.reason) == (True, "seen twice")
    restore(store, A, known(store.current(), A).mark)
    assert only(store)["fatalities_best"] == 4
    assert chain.of(store.require(), A).retired is None


def test_a_record_retired_meanwhile_is_not_retired_again(store, settings):
    save(store, entry(TEXTS), settings, "")
    mark = known(store.current(), A).mark
    withdraw(store, A, mark)
    with pytest.raises(ChangedError):
        withdraw(store, A, mark)


def test_a_doubt_that_only_the_file_told_of_stays(bring, store, settings):
    export(bring, 3)
    there = known(store.current(), A)
    row = there.row | {"flags": [{"reason": "unit_unknown", "named": "sacks", "found": None,
                                  "suggestion": None}]}
    from data.ingest.entry.record import kept_flags

    assert kept_flags(row) == "unit_unknown: sacks"


def test_the_demonstration_takes_no_entry(demo_store, settings):
    with pytest.raises(StoreError):
        check(demo_store, entry(TEXTS), settings)
