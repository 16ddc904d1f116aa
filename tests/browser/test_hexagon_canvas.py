"""Hexagons on their canvas: each pixel shows the cell that lies there, in its class's colour."""

from __future__ import annotations

import pytest

# The middle of each hexagon in view, what the canvas holds there, and what it should hold.
READ = """() => {
    const box = atlas.find("map").getBoundingClientRect(), { view } = atlas.state;
    const { project } = atlas.mercator, legend = atlas.legend.of("hexagons");
    const [ox, oy] = project(view.longitude, view.latitude, view.zoom);
    const canvas = atlas.find("hexes"), dots = canvas.width / box.width;
    const pen = canvas.getContext("2d"), { shown } = atlas.counts.now(), found = [];
    const side = atlas.state.theme === "dark" ? 1 : 0;
    for (let i = 0; i < shown.length; i++) {
        const corners = atlas.draw.hexagons.ring(i).slice(1)
            .map(([lon, lat]) => project(lon, lat, view.zoom));
        const [x, y] = [0, 1].map((k) => corners.reduce((all, at) => all + at[k], 0)
            / corners.length - [ox, oy][k] + [box.width, box.height][k] / 2);
        if (x < 2 || y < 2 || x > box.width - 2 || y > box.height - 2) continue;
        const held = pen.getImageData(Math.floor(x * dots), Math.floor(y * dots), 1, 1).data;
        const tone = shown[i]
            ? atlas.rgb(legend.colours[atlas.classes.of(legend.bounds, shown[i])][side]) : null;
        found.push({ i, at: atlas.hexagonSheet.at(x, y), tone, held: [...held] });
    }
    return found;
}"""


def settled(page):
    page.wait_for_timeout(700)
    page.wait_for_function("!document.documentElement.hasAttribute('data-waiting')")
    page.wait_for_timeout(300)
    return page.evaluate(READ)


@pytest.mark.parametrize("view", ["-1,16,4.6", "0.5,15.5,6.35", "-2,14.5,7.1"])
def test_every_hexagon_in_view_has_its_own_pixels_and_colour(visit, view):
    page = visit.open(f"?window=2018-01-01,2021-12-31&layers=hexagons&res=4&view={view}")
    visit.legend()
    for act in ("atlas.clock.step(7)", "atlas.map.look({ longitude: atlas.state.view.longitude"
                " + 0.37 })", "atlas.theme.toggle()", "atlas.map.zoom(0.5)"):
        page.evaluate(act)
        found = settled(page)
        assert len(found) > 5 and any(one["tone"] for one in found)
        for one in found:
            assert one["at"] == one["i"]
            expected = [*one["tone"], 255] if one["tone"] else [0, 0, 0, 0]
            assert one["held"] == expected


def test_a_layer_that_is_off_leaves_nothing_on_the_canvas(visit):
    page = visit.open("?layers=corridors")
    visit.legend()
    blank = """() => {
        const canvas = atlas.find("hexes"), pen = canvas.getContext("2d");
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        return data.every((value) => value === 0);
    }"""
    assert page.evaluate(blank)
    page.evaluate("atlas.give('layer-hexagons-on', { checked: true })")
    page.wait_for_function(f"!({blank})()")
    page.evaluate("atlas.give('layer-hexagons-on', { checked: false })")
    page.wait_for_function(f"({blank})()")


def test_fine_hexagons_seen_from_afar_are_dots_and_not_nothing(visit):
    page = visit.open("?layers=hexagons&res=9&view=-1,15,4.6")
    visit.legend()
    found = settled(page)
    own = [one for one in found if one["at"] == one["i"] and one["tone"]]
    assert len(own) > 100, "others lie below these"
    assert all(one["held"][3] > 128 for one in own)
