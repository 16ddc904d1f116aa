"""The table answers the map and the map the table, for a keyboard too."""

from __future__ import annotations

import csv
import io

import pytest

from data.queries.filters import selected
from data.queries.table import listed
from data.selection import Selection
from tests.browser.test_page import total

ROWS = "#table tbody tr"


def opened(visit, query="?panel=table"):
    page = visit.open(query)
    visit.legend()
    page.wait_for_selector(ROWS)
    return page


def file_of(page):
    with page.expect_download() as caught:
        page.click("#table-download")
    return list(csv.reader(io.StringIO(caught.value.path().read_text(encoding="utf-8-sig"))))


def test_a_table_is_sorted_and_turned_by_keyboard_and_says_so(visit):
    page = opened(visit)
    page.locator("#table [data-sort=place]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#table th[aria-sort=ascending] [data-sort=place]")
    assert page.evaluate("document.activeElement.dataset.sort") == "place"
    page.keyboard.press("Enter")
    page.wait_for_selector("#table th[aria-sort=descending] [data-sort=place]")
    page.select_option("#table-size", "25")
    page.wait_for_function("document.querySelectorAll('#table tbody tr').length === 25")
    page.wait_for_url("**panel=table::place:down:25:**")
    assert "All kinds of incident" in page.text_content("#table caption")
    page.click("#table summary")
    assert "latitude, WGS 84" in page.inner_text("#table .meanings")


@pytest.mark.parametrize("control", [
    "#table [data-sort=kind]", "#table summary", f"{ROWS}:nth-child(3) button"])
def test_a_table_drawn_anew_leaves_the_focus_where_it_is(visit, control):
    page = opened(visit)
    page.focus(control)
    page.evaluate("() => { window.before = document.activeElement; atlas.table.request(); }")
    page.wait_for_function("!before.isConnected")
    assert page.evaluate("document.activeElement.outerHTML === before.outerHTML")


def test_a_row_goes_to_its_place_and_is_outlined(visit, snapshot):
    page = opened(visit, "?panel=table&layers=hexagons&view=20.000,40.000,6.00&country=ML")
    button = page.locator("#table [data-incident]").first
    box = [float(edge) for edge in button.get_attribute("data-at").split(",")]
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{ROWS}[aria-current=true]")
    west, south, east, north = page.evaluate("atlas.map.seen()")
    assert west <= box[0] <= box[2] <= east and south <= box[1] <= box[3] <= north
    outline = page.evaluate("atlas.outline.ofPlace(atlas.state.picked)")
    assert min(x for x, _ in outline) <= box[0] <= max(x for x, _ in outline)


def test_what_is_picked_on_the_map_has_its_row_whatever_the_page(visit, snapshot):
    page = opened(visit, "?panel=table&layers=incidents")
    rows = snapshot.rows(selected(Selection()).order_by("date_start").limit(1))
    page.evaluate("id => atlas.pick({ layer: 'incidents', id })", rows[0]["incident_id"])
    page.wait_for_selector(f"{ROWS}.pinned[aria-current=true]")
    there = page.locator("#table [data-incident]").nth(4).get_attribute("data-incident")
    page.evaluate("id => atlas.pick({ layer: 'incidents', id })", there)
    page.wait_for_selector(f"{ROWS}[aria-current=true] [data-incident='{there}']")
    assert page.locator(f"{ROWS}[aria-current]").count() == 1


def test_only_rows_in_view_and_the_file_is_exactly_the_table(visit, snapshot):
    page = opened(visit, "?panel=table&view=-1.000,16.000,7.00&layers=hexagons")
    page.click("#table-view")
    page.wait_for_selector("#table-view[aria-checked=true]")
    page.wait_for_function(f"!document.querySelector('#table').innerText.includes("
                           f"'{total(snapshot, ''):,} incidents')")
    box = tuple(page.evaluate("atlas.map.seen().map((edge) => +edge.toFixed(4))"))
    inside = listed(Selection(), box)
    n = snapshot.rows(inside.agg(n=inside.count()))[0]["n"]
    assert f"{n:,} incidents" in page.inner_text("#table")
    head, *rows = file_of(page)
    assert 0 < len(rows) == n < total(snapshot, "")
    assert head[0] == "First day" and rows[0][0] >= rows[-1][0]


@pytest.mark.parametrize("layer", ["hexagons", "coarse", "relations"])
def test_rows_of_a_layer_are_picked_and_leave_as_a_file(visit, layer):
    page = opened(visit, f"?layers={layer}&panel=table:{layer}::up:50:")
    assert page.locator(f"#table [data-mark][data-layer={layer}][data-at]").count()
    page.locator("#table [data-mark][data-at]").first.click()
    page.wait_for_selector(f"{ROWS}[aria-current=true]")
    page.wait_for_selector("#details h2")
    assert page.evaluate("""() => {
        const own = atlas.boot.layers.find((layer) => layer.id === atlas.state.picked.layer);
        return atlas.drawing(own).outlineOf(atlas.state.picked) !== null;
    }""")
    head, *rows = file_of(page)
    assert page.inner_text("#table .pages").startswith(f"{len(rows):,} row")
    assert len(head) == len(rows[0])
