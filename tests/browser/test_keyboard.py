"""What the pointer does on the map, keys do as well."""

from __future__ import annotations

BUSY = "?view=-1.5,14.2,5.2&layers=hexagons"


def reach(page, wanted, most=80):
    """Press Tab until a node has the focus, as a person without a pointer does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} is not reached by the Tab key")


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


def test_every_control_is_reached_and_none_holds_the_focus(visit):
    page = visit.open()
    page.wait_for_timeout(500)
    seen = set()
    for _ in range(160):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
        if page.evaluate("document.activeElement === document.body"):
            break
    wanted = {"left-toggle", "table-toggle", "download-menu", "more-menu", "map", "zoom-in",
              "play", "window-from", "window-to", "filter-from", "layer-hexagons-on"}
    assert wanted <= seen
