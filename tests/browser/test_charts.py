"""Charts answer the map and the map the charts: by pointer, by keyboard, and while time runs."""

from __future__ import annotations

from data.queries.charts import BY_NAME, SHOWN, counts
from data.selection import Selection
from tests.browser.test_page import SHOWN as COUNT
from tests.browser.test_page import total, wait_for_count

CHARTS = "#charts .chart"


def opened(visit, query=""):
    page = visit.open(query)
    if "panel=" not in query:
        visit.legend()
        page.click("#charts-toggle")
    page.wait_for_selector(f"{CHARTS} .plot svg", state="attached")
    page.wait_for_selector("[aria-labelledby=chart-kind] button[data-key]")
    return page


def bar(page, chart, key):
    return page.locator(f"ul[aria-labelledby=chart-{chart}] button[data-key='{key}']")


def numbers(page, chart):
    """Return the number that each bar says, by its key."""
    return page.evaluate("""chart => Object.fromEntries(
        [...document.querySelectorAll(`ul[aria-labelledby=chart-${chart}] button`)].map(
            (b) => [b.dataset.key, +b.getAttribute("aria-label").match(/: ([\\d,]+)/)[1]
                .replace(",", "")]))""", chart)


def counted(snapshot, chart, query):
    rows = snapshot.rows(counts(BY_NAME[chart], Selection.from_query(query)))
    return {row["key"]: row["incidents"] for row in rows if row["part"] == SHOWN}


def test_plotly_comes_with_the_first_chart_and_the_bars_say_what_is_counted(visit, snapshot):
    page = visit.open()
    visit.legend()
    assert not [url for url in visit.requests() if "plotly" in url or "/chart/" in url]
    page.click("#charts-toggle")
    page.wait_for_selector(f"{CHARTS} .plot svg", state="attached")
    page.wait_for_selector("ul[aria-labelledby=chart-source] button")
    for chart in ("kind", "actor", "source"):
        assert numbers(page, chart) == counted(snapshot, chart, "")
    drawn = page.locator("[aria-labelledby=chart-kind] .plot .bars .point")
    assert drawn.count() == len(numbers(page, "kind"))
    assert page.get_attribute("#charts-toggle", "aria-expanded") == "true"


def test_a_click_filters_everything_but_its_own_chart(visit, snapshot):
    page = opened(visit)
    before = numbers(page, "kind")
    bar(page, "kind", "kidnapping").click()
    wait_for_count(page, total(snapshot, "kind=kidnapping"))
    page.wait_for_selector("#sentence-what:has-text('Kidnapping for ransom')")
    page.wait_for_selector("button[data-key=kidnapping][aria-pressed=true]")
    page.wait_for_timeout(800)
    assert numbers(page, "kind") == before
    assert numbers(page, "source") == counted(snapshot, "source", "kind=kidnapping")
    bar(page, "kind", "cattle_theft").click()
    wait_for_count(page, total(snapshot, "kind=kidnapping&kind=cattle_theft"))
    page.click("#filter-chips button")
    wait_for_count(page, total(snapshot, ""))
    page.wait_for_selector("#filter-chips:has-text('No filter')")
    page.keyboard.press("g")
    page.wait_for_selector("#charts", state="hidden")


def test_days_actors_and_units_filter_by_keyboard(visit, snapshot):
    page = opened(visit)
    first = page.locator("ul[aria-labelledby=chart-weekday] button").first
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    wait_for_count(page, total(snapshot, "weekday=2"))
    page.wait_for_selector("#sentence-what:has-text('Tuesday')")
    assert page.evaluate("document.activeElement.dataset.key") == "2"
    assert "day is not known" in page.inner_text("[aria-labelledby=chart-weekday] .note")
    unit = page.locator("ul[aria-labelledby=chart-unit] button").first
    name = unit.get_attribute("data-key")
    unit.focus()
    page.keyboard.press("Space")
    wait_for_count(page, total(snapshot, f"weekday=2&admin1={name}"))
    actor = page.locator("ul[aria-labelledby=chart-actor] button").first
    who = actor.get_attribute("data-key")
    actor.press("Enter")
    wait_for_count(page, total(snapshot, f"weekday=2&admin1={name}&actor-is={who}"))
    page.wait_for_url("**actor-is=**")


def test_a_year_of_the_trend_sets_the_clock_and_lets_it_go(visit, snapshot):
    page = opened(visit)
    year = page.locator("ul[aria-labelledby=chart-trend] button:has-text('2021')")
    year.click()
    wait_for_count(page, total(snapshot, "from=2021&to=2021"))
    page.wait_for_timeout(800)
    assert numbers(page, "source") == counted(snapshot, "source", "from=2021&to=2021")
    assert year.get_attribute("aria-pressed") == "true"
    year.click()
    wait_for_count(page, total(snapshot, ""))


def test_while_time_runs_kinds_follow_and_the_server_is_asked_nothing(visit, snapshot):
    page = opened(visit, "?window=2019-01-01,2019-12-31")
    page.wait_for_timeout(800)
    page.evaluate("atlas.clock.drag(true)")
    asked = len(visit.asked)
    page.evaluate("atlas.clock.step(3)")
    page.wait_for_timeout(300)
    shown = numbers(page, "kind")
    assert len(visit.asked) == asked
    held = page.evaluate("""() => Object.fromEntries(atlas.counts.cube().meta.kinds.map(
        (kind, i) => [kind, atlas.counts.now().kinds[i]]))""")
    assert shown == {kind: held.get(kind, 0) for kind in shown}
    page.evaluate("atlas.clock.drag(false)")
    page.wait_for_timeout(1200)
    window = page.evaluate("atlas.state.window.map((day) => atlas.dates.iso(day))")
    query = f"from={window[0]}&to={window[1]}"
    assert numbers(page, "kind") == counted(snapshot, "kind", query)
    assert page.evaluate(COUNT) == total(snapshot, query)


def test_a_link_brings_charts_back_in_french_and_a_narrow_page_holds_them(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = opened(visit, "?panel=charts:kind&lang=fr&layers=hexagons")
    page.wait_for_selector("[aria-labelledby=chart-kind] .more[aria-expanded=true]")
    spoken = page.inner_text("[aria-labelledby=chart-kind] .plot")
    assert "," not in spoken
    wide = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide[0] <= wide[1]
    page.wait_for_url("**panel=charts:kind**")
