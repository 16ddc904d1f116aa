"""Time runs in the browser: counts follow the window, and the server is not asked."""

from __future__ import annotations

COUNT = "(() => { const s = atlas.counts.now(); return [s.placed, s.apart, s.deaths]; })()"


def test_the_slider_changes_hexagons_and_counts_and_asks_nothing(visit):
    page = visit.open("?window=2019-01-01,2019-12-31")
    visit.legend()
    before, painted = page.evaluate(COUNT), page.inner_text("#sentence")
    coloured = page.evaluate("[...atlas.counts.now().cells].filter(n => n).length")
    visit.asked.clear()
    page.focus("#window-band")
    for _ in range(24):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(800)
    assert page.evaluate(COUNT) != before
    assert page.inner_text("#sentence") != painted
    assert page.evaluate("[...atlas.counts.now().cells].filter(n => n).length") != coloured
    assert "2021" in page.inner_text("#sentence")
    assert visit.requests() == []


def test_dragging_a_handle_asks_nothing_until_it_is_let_go(visit):
    page = visit.open()
    visit.legend()
    box = page.locator("#window-end").bounding_box()
    track = page.locator("#track").bounding_box()
    visit.asked.clear()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.down()
    for share in (0.9, 0.8, 0.7, 0.6, 0.5):
        page.mouse.move(track["x"] + track["width"] * share, box["y"] + 20)
        page.wait_for_timeout(60)
    assert visit.requests() == []
    assert "2020" in page.inner_text("#sentence-when")
    page.mouse.up()
    page.wait_for_timeout(700)
    # The window's length has changed, so its classes have: one question, for the legend.
    assert len(visit.requests()) == 1


def test_playing_asks_nothing(visit):
    page = visit.open("?window=2018-01-01,2018-06-30")
    visit.legend()
    visit.asked.clear()
    page.keyboard.press("Space")
    page.wait_for_function("atlas.dates.year(atlas.state.window[1]) >= 2018 "
                           "&& atlas.dates.month(atlas.state.window[1]) > (2018 - 1970) * 12 + 7")
    assert visit.requests() == []
    assert page.get_attribute("#play", "aria-pressed") == "true"
    page.keyboard.press("Space")
    assert page.get_attribute("#play", "aria-pressed") == "false"


def test_the_legends_classes_hold_every_hexagon(visit):
    page = visit.open("?window=2021-01-01,2021-12-31")
    visit.legend()
    for _ in range(3):
        cells = page.evaluate("[...atlas.counts.now().cells].filter(n => n)")
        bounds = page.evaluate("atlas.legend.of('hexagons').bounds")
        shown = page.eval_on_selector_all(
            "#legend [data-count^=class]", "nodes => nodes.map(n => n.textContent)")
        counted = [sum(low <= n <= high for n in cells) for low, high in bounds]
        assert [0 if text == "–" else int(text.replace(",", "")) for text in shown] == counted
        assert sum(counted) == len(cells)
        page.click("#step-on")


def test_a_typed_edge_stays_where_the_window_would_turn_round(visit):
    page = visit.open()
    page.fill("#window-to", "2016")
    page.press("#window-to", "Enter")
    page.fill("#window-from", "2019")
    page.press("#window-from", "Enter")
    assert page.evaluate("atlas.state.window.map(atlas.dates.iso)") == ["2019-01-01", "2019-12-31"]
    page.fill("#window-to", "1990")
    page.press("#window-to", "Enter")
    assert page.evaluate("atlas.state.window.map(atlas.dates.iso)") == ["2019-01-01", "2019-12-31"]


def test_typed_dates(visit):
    page = visit.open()
    page.fill("#window-from", "2020")
    page.press("#window-from", "Enter")
    page.fill("#window-to", "2020-06")
    page.press("#window-to", "Enter")
    assert page.inner_text("#sentence-when") == "Jan 2020 – Jun 2020"
    page.fill("#window-to", "soon")
    page.press("#window-to", "Enter")
    page.wait_for_selector("text=Write a date as 2019")


def test_script_time_of_a_step_is_small(visit):
    page = visit.open("?window=2018-01-01,2018-12-31")
    visit.legend()
    spent = page.evaluate("""() => {
        const times = [];
        for (let i = 0; i < 30; i++) {
            const from = performance.now();
            atlas.clock.step(1);
            times.push(performance.now() - from);
        }
        return times.sort((a, b) => a - b)[15];
    }""")
    assert spent < 5
