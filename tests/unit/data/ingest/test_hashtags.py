"""HXL hashtags, and the row that they stand in."""

from __future__ import annotations

import pytest

from data.ingest.hashtags import Tag, Tagged, named, parse, read
from data.ingest.records import Header


@pytest.mark.parametrize(("text", "tag"), [
    ("#date", Tag("#date")), (" #Geo +Lat ", Tag("#geo", frozenset({"lat"}))),
    ("#affected+killed+f", Tag("#affected", frozenset({"f", "killed"}))),
    ("#affected + f + killed", Tag("#affected", frozenset({"f", "killed"}))),
    ("# date", None), ("date", None), ("#1", None), ("#date!", None), ("", None),
    ("#hashtag in a note", None),
])
def test_a_tag_is_read_whatever_the_order_of_its_attributes(text, tag):
    assert parse(text) == tag


def test_a_row_of_tags_holds_nothing_else():
    assert read(["#date", "", None, "#geo+lat"]) == (
        Tag("#date"), None, None, Tag("#geo", frozenset({"lat"})))
    assert read(["#date", "2019-03-07"]) is None
    assert read(["", None]) is None


def test_columns_without_a_name_of_their_own_are_called_by_their_tags():
    tags = read(["#date", "#affected+m", "#affected+f", ""])
    header = named(Header(("", "Victims", "Victims", "")), Tagged(1, tags))
    assert header.names == ("#date", "#affected+m", "#affected+f", "")
