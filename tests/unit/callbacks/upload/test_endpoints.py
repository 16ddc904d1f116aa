"""An upload from its first byte to the map, and every way in which it may go wrong."""

from __future__ import annotations

import csv
import io
import os
import time
from contextlib import contextmanager

import pytest

from callbacks.upload import folder, work
from callbacks.upload.jobs import Jobs
from data.ingest.formats import opening
from data.store import Store
from tests.support import held, plain, ucdp
from tests.unit.callbacks.upload.conftest import contents
from tests.unit.data.ingest.presets import files

GOOD = plain({"notes": "one"}, {"notes": "two"}).encode()


def counts(check):
    return {each["id"]: each["n"] for each in check["counts"]}


def test_nothing_is_written_before_it_is_confirmed(sender, bring, settings, store):
    bring(plain({"notes": "held before"}), name="before.csv")
    before = contents(settings.store)
    token = sender.bring(("new.csv", GOOD))
    seen = sender.work(token, "reading")["reading"]
    assert [row["understood"]["kind"] for row in seen[0]["rows"]] == ["Kidnapping for ransom"] * 2
    checked = sender.work(token, "check")["check"]
    assert counts(checked)["accepted"] == 2
    assert contents(settings.store) == before
    done = sender.work(token, "import")["done"]
    assert done["said"][0] == "2 new records" and "source=new.csv" in done["link"]
    assert len(held(store)) == 3


def test_a_store_that_is_not_there_yet_is_not_made_by_a_check(sender, settings, store):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    assert not settings.store.exists()
    sender.work(token, "import")
    assert len(held(store)) == 2


def test_leaving_deletes_what_was_sent(sender, settings):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    assert sender.ask(f"/{token}", "DELETE").status_code == 200
    assert contents(settings.uploads) == {}
    gone = sender.ask(f"/{token}/import")
    assert gone.status_code == 410 and "no longer here" in gone.get_json()["message"]


def test_the_files_are_deleted_once_they_are_imported(sender, settings):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    sender.work(token, "import")
    assert not list(settings.uploads.rglob("new.csv"))


def test_a_second_confirm_imports_nothing(sender, store):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    sender.work(token, "import")
    first = store.current_id()
    again = sender.work(token, "import")
    assert again["status"] == 409 and "imported already" in again["message"]
    assert sender.work(token, "check")["status"] == 409
    assert store.current_id() == first


def test_what_was_not_checked_is_not_confirmed(sender, store):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "reading")
    assert sender.work(token, "import")["status"] == 409
    assert store.current_id() is None


def test_a_choice_made_after_the_check_needs_another(sender):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    sender.work(token, "reading", source="Somebody else")
    assert sender.work(token, "import")["status"] == 409


def test_a_check_is_not_confirmed_over_data_that_was_renewed_since(sender, bring, store):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    bring(plain({"notes": "brought in between"}), name="between.csv")
    state = sender.work(token, "import")
    assert "Check again" in state["work"]["problem"]["message"]
    assert state["check"] is None and len(held(store)) == 1


def test_data_renewed_while_the_file_is_unpacked_is_noticed(sender, bring, store, monkeypatch):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    opened = opening.opened

    @contextmanager
    def slowly(*given):
        with opened(*given) as tables:
            bring(plain({"notes": "brought in between"}), name="between.csv")
            yield tables

    monkeypatch.setattr(work, "opened", slowly)
    state = sender.work(token, "import")
    assert "Check again" in state["work"]["problem"]["message"]
    assert state["check"] is None and len(held(store)) == 1


def test_an_import_elsewhere_is_waited_for(sender, store):
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    with store.building():
        state = sender.work(token, "import")
    assert "Another import is writing" in state["work"]["problem"]["message"]
    assert sender.work(token, "import")["done"]


def test_the_limit_holds_before_a_byte_is_sent_and_after(sender, settings):
    most = settings.upload_mb * folder.MEGABYTE
    refused = sender.ask("", json={"files": [{"name": "a.csv", "size": most + 1}]})
    assert refused.status_code == 413 and "ATLAS_UPLOAD_MB" in refused.get_json()["message"]
    assert not settings.uploads.exists()
    token = sender.ask("", json={"files": [{"name": "a.csv", "size": 4}]}).get_json()["token"]
    more = sender.part(token, 0, 0, b"more than four")
    assert more.status_code == 413 and "a.csv" in more.get_json()["message"]


def test_parts_follow_on_each_other_wherever_they_come_from(sender):
    token = sender.ask("", json={"files": [{"name": "a.csv", "size": 6}]}).get_json()["token"]
    assert sender.part(token, 0, 0, b"abc").get_json() == {"at": 3, "complete": False}
    assert sender.part(token, 0, 0, b"abc").status_code == 409
    assert sender.state(token)["files"] == [{"name": "a.csv", "size": 6, "at": 3}]
    assert sender.work(token, "reading")["status"] == 409
    assert sender.part(token, 0, 3, b"def").get_json()["complete"]


