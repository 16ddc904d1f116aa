"""Classes that a person chooses, in Chromium: bounds are typed, kept in the link, and exact."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PATIENCE

VIEW = "view=-1.000,15.500,4.80"
SHOWN = "layers=hexagons&window=2019-01-01,2020-12-31"
LABELS = """[...document.querySelectorAll('#legend [data-count^="class-"]')]
  .map((count) => count.previousSibling.textContent)"""


def opened(visit, options=""):
    page = visit.open(f"?{SHOWN}&{VIEW}" + (f"&options={options}" if options else ""))
    visit.legend()
    return page


def choices(page):
    """Open the hexagons' choices, and those about classes within them."""
    page.evaluate("""() => { const own = document.getElementById("layer-hexagons-classes");
      for (let box = own; box; box = box.parentElement) {
        if (box.tagName === "DETAILS") box.open = true; } }""")
    page.wait_for_selector("#layer-hexagons-bounds")


def test_bounds_by_hand_are_the_legends_and_travel_in_the_link(visit):
    page = opened(visit, "hexagons.classes:hand")
    choices(page)
    page.fill("#layer-hexagons-bounds", "2, 5, 10")
    page.wait_for_function(f"{LABELS}.includes('10 and more')", timeout=PATIENCE)
    assert page.evaluate(LABELS)[:4] == ["1", "2 – 4", "5 – 9", "10 and more"]
    page.wait_for_url("**hexagons.bounds**")
    link = page.url
    page.goto(link)
    visit.legend()
    assert page.evaluate("atlas.legend.of('hexagons').bounds.map(([low]) => low)") == [1, 2, 5, 10]
    assert page.input_value("#layer-hexagons-bounds") == "2, 5, 10"


def test_what_cannot_be_read_is_said_and_changes_nothing(visit):
    page = opened(visit)
    before = page.evaluate(LABELS)
    choices(page)
    page.fill("#layer-hexagons-bounds", "9 3")
    page.wait_for_selector("text=3 does not come after 9", timeout=PATIENCE)
    assert page.get_attribute("#layer-hexagons-bounds", "aria-invalid") == "true"
    assert page.evaluate(LABELS) == before


@pytest.mark.parametrize("method", ["quantile", "equal", "natural"])
def test_each_hexagon_is_in_one_class_and_classes_stay_while_time_moves(visit, method):
    page = opened(visit, f"hexagons.classes:{method},hexagons.class-count:4,"
                         "hexagons.colours:cividis")
    bounds = page.evaluate("atlas.legend.of('hexagons').bounds")
    assert 1 < len(bounds) <= 4
    tally = page.evaluate("""() => {
      const held = atlas.draw.hexagons.tally(atlas.legend.of("hexagons"));
      return [0, 1, 2, 3].reduce((all, i) => all + (held["class-" + i] || 0), 0); }""")
    assert tally == page.evaluate("atlas.counts.now().cells.filter((n) => n > 0).length")
    page.evaluate("atlas.clock.set(atlas.state.window.map((day) => day - 365))")
    page.wait_for_timeout(900)
    assert page.evaluate("atlas.clock.length()") in (24, 25)
    if page.evaluate("atlas.clock.length()") == 24:
        assert page.evaluate("atlas.legend.of('hexagons').bounds") == bounds
