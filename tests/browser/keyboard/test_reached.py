"""Every control is reached by the Tab key alone, is to be seen there, and shows that it is."""

from __future__ import annotations

import pytest

from tests.browser.conftest import READY
from tests.browser.keys import stops

WANTED = {"left-toggle", "right-toggle", "table-toggle", "compare-toggle", "charts-toggle",
          "export-open", "more-menu", "map", "zoom-in", "zoom-out", "home", "area-tool", "play",
          "step-back", "step-on", "clock-more", "window-length", "window-band", "window-start",
          "window-end"}
ROOMY = {"search", "window-mode", "clock-step", "window-from", "window-to", "clear-filters",
         "resolution", "filter-kind", "filter-from", "filter-unit", "layer-hexagons-on"}
ON_A_PHONE = {"table-toggle", "compare-toggle", "charts-toggle", "export-open"}
"""What stands in the menu there, and is reached once that is open."""


@pytest.mark.parametrize(("size", "wanted"), [
    ((1440, 900), WANTED | ROOMY), ((720, 450), WANTED), ((390, 844), WANTED - ON_A_PHONE)])
def test_of_the_map_page(visit, size, wanted):
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = visit.open("?layers=hexagons")
    found = stops(page)
    assert [stop for stop in found if stop["fault"]] == []
    assert wanted <= {stop["name"] for stop in found}


def test_of_a_drawer_and_of_nothing_under_it(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open("?layers=hexagons")
    page.evaluate("document.getElementById('map').focus()")
    page.evaluate("atlas.panels.open('left')")
    assert page.evaluate("document.activeElement.id") == "left-panel"
    found = stops(page)
    names = {stop["name"] for stop in found}
    assert [stop for stop in found if stop["fault"]] == []
    assert {"layer-hexagons-on", "resolution", "filter-kind", "clear-filters"} <= names
    assert not names & {"map", "zoom-in", "area-tool"}
    page.evaluate("document.getElementById('layer-hexagons-on').focus()")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "map"


@pytest.mark.parametrize("path", ["import", "incident/new", "region/ML-7"])
def test_of_a_page_beside_the_map(visit, path):
    page = visit.page
    page.set_viewport_size({"width": 720, "height": 450})
    page.goto(f"{visit.address}{path}?lang=fr")
    page.wait_for_selector(READY)
    found = stops(page)
    assert [stop for stop in found if stop["fault"]] == []
    assert len(found) > 4
