"""What the browser computes for a window is what the server's query gives for it."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from data.queries.hexes import hexes
from data.queries.stats import breakdown, totals
from data.selection import Selection

EPOCH = dt.date(1970, 1, 1)
FIRST, LAST = dt.date(2015, 1, 1), dt.date(2025, 12, 31)
CASES, WALKS = 100, 60
FILTERS = (
    "", "kind=kidnapping", "kind=seizure&kind=taxation", "country=ML", "country=BF&country=NE",
    "max-where-precision=2", "max-date-precision=2", "max-date-precision=1&country=ML",
    "admin1=Gao", "bbox=-4,12,2,18", "source=Synthetic+demonstration+A", "text=road",
)
# Counts of one cube after another in one page, as a person's filters would bring them.
COUNT = """async ([query, days]) => {
    const cube = await atlas.data.get("hexagons", query);
    const cells = await atlas.data.get("cells", "res=" + cube.meta.res);
    const sum = atlas.cube.count(cube, days), { lo, hi } = cells.columns;
    const held = {};
    sum.cells.forEach((n, i) => {
        if (n) held[hi[i].toString(16) + lo[i].toString(16).padStart(8, "0")] = n;
    });
    return { held, apart: sum.apart, placed: sum.placed, coarse: sum.coarse,
             kinds: [...sum.kinds].reduce((all, n) => all + n, 0), step: cube.meta.step };
}"""
# One count walked from window to window, beside a count begun anew each time.
WALK = """([windows]) => {
    const cube = atlas.counts.cube();
    let walked = null;
    return windows.filter((days) => {
        walked = atlas.cube.count(cube, days, walked);
        const anew = atlas.cube.count(cube, days);
        const told = ({ cells, kinds, placed, apart, coarse, deaths }) =>
            JSON.stringify([[...cells], [...kinds], placed, apart, coarse, [...deaths]]);
        return told(walked) !== told(anew);
    });
}"""


def windows(chance, n):
    """Return spans of a day, of weeks, of months and of any length, and all of time."""
    found = []
    for _ in range(n):
        first = FIRST + dt.timedelta(chance.randrange((LAST - FIRST).days))
        days = chance.choice([0, 0, 6, 13, 30, 89, 364, chance.randrange(3000)])
        if chance.random() < 0.3:
            first = first.replace(day=1)
        found.append((first, min(LAST, first + dt.timedelta(days))))
    return [*found, (FIRST, LAST)]


def days(span):
    return [(day - EPOCH).days for day in span]


def test_random_windows_and_filters_equal_the_servers_query(visit, snapshot):
    page, chance = visit.open("?layers=hexagons"), random.Random(6)
    for span in windows(chance, CASES):
        words, res = chance.choice(FILTERS), chance.choice([3, 4, 5])
        told = page.evaluate(COUNT, [f"{words}&res={res}", days(span)])
        chosen = replace(Selection.from_query(words), date_from=span[0], date_to=span[1])
        rows = snapshot.rows(hexes(chosen, res))
        fine = replace(chosen, max_date_precision=min(2, chosen.max_date_precision or 5))
        every, exact = (snapshot.rows(totals(one))[0]["incidents"] for one in (chosen, fine))
        case = (dict(parse_qsl(words)), res, span)
        assert told["step"] == "day"
        assert told["held"] == {f"{row['cell']:x}": row["incidents"] for row in rows
                                if row["cell"]}, case
        assert told["apart"] == sum(row["incidents"] for row in rows if not row["cell"]), case
        assert told["placed"] + told["apart"] == told["kinds"] == every, case
        assert told["coarse"] == every - exact, case


def test_a_count_that_walks_equals_one_that_begins_anew(visit):
    page, chance = visit.open("?res=5"), random.Random(7)
    spans = [days(span) for span in windows(chance, WALKS)]
    for first, last in [days(span) for span in windows(chance, 10)]:
        spans += [[first + k, last + k] for k in range(20)]  # steps of a day
        spans += [[first, last + 30 * k] for k in range(8)]  # growing
    assert page.evaluate(WALK, [spans]) == []


@pytest.mark.parametrize(("mode", "step"), [
    ("moving", "day"), ("moving", "week"), ("growing", "month"), ("growing", "week"),
    ("moving", "quarter"), ("fixed", "year")])
def test_steps_in_every_mode_show_what_the_server_counts(visit, snapshot, mode, step):
    page = visit.open(f"?window=2019-03-04,2019-05-05&mode={mode}&step={step}&kind=kidnapping")
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "ArrowLeft", "End", "Home"):
        page.keyboard.press(key)
        first, last = (EPOCH + dt.timedelta(day) for day in page.evaluate("atlas.state.window"))
        chosen = replace(Selection.from_query("kind=kidnapping"), date_from=first, date_to=last)
        shown = page.evaluate("(({ placed, apart }) => placed + apart)(atlas.counts.now())")
        assert shown == snapshot.rows(totals(chosen))[0]["incidents"]
        assert page.evaluate("atlas.link.shown()") in (
            "kind=kidnapping", f"kind=kidnapping&from={first}&to={last}")


@pytest.mark.parametrize("query", ["", "&from=2019&to=2020"])
def test_incidents_without_a_point_are_counted_whatever_dates_the_filter_has(visit, store, query):
    page = visit.open(f"?layers=hexagons,incidents{query}")
    page.wait_for_function("(atlas.draw.incidents.tally() || {}).apart !== undefined")
    found = page.evaluate("atlas.draw.incidents.tally()")
    rows = store.require().rows(breakdown(Selection.from_query(query), "where_precision"))
    assert found["apart"] == sum(row["incidents"] for row in rows if row["key"] > 2)
