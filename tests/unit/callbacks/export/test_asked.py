"""Choices and the page's query become an export."""

from __future__ import annotations

import datetime as dt

import pytest

from callbacks.export.asked import asked
from callbacks.export.given import Given
from callbacks.export.refused import RefusedError
from data.errors import UsageError
from layers.exports.many import Atlas, Brief, Compare, Series

PAGE = ("kind=kidnapping&window=2019-01-01,2019-12-31&layers=hexagons:80,taxation"
        "&options=hexagons.metric:deaths&res=4&view=-3,17,5.5&lang=en")


@pytest.fixture
def read(context):
    return lambda **given: asked(Given({"page": PAGE, **given}), context)


def test_a_sheet_shows_what_the_page_shows(read):
    export = read(form="pdf")
    sheet = export.sheet
    assert sheet.selection.kinds == ("kidnapping",)
    assert (sheet.selection.date_from, sheet.selection.date_to) == (
        dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert {(one.id, one.opacity) for one in sheet.layers} == {("hexagons", 0.8),
                                                               ("taxation", 1.0)}
    assert sheet.resolution == 4 and sheet.view == (-3, 17, 5.5)
    assert export.link == PAGE and sheet.title is None and sheet.subtitle is None


def test_what_is_chosen_is_followed(read):
    export = read(form="png", title=" Gao ", subtitle="", size="1:1", standing="1", view="fit",
                  chart="none", dpi="300", language="fr")
    sheet = export.sheet
    assert (sheet.title, sheet.subtitle, sheet.page, sheet.portrait) == ("Gao", "", "1:1", True)
    assert (sheet.view, sheet.chart, export.dpi, sheet.language) == (None, "none", 300, "fr")


def test_choices_without_effect_are_not_read(read):
    export = read(form="csv", title="Gao", several="atlas", coarsen="5", notes="0")
    assert export.many is None and export.sheet.title is None and export.sheet.layers == ()
    assert (export.sheet.coarsen, export.sheet.notes) == (5, False)
    assert read(form="pdf", notes="0").sheet.notes
    assert [one.id for one in read(form="gpkg").sheet.layers] == ["hexagons", "taxation"]


def test_several_sheets(read):
    assert read(form="pdf", several="atlas", level="0").many == Atlas(0)
    assert read(form="pdf", several="series", step="month").many == Series("month")
    assert read(form="pdf", several="brief", region="ML-7").many == Brief("ML-7")
    both = read(form="pdf", several="compare", first_from="2018", first_to="2018",
                second_from="2019-02", second_to="2019-02").many
    assert both == Compare((dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
                           (dt.date(2019, 2, 1), dt.date(2019, 2, 28)))


@pytest.mark.parametrize(("given", "field"), [
    ({"several": "brief"}, "region"),
    ({"several": "compare", "first_from": "last year"}, "first_from"),
    ({"several": "compare", "first_from": "2020", "first_to": "2019", "second_from": "2020",
      "second_to": "2020"}, "first_to"),
    ({"size": "a5"}, ""), ({"form": "doc"}, ""),
])
def test_what_cannot_be_is_told_at_its_control(read, given, field):
    with pytest.raises(RefusedError) as refused:
        read(**{"form": "pdf", **given})
    assert refused.value.field == field


def test_a_wrong_filter_is_not_forgiven(context):
    with pytest.raises(UsageError):
        asked(Given({"page": "kind=nonsense", "form": "pdf"}), context)
