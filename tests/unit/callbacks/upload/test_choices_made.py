"""Every choice that the command line asks by an option can be made on the page."""

from __future__ import annotations

import gzip
import io
import zipfile

import openpyxl
import pytest

from callbacks.upload.folder import Upload
from callbacks.upload.jobs import Job
from tests.support import held, plain
from tests.unit.data.ingest.presets import files


def book(*sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, notes in sheets:
        sheet = made.create_sheet(name)
        # Sheets of the same columns would be one table.
        for line in plain({"notes": notes}, extra=[f"only in {name}"]).splitlines():
            sheet.append(line.split(","))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def packed(**members):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.csv", text)
    return target.getvalue()


@pytest.mark.parametrize(("name", "content", "option", "among", "choice"), [
    ("a.xlsx", book(("North", "n"), ("South", "s")), "sheet", "sheets", {"sheets": ["South"]}),
    ("a.zip", packed(north=plain({"notes": "n"}), south=plain({"notes": "s"})), "layer", "layers",
     {"layer": "south.csv"}),
])
def test_one_of_several_tables_is_chosen(sender, store, name, content, option, among, choice):
    token = sender.bring((name, content))
    (file,) = sender.work(token, "reading")["reading"]
    assert file["problem"]["options"] == [option] and len(file[among]) == 2
    (file,) = sender.work(token, "reading", **choice)["reading"]
    assert file["problem"] is None
    sender.work(token, "check", **choice)
    sender.work(token, "import")
    assert [row["notes"] for row in held(store)] == ["s"]


def test_a_compressed_file_is_read(sender):
    token = sender.bring(("a.csv.gz", gzip.compress(plain({}).encode())))
    (file,) = sender.work(token, "reading")["reading"]
    assert file["rows"][0]["understood"]["date"].startswith("7 Mar 2019")


def test_encoding_header_source_licence_and_day_are_chosen(sender, store):
    text = "2019-03-07,Mali,blé\n2019-03-08,Mali,blé\n".encode("cp850")
    chosen = {"no_header": True, "encoding": "cp850", "source": "Somebody",
              "licence": "no-redistribution", "as_of": "2024-05-01",
              "map": {"date_start": "column_1", "country": "column_2", "notes": "column_3"}}
    token = sender.bring(("a.csv", text))
    assert sender.work(token, "check", **chosen)["check"]["usable"]
    sender.work(token, "import")
    first = held(store)[0]
    assert (first["source"], first["licence"], first["notes"]) == (
        "Somebody", "no-redistribution", "blé")


def test_another_format_may_be_chosen_than_is_recognised(sender):
    token = sender.bring(("a.csv", files.acled({}).encode()))
    (file,) = sender.work(token, "reading", preset="generic")["reading"]
    assert file["preset"] == "generic" and file["source"] == "a.csv"


@pytest.mark.parametrize(("choice", "option"), [
    ({"as_of": "yesterday"}, "as-of"), ({"licence": "mine"}, "licence"),
    ({"date_order": "ymd"}, "date-order"), ({"preset": "none"}, "preset"),
])
def test_a_value_that_is_none_is_answered_at_its_control(sender, choice, option):
    token = sender.bring(("a.csv", plain({}).encode()))
    problem = sender.work(token, "check", **choice)["work"]["problem"]
    assert problem["options"] == [option] and "--" not in problem["message"]


@pytest.mark.parametrize("sent", ["[]", '{"map": "a"}', '{"sheets": "a"}', "nonsense"])
def test_what_is_no_form_is_refused(sender, sent):
    token = sender.bring(("a.csv", plain({}).encode()))
    answer = sender.ask(f"/{token}/check", data=sent, content_type="application/json")
    if answer.status_code == 200:
        sender.wait(token)
        assert sender.state(token)["work"]["problem"]
    else:
        assert answer.status_code == 400


def test_an_import_that_is_being_written_is_not_left(sender, monkeypatch):
    token = sender.bring(("a.csv", plain({}).encode()))
    writing = Job("import")
    monkeypatch.setitem(sender.pages.jobs._of, token, writing)
    monkeypatch.setattr(writing.ended, "wait", lambda patience: False)
    answer = sender.ask(f"/{token}", "DELETE")
    assert answer.status_code == 409 and "cannot be stopped" in answer.get_json()["message"]
    assert sender.pages.uploads.find(token)


def test_the_page_lets_nothing_of_others_run(sender):
    policy = sender.client.get("/import").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_a_damaged_preset_of_ones_own_does_not_close_the_page(sender, settings):
    settings.presets.mkdir()
    (settings.presets / "broken.toml").write_text("nonsense", encoding="utf-8")
    assert sender.client.get("/import").status_code == 200
    token = sender.bring(("a.csv", plain({}).encode()))
    (file,) = sender.work(token, "reading")["reading"]
    assert "broken.toml" in file["problem"]["message"]


def test_a_disk_that_is_full_is_a_sentence(sender, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Upload, "append", full)
    token = sender.ask("", json={"files": [{"name": "a.csv", "size": 3}]}).get_json()["token"]
    answer = sender.part(token, 0, 0, b"abc")
    assert answer.status_code == 507 and "No space left" in answer.get_json()["message"]
