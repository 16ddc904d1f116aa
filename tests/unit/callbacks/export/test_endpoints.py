"""The panel's addresses: what is offered, previews, and a file from its order to its bytes."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from PIL import Image

from callbacks.guard import HEADER

PAGE = "country=ML&window=2018-01-01,2021-12-31&layers=hexagons&view=-3,17,5&lang=en"
MOST_BYTES = 80_000
OURS = {HEADER: "1"}


@pytest.fixture
def ask(client):
    def fetched(path, **given):
        return client.get(f"/export/{path}", query_string={"page": PAGE, "lang": "en", **given})

    return fetched


@pytest.fixture
def made(client):
    def finished(**given):
        begun = client.post("/export/jobs", json={"page": PAGE, **given}, headers=OURS)
        told = begun.get_json()
        assert begun.status_code == 200, told
        for _ in range(300):
            if told["state"] in ("done", "failed"):
                return told
            time.sleep(0.1)
            told = client.get(f"/export/jobs/{told['token']}").get_json()
        raise AssertionError(told)

    return finished


def test_titles_are_offered_in_both_languages_and_regions_by_country(ask):
    told = ask("offered").get_json()
    assert told["titles"]["en"]["title"] == "All kinds of incident · Mali"
    assert told["titles"]["fr"]["subtitle"].startswith("janv. 2018")
    mali = next(one for one in told["regions"] if one["group"] == "Mali")
    assert mali["items"][0]["value"] == "ML" and len(mali["items"]) > 3
    also = ask("offered", region="CI").get_json()["regions"]
    assert any(item["value"] == "CI" for one in also for item in one["items"])


def test_a_preview_is_the_sheet_small_enough_for_a_slow_link(ask):
    answer = ask("preview", form="pdf", title="Mine")
    assert answer.mimetype == "image/webp" and answer.headers["X-Title"] == "Mine"
    assert len(answer.data) <= MOST_BYTES
    assert max(Image.open(io.BytesIO(answer.data)).size) == pytest.approx(1000, abs=15)
    other = ask("preview", form="pdf", title="Yours")
    assert other.data != answer.data
    closer = Image.open(io.BytesIO(ask("preview", form="pdf", closer="1").data))
    assert max(closer.size) > 1900


def test_sheets_are_turned_and_counted(ask):
    first = ask("preview", form="pdf", several="series", step="year")
    count = int(first.headers["X-Sheets"])
    assert count >= 4
    last = ask("preview", form="pdf", several="series", step="year", at="99")
    assert int(last.headers["X-Sheet"]) == count - 1 and last.data != first.data


def test_a_package_is_described_before_it_is_made(ask, snapshot):
    told = ask("preview", form="csv", coarsen="0").get_json()
    assert told["columns"][0] == "incident_id" and len(told["rows"]) == 6
    assert told["readme"].startswith("# All kinds of incident · Mali")
    assert dict(map(tuple, told["numbers"]))["incidents selected"] == str(told["more"] + 6)
    assert ask("preview", form="csv", coarsen="4").get_json()["columns"][0] == "cell"


def test_a_file_is_called_by_its_title_and_fetched_by_its_page_alone(client, made):
    told = made(form="pdf", title="Mali: cattle theft, 2024")
    main = told["files"][0]["name"]
    assert (told["state"], main) == ("done", "mali-cattle-theft-2024.pdf")
    with client.get(f"/export/jobs/{told['token']}/{main}") as answer:
        assert answer.data.startswith(b"%PDF") and len(answer.data) == told["files"][0]["bytes"]
        assert main in answer.headers["Content-Disposition"]
    for address in (f"{told['token']}/..", f"{told['token']}/other.pdf", "x" * 32):
        assert client.get(f"/export/jobs/{address}").status_code in (404, 410)


def test_a_package_is_an_archive(client, made):
    told = made(form="csv", language="fr")
    name = told["files"][0]["name"]
    with client.get(f"/export/jobs/{told['token']}/{name}") as answer:
        names = zipfile.ZipFile(io.BytesIO(answer.data)).namelist()
    assert {"incidents.csv", "README.md", "metadata.json"} <= set(names)


def test_two_people_at_once_do_not_disturb_each_other(client, made):
    begun = [client.post("/export/jobs", json={"page": PAGE, "form": "svg", "title": title},
                         headers=OURS).get_json() for title in ("One", "Two")]
    client.delete(f"/export/jobs/{begun[0]['token']}", headers=OURS)
    for _ in range(300):
        told = client.get(f"/export/jobs/{begun[1]['token']}").get_json()
        if told["state"] == "done":
            break
        time.sleep(0.1)
    with client.get(f"/export/jobs/{told['token']}/two.svg") as answer:
        assert b">Two<" in answer.data and b">One<" not in answer.data
    assert client.get(f"/export/jobs/{begun[0]['token']}").status_code == 410


def test_what_cannot_be_is_a_sentence_at_its_control(client, ask):
    told = ask("preview", form="pdf", title="x" * 500)
    assert told.status_code == 400 and told.get_json()["field"] == "title"
    wrong = ask("preview", page="source=nobody", form="pdf", several="series")
    assert wrong.status_code == 400 and wrong.get_json()["field"] == "step"
    assert "--" not in wrong.get_json()["message"]
    large = client.post("/export/jobs", json={"page": PAGE, "form": "x" * 50_000}, headers=OURS)
    assert large.status_code == 413
    assert client.post("/export/jobs", json=["x"], headers=OURS).status_code == 400


def test_another_site_begins_nothing(client):
    assert client.post("/export/jobs", json={"page": PAGE, "form": "pdf"}).status_code == 403
    assert client.delete("/export/jobs/x").status_code == 403
