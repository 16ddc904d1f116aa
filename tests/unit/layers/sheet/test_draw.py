"""Marks of every kind on paper: their place, their size, and what covers what."""

from __future__ import annotations

import io
import threading

import numpy as np
import pytest
import shapely

from layers.legend import Entry, Legend
from layers.marks import Area, Line, Ring, Symbol
from layers.sheet.draw import draw
from layers.sheet.look import POINTS
from layers.sheet.page import Paper, blank
from layers.style import UNSURE, Style

COLOURS = ("#123456", "#abcdef")
BOX = shapely.box(-6, 13, -2, 16)


def sheet(mark, style, **more):
    page, axes = blank((-13, 9.5, 5, 25.5), 6)
    marks = mark if isinstance(mark, tuple) else (mark,)
    draw(axes, marks, Legend("made", "Made", (Entry(style, "one", "k"),)), **more)
    return page, axes


def part(axes, name):
    (found,) = [one for one in axes.collections if one.get_gid() == name]
    return found


def test_a_fill_lies_beneath_all_other_marks():
    _, filled = sheet(Area(id="a", key="k", label="", shape=BOX), Style("fill", COLOURS))
    _, hatched = sheet(Area(id="a", key="k", label="", shape=BOX), Style("hatch", COLOURS))
    assert part(filled, "made/k").get_zorder() < part(hatched, "made/k").get_zorder()


@pytest.mark.parametrize(("sparse", "pixels"), [(False, 7), (True, 17)])
@pytest.mark.parametrize("width", [4, 9])
def test_a_hatch_is_as_wide_on_any_page(sparse, pixels, width):
    _, axes = blank((-13, 9.5, 5, 25.5), width)
    style = Style("hatch", COLOURS, angle=0, sparse=sparse)
    draw(axes, (Area(id="a", key="k", label="", shape=BOX),),
         Legend("made", "", (Entry(style, "", "k"),)))
    lines = part(axes, "made/k/hatch").get_segments()
    heights = np.unique(np.round([Paper.of(axes).points(line)[0, 1] for line in lines], 2))
    assert len(heights) > 1
    assert np.diff(heights) == pytest.approx(pixels * POINTS, abs=0.05)


def test_a_hatch_stays_inside_its_area():
    _, axes = sheet(Area(id="a", key="k", label="", shape=BOX), Style("hatch", COLOURS))
    for line in part(axes, "made/k/hatch").get_segments():
        assert BOX.buffer(1e-3).covers(shapely.LineString(line))


def test_what_is_not_seen_is_not_hatched():
    world = Area(id="a", key="k", label="", shape=shapely.box(-180, -60, 180, 80))
    _, axes = sheet(world, Style("hatch", COLOURS))
    ends = np.concatenate(part(axes, "made/k/hatch").get_segments())
    assert ends[:, 0].min() > -14 and ends[:, 0].max() < 6


def line(**more):
    return Line(id="a", key="k", label="Gold", points=np.array([(-8, 12), (0, 18)]), **more)


def test_dashes_are_as_long_as_on_the_page():
    style = Style("line", COLOURS, width=3, dash=UNSURE)
    _, axes = sheet(line(), style)
    drawn = part(axes, "made/k")
    ((_, dashes),) = drawn.get_linestyle()
    assert dashes == pytest.approx([one * POINTS for one in UNSURE])
    assert drawn.get_linewidth() == [3 * POINTS]


def test_arrowheads_point_from_first_to_last():
    _, axes = sheet(line(), Style("line", COLOURS, arrow=True))
    heads = part(axes, "made/k/arrow").get_paths()
    assert len(heads) == 2
    for head in heads:
        tip, _, notch = head.vertices[:3]
        assert tip[0] > notch[0] and tip[1] > notch[1]


def test_an_arc_bends_and_a_line_does_not():
    _, straight = sheet(line(), Style("line", COLOURS))
    _, curved = sheet(line(curved=True), Style("arc", COLOURS))
    assert len(part(straight, "made/k").get_segments()[0]) == 2
    assert len(part(curved, "made/k").get_segments()[0]) > 10


def test_a_ring_is_as_wide_as_its_distance():
    _, axes = sheet(Ring(id="a", key="k", label="", lon=0, lat=16, metres=25_000),
                    Style("ring", COLOURS))
    (ring,) = part(axes, "made/k").get_segments()
    tall = np.ptp(ring[:, 1]) * 111.32
    wide = np.ptp(ring[:, 0]) * 111.32 * np.cos(np.radians(16))
    assert (tall, wide) == pytest.approx((50, 50), rel=1e-3)


def symbol(id="a", lon=0.0, **more):
    return Symbol(id=id, key="k", label="Site", lon=lon, lat=16, **more)


def test_a_radius_of_its_own_counts():
    _, axes = sheet((symbol(), symbol("b", 2, radius=14.0)), Style("symbol", COLOURS, radius=7))
    usual, large = part(axes, "made/k").get_sizes()
    assert usual == pytest.approx((14 * POINTS) ** 2)
    assert large == pytest.approx(4 * usual)


def test_a_letter_needs_room():
    _, roomy = sheet(symbol(letter="Au"), Style("symbol", COLOURS))
    _, small = sheet(symbol(letter="Au", radius=4.0), Style("symbol", COLOURS))
    assert [text.get_text() for text in roomy.texts] == ["Au"]
    assert not small.texts


def test_a_symbol_moved_off_its_point_is_moved_as_far_on_paper():
    _, axes = sheet((symbol("a"), symbol("b", dx=15, dy=-4)), Style("symbol", COLOURS))
    first, second = Paper.of(axes).points(part(axes, "made/k").get_offsets())
    assert second - first == pytest.approx([15 * POINTS, 4 * POINTS])


def test_names_give_way_by_rank():
    def named(id, rank, lon):
        return symbol(id, lon, named=True, rank=rank)
    _, axes = sheet((named("a", 2, 0), named("b", 1, 0.2), named("c", 3, -9)),
                    Style("symbol", COLOURS))
    names = [text for text in axes.texts if text.get_gid() == "made/k/name"]
    spots = sorted(text.get_position()[0] for text in names)
    assert len(spots) == 2
    assert spots[0] == pytest.approx(-9, abs=1) and spots[1] > 0.2


def test_a_mark_without_an_entry_is_refused():
    _, axes = blank((0, 0, 1, 1))
    with pytest.raises(KeyError):
        draw(axes, (symbol(),), Legend("made", "Made"))


def test_sheets_may_be_drawn_at_once():
    written: dict[int, str] = {}

    def make(i):
        page, _ = sheet(symbol(letter=str(i)), Style("symbol", COLOURS))
        into = io.StringIO()
        page.savefig(into, format="svg")
        written[i] = into.getvalue()

    threads = [threading.Thread(target=make, args=(i,)) for i in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert all(f">{i}</text>" in written[i] for i in range(4))


def test_a_page_is_as_far_away_as_a_screen_that_shows_as_much():
    """At zoom 0 the world is 512 pixels around, 384 points; each zoom doubles it."""
    _, axes = blank((-180, -1, 180, 1), 2 * 384 / 72)
    assert Paper.of(axes).zoom == pytest.approx(1, abs=1e-6)


def test_a_crowd_of_symbols_shrinks_and_dots_do_not():
    def sizes(form, n):
        many = tuple(symbol(str(i), 0.01 * i) for i in range(n))
        return part(sheet(many, Style(form, COLOURS))[1], "made/k").get_sizes()

    assert sizes("symbol", 400).max() < sizes("symbol", 10).min()
    assert sizes("dot", 400).max() == sizes("dot", 10).min()