@pytest.mark.parametrize("sent", [
    None, [], {"files": "a"}, {"files": [{"name": "a"}]}, {"files": [{"name": "a", "size": -1}]},
    {"files": []}, {"files": [{"name": "a.csv", "size": 1}, {"name": "A.csv", "size": 1}]},
    {"files": [{"name": "a", "size": float("inf")}]},
    {"files": [{"name": f"{i}", "size": 1} for i in range(folder.MOST_FILES + 1)]},
])
def test_what_is_no_announcement_is_refused(sender, sent):
    answer = sender.ask("", json=sent)
    assert answer.status_code == 400 and answer.get_json()["message"]


@pytest.mark.parametrize("token", ["x", "../..", "a" * 32, "%2e%2e", "a" * 31 + "/"])
def test_a_token_that_nobody_was_given_finds_nothing(sender, token):
    assert sender.ask(f"/{token}", "GET").status_code in {404, 410}


def test_other_sites_change_nothing(sender):
    answer = sender.client.post("/import/uploads", json={"files": []})
    assert answer.status_code == 403


def test_a_question_of_the_importer_names_the_control_that_answers_it(sender):
    text = plain({"date": "03/04/2019"}, {"date": "05/06/2019"})
    token = sender.bring(("new.csv", text.encode()))
    (file,) = sender.work(token, "reading")["reading"]
    assert file["problem"]["options"] == ["date-order"]
    assert "day before month" in file["problem"]["message"]
    assert "--" not in file["problem"]["message"]
    (file,) = sender.work(token, "reading", date_order="dmy")["reading"]
    assert file["problem"] is None
    assert file["rows"][0]["understood"]["date"].startswith("3 Apr 2019")


def test_a_mapping_is_corrected_and_kept_as_a_preset(sender, store, settings):
    text = ("vu,saisi,ou,latitude,longitude,killed\n"
            "2019-03-07,2019-04-01,Gao,16.27,-0.04,3\n")
    token = sender.bring(("form.csv", text.encode()))
    (file,) = sender.work(token, "reading")["reading"]
    assert [field["id"] for field in file["problem"]["fields"]] == ["date_start"]
    columns = {"date_start": "vu", "place": "ou", "fatalities_best": ""}
    (file,) = sender.work(token, "reading", map=columns)["reading"]
    assert file["mapping"]["place"] == {"column": "ou", "made": False}
    assert "fatalities_best" not in file["mapping"]
    sender.work(token, "check", map=columns, save_as="partner-form")
    done = sender.work(token, "import")["done"]
    assert "partner-form" in done["preset"]
    assert held(store)[0]["place"] == "Gao" and held(store)[0]["fatalities_best"] is None
    again = sender.bring(("form2.csv", text.replace("2019", "2020").encode()))
    (file,) = sender.work(again, "reading")["reading"]
    assert file["preset"] == "partner-form"


def test_a_preset_of_a_taken_name_is_refused_before_anything_is_read(sender):
    token = sender.bring(("new.csv", GOOD))
    state = sender.work(token, "check", save_as="acled")
    assert state["work"]["problem"]["options"] == ["save-preset"]
    assert state["check"] is None


def test_rejected_records_are_told_with_their_value_and_can_be_downloaded(sender):
    text = plain({}, {"lat": "north"}, {"date": ""})
    token = sender.bring(("new.csv", text.encode()))
    check = sender.work(token, "check")["check"]
    told = check["rejected"]["rows"]
    assert [row["record"] for row in told] == [2, 3]
    assert told[0]["values"] == [{"column": "lat", "value": "north"}]
    rows = list(csv.DictReader(io.StringIO(sender.rejects(token))))
    assert [row["lat"] for row in rows] == ["north", "16.27"]


def test_rejects_that_come_back_corrected_are_imported(sender, store):
    token = sender.bring(("new.csv", plain({}, {"lat": "north", "notes": "b"}).encode()))
    sender.work(token, "check")
    written = sender.rejects(token)
    sender.work(token, "import")
    again = sender.bring(("rejects.csv", written.replace("north", "16.5").encode()))
    assert counts(sender.work(again, "check")["check"])["accepted"] == 1
    sender.work(again, "import")
    assert {row["source"] for row in held(store)} == {"new.csv"}


def test_doubts_are_told_with_their_place_and_suggestion(sender):
    token = sender.bring(("new.csv", plain({}, {"country": "Niger"}).encode()))
    doubtful = sender.work(token, "check", "fr")["check"]["doubtful"]
    assert doubtful["count"] == 1
    (row,) = doubtful["rows"]
    assert (row["record"], row["lat"], row["lon"]) == (2, 16.27, -0.04)
    assert row["doubts"][0]["label"] == "le point se trouve hors du pays nommé"
    assert (row["doubts"][0]["named"], row["doubts"][0]["found"]) == ("Niger", "Mali")


