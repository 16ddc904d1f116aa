"""An area is made on the map, by pointer, by keys, by typing, and by picking; then it filters."""

from __future__ import annotations

import json

import shapely

from data.evidence.base import committed
from data.ground import Ground
from data.model import incidents
from data.queries.filters import selected
from data.selection import Selection
from data.settle import settled

PATIENCE = 30_000
COUNTED = "n => atlas.counts.now() && atlas.counts.now().placed + atlas.counts.now().apart === n"


def counted(snapshot, query):
    rows = selected(settled(Selection.from_query(query), Ground(snapshot)))
    return snapshot.rows(rows.count().name("n").as_table())[0]["n"]


def begin(page, way):
    page.click("#area-tool")
    page.wait_for_selector(".area-menu", timeout=PATIENCE)
    page.click(f".area-menu li:nth-child({way}) button")


def wait_for_link(page, name):
    page.wait_for_function(f"location.search.includes('{name}=')", timeout=PATIENCE)


def settled_count(page, snapshot):
    """Wait until the page counts what the server's query gives for its link."""
    n = counted(snapshot, page.evaluate("atlas.state.selection"))
    page.wait_for_function(COUNTED, arg=n, timeout=PATIENCE)
    return n


def by_points(snapshot, shape):
    """Count with Shapely alone what is known to a point, and lies in a shape."""
    rows = incidents()
    points = snapshot.rows(rows.filter(rows.where_precision <= 2).select("lon", "lat"))
    return sum(shapely.contains_xy(shape, row["lon"], row["lat"]) for row in points)


def test_an_outline_clicked_on_the_map_is_the_selection(visit, snapshot):
    page = visit.open()
    begin(page, 1)
    page.wait_for_selector("#area-bar")
    box = page.locator("#map").bounding_box()
    for x, y in ((0.4, 0.35), (0.65, 0.3), (0.6, 0.6), (0.42, 0.62)):
        page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
        page.wait_for_timeout(350)
    assert page.locator("[data-corner]").count() == 4
    assert page.evaluate("document.documentElement.hasAttribute('data-picked')") is False
    drawn = page.evaluate("atlas.area.draft.text()")
    page.click("#area-bar .main")
    wait_for_link(page, "area")
    n = settled_count(page, snapshot)
    area = Selection.of(area=drawn, max_where_precision=2)
    assert counted(snapshot, area.to_query()) == by_points(snapshot, area.area.shape) > 0
    page.wait_for_selector("#area h2", timeout=PATIENCE)
    assert f"{n:,}" in page.inner_text("#area .figures")
    assert "drawn area" in page.inner_text("#sentence-what")
    page.click("#area-chip [data-area=clear]")
    page.wait_for_function("!document.getElementById('area-chip')", timeout=PATIENCE)
    settled_count(page, snapshot)


def test_quick_presses_are_corners_and_escape_leaves_everything_as_it_was(visit):
    page = visit.open()
    zoom, link = page.evaluate("atlas.state.view.zoom"), page.url
    begin(page, 1)
    page.wait_for_selector("#area-bar")
    box = page.locator("#map").bounding_box()
    for x, y in ((300, 200), (500, 220), (480, 400), (320, 380)):
        page.mouse.click(box["x"] + x, box["y"] + y)
    page.wait_for_timeout(500)
    assert page.locator("[data-corner]").count() == 4
    assert page.evaluate("atlas.state.view.zoom") == zoom
    page.keyboard.press("Escape")
    page.wait_for_function("!document.getElementById('area-bar')")
    page.wait_for_timeout(400)
    assert page.url == link


