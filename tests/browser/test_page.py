"""The page does what it says, with a mouse, a keyboard, and in both languages."""

from __future__ import annotations

import csv
import io
import re

import pytest

from data.queries.stats import totals
from data.selection import Selection
from tests.browser.conftest import READY

SHOWN = "(() => { const s = atlas.counts.now(); return s.placed + s.apart; })()"


def wait_for_count(page, n):
    page.wait_for_function(f"{SHOWN} === {n}")


def total(snapshot, query):
    return snapshot.rows(totals(Selection.from_query(query)))[0]["incidents"]


def middle_of_a_hexagon(page):
    """Return the screen position of the busiest hexagon near the middle of the map."""
    return page.evaluate("""() => {
        const cells = atlas.counts.now().cells, box = atlas.find("map").getBoundingClientRect();
        const view = atlas.state.view, { project } = atlas.mercator;
        const [ox, oy] = project(view.longitude, view.latitude, view.zoom);
        let best = null;
        cells.forEach((n, i) => {
            let lon = 0, lat = 0;
            const corners = atlas.draw.hexagons.ring(i).slice(1);
            corners.forEach(([x, y]) => { lon += x / corners.length; lat += y / corners.length; });
            const [x, y] = project(lon, lat, view.zoom);
            const at = [box.x + box.width / 2 + x - ox, box.y + box.height / 2 + y - oy];
            const inside = at[0] > box.x + 90 && at[0] < box.right - 300
                && at[1] > box.y + 40 && at[1] < box.bottom - 60;
            if (n && inside && (!best || n > best.n)) best = { n, at };
        });
        return best;
    }""")


def test_the_page_becomes_interactive_without_an_error(visit, snapshot):
    page = visit.open()
    visit.legend()
    assert page.evaluate(SHOWN) == total(snapshot, "")
    assert "1,500 incidents" in page.inner_text("#sentence")
    assert page.is_visible("#synthetic-mark")
    assert "Synthetic" in page.inner_text("#legend")
    assert page.evaluate("document.querySelectorAll('#deck canvas').length") == 1


def test_a_filter_changes_everything(visit, snapshot):
    page = visit.open()
    visit.legend()
    page.click("#filter-kind")
    page.click("[role=option]:has-text('Kidnapping for ransom')")
    wait_for_count(page, total(snapshot, "kind=kidnapping"))
    page.wait_for_selector("#sentence-what:has-text('Kidnapping for ransom')")
    page.wait_for_url("**kind=kidnapping**")


def test_a_reopened_link_shows_the_same(visit, snapshot):
    query = ("?kind=cattle_theft&country=ML&window=2020-01-01,2022-12-31&res=3"
             "&layers=hexagons:60,taxation&view=-2.000,15.500,5.10&lang=fr")
    page = visit.open(query)
    visit.legend()
    page.wait_for_timeout(500)
    link = page.url
    before = page.evaluate("[atlas.state.window, atlas.state.view, atlas.state.layers, "
                           "atlas.state.res, atlas.state.selection]")
    assert set(re.split("[?&]", link)[1:]) == set(query[1:].split("&"))
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_selector(READY)
    page.wait_for_function("atlas.counts.now() !== null")
    assert page.evaluate("[atlas.state.window, atlas.state.view, atlas.state.layers, "
                         "atlas.state.res, atlas.state.selection]") == before
    chosen = "kind=cattle_theft&country=ML&from=2020-01-01&to=2022-12-31"
    assert page.evaluate(SHOWN) == total(snapshot, chosen)


def test_hover_and_click_a_hexagon_then_an_incident(visit):
    page = visit.open("?layers=hexagons")
    visit.legend()
    found = middle_of_a_hexagon(page)
    page.mouse.move(*found["at"])
    page.wait_for_selector("#tooltip:not([hidden])")
    assert f"{found['n']} incident" in page.inner_text("#tooltip")
    page.mouse.click(*found["at"])
    page.wait_for_selector(f"#details:has-text('{found['n']} incident')")
    page.locator("#details [data-incident]").first.click()
    page.wait_for_selector("#details:has-text('Place known')")
    assert "Synthetic demonstration" in page.inner_text("#details")
    page.click("#details-close")
    page.wait_for_selector("#overview", state="visible")


