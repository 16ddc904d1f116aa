"""A brief: two pages of a region's profile; nothing is cut without being told."""

from __future__ import annotations

import pytest

from data.errors import UsageError
from data.evidence import near
from data.profile import told
from data.profile.area import find
from data.profile.build import build
from data.selection import Selection
from layers.sheet.canvas import Canvas
from layers.sheet.description import Sheet
from layers.sheet.flow import place
from layers.sheet.several.brief.pages import brief
from layers.sheet.several.brief.region import found
from layers.sheet.several.brief.telling import Telling
from tests.unit.layers.sheet.several.looks import maps, said, words


def text(press, region, **more):
    figures = [page.draw(press) for page in brief(Sheet(**more), region, press)]
    return " ".join(word for figure in figures for word in words(figure)), figures


@pytest.mark.parametrize(("name", "id"), [
    ("Gao", "ML-7"), ("ML-7", "ML-7"), ("Mali", "ML"), ("Tombouctou", "ML-6")])
def test_a_region_is_found_by_id_and_by_name_in_either_language(press, name, id):
    assert found(name, press, "en").unit.id == id


@pytest.mark.parametrize(("name", "says"), [
    ("Goa", "Gao (ML-7)"), ("Mopty", "Mopti"), ("Centre", "BF-03"), ("Xqzt", "such as ML")])
def test_what_no_region_is_called_is_refused_with_what_is_near(press, name, says):
    with pytest.raises(UsageError) as refused:
        found(name, press, "en")
    assert says in str(refused.value) and "--brief" in str(refused.value)


def test_every_section_stands_on_its_two_pages(press):
    whole, (first, second) = text(press, "Gao", portrait=True)
    for title in ("What was recorded", "Against its own past", "Taxation", "Corridors",
                  "Vulnerability and resilience", "Relations between groups", "Sources and gaps",
                  "Interventions, and what was recorded afterwards", "Documents cited",
                  "What documents recommend in answer"):
        assert title in whole
    assert len(maps(first)) == 1 and not maps(second)
    assert said(first, "title") == said(second, "title") == "Gao (first-level unit, Mali)"
    assert "page 1 of 2" in said(first, "subtitle") and "page 2 of 2" in said(second, "subtitle")


def test_it_says_what_the_profile_says(press):
    profile = build(find(press.ground, "ML-7"), Selection(), press.snapshot, press.ground)
    whole, _ = text(press, "Gao", portrait=True)
    for sentence in told.lately(profile.trend):
        assert sentence.render("en") in whole
    assert told.counted(profile).render("en") in whole
    assert f"{profile.happened.kinds[0].incidents:,}" in whole


@pytest.mark.parametrize(("page", "language"), [("16:9", "fr"), ("1:1", "en")])
def test_what_has_no_room_is_counted(press, page, language):
    """Of a list, the entries told and those counted are all there are."""
    profile = build(find(press.ground, "ML"), Selection(), press.snapshot, press.ground)
    whole, _ = text(press, "Mali", page=page, language=language)
    names = [near.name(one.corridor, language) for one in profile.corridors]
    rest = len(names) - sum(name in whole for name in names)
    telling = Telling(profile, language, 200, 7, len(names) - rest, "#000000")
    assert rest > 0 and said_by(telling.more(len(names))) in whole


def test_a_list_within_its_limit_is_told_whole(press):
    profile = build(find(press.ground, "ML-7"), Selection(), press.snapshot, press.ground)
    telling = Telling(profile, "en", 200, 7, 2, "#000000")
    assert said_by(telling.bullets(["one", "two"])) == "• one • two"
    assert said_by(telling.bullets(["one", "two", "three"])) == (
        "• one • two 1 more in the region’s profile")


def said_by(items):
    canvas = Canvas(300, 300)
    place(canvas, items, 10, 10)
    return " ".join(words(canvas.figure))


def test_places_of_the_selection_give_way_to_the_region(press):
    pages = brief(Sheet(selection=Selection.of(country=["NE"], kind=["kidnapping"])), "Gao", press)
    assert pages[0].sheets[0].selection.picked == ("ML-7",)
    assert "Kidnapping" in said(pages[0].draw(press), "subtitle")


def test_free_text_is_left_out_where_it_is_not_wanted(press):
    profile = build(find(press.ground, "ML-7"), Selection(), press.snapshot, press.ground)
    own = profile.corridors[0].corridor
    told_, _ = text(press, "Gao", portrait=True)
    without, _ = text(press, "Gao", portrait=True, notes=False)
    assert own.says("en") in told_ and own.says("en") not in without
    assert near.name(own, "en") in without and "[1]" in without


def test_an_invented_claim_is_marked_on_the_second_page_as_well(press):
    _, figures = text(press, "Gao")
    assert all(any(one.get_gid() == "sheet/synthetic" for one in figure.axes[0].texts)
               for figure in figures)