def test_what_a_whole_export_retires_is_named_before_it_is(sender, store):
    text = ucdp({"id": 1}, {"id": 2}, {"id": 3})
    token = sender.bring(("ged.csv", text.encode()))
    sender.work(token, "check")
    sender.work(token, "import")
    fewer = sender.bring(("ged2.csv", ucdp({"id": 1}, {"id": 3}).encode()))
    retired = sender.work(fewer, "check", full=True)["check"]["retired"]
    assert (retired["count"], [row["id"] for row in retired["rows"]]) == (1, ["2"])
    assert len(held(store)) == 3
    sender.work(fewer, "import")
    assert len(held(store)) == 2


def test_most_of_a_source_is_retired_only_where_that_is_agreed(sender):
    sender_token = sender.bring(("ged.csv", ucdp({"id": 1}, {"id": 2}, {"id": 3}).encode()))
    sender.work(sender_token, "check")
    sender.work(sender_token, "import")
    one = sender.bring(("one.csv", ucdp({"id": 1}).encode()))
    problem = sender.work(one, "check", full=True)["work"]["problem"]
    assert problem["options"] == ["yes", "full"]
    assert sender.work(one, "check", full=True, yes=True)["check"]["retired"]["count"] == 2


def test_rules_of_ones_own_decide_kinds(sender, store):
    header = "rule,language,pattern,codes,kind,confidence,vetoes,priority,note\n"
    rules = header + "own,en,camels,,cattle_theft,0.9,,50,an invented rule\n"
    text = plain({"kind": "", "notes": "They took camels."})
    token = sender.bring(("new.csv", text.encode()))
    wrong = sender.ask(f"/{token}/rules", data=b"nonsense")
    assert wrong.status_code == 400 and wrong.get_json()["message"]
    assert sender.ask(f"/{token}/rules", data=rules.encode()).get_json()["rules"]
    sender.work(token, "check")
    sender.work(token, "import")
    assert held(store)[0]["kind"] == "cattle_theft"


def test_a_server_started_again_says_that_it_was_interrupted(sender, context):
    token = sender.bring(("new.csv", GOOD))
    upload = sender.pages.uploads.find(token)
    upload.write(working="check")
    sender.pages.jobs = Jobs()
    state = sender.state(token)
    assert state["complete"] and "started again" in state["work"]["problem"]["message"]
    assert sender.work(token, "check")["check"]


def test_work_is_cancelled_and_begun_again(sender, monkeypatch):
    token = sender.bring(("new.csv", GOOD))
    look = work.look

    def slow(context, upload, choices, job, language):
        assert job.cancelled.wait(30)
        look(context, upload, choices, job, language)

    monkeypatch.setattr(work, "look", slow)
    assert sender.ask(f"/{token}/reading", json={}).get_json()["work"]["ended"] is False
    busy = sender.ask(f"/{token}/check", json={})
    assert busy.status_code == 409 and "another tab" in busy.get_json()["message"]
    sender.ask(f"/{token}/cancel")
    sender.wait(token)
    assert sender.state(token)["work"]["problem"]["message"].startswith("Cancelled")
    monkeypatch.undo()
    assert sender.work(token, "reading")["reading"]


def test_what_nobody_touched_for_a_day_is_deleted(sender, settings):
    old, new = sender.bring(("a.csv", GOOD)), sender.bring(("b.csv", GOOD))
    yesterday = time.time() - folder.OLDEST - 60
    os.utime(settings.uploads / old, (yesterday, yesterday))
    sender.bring(("c.csv", GOOD))
    assert sender.ask(f"/{old}", "GET").status_code == 410
    assert sender.state(new)["complete"]


def test_data_goes_beside_the_demonstration_and_is_shown_from_then_on(
    sender, context, demo_store, settings
):
    context.store = demo_store
    before = contents(demo_store.folder)
    token = sender.bring(("new.csv", GOOD))
    sender.work(token, "check")
    assert sender.work(token, "import")["done"]["snapshot"]
    assert contents(demo_store.folder) == before
    assert context.store.folder == settings.store
    assert len(held(Store(settings.store))) == 2


def test_several_files_are_one_import(sender, store):
    token = sender.bring(("new.csv", GOOD), ("acled.csv", files.acled({}).encode()))
    seen = sender.work(token, "reading")["reading"]
    assert [file["preset"] for file in seen] == ["generic", "acled"]
    check = sender.work(token, "check")["check"]
    assert [file["file"] for file in check["files"]] == ["new.csv", "acled.csv"]
    sender.work(token, "import")
    assert len(held(store)) == 3 and len(store.snapshots()) == 1


def test_the_page_carries_no_markup_of_others_and_speaks_french(sender):
    answer = sender.client.get("/import?lang=fr&upload=<script>")
    text = answer.get_data(as_text=True)
    assert '<html lang="fr"' in text
    assert "<script>" not in text.partition("</head>")[2].replace('<script src="', "")
    assert answer.headers["Cache-Control"] == "no-store"