def test_a_click_on_a_corridor_cites_the_document(visit):
    page = visit.open("?layers=corridors&view=-0.0447,16.2717,7")
    visit.legend()
    box = page.locator("#map").bounding_box()
    start = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    slope = page.evaluate("""() => {
        const { project } = atlas.mercator;
        const a = project(-0.04472, 16.27167, 7), b = project(-8, 12.65, 7);
        return [(b[0] - a[0]) / Math.hypot(b[0] - a[0], b[1] - a[1]),
                (b[1] - a[1]) / Math.hypot(b[0] - a[0], b[1] - a[1])];
    }""")
    page.mouse.move(start[0] + 120 * slope[0], start[1] + 120 * slope[1])
    page.mouse.click(start[0] + 120 * slope[0], start[1] + 120 * slope[1])
    page.wait_for_selector("#details:has-text('UNODC and UNICRI')")
    assert "path" in page.inner_text("#details").lower()


def test_the_table_is_the_maps_twin(visit, snapshot):
    page = visit.open("?country=NE")
    page.keyboard.press("t")
    page.wait_for_selector("#table tbody tr")
    assert f"{total(snapshot, 'country=NE'):,} incidents" in page.inner_text("#table")
    page.click("#table [data-sort=fatalities_best]")
    page.wait_for_selector("#table th[aria-sort=ascending] [data-sort=fatalities_best]")
    page.click("#table-on")
    page.wait_for_selector("#table:has-text('page 2')")
    page.locator("#table [data-incident]").first.click()
    page.wait_for_selector("#details:has-text('Place known')")
    page.click("#table-close")
    assert not page.is_visible("#table-panel")


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_a_download_holds_what_is_shown(visit, snapshot, form):
    page = visit.open("?country=ML&window=2020-01-01,2020-12-31")
    page.wait_for_timeout(600)
    page.keyboard.press("e")
    page.get_by_label({"csv": "CSV", "geojson": "GeoJSON"}[form], exact=True).check()
    with page.expect_download() as waiting:
        page.click("#export-alone")
    saved = waiting.value
    assert saved.suggested_filename == f"incidents.{form}"
    content = saved.path().read_text(encoding="utf-8")
    shown = total(snapshot, "country=ML&from=2020-01-01&to=2020-12-31")
    if form == "csv":
        assert len(list(csv.DictReader(io.StringIO(content)))) == shown
    else:
        assert content.count('"type": "Feature"') == shown


def test_the_other_language_keeps_the_view(visit):
    page = visit.open("?country=ML&window=2020-01-01,2020-12-31")
    page.wait_for_timeout(500)
    page.click("#language label:has-text('FR')")
    page.wait_for_url("**lang=fr**")
    page.wait_for_selector(READY)
    page.wait_for_function("atlas.counts.now() !== null")
    assert page.get_attribute("html", "lang") == "fr"
    assert "janv. 2020" in page.inner_text("#sentence-when")
    assert "country=ML" in page.url and "window=2020-01-01,2020-12-31" in page.url


def test_an_empty_selection_says_why_and_offers_a_way_out(visit, snapshot):
    page = visit.open("?kind=kidnapping&actor=zzzz")
    page.wait_for_selector("#empty-selection button")
    visit.legend()
    card, legend = (page.locator(name).bounding_box() for name in ("#empty-selection", ".legend"))
    assert card["x"] + card["width"] < legend["x"], "the legend beside it can be read"
    page.click("#empty-selection button >> nth=0")
    wait_for_count(page, total(snapshot, "kind=kidnapping"))
    assert not page.is_visible("#empty-selection")


def test_figures_have_words_of_their_number(visit):
    page = visit.open()
    words = page.evaluate("""[1, 2].map((n) => {
      atlas.counts.now = () => ({ placed: n, apart: 0, kinds: [], deaths: [n] });
      atlas.emit("window");
      return document.querySelector("#overview .figures").innerText;
    })""")
    assert ["incidents" in text for text in words] == [False, True]
    assert ["deaths" in text for text in words] == [False, True]


