"""Slides: native title, legend, chart, table and notes; opened by LibreOffice; the same bytes."""

from __future__ import annotations

import matplotlib.image
import numpy as np
import pytest
from docx import Document
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from data.errors import AtlasError
from data.queries.stats import totals
from data.selection import Selection
from layers.sheet.description import Shown
from layers.sheet.fitting import frame
from layers.sheet.gather import gathered
from tests.programs import needs
from tests.unit.layers.documents.conftest import HOSTILE, MALI, export
from tests.unit.layers.documents.parts import NEVER, faults, held, moments

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
INVENTED = "Contains synthetic demonstration data: invented, not findings."
CROWDED = tuple(Shown(id) for id in ("hexagons", "corridors", "sites", "interventions",
                                     "resilience", "vulnerability", "mining"))


def texts(shapes):
    found = []
    for shape in shapes:
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            found += texts(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text)
    return found


def named(slide, name):
    (shape,) = [one for one in slide.shapes if one.name == name]
    return shape


@needs("soffice", "pdftotext")
def test_libreoffice_opens_slides_and_shows_their_words(written, converted):
    first, second = converted(written("pptx", language="fr"))
    for said in ("Tous les types d’incident · Mali", "Légende", "Incidents par hexagone",
                 "Corridors, selon des documents", "Données au"):
        assert said in first
    assert "Vol de bétail" in second and "Incidents par" in second


def test_a_legend_that_no_slide_holds_is_cut_and_the_numbers_stay(written):
    every = (*CROWDED, *map(Shown, ("taxation", "seizures", "relations", "incidents", "flows")))
    slide = Presentation(written("pptx", layers=every)).slides[1]
    (group,) = [one for one in slide.shapes if one.name == "legend"]
    said = [(one.name, one.text_frame.text) for one in group.shapes if one.has_text_frame]
    (cut,) = [at for at, (_, text) in enumerate(said) if "which the atlas lists" in text]
    assert said[cut - 1][0] != "legend title"
    assert {"in the selection", "shown on the map"} <= {
        text for name, text in said[cut:] if name == "number label"}


def test_titles_pictures_and_tables_are_native(written, snapshot, press):
    deck = Presentation(written("pptx"))
    assert (deck.slide_width, deck.slide_height) == (Pt(720), Pt(405))
    first, second = deck.slides
    assert first.shapes.title.text_frame.text == "All kinds of incident · Mali"
    picture = named(first, "map")
    said = picture._element.nvPicPr.cNvPr.get("descr")
    assert said.startswith("Map. All kinds of incident · Mali.") and "Corridors" in said
    chart, table = named(second, "chart").chart, named(second, "table").table
    every = snapshot.rows(totals(MALI))[0]["incidents"]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Kind", "Incidents"] and rows[-1] == ["Total", f"{every:,}"]
    assert sum(int(row[1].replace(",", "")) for row in rows[1:-1]) == every
    left_out = [one for one in texts(second.shapes) if "month is not known" in one]
    unknown = int(left_out[0].split()[0]) if left_out else 0
    assert sum(chart.plots[0].series[0].values) + unknown == every


def test_notes_tell_numbers_sources_and_what_must_be_known(written, press):
    sheet = export("pptx").sheet
    content = gathered(sheet, press, frame(sheet, press, 480, 300))
    for slide in Presentation(written("pptx")).slides:
        said = slide.notes_slide.notes_text_frame.text
        assert f"{content.numbers.incidents} in the selection" in said
        assert f"{content.numbers.withheld} withheld" in said
        for source in content.sources:
            assert source.title in said and source.licence in said
        assert "imply no opinion on the status of any territory" in said
        assert content.digest in said and "Selection code" in said


def test_the_legend_is_shapes_and_words_with_the_counts_of_the_drawing(written, press):
    sheet = export("pptx").sheet
    content = gathered(sheet, press, frame(sheet, press, 480, 300))
    (first, _) = Presentation(written("pptx")).slides
    said = texts(named(first, "legend").shapes)
    for part in content.parts:
        assert part.legend.title in said
        for entry in part.legend.entries:
            assert entry.live or entry.label in said
    hexagons = [one for one in named(first, "legend").shapes if one.name == "legend hexagon"]
    classes = content.parts[0].legend.classes()
    assert [str(one.fill.fore_color.rgb).lower() for one in hexagons] == [
        one.style.colours[0].removeprefix("#") for one in classes]


def test_a_legend_without_room_has_a_slide_of_its_own(written):
    slides = list(Presentation(written("pptx", layers=CROWDED)).slides)
    assert [one.shapes.title.text_frame.text for one in slides][1:] == [
        "Legend", "Incidents in numbers"]
    deck_height = Pt(405)
    for shape in named(slides[1], "legend").shapes:
        assert shape.top + shape.height <= deck_height - Pt(20)