def test_an_outline_is_made_changed_and_left_by_keys_alone(visit, snapshot):
    page = visit.open()
    page.focus("#area-tool")
    page.keyboard.press("Enter")
    page.wait_for_selector(".area-menu", timeout=PATIENCE)
    page.keyboard.press("Enter")
    page.wait_for_selector("#area-bar")
    for way, times in (("ArrowRight", 2), ("ArrowDown", 2), ("ArrowLeft", 3)):
        page.keyboard.press("Enter")
        for _ in range(times):
            page.keyboard.press(way)
        page.wait_for_timeout(250)
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('[data-corner]').length === 4")
    page.keyboard.press("Tab")
    before = page.evaluate("atlas.area.draft.corners()[0]")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowUp")
    after = page.evaluate("atlas.area.draft.corners()[0]")
    assert after[0] < before[0] and after[1] > before[1]
    page.wait_for_timeout(200)
    page.keyboard.press("Backspace")
    page.wait_for_function("document.querySelectorAll('[data-corner]').length === 3")
    for _ in range(12):
        if page.evaluate("document.activeElement.classList.contains('main')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for_link(page, "area")
    settled_count(page, snapshot)
    page.wait_for_selector("#area-chip", timeout=PATIENCE)
    link = page.url
    page.click("#area-chip [data-area=edit]")
    page.wait_for_selector("[data-corner]")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.getElementById('area-bar')")
    assert page.url == link and page.evaluate("document.activeElement.id") == "area-tool"


def test_a_corner_is_dragged_and_a_crossing_refused_with_a_sentence(visit):
    page = visit.open("?area=polygon:-2,14_2,14_2,18_-2,18")
    page.wait_for_selector("#area-chip", timeout=PATIENCE)
    page.click("#area-chip [data-area=edit]")
    handle = page.locator("[data-corner='0'] .dot").bounding_box()
    far = page.locator("[data-corner='2'] .dot").bounding_box()
    page.mouse.move(handle["x"] + 6, handle["y"] + 6)
    page.mouse.down()
    page.mouse.move(far["x"] + 60, far["y"] + 100, steps=5)
    page.mouse.up()
    assert page.evaluate("atlas.area.draft.corners()[0][0]") > 2
    page.click("#area-bar .main")
    page.wait_for_selector("#area-bar .warn:has-text('crosses itself')", timeout=PATIENCE)


def test_a_circle_is_a_centre_and_typed_kilometres(visit, snapshot):
    page = visit.open("?view=-0.04,16.27,7")
    begin(page, 2)
    page.wait_for_selector("#area-bar")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-corner]")
    page.fill("#area-km", "120")
    page.click("#area-bar .main")
    page.wait_for_function("location.search.includes('circle:-0.04,16.27,120')", timeout=PATIENCE)
    settled_count(page, snapshot)


def test_units_are_picked_by_click_and_by_name(visit, snapshot):
    page = visit.open("?view=-0.04,17,6")
    begin(page, 3)
    page.wait_for_selector("#area-unit", timeout=PATIENCE)
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#area-bar [role=status]:has-text('Gao')", timeout=PATIENCE)
    page.fill("#area-unit", "Mopti (Mali)")
    page.keyboard.press("Enter")
    page.click("#area-bar .main")
    page.wait_for_function("location.search.includes('unit=ML-7,ML-5')", timeout=PATIENCE)
    n = settled_count(page, snapshot)
    assert n == counted(snapshot, "admin1=Gao&admin1=Mopti") > 0


def test_an_area_is_pasted_and_opened_from_a_file(visit, snapshot):
    page = visit.open()
    begin(page, 5)
    page.fill("#area-text", "POLYGON((0 14, 4 14, 4 18, 0 18, 0 14))")
    page.click(".area-form .main")
    wait_for_link(page, "area")
    settled_count(page, snapshot)
    begin(page, 5)
    shape = {"type": "Feature", "properties": {}, "geometry": json.loads(
        shapely.to_geojson(shapely.box(-3, 15, 0, 17)))}
    page.set_input_files("#area-file", files=[{
        "name": "own.geojson", "mimeType": "application/geo+json",
        "buffer": json.dumps(shape).encode()}])
    page.wait_for_function("document.getElementById('area-text').value.includes('Feature')")
    page.click(".area-form .main")
    page.wait_for_function("location.search.includes('-3,15')", timeout=PATIENCE)
    settled_count(page, snapshot)


def test_around_a_corridor_has_its_distance(visit, snapshot):
    page = visit.open()
    begin(page, 4)
    page.wait_for_selector("#area-corridor", timeout=PATIENCE)
    id = page.input_value("#area-corridor")
    assert committed().find("corridors", id) is not None
    page.fill("#area-within", "60")
    page.click(".area-form .main")
    page.wait_for_function(f"location.search.includes('near={id}:60')", timeout=PATIENCE)
    settled_count(page, snapshot)
    page.wait_for_selector("#area-chip", timeout=PATIENCE)
    assert "60 km" in page.inner_text("#area-chip")


def test_the_details_of_a_corridor_show_what_is_near_it(visit, snapshot):
    page = visit.open()
    page.evaluate("atlas.pick({ layer: 'corridors', id: 'corridors/gold-gao-niger' })")
    page.wait_for_selector("[data-near]", timeout=PATIENCE)
    page.fill(".reach input", "40")
    page.click("[data-near]")
    page.wait_for_function("location.search.includes('near=gold-gao-niger:40')", timeout=PATIENCE)
    settled_count(page, snapshot)
