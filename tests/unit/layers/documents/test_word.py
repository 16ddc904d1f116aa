"""Documents: headings, caption, native tables, fields; opened by LibreOffice; the same bytes."""

from __future__ import annotations

import re

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from data.queries.stats import totals
from data.settings import load
from layers.exports.made import Cancelled
from layers.exports.make import make
from layers.sheet.description import Shown
from tests.programs import needs
from tests.unit.layers.documents.conftest import HOSTILE, MALI, export
from tests.unit.layers.documents.parts import NEVER, faults, held, moments

INVENTED = "Contains synthetic demonstration data: invented, not findings."
ROUNDED = 1000
"""Units of 914,400 an inch by which lengths may differ, since paper counts in twentieths."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def said(document):
    return [one.text for one in document.paragraphs]


@needs("soffice", "pdftotext")
def test_libreoffice_opens_a_document_and_shows_its_words(written, converted):
    path = written("docx", page="a4", portrait=True, language="fr")
    pages = converted(path)
    assert "Tous les types d’incident · Mali" in pages[0] and "Carte 1." in pages[0]
    for words in ("Légende", "Corridors, selon des documents", "Vol de bétail", "Mopti",
                  "Sources", "prise de position sur le statut d’un territoire"):
        assert any(words in page for page in pages)
    for i, page in enumerate(pages, 1):
        assert re.search(rf"Page {i} \w+ {len(pages)}$", page)


def test_headings_caption_and_tables_are_native(written, snapshot):
    document = Document(written("docx", page="a4"))
    styled = [(one.style.name, one.text) for one in document.paragraphs]
    assert styled[0] == ("Title", "All kinds of incident · Mali")
    assert [text for style, text in styled if style == "Heading 1"] == [
        "Legend", "Incidents", "Sources", "About this map"]
    captions = [text for style, text in styled if style == "Caption"]
    assert captions[0].startswith("Map ") and "Incidents by kind" in captions[1]
    picture, *_samples = document.inline_shapes
    assert picture._inline.docPr.get("descr").startswith("Map. All kinds of incident · Mali.")
    kinds, every = document.tables[1], snapshot.rows(totals(MALI))[0]["incidents"]
    rows = [[cell.text for cell in row.cells] for row in kinds.rows]
    assert rows[0] == ["Kind", "Incidents"] and rows[-1] == ["Total", str(every)]
    assert sum(int(row[1]) for row in rows[1:-1]) == every
    assert kinds.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


def test_numbers_sources_and_disclaimers_are_said(written):
    lines = said(Document(written("docx")))
    assert any(one.startswith("Incidents: ") and "counted apart" in one for one in lines)
    assert any("imply no opinion on the status of any territory" in one for one in lines)
    assert any("Synthetic demonstration" in one for one in lines)
    assert any("Selection code: " in one for one in lines)


@pytest.mark.parametrize(("page", "portrait", "size"), [
    ("a4", True, (210, 297)), ("a4", False, (297, 210)), ("a3", False, (420, 297)),
    ("16:9", False, (297, 210))])
def test_paper_is_the_sheets_or_what_printers_have(written, page, portrait, size):
    path = written("docx", page=page, portrait=portrait)
    section = Document(path).sections[0]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == size
    assert section.orientation == (WD_ORIENT.PORTRAIT if portrait else WD_ORIENT.LANDSCAPE)
    assert faults(path.read_bytes()) == []
    room = section.page_width - section.left_margin - section.right_margin
    assert all(one.width <= room + ROUNDED for one in Document(path).inline_shapes)


def test_every_page_has_mark_marking_and_number(written, hostile):
    section = Document(written("docx", environment={"ATLAS_MARKING": "For briefing"})).sections[0]
    assert INVENTED in [one.text for one in section.header.paragraphs]
    for part in (section.header, section.footer):
        assert "For briefing" in [one.text for one in part.paragraphs]
    fields = [one.get(f"{W}instr") for one in section.footer._element.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    real = written("docx", held=hostile, layers=(Shown("hexagons"),))
    assert all("ynthetic" not in inside.decode() for name, inside in held(
        real.read_bytes()).items() if name.startswith("word/") and name.endswith(".xml"))


def test_the_document_is_in_the_language_of_the_sheet(written):
    parts = held(written("docx", language="fr").read_bytes())
    assert b'w:val="fr-FR"' in parts["word/styles.xml"]
    assert b"en-US" not in parts["word/styles.xml"]
    assert b"<dc:language>fr-FR</dc:language>" in parts["docProps/core.xml"]


def test_the_same_export_gives_the_same_bytes_and_no_clock_is_in_them(written, snapshot):
    one, other = written("docx", "one").read_bytes(), written("docx", "other").read_bytes()
    assert one == other
    stamp = snapshot.id[:8]
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T00:00:00Z".encode()
    assert moments(one) == {NEVER, day}


def test_text_of_files_is_shown_as_text(written, hostile):
    path = written("docx", held=hostile, title=f"Title {HOSTILE}",
                   layers=(Shown("hexagons"),))
    assert faults(path.read_bytes()) == []
    lines = said(Document(path))
    assert lines[0].startswith(f"Title {HOSTILE}")
    assert any(f"Office {HOSTILE}" in one for one in lines)
    assert f"Cite as: {HOSTILE}" in lines


def test_a_person_may_end_it_and_nothing_stays(snapshot, tmp_path):
    def stop(_done, _of):
        raise Cancelled

    for form in ("pptx", "docx"):
        with pytest.raises(Cancelled):
            make(export(form), snapshot, load({}), tmp_path / f"made.{form}", stop)
    assert not list(tmp_path.iterdir())
