"""Slides and documents of a small synthetic snapshot, and of one that is not invented."""

from __future__ import annotations

import pytest

from data.selection import Selection
from data.settings import load
from layers.exports.export import Export
from layers.exports.make import make
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from tests.programs import run
from tests.support import plain
from tests.unit.layers.small import small

MALI = Selection.of(country=["ML"])
LAYERS = (Shown("hexagons"), Shown("corridors"))


def export(form, *, many=None, dpi=60, **sheet):
    described = {"selection": MALI, "layers": LAYERS, "page": "16:9", **sheet}
    return Export(form, Sheet(**described), many, dpi=dpi)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return small(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def press(snapshot):
    return Press(snapshot, load({}))


@pytest.fixture(scope="module")
def written(snapshot, tmp_path_factory):
    """Write an export of the synthetic snapshot, each once; return its path."""
    kept = {}

    def write(form, name="made", environment=None, held=None, **described):
        key = repr((form, name, environment, held, described))
        if key not in kept:
            path = tmp_path_factory.mktemp("made") / f"{name}.{form}"
            make(export(form, **described), held or snapshot, load(environment or {}), path)
            kept[key] = path
        return kept[key]

    return write


@pytest.fixture
def hostile(bring, store):
    """Records that are not invented, of a source whose name and citation are no plain words."""
    bring(plain({"id": "a", "licence": "cc-by-4.0", "notes": "x", "citation": HOSTILE},
                extra=["id", "licence", "citation"]), source=f"Office {HOSTILE}")
    return store.require()


HOSTILE = '<b>&amp; "q" ]]> =1+1 {x} é'


@pytest.fixture(scope="session")
def profile(tmp_path_factory):
    return tmp_path_factory.mktemp("office")


@pytest.fixture
def converted(profile, tmp_path):
    """Let LibreOffice open a file; return the words of each of its pages."""

    def convert(path):
        run("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
            "pdf", "--outdir", tmp_path, path)
        text = run("pdftotext", "-layout", tmp_path / f"{path.stem}.pdf", "-")
        return [" ".join(page.split()) for page in text.split("\f")[:-1]]

    return convert
