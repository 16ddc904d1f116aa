"""No words of a sheet lie over others or are cut: three extents, every layer, two languages."""

from __future__ import annotations

from itertools import combinations

import pytest

from layers.registry import BY_ID
from layers.sheet import areas
from layers.sheet.boxes import boxes
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.mapped import MapAxes

EXTENTS = {"town": (-0.3, 16.1, 0.2, 16.5), "mali": (-12.3, 10.1, 4.3, 25.0),
           "sahel": (-17.0, 9.0, 24.0, 25.5)}
PAGES = {"a4": ("a4", False), "standing": ("a4", True)}


@pytest.fixture(scope="module", autouse=True)
def without_areas():
    """Leave out what is only filled: land, water, hexagons hold no words, and take most time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(areas, "plot", lambda *_, **__: None)
        yield


def on_map(box):
    return not box.name.startswith("sheet/")


def faults(figure):
    """Say which words overlap, and which leave the page or their map."""
    found = boxes(figure)
    wide, tall = (side * 72 for side in figure.get_size_inches())
    said = [f"{a.name} {a.said!r} over {b.name} {b.said!r}"
            for a, b in combinations(found, 2) if a.meets(b)]
    said += [f"{one.name} {one.said!r} leaves the page" for one in found
             if one.x0 < 0 or one.y0 < 0 or one.x1 > wide or one.y1 > tall]
    scale = 72 / figure.dpi
    frame = max((axes.get_window_extent() for axes in figure.axes if isinstance(axes, MapAxes)),
                key=lambda box: box.width)
    x0, y0, x1, y1 = (edge * scale for edge in frame.extents)
    said += [f"{one.name} {one.said!r} leaves the map" for one in found if on_map(one)
             and (one.x0 < x0 - 0.3 or one.y0 < y0 - 0.3 or one.x1 > x1 + 0.3 or one.y1 > y1 + 0.3)]
    return said


@pytest.mark.parametrize("layer", BY_ID)
@pytest.mark.parametrize("extent", EXTENTS)
def test_words_keep_clear_of_each_other(press, layer, extent):
    for language in ("en", "fr"):
        for page, portrait in PAGES.values():
            sheet = Sheet(layers=(Shown(layer),), extent=EXTENTS[extent], language=language,
                          page=page, portrait=portrait, chart="kinds" if portrait else "trend")
            assert faults(compose(sheet, press)) == [], (language, page, portrait)


@pytest.mark.parametrize("page", ["16:9", "1:1", "a3"])
def test_many_layers_have_room_on_every_page(press, page):
    many = tuple(Shown(one) for one in ("hexagons", "taxation", "corridors", "mining", "sites"))
    sheet = Sheet(layers=many, extent=EXTENTS["mali"], page=page, language="fr")
    assert faults(compose(sheet, press)) == []


def test_overlap_would_be_found(press):
    figure = compose(Sheet(layers=(Shown("corridors"),), extent=EXTENTS["mali"]), press)
    figure.axes[0].text(30, 40, "over the title", fontsize=12, gid="sheet/test")
    figure.axes[0].text(800, 300, "cut at the right edge", fontsize=12, gid="sheet/test")
    found = faults(figure)
    assert any("sheet/title" in one for one in found) and any("leaves" in one for one in found)


EVERY = ("hexagons", "taxation", "mining", "seizures", "resilience", "effort", "interventions",
         "corridors", "relations", "sites", "incidents")


@pytest.mark.parametrize("portrait", [True, False])
def test_a_legend_longer_than_a_column_goes_on_in_the_next(press, portrait):
    sheet = Sheet(layers=tuple(map(Shown, EVERY)), extent=EXTENTS["mali"], portrait=portrait)
    figure = compose(sheet, press)
    found = boxes(figure)
    places = [one.x0 for one in found if one.name == "sheet/legend-label"]
    assert max(places) - min(places) > 100
    assert faults(figure) == [] and "Selection code" in {one.said for one in found}
