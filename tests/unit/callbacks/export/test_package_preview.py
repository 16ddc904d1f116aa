"""What a package will hold is told before it is made, and no more than it will hold."""

from __future__ import annotations

import json

import pytest

from callbacks.context import Context
from callbacks.export.package_preview import preview
from data.ingest.options import Options
from data.ingest.run import import_files
from data.store import Store
from layers.exports.export import Export
from layers.sheet.description import Sheet, Shown
from tests.support import plain

SECRET = "Zqxforbidden"


@pytest.fixture
def held(tmp_path, settings):
    store, path = Store(tmp_path / "store"), tmp_path / "file.csv"
    for source, licence, notes in (("Open source", "cc-by-4.0", "told"),
                                   ("Closed source", "acled", SECRET)):
        path.write_text(plain({"licence": licence, "notes": notes},
                              {"licence": licence, "notes": notes, "date": "2020-01-01"},
                              extra=["licence"]))
        import_files(store, [path], Options(source=source), settings)
    return Context(settings, store)


@pytest.mark.parametrize("form", ["csv", "gpkg"])
def test_what_stays_is_named_with_why_and_is_not_shown(held, form):
    layers = (Shown("incidents"),) if form == "gpkg" else ()
    told = preview(Export(form, Sheet(layers=layers)), held, "en")
    assert SECRET not in json.dumps(told)
    numbers = dict(map(tuple, told["numbers"]))
    assert (numbers["incidents selected"], numbers["leave as they are"]) == ("4", "2")
    assert numbers["stay, but for their number"] == "2"
    (stays,) = told["stays"]
    assert stays[0] == "Closed source" and "licence" in stays[2] and stays[3] == "2"
    assert len(told["rows"]) == 2
    assert ("incidents_points" in told["readme"]) == (form == "gpkg")


def test_words_of_the_package_are_in_its_language_and_ours_in_the_pages(held):
    told = preview(Export("csv", Sheet(language="fr")), held, "en")
    assert "Ce qui est sorti" in told["readme"]
    assert told["numbers"][0][0] == "incidents selected"
