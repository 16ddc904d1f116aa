"""Undo and redo take the page back and forth through its own links."""

from __future__ import annotations

PERIOD = "?kind=kidnapping&window=2019-01-01,2019-12-31&res=5&layers=hexagons,taxation:60"


def links(page):
    return page.evaluate("location.search")


def settled(page, wanted):
    page.wait_for_function("wanted => location.search === wanted", arg=wanted)


def rest(page):
    """Wait until the address follows the page, and tell it."""
    page.wait_for_function("location.search === atlas.link.page().slice(location.pathname.length)")
    page.wait_for_timeout(400)
    return links(page)


def test_each_kind_of_change_comes_back(visit):
    page = visit.open(PERIOD)
    states = [rest(page)]
    changes = [
        "atlas.clock.set([atlas.dates.read('2020-02', false), atlas.dates.read('2020-05', true)])",
        "atlas.give('layer-corridors-on', {checked: true})",
        "atlas.give('filter-country', {value: ['ML']})",
        "atlas.give('resolution', {value: '4'})",
        "atlas.give('layer-hexagons-opacity', {value: 40})",
    ]
    for change in changes:
        page.evaluate(change)
        page.wait_for_function("before => location.search !== before", arg=states[-1])
        states.append(rest(page))
    for wanted in reversed(states[:-1]):
        page.keyboard.press("Control+z")
        settled(page, wanted)
    assert page.get_by_role("button", name="Undo").is_disabled()
    for wanted in states[1:]:
        page.get_by_role("button", name="Redo").click()
        settled(page, wanted)


def test_moving_about_is_one_step(visit):
    page = visit.open(PERIOD)
    first = rest(page)
    for _ in range(3):
        page.evaluate("atlas.map.zoom(0.5)")
        rest(page)
    page.evaluate("atlas.undo.back()")
    settled(page, first)


def test_an_undone_move_leaves_no_window_to_come_back_with_a_later_filter(visit):
    page = visit.open(PERIOD)
    first = rest(page)
    page.evaluate("atlas.map.zoom(0.5)")
    rest(page)
    page.evaluate("atlas.undo.back()")
    settled(page, first)
    page.evaluate("atlas.clock.set(['2020-02-01', '2020-05-31'].map(atlas.dates.day))")
    page.wait_for_function("before => location.search !== before", arg=first)
    chosen = rest(page)
    page.evaluate("atlas.give('filter-country', {value: ['ML']})")
    page.wait_for_function("before => location.search !== before", arg=chosen)
    assert "window=2020-02-01,2020-05-31" in rest(page)


def test_a_field_being_typed_in_has_an_undo_of_its_own(visit):
    page = visit.open(PERIOD)
    first = rest(page)
    page.evaluate("atlas.give('resolution', {value: '4'})")
    second = rest(page)
    page.get_by_role("textbox", name="Actor", exact=True).focus()
    page.keyboard.press("Control+z")
    page.wait_for_timeout(500)
    assert links(page) == second != first
