"""A selection that is too large for days: time goes by months, and the screen says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.queries.stats import totals
from data.selection import Selection
from tests.browser.conftest import Visit, serving

WINDOW = "atlas.state.window.map(days => atlas.dates.iso(days))"
SHOWN = "(({ placed, apart }) => placed + apart)(atlas.counts.now())"


@pytest.fixture(scope="module")
def small(store, tmp_path_factory):
    """A server whose cube must be coarser than days, but for small selections."""
    with serving(store, tmp_path_factory.mktemp("small") / "log.txt",
                 ATLAS_CUBE_ROWS="1300") as address:
        yield address


@pytest.fixture
def page(browser, small):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    opened = Visit(context.new_page(), small)
    yield opened
    context.close()


def test_windows_are_whole_months_and_equal_the_servers_counts(page, snapshot):
    shown = page.open("?window=2019-03-10,2019-05-05&step=day&layers=hexagons&res=3")
    assert shown.evaluate("atlas.counts.cube().meta.step") == "month"
    assert shown.evaluate(WINDOW) == ["2019-03-01", "2019-05-31"]
    assert "time goes by whole months" in shown.inner_text("#clock-note")
    assert shown.evaluate("document.querySelector('#clock-step [value=day]').disabled")
    chosen = Selection.from_query("from=2019-03-01&to=2019-05-31")
    assert shown.evaluate(SHOWN) == snapshot.rows(totals(chosen))[0]["incidents"]
    shown.fill("#window-from", "2019-02-20")
    shown.press("#window-from", "Enter")
    assert shown.input_value("#window-from") == "2019-02-01"
    page.legend()
    assert "time goes by whole months" in shown.text_content("#legend")


def test_a_filter_within_a_month_shows_and_links_the_whole_of_it(page, snapshot):
    shown = page.open("?from=2016-02-10&to=2022-11-20&layers=hexagons&res=3")
    assert shown.evaluate("atlas.counts.cube().meta.step") == "month"
    assert shown.evaluate(WINDOW) == ["2016-02-01", "2022-11-30"]
    assert shown.evaluate("atlas.link.shown()") == "from=2016-02-01&to=2022-11-30"
    chosen = Selection.from_query("from=2016-02&to=2022-11")
    assert shown.evaluate(SHOWN) == snapshot.rows(totals(chosen))[0]["incidents"]


def test_a_smaller_selection_goes_by_days_again(page, snapshot):
    shown = page.open("?kind=kidnapping&step=day&window=2019-03-10,2019-05-05&layers=hexagons")
    assert shown.evaluate("atlas.counts.cube().meta.step") == "day"
    assert shown.is_hidden("#clock-note")
    days = Selection.from_query("kind=kidnapping&from=2019-03-10&to=2019-05-05")
    assert shown.evaluate(SHOWN) == snapshot.rows(totals(days))[0]["incidents"]
    open_ended = replace(days, date_from=None, date_to=None)
    shown.select_option("#window-length", "all")
    assert shown.evaluate(SHOWN) == snapshot.rows(totals(open_ended))[0]["incidents"]
