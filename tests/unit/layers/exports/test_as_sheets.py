"""Several sheets as files: one PDF, a file a page, or an archive; whole, or not at all."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from data.selection import Selection
from data.settings import load
from layers.exports.export import Export
from layers.exports.made import Cancelled
from layers.exports.make import make
from layers.exports.many import Brief, Series
from layers.sheet.description import Sheet, Shown
from tests.unit.layers.exports import invented

SHEET = Sheet(selection=Selection.of(country=["ML"], from_="2018", to="2019"),
              layers=(Shown("hexagons"),))
YEARS = Export("pdf", SHEET, Series("year"), dpi=50)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return invented.snapshot(tmp_path_factory.mktemp("store"))


def made(snapshot, export, path, tell=lambda done, every: None):
    return make(export, snapshot, load({}), path, tell)


def test_a_pdf_holds_all_pages_with_bookmarks_and_fonts(snapshot, tmp_path):
    found = made(snapshot, YEARS, tmp_path / "x.pdf")
    held = PdfReader(tmp_path / "x.pdf")
    assert len(held.pages) == found.pages == 2 and found.files[0] == "x.pdf"
    titles = [one.title for one in held.outline if not isinstance(one, list)]
    assert [title[-4:] for title in titles] == ["2018", "2019"]
    assert held.metadata and held.metadata.title == found.title
    assert found.title == titles[0].removesuffix(" · 2018")
    assert "2019" in held.pages[1].extract_text()
    for page in held.pages:
        resources: Any = page["/Resources"]
        fonts = resources["/Font"].values()
        kinds = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
                 for font in fonts if "/DescendantFonts" in font.get_object()]
        assert kinds and all("/FontFile2" in kind.get_object() for kind in kinds)
    assert "/CreationDate" not in (held.metadata or {})


@pytest.mark.parametrize("form", ["png", "svg"])
def test_other_forms_are_a_file_a_page(snapshot, tmp_path, form):
    found = made(snapshot, replace(YEARS, form=form), tmp_path / f"x.{form}")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted([f"x-01-2018.{form}", f"x-02-2019.{form}", f"x.{form}.manifest.json"])
    assert set(names) == set(found.files) and found.files[0] == f"x-01-2018.{form}"


def test_an_archive_holds_all_and_nothing_stands_beside_it(snapshot, tmp_path):
    made(snapshot, replace(YEARS, form="png"), tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as held:
        assert held.namelist() == ["x-01-2018.png", "x-02-2019.png", "manifest.json"]
        assert {one.date_time[0] for one in held.infolist()} == {1980}
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]


def test_a_single_sheet_keeps_its_name(snapshot, tmp_path):
    found = made(snapshot, replace(YEARS, form="png", many=None), tmp_path / "x.png")
    assert found.files[0] == "x.png" and found.pages == 1


def test_the_same_export_has_the_same_bytes(snapshot, tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        made(snapshot, YEARS, tmp_path / name / "x.pdf")
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
                     for name in ("a", "b"))
    assert first == second


@pytest.mark.parametrize("name", ["x.pdf", "x.zip"])
def test_cancelled_it_leaves_nothing(snapshot, tmp_path, name):
    told = []

    def tell(done, every):
        told.append((done, every))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        made(snapshot, YEARS, tmp_path / name, tell)
    assert told[-1] == (1, 2) and list(tmp_path.iterdir()) == []


def test_each_page_is_told_and_numbers_are_true(snapshot, tmp_path):
    told = []
    found = made(snapshot, YEARS, tmp_path / "x.pdf", lambda *one: told.append(one))
    assert told[-2:] == [(1, 2), (2, 2)]
    assert found.withheld == 0
    one = made(snapshot, replace(YEARS, many=None), tmp_path / "y.pdf")
    assert found.incidents == one.incidents > 0


def test_a_brief_counts_its_region(snapshot, tmp_path):
    export = replace(YEARS, many=Brief("Gao"))
    gao = SHEET.of(Selection.of(unit="ML-7", from_="2018", to="2019"))
    brief = made(snapshot, export, tmp_path / "x.pdf")
    assert brief.pages == 2
    assert brief.incidents == made(snapshot, Export("pdf", gao), tmp_path / "y.pdf").incidents
