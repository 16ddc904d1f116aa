"""A logo that is a drawing stays one, looks as it was drawn, or is refused with a way out."""

from __future__ import annotations

import io
import shutil
import subprocess

import numpy as np
import pytest
from matplotlib.image import imread, imsave

from data.errors import AtlasError
from data.settings import load
from layers.sheet import logo
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from layers.sheet.save import save

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
poppler = pytest.mark.skipif(not shutil.which("pdfimages"), reason="poppler-utils is not installed")


@pytest.fixture
def seen(tmp_path):
    """Return a function: the pixels of a drawing, ten to a unit, as red, green, blue, opacity."""
    def draw(body, head=HEAD):
        path = tmp_path / "logo.svg"
        path.write_text(f"{head}{body}</svg>")
        return imread(io.BytesIO(logo.png(path, 200)))

    return draw


def at(pixels, x, y):
    return tuple(np.round(pixels[int(y * 10), int(x * 10)], 2))


RED, BLUE, GONE = (1.0, 0.0, 0.0, 1.0), (0.0, 0.0, 1.0, 1.0), 0.0


@pytest.mark.parametrize("body", [
    '<rect x="10" y="5" width="20" height="10" fill="red"/>',
    '<path d="M10 5h20v10h-20z" style="fill:#f00"/>',
    '<style>.a{fill:#ff0000}</style><polygon class="a" points="10,5 30,5 30,15 10,15"/>',
    '<g fill="rgb(255,0,0)" transform="translate(10 5)"><rect width="20" height="10"/></g>',
    '<g transform="scale(2)"><g transform="translate(5,2.5)"><path fill="red" '
    'd="M0 0 L10 0 L10 5 L0 5 Z"/></g></g>',
    '<line x1="10" x2="30" y1="10" y2="10" stroke="red" stroke-width="10"/>',
    '<rect x="5" y="-30" width="10" height="20" fill="red" transform="rotate(90)"/>',
], ids=["rect", "path", "class", "group", "nested", "line", "turned"])
def test_shapes_stand_where_they_were_drawn(seen, body):
    pixels = seen(body)
    assert pixels.shape == (200, 400, 4)
    assert at(pixels, 20, 10) == RED
    assert all(at(pixels, x, y)[3] == GONE for x, y in [(5, 10), (35, 10), (20, 2), (20, 18)])


@pytest.mark.parametrize("rule", ["evenodd", "nonzero"])
def test_holes_go_by_the_rule_that_the_drawing_names(seen, rule):
    body = (f'<path fill-rule="{rule}" fill="blue" '
            'd="M10 0h20v20h-20z M15 5h10v10h-10z"/>')
    pixels = seen(body)
    assert at(pixels, 12, 10) == BLUE
    assert (at(pixels, 20, 10)[3] == GONE) == (rule == "evenodd")


def test_curves_and_opacity_are_drawn(seen):
    pixels = seen('<circle cx="20" cy="10" r="8" fill="blue" opacity=".5"/>')
    assert at(pixels, 20, 10)[3] == pytest.approx(0.5, abs=0.01)
    assert at(pixels, 26, 10)[3] > 0 and at(pixels, 26, 16)[3] == GONE


@pytest.mark.parametrize(("body", "named"), [
    ('<text x="1" y="9">Name</text>', "text"), ('<image href="x.png"/>', "image"),
    ('<rect width="9" height="9" fill="url(#g)"/>', "gradient"),
    ('<g filter="url(#f)"><rect width="9" height="9"/></g>', "filter"),
    ("<style>rect{fill:red}</style>", "rect")])
def test_what_is_not_drawn_is_refused_and_png_is_named(tmp_path, body, named):
    path = tmp_path / "logo.svg"
    path.write_text(f"{HEAD}{body}</svg>")
    with pytest.raises(AtlasError) as raised:
        logo.png(path)
    said = raised.value.message.render("en")
    assert named in said and "PNG" in said


@pytest.mark.parametrize("content", ["", "<svg", "<html/>", HEAD + "<path d='M0 0 Q'/></svg>",
                                     '<svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_what_is_no_drawing_is_refused(tmp_path, content):
    path = tmp_path / "logo.svg"
    path.write_text(content)
    with pytest.raises(AtlasError):
        logo.size(path)


@poppler
def test_a_drawing_stays_vectors_in_a_pdf(press, tmp_path):
    drawing, picture = tmp_path / "logo.svg", tmp_path / "logo.png"
    drawing.write_text(f'{HEAD}<circle cx="20" cy="10" r="8" fill="blue"/></svg>')
    imsave(picture, np.ones((20, 40, 3)))
    counts = []
    for path in (drawing, picture):
        own = Press(press.held, load({"ATLAS_LOGO": str(path), "ATLAS_ORGANISATION": "Office"}))
        save(compose(Sheet(layers=(Shown("sites"),)), own), tmp_path / "sheet.pdf", "pdf")
        listed = subprocess.run(["pdfimages", "-list", tmp_path / "sheet.pdf"], check=True,
                                capture_output=True).stdout
        counts.append(len(listed.splitlines()))
    assert counts[0] == 2 < counts[1]