def test_every_slide_has_the_mark_of_invented_data_and_others_have_none(written, hostile):
    for slide in Presentation(written("pptx")).slides:
        assert INVENTED in texts(slide.shapes)
    real = written("pptx", held=hostile, layers=(Shown("hexagons"),))
    for slide in Presentation(real).slides:
        assert INVENTED not in texts(slide.shapes)
        assert "ynthetic" not in slide.notes_slide.notes_text_frame.text


def test_runs_are_in_the_language_of_the_sheet(written):
    parts = held(written("pptx", language="fr").read_bytes())
    slides = [inside.decode() for name, inside in parts.items()
              if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes"))]
    assert len(slides) == 4
    for inside in slides:
        runs = inside.count("<a:r>")
        assert runs and inside.count('lang="fr-FR"') >= runs and "en-US" not in inside


def test_an_organisation_stands_on_it(written, tmp_path):
    Image.new("RGB", (80, 40), "#aa1122").save(tmp_path / "logo.png")
    path = written("pptx", environment={
        "ATLAS_ORGANISATION": "Office for Examples", "ATLAS_MARKING": "For briefing",
        "ATLAS_DISCLAIMER": "Our own words.", "ATLAS_ACCENT": "#aa1122",
        "ATLAS_LOGO": str(tmp_path / "logo.png"),
        "ATLAS_PUBLIC_ADDRESS": "https://atlas.example.org"})
    deck = Presentation(path)
    for slide in deck.slides:
        said = texts(slide.shapes)
        assert "Office for Examples" in said and said.count("For briefing") == 2
        assert named(slide, "logo").width == 2 * named(slide, "logo").height
        notes = slide.notes_slide.notes_text_frame.text
        assert "Our own words." in notes and "https://atlas.example.org/?country=ML" in notes
    assert b'accent1><a:srgbClr val="AA1122"' in held(path.read_bytes())["ppt/theme/theme1.xml"]
    assert deck.core_properties.author == "Office for Examples"


def test_a_logo_may_be_a_drawing(written, tmp_path):
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">'
        '<rect width="30" height="10" fill="#aa1122"/></svg>')
    environment = {"ATLAS_LOGO": str(tmp_path / "logo.svg")}
    (first, *_) = Presentation(written("pptx", environment=environment)).slides
    assert named(first, "logo").width == pytest.approx(3 * named(first, "logo").height, rel=1e-3)
    header = Document(written("docx", environment=environment)).sections[0].header
    assert [one.target_part.content_type for one in header.part.rels.values()] == ["image/png"]


def test_a_logo_that_is_no_picture_is_told(written, tmp_path):
    (tmp_path / "logo.png").write_text("no picture")
    for form in ("pptx", "docx"):
        with pytest.raises(AtlasError, match="logo"):
            written(form, environment={"ATLAS_LOGO": str(tmp_path / "logo.png")})


@pytest.mark.parametrize(("page", "portrait"), [("a3", True), ("1:1", False)])
def test_nothing_needs_repair_on_any_page(written, page, portrait):
    path = written("pptx", page=page, portrait=portrait)
    assert faults(path.read_bytes()) == []
    deck = Presentation(path)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width + 1
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height + 1


def test_the_same_export_gives_the_same_bytes_and_no_clock_is_in_them(written, snapshot):
    one, other = written("pptx", "one").read_bytes(), written("pptx", "other").read_bytes()
    assert one == other
    assert {said for said in moments(one) if said != NEVER} <= {_day(snapshot)}


def _day(snapshot):
    """The day on which the data was put together, as its id begins with it."""
    stamp = snapshot.id[:8]
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T00:00:00Z".encode()


def test_text_of_files_is_shown_as_text(written, hostile):
    path = written("pptx", held=hostile, title=f"Title {HOSTILE} of words",
                   layers=(Shown("hexagons"),))
    assert faults(path.read_bytes()) == []
    (first, *_) = Presentation(path).slides
    assert first.shapes.title.text_frame.text.startswith(f"Title {HOSTILE}")
    assert f"Office {HOSTILE}" in first.notes_slide.notes_text_frame.text


def test_nothing_to_count_is_no_slide(written):
    nowhere = Selection.of(from_="1950", to="1951")
    (only,) = Presentation(written("pptx", selection=nowhere)).slides
    assert "No data in this selection." in texts(named(only, "legend").shapes)


def test_the_map_is_drawn_in_the_dots_asked_for(written):
    sizes = []
    for dpi in (50, 100):
        (first, *_) = Presentation(written("pptx", dpi=dpi)).slides
        sizes.append(named(first, "map").image.size[0])
    assert sizes[1] == pytest.approx(2 * sizes[0], abs=2)


def test_the_picture_shows_a_map(written, tmp_path):
    (first, *_) = Presentation(written("pptx")).slides
    (tmp_path / "map.png").write_bytes(named(first, "map").image.blob)
    pixels = matplotlib.image.imread(tmp_path / "map.png")
    assert len(np.unique((pixels[::3, ::3, :3] * 15).astype(int).reshape(-1, 3), axis=0)) > 20