def test_what_a_layer_offers_can_be_read_to_its_end_in_french(visit):
    page = visit.open("?lang=fr")
    cut = page.evaluate("""[...document.querySelectorAll(".layers .tells")].flatMap((told) => {
      [told, ...told.querySelectorAll("details")].forEach((one) => { one.open = true; });
      return [...told.querySelectorAll(".mantine-Select-input")]
        .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.value);
    })""")
    assert cut == []


def test_a_printed_map_keeps_its_shape_and_its_legend_its_colours(visit):
    page = visit.open()
    visit.legend()
    page.emulate_media(media="print")
    assert page.evaluate(
        "getComputedStyle(document.querySelector('.legend .sample')).printColorAdjust") == "exact"
    assert page.evaluate("""[...document.querySelectorAll("#map canvas")]
      .every((one) => getComputedStyle(one).objectFit === "cover")"""), "no map is squeezed"


def test_layers_go_on_and_off_and_their_legends_with_them(visit):
    page = visit.open()
    visit.legend()
    page.click("label:has-text('Single incidents')")
    page.wait_for_selector("#legend [data-layer=incidents]")
    page.wait_for_url("**incidents**")
    page.click("label:has-text('Incidents in hexagons')")
    page.wait_for_selector("#legend section[data-layer=hexagons]", state="detached")


def test_points_in_the_legend_are_points_in_the_window(visit, snapshot):
    page = visit.open("?layers=incidents&window=2022-01-01,2022-12-31")
    visit.legend()
    page.wait_for_function(
        "document.querySelector('#legend [data-count=precision-1]').textContent !== ''")
    counted = {name: page.inner_text(f"#legend [data-count={name}]")
               for name in ("precision-1", "precision-2", "apart")}
    numbers = [int(text.replace(",", "").replace("–", "0")) for text in counted.values()]
    assert sum(numbers) == total(snapshot, "from=2022-01-01&to=2022-12-31")


def test_keys(visit):
    page = visit.open()
    page.keyboard.press("?")
    page.wait_for_selector("[role=dialog]")
    page.keyboard.press("Escape")
    page.wait_for_selector("[role=dialog]", state="hidden")
    zoom = page.evaluate("atlas.state.view.zoom")
    page.keyboard.press("+")
    assert page.evaluate("atlas.state.view.zoom") == zoom + 0.5
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.closest('#section-filters') !== null")


def test_a_region_of_a_hexagon_can_be_fixed(visit):
    page = visit.open("?res=6")
    visit.legend()
    assert page.evaluate("atlas.counts.cube().meta.res") == 6
    assert "36" in page.text_content("#legend")


def test_dark_and_light(visit):
    page = visit.open()
    page.click("#more-menu")
    page.click("#theme-toggle")
    page.wait_for_selector("html[data-theme=dark]")
    page.reload()
    page.wait_for_selector(READY)
    page.wait_for_selector("html[data-theme=dark]")


def test_the_link_is_copied(visit):
    page = visit.open("?country=ML")
    page.click("#more-menu")
    page.click("#share")
    page.wait_for_selector("text=The link to this view has been copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_pictures_at_three_sizes(visit, tmp_path, width, height, language):
    visit.page.set_viewport_size({"width": width, "height": height})
    page = visit.open(f"?lang={language}")
    visit.legend() if width >= 600 else page.wait_for_timeout(1500)
    page.screenshot(path=tmp_path / f"{language}-{width}.png")
    wide = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide[0] <= wide[1]
    for id in ("header-actions", "clock"):
        box = page.locator(f".{id}").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width + 0.5


@pytest.mark.parametrize("zoom", [2, 3.2])
def test_the_ground_is_painted_however_far_out(visit, zoom):
    page = visit.open(f"?view=2,20,{zoom}")
    page.wait_for_timeout(1500)
    colours = page.evaluate("""() => {
        const canvas = document.getElementById("ground");
        const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        const seen = new Set();
        for (let i = 0; i < data.length; i += 4000) seen.add(data.slice(i, i + 4).join());
        return seen.size;
    }""")
    assert colours > 1, "land and water both"
