"""A question turns on the layers that answer it, by mouse and by keyboard."""

from __future__ import annotations

ON = "Object.keys(atlas.state.layers).filter((id) => atlas.state.layers[id].on).sort()"


def shown(page, *layers):
    page.wait_for_function(f"JSON.stringify({ON}) === JSON.stringify({sorted(layers)!r})")


def test_a_click_answers(visit):
    page = visit.open()
    visit.legend()
    page.click(".questions > summary")
    page.click(".questions button:has-text('What holds here?')")
    shown(page, "interventions", "resilience")
    assert page.inner_text("#question") == "What holds here?"
    assert not page.evaluate("document.querySelector('.questions').open")
    page.wait_for_url("**layers=*resilience*")
    assert page.is_checked("#layer-resilience-on") and not page.is_checked("#layer-hexagons-on")


def test_opacity_stays_and_the_keyboard_does_too(visit):
    page = visit.open("?layers=hexagons,corridors:40")
    visit.legend()
    page.focus(".questions > summary")
    page.keyboard.press("Enter")
    page.locator(".questions button:has-text('Who taxes the gold?')").focus()
    page.keyboard.press("Enter")
    shown(page, "corridors", "mining", "taxation")
    assert page.evaluate("atlas.state.layers.corridors.opacity") == 0.4
    page.locator("label:has-text('Mining sites')").click()
    page.wait_for_selector("#question:empty", state="attached")
