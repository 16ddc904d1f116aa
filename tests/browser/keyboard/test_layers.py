"""Layers are switched, weakened, and set out in classes by keys."""

from __future__ import annotations

from tests.browser.keys import reach

BOUNDS = "atlas.legend.of('hexagons')?.bounds.length"


def test_a_layer_goes_on_and_off_and_its_strength_by_arrows(visit):
    page = visit.open("?layers=hexagons")
    page.keyboard.press("l")
    reach(page, "#layer-corridors-on")
    page.keyboard.press("Space")
    page.wait_for_selector("#legend [data-layer=corridors]")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reach(page, "#layer-corridors-opacity [role=slider]")
    before = page.evaluate("atlas.state.layers.corridors.opacity")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"atlas.state.layers.corridors.opacity < {before}")
    page.keyboard.press("Shift+Tab")
    reach(page, "#layer-taxation-on")
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    assert page.get_attribute("#layer-taxation-on", "aria-checked") != "true"


def test_classes_are_chosen_counted_and_written_by_hand(visit):
    page = visit.open("?layers=hexagons")
    visit.legend()
    page.keyboard.press("l")
    reach(page, "#layer-hexagons-on")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reach(page, "summary:has(+ div #layer-hexagons-classes)")
    page.keyboard.press("Enter")
    reach(page, "#layer-hexagons-classes")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=option][data-combobox-selected]:visible")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_function("atlas.options.of('hexagons').classes === 'hand'")
    reach(page, "#layer-hexagons-class-count")
    reach(page, "#layer-hexagons-bounds")
    page.keyboard.type("2, 5, 10")
    page.wait_for_function(f"{BOUNDS} === 4")


def test_the_size_of_hexagons_is_chosen_by_arrows(visit):
    page = visit.open("?layers=hexagons")
    reach(page, "#resolution")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=option][data-combobox-selected]:visible")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("atlas.state.res !== 'auto'")
    page.wait_for_function("atlas.counts.cube().meta.res === +atlas.state.res")
