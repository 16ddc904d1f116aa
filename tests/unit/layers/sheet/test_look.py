"""The sheet's measures are the page's: read from the script that paints it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from layers.sheet import ground, look
from layers.sheet.look import Look, letter_size
from layers.style import Style

SCRIPTS = Path(__file__).parents[4] / "assets" / "js"
PAINT = (SCRIPTS / "marks_paint.js").read_text()
COLOURS = ("#ffcc00", "#112233")


def numbers(pattern, text=PAINT):
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(float(one) for one in found.groups())


def test_hatches():
    assert numbers(r"style\.sparse \? (\d+) : (\d+)") == (look.GAPS[True], look.GAPS[False])
    assert numbers(r"style\.width \* ([\d.]+) \* dots") == (look.HATCH_SHARE,)


def test_lines():
    assert numbers(r"style\.width \+ ([\d.]+), style\.dash") == (look.HALO,)
    assert numbers(r"\[([\d.]+), ([\d.]+)\]\.forEach\(\(share\)") == look.HEADS
    base, share = numbers(r"along\(points, share\), ([\d.]+) \+ style\.width \* ([\d.]+)")
    assert Look(Style("line", COLOURS, width=2)).head == (base + 2 * share) * look.POINTS


def test_symbols():
    assert numbers(r"radius < ([\d.]+)\) return") == (look.LETTERED_FROM,)
    most, least, share = numbers(r"Math\.min\((\d+), Math\.max\(([\d.]+), radius \* ([\d.]+)\)\)")
    assert letter_size(9) == 9 * share * look.POINTS
    assert (letter_size(1), letter_size(99)) == (least * look.POINTS, most * look.POINTS)
    assert numbers(r"small = radius < ([\d.]+);") == (look.SMALL,)
    thin, thick, fine, usual = numbers(
        r"style\.hollow \? \(small \? ([\d.]+) : ([\d.]+)\) : small \? ([\d.]+) : ([\d.]+);")
    hollow, full = (Look(Style("symbol", COLOURS, hollow=h)) for h in (True, False))
    assert [one.edge_width(r) for one in (hollow, full) for r in (4, 7)] == [
        part * look.POINTS for part in (thin, thick, fine, usual)]


@pytest.mark.parametrize(("zoom", "share"), [(3, 0.34), (6, 0.58), (12, 1)])
def test_crowds_shrink(zoom, share):
    script = (SCRIPTS / "marks_sizes.js").read_text()
    assert numbers(r"CROWD = (\d+), LEAST = ([\d.]+)", script) == (look.CROWD, look.LEAST_SHARE)
    assert numbers(r"view\.zoom - ([\d.]+)\) \* ([\d.]+)", script) == (4.5, 0.16)
    assert look.crowding(look.CROWD + 1, zoom) == pytest.approx(share)
    assert look.crowding(look.CROWD, zoom) == 1


@pytest.mark.parametrize("name", ["land", "water", "river", "country", "unit"])
def test_the_ground(name):
    script = (SCRIPTS / "basemap.js").read_text()
    found = re.search(rf'\b{name}: \["(#\w+)", "(#\w+)"\]', script)
    assert found and found.groups() == getattr(ground, name.upper())


def test_a_letter_stands_out():
    assert Look(Style("symbol", COLOURS), 0).letter_ink == "#17191c"
    assert Look(Style("symbol", COLOURS), 1).letter_ink == "#ffffff"
    assert Look(Style("symbol", COLOURS, hollow=True), 1).letter_ink == COLOURS[1]
