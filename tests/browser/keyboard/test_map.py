"""What the pointer does on the map, keys do as well."""

from __future__ import annotations

from tests.browser.keys import reach

BUSY = "?view=-1.5,14.2,5.2&layers=hexagons"


def test_the_map_is_moved_and_asked_by_keys(visit):
    page = visit.open(BUSY)
    reach(page, "#map")
    before = page.evaluate("atlas.state.view")
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowRight"):
        page.keyboard.press(key)
    after = page.evaluate("atlas.state.view")
    assert after["longitude"] > before["longitude"] and after["latitude"] < before["latitude"]
    window = page.evaluate("atlas.state.window")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("atlas.state.window") == window


def test_enter_picks_the_hexagon_at_the_middle(visit):
    page = visit.open(BUSY)
    page.evaluate("""() => {
        const { columns } = atlas.counts.cube(), most = atlas.counts.now().shown;
        window.fullest = most.indexOf(Math.max(...most));
    }""")
    centre = page.evaluate("""async () => {
        const cells = await atlas.data.get('cells', 'res=' + atlas.counts.cube().meta.res);
        const { boundary, offsets } = cells.columns, at = window.fullest;
        let lon = 0, lat = 0, n = offsets[at + 1] - offsets[at];
        for (let v = offsets[at]; v < offsets[at + 1]; v++) {
            lon += boundary[2 * v] / n; lat += boundary[2 * v + 1] / n;
        }
        atlas.map.look({ longitude: lon, latitude: lat });
        return [lon, lat];
    }""")
    page.wait_for_timeout(400)
    reach(page, "#map")
    page.keyboard.press("Enter")
    page.wait_for_function("atlas.state.picked !== null")
    assert page.evaluate("atlas.state.picked.layer") == "hexagons", centre
    page.locator("#details h2").first.wait_for()
