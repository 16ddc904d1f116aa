"""A comparison in Chromium: what the browser counts is what the server draws, at any window."""

from __future__ import annotations

import pytest

from callbacks.context import Context
from data import settings as configuration
from data.analysis.ratio import adjusted, p_value
from data.comparison import against
from data.selection import Selection
from layers.registry import BY_ID
from tests.browser.axe import violations
from tests.browser.conftest import PATIENCE

LAYER = BY_ID["difference"]
VIEW = "view=-1.000,15.500,4.80"
WINDOW = "2019-01-01,2021-12-31"
KEYS = """() => {
  const { compare } = atlas, now = compare.sum(), { lo, hi } = compare.cells().columns;
  const name = (i) => hi[i].toString(16) + lo[i].toString(16).padStart(8, "0");
  return Object.fromEntries(now.at.filter((i) => now.keys[i]).map((i) => [name(i), now.keys[i]]));
}"""
STEADY = "() => atlas.compare && atlas.compare.sum() && atlas.legend.of('difference')"


@pytest.fixture(scope="module")
def context(store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    return Context(configuration.load({}, store=folder, demo_store=folder, language="en"), store)


def opened(visit, more="", window=WINDOW):
    page = visit.open(f"?layers=difference&{VIEW}&window={window}{more}")
    page.wait_for_function(STEADY, timeout=PATIENCE)
    page.wait_for_selector("#compare-told .compare-says", timeout=PATIENCE)
    page.wait_for_timeout(400)
    return page


def expected(context, page, options):
    first, last = page.evaluate("atlas.state.window.map((day) => atlas.dates.iso(day))")
    request = context.request(
        selection=Selection.from_query(f"from={first}&to={last}"),
        resolution=page.evaluate("atlas.compare.answer().meta.res"), language="en",
        months=page.evaluate("atlas.clock.length()"), options=options)
    found, used = context.found(context.store.require(), LAYER, request)
    return {mark.id: mark.key for mark in LAYER.drawing(found, used)}


@pytest.mark.parametrize("options", [
    (), (("when", "2015-01-01,2016-06-30"),), (("show", "more"),),
    (("a", "kind=kidnapping"), ("b", "kind=cattle_theft"), ("when", "same"))])
def test_the_browser_draws_what_the_server_would(visit, context, options):
    text = "&options=" + ",".join(f"difference.{name}:{value}".replace("=", "%253D").replace(
        ",", "%252C") for name, value in options)
    page = opened(visit, text if options else "")
    drawn = page.evaluate(KEYS)
    assert drawn and drawn == expected(context, page, options)
    for window in ("[18000, 18364]", "[17897, 18000]"):
        page.evaluate(f"atlas.clock.set({window})")
        page.wait_for_timeout(700)
        assert page.evaluate(KEYS) == expected(context, page, options)


def test_while_the_clock_moves_nothing_is_asked(visit):
    page = opened(visit)
    before = len(visit.requests())
    counts = page.evaluate("""() => {
      atlas.clock.drag(true);
      const seen = [];
      for (let i = 0; i < 12; i++) {
        atlas.clock.set(atlas.state.window.map((day) => day - 31));
        seen.push(atlas.compare.sum().b.placed);
      }
      return seen;
    }""")
    page.wait_for_timeout(500)
    assert len(visit.requests()) == before
    assert len(set(counts)) > 1
    page.evaluate("atlas.clock.drag(false)")


def test_rules_and_tests_are_those_of_the_server(visit):
    import datetime as dt

    import numpy as np

    page = opened(visit)
    for rule in ("before", "year", "same", "2018-02,2018-03"):
        for days in (("2020-01-01", "2020-02-29"), ("2020-03-05", "2020-07-09"),
                     ("2019-12-31", "2020-02-29")):
            found = page.evaluate(
                "([rule, days]) => atlas.compare.against(rule, days.map(d => atlas.dates.day(d)))"
                ".map(d => atlas.dates.iso(d))", [rule, list(days)])
            window = against(rule, (dt.date.fromisoformat(days[0]), dt.date.fromisoformat(days[1])))
            assert found == [day.isoformat() for day in window]
    pairs = [(0, 4, 0.5), (3, 40, 0.5), (120, 180, 0.667), (900, 1010, 0.4), (5, 0, 0.1)]
    p = page.evaluate("pairs => pairs.map(one => atlas.compare.pValue(...one))", pairs)
    assert p == pytest.approx([p_value(*one) for one in pairs], rel=1e-8)
    assert page.evaluate("p => Array.from(atlas.compare.adjusted(p))", p) == pytest.approx(
        adjusted(np.array(p)).tolist())


def test_numbers_beyond_65536_are_tested_for_themselves(visit):
    page = opened(visit)
    found = page.evaluate("""() => {
      const pairs = [[0, 65536 + 4], [1, 4]], meta = { step: "day", cells: 2 };
      const columns = { cell: [], start: [], end: [], n: [], side: [], persons: [] };
      pairs.forEach((pair, cell) => pair.forEach((n, side) => {
        if (!n) return;
        columns.cell.push(cell); columns.n.push(n); columns.side.push(1 + side);
        columns.start.push(10 * side); columns.end.push(10 * side);
      }));
      const windows = { a: [0, 9], b: [10, 19] };
      const told = atlas.compare.count({ columns, meta }, windows, "ratio", [2, 4]);
      return [told.corrected.get(0), told.corrected.get(1)];
    }""")
    assert found == pytest.approx([0.0, p_value(1, 4, 0.5)]), "each pair of numbers has its own"


def test_compare_opens_by_keyboard_leaves_room_before_and_closes_again(visit):
    page = visit.open(f"?{VIEW}")
    visit.legend()
    page.focus("#compare-toggle")
    page.keyboard.press("Enter")
    page.wait_for_selector("#compare-told .compare-says", timeout=PATIENCE)
    assert page.evaluate("document.activeElement.closest('#compare-panel') !== null")
    assert not page.evaluate("atlas.clock.whole()")
    assert page.get_attribute("#compare-toggle", "aria-expanded") == "true"
    assert not page.evaluate("atlas.state.layers.hexagons.on")
    page.click("#compare-panel [aria-label='Close the comparison']")
    page.wait_for_function("!atlas.state.layers.difference.on && atlas.state.layers.hexagons.on")
    assert page.is_hidden("#compare-panel")
    assert page.evaluate("document.activeElement.id") == "compare-toggle"


def test_a_link_brings_sides_windows_and_the_slider_back(visit):
    page = opened(visit)
    page.click(".compare-views [data-view=swipe]")
    page.wait_for_selector("#compare-split")
    page.focus("#compare-split")
    page.keyboard.press("ArrowLeft")
    page.select_option("#compare-when", "year")
    page.click("#compare-panel fieldset[data-side=a] summary")
    page.select_option("#compare-a-kind", "kidnapping")
    page.wait_for_url("**compare=swipe**")
    page.wait_for_url("**difference.when:year**")
    page.wait_for_url("**kidnapping**")
    link, split = page.url, page.evaluate("atlas.compare.split")
    assert 0.4 < split < 0.5
    page.goto(link)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_function(STEADY, timeout=PATIENCE)
    page.wait_for_selector("#compare-a-kind", state="attached")
    assert page.evaluate("[atlas.compare.view, atlas.compare.chosen('when')]") == ["swipe", "year"]
    assert page.evaluate("atlas.compare.split") == pytest.approx(split, abs=0.01)
    assert page.input_value("#compare-a-kind") == "kidnapping"
    assert "A " in page.get_attribute("#compare-split", "aria-valuetext")


def test_a_typed_window_that_is_none_changes_nothing(visit):
    page = opened(visit)
    page.fill("#compare-a-from", "yesterday")
    page.press("#compare-a-from", "Enter")
    assert page.get_attribute("#compare-a-from", "aria-invalid") == "true"
    assert page.evaluate("atlas.compare.chosen('when')") == "before"
    page.fill("#compare-a-from", "2016")
    page.press("#compare-a-from", "Enter")
    page.wait_for_function("atlas.compare.chosen('when').startsWith('2016-01-01')")
    assert page.input_value("#compare-when") == "own"


def test_side_by_side_moves_both_pictures_and_fits_a_phone(visit):
    page = opened(visit)
    page.set_viewport_size({"width": 390, "height": 844})
    page.click(".compare-views [data-view=side]")
    page.click(".compare-fold")
    page.wait_for_timeout(800)
    box = page.locator("#compare-mirror").bounding_box()
    assert box["width"] >= 380 and box["height"] > 150
    before = page.evaluate("atlas.state.view.longitude")
    page.mouse.move(60, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(20, box["y"] + 60, steps=4)
    page.mouse.up()
    assert page.evaluate("atlas.state.view.longitude") > before
    painted = page.evaluate("""() => { const sheet = document.getElementById("compare-mirror");
      const seen = new Set(new Uint32Array(sheet.getContext("2d").getImageData(
        0, 0, sheet.width, sheet.height).data.buffer)); return seen.size; }""")
    assert painted > 20
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_hexagon_and_the_table_tell_the_same_numbers(visit):
    page = opened(visit)
    spot = page.evaluate("""() => {
      const { width, height } = document.getElementById("map").getBoundingClientRect();
      for (let y = 40; y < height - 40; y += 6) for (let x = 20; x < width - 300; x += 6)
        if (atlas.draw.difference.touch({ x, y }, true)) return atlas.state.picked;
      return null; }""")
    page.wait_for_selector("#details h2", timeout=PATIENCE)
    told = page.inner_text("#details h2")
    page.click("#compare-body .row > .plain-button:first-child")
    row = page.wait_for_selector(f'#table tr:has([data-mark="{spot["id"]}"])', timeout=PATIENCE)
    cells = [cell.inner_text() for cell in row.query_selector_all("td")]
    assert told == f"A: {cells[0]} · B: {cells[1]}"


def test_a_region_tells_its_unit_and_a_picked_unit_is_found_among_the_regions(visit):
    page = opened(visit)
    page.click(".compare-regions summary")
    name = page.inner_text(".compare-regions [data-mark]")
    page.click(".compare-regions [data-mark]")
    page.wait_for_selector(f"#details h2:text-is('{name}')", timeout=PATIENCE)
    assert page.inner_text(".compare-regions tr[data-picked] th") == name
    page.evaluate("atlas.pick(null)")
    assert page.locator(".compare-regions tr[data-picked]").count() == 0


def test_axe_finds_nothing_in_any_view_and_theme(visit):
    page = opened(visit)
    page.click(".compare-regions summary")
    for view in ("difference", "swipe", "side"):
        page.click(f".compare-views [data-view={view}]")
        page.wait_for_timeout(500)
        assert violations(page) == []
        page.evaluate("atlas.theme.toggle()")
        page.wait_for_timeout(400)
        assert violations(page) == []
