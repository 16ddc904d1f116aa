"""An export written as JSON and read back is the same export."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.i18n import is_line
from data.selection import Selection
from layers.exports.clock import LEAST, MOST, Clock
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.many import Atlas, Brief, Compare, Series
from layers.exports.written import UnfitError, export_of, plain
from layers.registry import BY_ID
from layers.sheet.description import Sheet, Shown
from layers.sheet.formats import FORMATS
from tests.unit.data.test_selection import selections

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LINE = TEXT.filter(is_line)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))
WINDOWS = st.tuples(DAYS, DAYS).map(sorted).map(tuple)
SHOWN = st.builds(
    Shown, st.sampled_from(list(BY_ID)), st.none() | st.floats(0, 1),
    st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple))
SHEETS = st.builds(
    Sheet, selections(), st.lists(SHOWN, max_size=3).map(tuple),
    view=st.none() | st.tuples(st.floats(-180, 180), st.floats(-85, 85), st.floats(0, 20)),
    extent=st.none() | st.tuples(*[st.floats(-80, 80)] * 4), language=st.sampled_from(["en", "fr"]),
    page=st.sampled_from(list(FORMATS)), portrait=st.booleans(), title=st.none() | LINE,
    subtitle=st.none() | LINE, resolution=st.none() | st.integers(3, 9),
    months=st.none() | st.integers(1, 60), days=st.none() | st.integers(1, 60),
    chart=st.sampled_from(["trend", "kinds", "none"]), made_on=st.none() | DAYS,
    coarsen=st.none() | st.integers(3, 9), notes=st.booleans(),
    classes=st.none() | selections(), outlined=TEXT)
MANY = st.none() | st.one_of(
    st.builds(Atlas, st.integers(0, 2)), st.builds(Series, st.sampled_from(["month", "year"])),
    st.builds(Compare, WINDOWS, WINDOWS), st.builds(Brief, TEXT))
CLOCKS = st.builds(
    Clock, st.sampled_from(["moving", "growing"]), st.sampled_from(["day", "quarter"]),
    st.integers(1, 12), st.floats(LEAST, MOST))


@st.composite
def exports(draw):
    form = draw(st.sampled_from(list(FORMS)))
    return Export(form, draw(SHEETS), draw(MANY) if FORMS[form].several else None, draw(CLOCKS),
                  draw(st.integers(36, 600)), draw(TEXT))


@given(exports())
def test_any_export_comes_back_equal(export):
    text = json.dumps(plain(export), allow_nan=False)
    assert export_of(json.loads(text)) == export


def test_what_a_file_lacks_has_its_default():
    assert export_of({"form": "csv", "sheet": {"selection": "country=ML"}}) == Export(
        "csv", Sheet(Selection(countries=("ML",))))


@pytest.mark.parametrize(("change", "where"), [
    ({"form": "abc"}, "export"), ({"form": 3}, "export.form"), ({"dpi": "200"}, "export.dpi"),
    ({"dpi": True}, "export.dpi"), ({"later": 1}, "export.later"), ({"sheet": []}, "export.sheet"),
    ({"many": {"tour": {}}}, "export.many"), ({"many": {"series": {"step": "week"}}},
                                               "export.many.series.step"),
    ({"sheet": {"selection": "kind=nonsense"}}, "export.sheet.selection"),
    ({"sheet": {"layers": [{"id": "gold"}]}}, "export.sheet"),
    ({"sheet": {"layers": [{"opacity": 1}]}}, "export.sheet.layers[0].id"),
    ({"sheet": {"view": [1, 2]}}, "export.sheet.view"),
    ({"sheet": {"made_on": "March"}}, "export.sheet.made_on"),
])
def test_what_is_no_export_is_told_by_its_place(change, where):
    with pytest.raises(UnfitError) as raised:
        export_of({"form": "pdf", **change})
    assert raised.value.where == where and str(raised.value.why)
