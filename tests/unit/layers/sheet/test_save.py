"""Files of a sheet, opened by programs not written here; the same bytes every time."""

from __future__ import annotations

import io
import shutil
import subprocess
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure
from matplotlib.image import imread

from data.errors import UsageError
from data.selection import Selection
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.save import save

SHEET = Sheet(selection=Selection.of(country=["ML"]),
              layers=(Shown("hexagons"), Shown("corridors"), Shown("taxation")), language="fr")
SVG = "{http://www.w3.org/2000/svg}"
poppler = pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler-utils is not installed")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


@pytest.fixture(scope="module")
def pdf(press, tmp_path_factory):
    path = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    save(compose(SHEET, press), path, "pdf")
    return path


@poppler
def test_pdf_has_its_fonts_within_and_text_that_can_be_selected(pdf):
    fonts = run("pdffonts", pdf).decode().splitlines()[2:]
    assert fonts and all("DejaVuSans" in line for line in fonts)
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    text = run("pdftotext", pdf, "-").decode()
    for said in ("Tous les types d’incident · Mali", "Légende", "Sources", "BURKINA FASO"):
        assert said in text


@poppler
def test_pdf_is_vectors_and_one_page_of_its_size(pdf):
    assert len(run("pdfimages", "-list", pdf).splitlines()) <= 2
    about = run("pdfinfo", pdf).decode()
    assert "Pages:           1" in about and "841.89 x 595.276" in about and "A4" in about
    assert "CreationDate" not in about


@poppler
def test_pdf_is_drawn_by_another_program(pdf, tmp_path):
    run("pdftoppm", "-r", "50", "-png", pdf, tmp_path / "page")
    (drawn,) = tmp_path.glob("page*.png")
    picture = imread(drawn)
    assert picture.shape[:2] == (414, 585)
    assert picture.std() > 0.05


def test_svg_has_text_as_text_and_no_picture(press):
    written = io.BytesIO()
    save(compose(SHEET, press), written, "svg")
    root = ElementTree.fromstring(written.getvalue())
    texts = {"".join(node.itertext()) for node in root.iter(f"{SVG}text")}
    assert {"Légende", "BURKINA FASO", "Tous les types d’incident · Mali"} <= texts
    assert not list(root.iter(f"{SVG}image"))


@pytest.mark.parametrize("form", ["png", "pdf", "svg"])
def test_the_same_sheet_gives_the_same_bytes(press, form):
    def written():
        into = io.BytesIO()
        save(compose(SHEET, press), into, form, 60)
        return into.getvalue()

    assert written() == written()


@pytest.mark.parametrize("dpi", [60, 120])
def test_png_has_the_dots_asked_for(press, dpi, tmp_path):
    save(compose(Sheet(page="1:1", layers=(Shown("corridors"),)), press),
         tmp_path / "sheet.png", "png", dpi)
    assert imread(tmp_path / "sheet.png").shape[:2] == (int(7.5 * dpi), int(7.5 * dpi))


@pytest.mark.parametrize(("form", "dpi"), [("bmp", 100), ("png", 5), ("png", 5000)])
def test_what_cannot_be_written_is_refused(press, form, dpi, tmp_path):
    with pytest.raises(UsageError):
        save(compose(Sheet(layers=()), press), tmp_path / "x", form, dpi)
    assert not list(tmp_path.iterdir())


@pytest.mark.filterwarnings("ignore:Glyph:UserWarning")
def test_svg_is_read_whatever_characters_a_source_writes(tmp_path):
    figure = Figure()
    figure.text(0.1, 0.5, "Gao\x07 \x1b[31m \ufffe été <b>")
    save(figure, tmp_path / "x.svg", "svg")
    said = "".join(ElementTree.parse(tmp_path / "x.svg").getroot().itertext())
    assert "Gao" in said and "été <b>" in said
