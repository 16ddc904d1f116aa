"""Numbers that follow the clock: Chromium counts a window as the server draws it."""

from __future__ import annotations

import pytest

from callbacks.context import Context
from data import settings as configuration
from data.selection import Selection
from layers.marks import Symbol, tally
from layers.registry import BY_ID
from tests.browser.conftest import PATIENCE

VIEW = "view=-1.000,15.500,4.80"
WINDOW = ("2018-03-01", "2021-08-31")
HELD = "id => atlas.drawing(atlas.boot.layers.find(l => l.id === id)).held()"
COUNTED = [("coarse", {}), ("coarse", {"show": "spread"}), ("seizures", {}),
           ("seizures", {"of": "drugs"}), ("effort", {})]
METRICS = [{"metric": "deaths"}, {"metric": "deaths", "deaths": "all"}, {"metric": "amount"}]
TOLD = f"""id => {{
  const held = ({HELD})(id), said = (i) => atlas.parts.said(held, i);
  return held.items.flatMap((mark, i) => held.visible[i]
    ? [[mark.id, held.keys[i], said(i).label, said(i).says, atlas.parts.radius(held, i)]] : []);
}}"""


@pytest.fixture(scope="module")
def context(store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    return Context(configuration.load({}, store=folder, demo_store=folder, language="en"), store)


def shown(visit, layer, options):
    chosen = ",".join(f"{layer}.{name}:{value}" for name, value in options.items())
    page = visit.open(
        f"?layers={layer}&{VIEW}&window={','.join(WINDOW)}&options={chosen}")
    visit.legend()
    page.wait_for_timeout(800)
    return page


def drawn(context, page, layer, options):
    request = context.request(
        selection=Selection.from_query(f"from={WINDOW[0]}&to={WINDOW[1]}"), language="en",
        resolution=page.evaluate("atlas.map.resolution()"),
        months=page.evaluate("atlas.clock.months()"), options=tuple(sorted(options.items())))
    found, used = context.found(context.store.require(), BY_ID[layer], request)
    return BY_ID[layer].drawing(found, used)


@pytest.mark.parametrize(("layer", "options"), COUNTED)
def test_words_class_and_size_of_every_mark_are_those_of_the_drawing(
        visit, context, layer, options):
    page = shown(visit, layer, options)
    page.wait_for_function(f"({HELD})('{layer}') !== null", timeout=PATIENCE)
    drawing = drawn(context, page, layer, options)
    told = {id: rest for id, *rest in page.evaluate(TOLD, layer)}
    assert drawing and set(told) == {mark.id for mark in drawing}
    for mark in drawing:
        key, label, says, radius = told[mark.id]
        assert (key, label, says) == (mark.key, mark.label, mark.says)
        if isinstance(mark, Symbol):
            assert radius == pytest.approx(mark.radius)


@pytest.mark.parametrize("options", METRICS)
def test_hexagons_stand_in_the_classes_of_the_drawing(visit, context, options):
    page = shown(visit, "hexagons", options)
    counted = page.evaluate("atlas.draw.hexagons.tally(atlas.legend.of('hexagons'))")
    expected = tally(drawn(context, page, "hexagons", options))
    assert expected
    assert {key: n for key, n in counted.items() if n and key.startswith("class")} == expected
