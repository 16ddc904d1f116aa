"""Layers of marks in Chromium: what is counted, found and told is what the server drew."""

from __future__ import annotations

import pytest

from callbacks.context import Context
from data import settings as configuration
from data.selection import Selection
from layers.mark_layer import MarkLayer
from layers.marks import tally
from layers.registry import LAYERS
from tests.browser.conftest import PATIENCE

MARKED = [layer for layer in LAYERS if isinstance(layer, MarkLayer)]
VIEW = "view=-1.000,15.500,4.80"
WINDOWS = ["2015-01-01,2025-12-31", "2020-12-01,2020-12-31"]
HELD = "id => atlas.drawing(atlas.boot.layers.find(l => l.id === id)).held()"


@pytest.fixture(scope="module")
def context(store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    return Context(configuration.load({}, store=folder, demo_store=folder, language="en"), store)


def open_layer(visit, layer, window, more=""):
    page = visit.open(f"?layers={layer.id}&{VIEW}&window={window}{more}")
    visit.legend()
    page.wait_for_function(f"({HELD})('{layer.id}') !== null", timeout=PATIENCE)
    page.wait_for_timeout(300)
    return page


def expected(context, page, layer, window):
    first, last = window.split(",")
    request = context.request(
        selection=Selection.from_query(f"from={first}&to={last}"),
        resolution=page.evaluate("atlas.map.resolution()"), language="en",
        months=page.evaluate("atlas.clock.months()"))
    found, used = context.found(context.store.require(), layer, request)
    return layer.drawing(found, used), layer.legend(found, used)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("layer", MARKED, ids=lambda layer: layer.id)
def test_the_legend_counts_the_marks_of_the_window(visit, context, layer, window):
    page = open_layer(visit, layer, window)
    drawing, _ = expected(context, page, layer, window)
    counted = page.evaluate(
        "id => atlas.drawing(atlas.boot.layers.find(l => l.id === id)).tally(atlas.legend.of(id))",
        layer.id)
    assert {key: n for key, n in counted.items() if n} == dict(tally(drawing))
    shown = page.eval_on_selector_all(
        f'#legend [data-layer="{layer.id}"] [data-count]',
        "nodes => Object.fromEntries(nodes.map(n => [n.dataset.count, n.textContent]))")
    assert {key: text for key, text in shown.items() if text not in ("", "–", "0")} == {
        key: f"{n:,}" for key, n in tally(drawing).items() if key in shown}


SPOT = """id => {
  const held = atlas.drawing(atlas.boot.layers.find(l => l.id === id)).held();
  const box = document.getElementById("map").getBoundingClientRect();
  const { view } = atlas.state, m = atlas.mercator;
  const [cx, cy] = m.project(view.longitude, view.latitude, view.zoom);
  for (let y = 60; y < box.height - 80; y += 6) for (let x = 60; x < box.width - 320; x += 6) {
    const found = atlas.hits.above(x, y) || atlas.hits.beneath(x, y);
    if (found && found.layer.id === id) return { x: box.x + x, y: box.y + y, id: found.mark.id,
      label: found.mark.label };
  }
  return null;
}"""


@pytest.mark.parametrize("layer", MARKED, ids=lambda layer: layer.id)
def test_a_mark_says_what_it_is_and_a_click_tells_more(visit, context, layer):
    page = open_layer(visit, layer, WINDOWS[0])
    drawing, _ = expected(context, page, layer, WINDOWS[0])
    spot = page.evaluate(SPOT, layer.id)
    if not drawing:
        assert spot is None
        return
    assert spot, "a mark can be found on the map"
    assert spot["id"] in {mark.id for mark in drawing}
    page.mouse.move(spot["x"], spot["y"])
    page.wait_for_selector("#tooltip:not([hidden])")
    assert page.inner_text("#tooltip strong") == spot["label"]
    page.mouse.click(spot["x"], spot["y"])
    page.wait_for_selector("#details h2", timeout=PATIENCE)
    assert page.evaluate("atlas.state.picked.id") == spot["id"]


def test_every_layer_at_once_and_none_are_drawn_without_a_fault(visit):
    every = ",".join(layer.id for layer in LAYERS)
    page = visit.open(f"?layers={every}&{VIEW}")
    visit.legend()
    page.wait_for_timeout(1500)
    parts = page.locator("#legend .legend-part").count()
    assert parts == len(LAYERS)
    page.goto(visit.address + f"?layers=none&{VIEW}")
    page.wait_for_selector("html[data-ready]")


def test_the_table_lists_a_layers_marks_and_opens_one(visit, context):
    page = open_layer(visit, MARKED[-1], WINDOWS[0])
    page.keyboard.press("t")
    page.select_option("#table-layer", "corridors")
    page.wait_for_selector("#table [data-mark]")
    rows = page.locator("#table tbody tr").count()
    layer = next(one for one in LAYERS if one.id == "corridors")
    drawing, _ = expected(context, page, layer, WINDOWS[0])
    assert rows == len(drawing)
    page.locator("#table [data-mark]").first.click()
    page.wait_for_selector("#details:has-text('What a document says')")


def test_a_choice_of_an_option_is_kept_in_the_link(visit):
    layer, option = next((layer, option) for layer in LAYERS for option in layer.options(_ground())
                         if len(option.choices) > 1)
    value = next(v for v, _ in option.choices if v != option.default)
    page = visit.open(f"?layers={layer.id}&options={layer.id}.{option.name}:{value}")
    visit.legend()
    assert page.evaluate(f"atlas.options.of('{layer.id}')['{option.name}']") == value
    assert f"o.{option.name}={value}" in " ".join(visit.requests())
    page.wait_for_url(f"**options={layer.id}.{option.name}:{value}**")


def _ground():
    from data.ground import Ground

    return Ground()
