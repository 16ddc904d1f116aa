"""A sheet as composed: what it says, where it says it, and that it is true."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from data.errors import UsageError
from data.selection import Selection
from data.settings import load
from layers.sheet.boxes import boxes
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import frame
from layers.sheet.furniture.numbers import told
from layers.sheet.gather import gathered
from layers.sheet.mapped import MapAxes
from layers.sheet.press import Press
from layers.sheet.projection import GEOD

MALI = Selection.of(country=["ML"])
EXTENTS = {"town": (-0.3, 16.1, 0.2, 16.5), "mali": (-12.3, 10.1, 4.3, 25.0),
           "sahel": (-17.0, 9.0, 24.0, 25.5), "world": (-170.0, -50.0, 170.0, 70.0)}


def words(figure):
    return [box.said for box in boxes(figure)]


def said(figure, name):
    return " ".join(box.said for box in boxes(figure) if box.name == f"sheet/{name}")


def main_map(figure):
    return max((axes for axes in figure.axes if isinstance(axes, MapAxes)),
               key=lambda axes: axes.get_position().width)


@pytest.mark.parametrize("extent", EXTENTS.values(), ids=EXTENTS)
@pytest.mark.parametrize("page", ["a4", "16:9"])
def test_the_scale_bar_is_true_at_the_centre(press, extent, page):
    figure = compose(Sheet(layers=(Shown("corridors"),), extent=extent, page=page), press)
    axes = main_map(figure)
    parts: list[Any] = [one for one in figure.axes[0].patches
                        if one.get_gid() == "sheet/scale" and isinstance(one, Rectangle)]
    assert len(parts) == 4
    long = sum(float(one.get_width()) for one in parts) * axes.metres_a_point
    ends = axes.projection.degrees(np.array([(-long / 2, 0.0), (long / 2, 0.0)]))
    ground = GEOD.inv(*ends[0], *ends[1])[2]
    (text,) = [one for one in words(figure) if one.endswith(" km") and one[0].isdigit()]
    assert ground == pytest.approx(float(text.split()[0].replace(",", "")) * 1000, rel=0.01)


def test_numbers_add_up_in_every_view(press):
    for extent in EXTENTS.values():
        sheet = Sheet(layers=(Shown("hexagons"),), extent=extent)
        numbers = gathered(sheet, press, frame(sheet, press, 500, 300)).numbers
        assert numbers.shown + numbers.beyond + numbers.apart == numbers.incidents
    assert numbers.beyond == 0


def test_hexagons_without_a_value_are_told_as_such_and_not_as_kept_back(press):
    sheet = Sheet(layers=(Shown("hexagons", options=(("metric", "deaths"),)),),
                  extent=EXTENTS["mali"])
    content = gathered(sheet, press, frame(sheet, press, 500, 300))
    numbers = content.numbers
    assert numbers.bare > 0 and numbers.left == 0 == numbers.withheld
    assert numbers.incidents == numbers.shown + numbers.beyond + numbers.apart + numbers.bare
    said = dict(told(content, "en"))
    assert said["in hexagons without a value to show"] == numbers.bare
    assert "in no count: fewer than 5 alike" not in said


def test_a_town_shows_fewer_than_a_country(press):
    shown = []
    for extent in (EXTENTS["town"], EXTENTS["mali"]):
        sheet = Sheet(layers=(Shown("hexagons"),), extent=extent, resolution=4)
        shown.append(gathered(sheet, press, frame(sheet, press, 500, 300)).numbers.shown)
    assert 0 <= shown[0] < shown[1]


def test_the_title_is_the_selection_in_words_and_may_be_another(press):
    own = compose(Sheet(selection=MALI), press)
    assert said(own, "title") == "All kinds of incident · Mali"
    given = compose(Sheet(selection=MALI, title="Gold and cattle", subtitle=""), press)
    assert said(given, "title") == "Gold and cattle" and said(given, "subtitle") == ""


def test_a_long_title_wraps_and_is_whole(press):
    title = "A title of very many words that has to wrap " * 3
    figure = compose(Sheet(selection=MALI, title=title.strip(), page="1:1"), press)
    lines = [box for box in boxes(figure) if box.name == "sheet/title"]
    assert len(lines) > 1 and " ".join(box.said for box in lines) == title.strip()


def test_a_layer_without_data_in_view_says_so(press):
    nowhere = Sheet(layers=(Shown("hexagons"),), extent=(100.0, 60.0, 110.0, 65.0))
    assert said(compose(nowhere, press), "legend-empty") == "Nothing of it lies in this view."
    empty = Sheet(selection=Selection.of(from_="1950", to="1951"), layers=(Shown("hexagons"),))
    assert "No data in this selection." in said(compose(empty, press), "legend-empty")


def test_invented_data_is_marked_across_the_map(press):
    figure = compose(Sheet(selection=MALI), press)
    marks = [one for one in figure.axes[0].texts if one.get_gid() == "sheet/synthetic"]
    assert len(marks) == 2
    page = figure.bbox.bounds
    x0, y0, x1, y1 = main_map(figure).get_window_extent().extents
    for one in marks:
        box = one.get_window_extent()
        assert x0 <= box.x0 and box.x1 <= x1 and y0 - 1 <= box.y0 and box.y1 <= y1 + 1, page


def test_the_day_is_as_given_and_never_read_from_a_clock(press):
    given = said(compose(Sheet(made_on=dt.date(2031, 5, 6)), press), "foot")
    assert "made on 6 May 2031" in given
    assert "made on" not in said(compose(Sheet(), press), "foot")


def test_an_organisation_stands_on_it(snapshot):
    own = Press(snapshot, load({
        "ATLAS_ORGANISATION": "Office for Examples", "ATLAS_MARKING": "For briefing",
        "ATLAS_DISCLAIMER": "Our own words.", "ATLAS_ACCENT": "#aa1122",
        "ATLAS_PUBLIC_ADDRESS": "https://atlas.example.org"}))
    figure = compose(Sheet(selection=MALI), own)
    assert said(figure, "organisation") == "Office for Examples"
    assert said(figure, "marking") == "For briefing For briefing"
    assert "Our own words." in said(figure, "foot")
    assert any(one.get_gid() == "sheet/qr" for one in figure.axes[0].patches)
    assert "".join(words(figure)).count("https://atlas.example.org/?country=ML&") == 1


def test_without_an_address_the_selection_has_a_code(press):
    one, other = (said(compose(Sheet(selection=chosen), press), "code")
                  for chosen in (MALI, Selection()))
    assert one.startswith("Selection code ") and one != other


@pytest.mark.parametrize(("layer", "page"), [("gold", "a4"), ("hexagons", "a0")])
def test_what_there_is_not_is_refused(layer, page):
    with pytest.raises(UsageError):
        Sheet(layers=(Shown(layer),), page=page)


def test_french_is_spoken(press):
    figure = compose(Sheet(selection=MALI, language="fr"), press)
    assert "Tous les types d’incident" in said(figure, "title")
    assert "Légende" in words(figure)
