"""What must stay never leaves: in no form that is registered, under no option, in no file.

Every form of `FORMS` is in these tests by itself.
"""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from data import settings as configuration
from data.ingest.options import Options
from data.ingest.run import import_files
from data.packages.order import MAPS
from data.selection import Selection
from data.store import Store
from layers.exports.again import again
from layers.exports.clock import Clock
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.make import make
from layers.exports.manifest import read
from layers.exports.many import Atlas, Brief, Compare, Series
from layers.exports.saved import file_ending
from layers.registry import LAYERS
from layers.sheet.description import Sheet, Shown
from tests.opened import mentions
from tests.support import plain

MARKER = "Zqxforbidden"
LAT, LON = 16.123457, -1.234567
EXTRA = ["id", "licence", "place", "actor", "citation", "source_url", "sensitivity", "commodity",
         "quantity", "unit"]
OPEN = [{"id": f"open-{n}", "licence": "cc-by-4.0", "date": f"202{n % 2 + 3}-0{n + 1}-07",
         "lat": 16.27 + n / 9, "lon": -0.04 - n / 2, "notes": "told"} for n in range(4)]
SINGLES = ("incidents", "seizures")
SHADE = 16
"""How much colours of the same picture may differ by its palette."""
DRAWN = [name for name, form in FORMS.items() if form.drawn]
PACKED = [name for name, form in FORMS.items() if not form.drawn]
WRITERS = {form.writer: name for name, form in reversed(FORMS.items()) if form.several}
"""The first form of each writer of several sheets; its other forms save the same drawings."""
WAYS = {
    "atlas": Atlas(1), "series": Series("year"), "brief": Brief("Gao"),
    "compare": Compare((dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
                       (dt.date(2024, 1, 1), dt.date(2024, 12, 31))),
}


SEVERAL = [(name, way) for place, name in enumerate(sorted(WRITERS.values(), key=list(FORMS).index))
           for way in (WAYS if place == 0 else ("compare",))]


def marked(id: str, **more: Any) -> dict[str, Any]:
    """Return a record that must stay, marked in all that holds text, at odd coordinates."""
    return {"id": f"{MARKER}-{id}", "notes": f"{MARKER} notes", "place": f"{MARKER} place",
            "actor": f"{MARKER} actor", "citation": f"{MARKER} citation", "date": "2024-02-03",
            "source_url": f"https://example.org/{MARKER}", "commodity": f"{MARKER} goods",
            "lat": LAT, "lon": LON, **more}


FORBIDDEN = {
    "Closed source": [marked("a", licence="acled"),
                      marked("b", licence="no-redistribution", kind="cattle_theft"),
                      marked("c", licence="a licence nobody knows", date="2023-05-06")],
    "Own source": [marked("d", licence="cc-by-4.0", sensitivity="confidential"),
                   marked("e", licence="cc-by-4.0", sensitivity="restricted", date="2023-05-06",
                          kind="seizure", quantity=3, unit="kg")],
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return configuration.load({}, store=tmp_path_factory.mktemp("none") / "store", language="en")


@pytest.fixture(scope="module")
def stores(tmp_path_factory, settings):
    """Data with the records that must stay, without them, and with them all let out."""
    kept: dict[str, dict[str, list[dict[str, Any]]]] = {
        "closed": {"Open source": OPEN, **FORBIDDEN}, "without": {"Open source": OPEN},
        "let out": {"Open source": OPEN, **{source: [
            {**row, "licence": "cc-by-4.0", "sensitivity": ""} for row in rows]
            for source, rows in FORBIDDEN.items()}}}
    found = {}
    for name, sources in kept.items():
        folder = tmp_path_factory.mktemp("data")
        found[name] = Store(folder / "store")
        for source, rows in sources.items():
            (folder / "f.csv").write_text(plain(*rows, extra=EXTRA))
            import_files(found[name], [folder / "f.csv"], Options(source=source), settings)
    return found


@pytest.fixture
def made(stores, settings, tmp_path):
    """Write an export into a folder of its own, and return the folder."""

    def run(export: Export, data: str = "closed", own: Any = None) -> Any:
        if export.form == "mp4" and not shutil.which("ffmpeg"):
            pytest.skip("no encoder is installed")
        folder = tmp_path / f"{data} {len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        make(export, stores[data].require(), own or settings, folder / _name(export))
        return folder

    return run


def _name(export: Export) -> str:
    return f"x.{file_ending(export)}"


def asked(form: str, many: Any = None, **more: Any) -> Export:
    """Describe an export that shows single incidents, small so that it is quick."""
    layers = tuple(Shown(id) for id in SINGLES) if form in MAPS or form in DRAWN else ()
    return Export(form, Sheet(layers=layers, **more), many, Clock(step="year"), dpi=40)


def found(folder: Any) -> list[str]:
    return mentions(folder, MARKER, numbers=(LAT, LON))


@pytest.mark.parametrize("form", list(FORMS))
def test_no_form_holds_what_must_stay(made, form):
    export = asked(form)
    if form in MAPS:
        layers = tuple(Shown(layer.id) for layer in LAYERS)
        export = replace(export, sheet=replace(export.sheet, layers=layers))
    assert found(made(export)) == []


@pytest.mark.parametrize("form", PACKED)
def test_the_search_would_find_it_in_every_package(made, form):
    assert found(made(asked(form), "let out"))


@pytest.mark.parametrize(("form", "way"), SEVERAL)
def test_no_form_of_several_sheets_holds_it(made, form, way):
    assert found(made(asked(form, WAYS[way]))) == []


@pytest.mark.parametrize("options", [
    {"notes": False}, {"coarsen": 9, "language": "fr"}, {"selection": Selection(text=MARKER)}],
    ids=["no notes", "coarsened", "sought for"])
@pytest.mark.parametrize("form", PACKED)
def test_no_option_lets_it_out(made, form, options):
    folder = made(asked(form, **options))
    if "selection" in options and options["selection"].text:
        # The filter is a person's own word, and stands on what it made; the records do not.
        assert mentions(folder, f"{MARKER} notes", f"{MARKER}-", numbers=(LAT, LON)) == []
    else:
        assert found(folder) == []


@pytest.mark.parametrize("form", PACKED)
def test_a_reproduction_holds_nothing_more_than_may_leave_today(stores, made, settings, tmp_path,
                                                                form):
    """Neither does one of a manifest that claims looser rules."""
    export = asked(form)
    folder = made(export)
    name = _name(export)
    manifest = read(folder / (name if name.endswith("zip") else f"{name}.manifest.json"))
    loose = replace(manifest, settings={
        **manifest.settings, "export_sensitivity": "confidential", "export_unstated": True})
    (tmp_path / "again").mkdir()
    held = stores["closed"].require()
    assert again(loose, held, settings, tmp_path / "again" / name).files
    assert found(tmp_path / "again") == []


def shown(folder: Any) -> Any:
    """Return the pixels of the map's middle, in every frame or page; shape (n, h, w, 3)."""
    (path,) = [one for one in folder.iterdir() if one.suffix in (".png", ".gif")]
    frames = []
    with Image.open(path) as picture:
        for place in range(getattr(picture, "n_frames", 1)):
            picture.seek(place)
            whole = np.asarray(picture.convert("RGB"))
            high, wide = whole.shape[:2]
            frames.append(whole[high * 3 // 10:high * 6 // 10, wide // 10:wide * 6 // 10])
    return np.array(frames)


def farthest(first: Any, second: Any) -> int:
    """Return by how much the most different of two pictures' dots differ, 0 to 255."""
    return int(np.abs(first.astype(int) - second.astype(int)).max())


@pytest.mark.parametrize("form", [name for name in DRAWN if FORMS[name].media in (
    "image/png", "image/gif")])
def test_pictures_are_those_of_data_without_it(made, form):
    view = {"view": (-1.0, 16.3, 6.5), "selection": Selection.of(from_="2023", to="2024")}
    closed, without, let_out = (shown(made(asked(form, **view), data))
                                for data in ("closed", "without", "let out"))
    # A palette is made of all of a picture, and words beside the map differ.
    assert farthest(closed, without) <= SHADE < farthest(let_out, without)
