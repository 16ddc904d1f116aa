"""Licences, and what they let out."""

from __future__ import annotations

import pytest

from data.errors import UsageError
from data.licences import BY_ID, LICENCES, PASSING_ON, find, require


def test_ids_are_unique_and_find_themselves():
    assert len(BY_ID) == len(LICENCES)
    assert all(find(licence.id) is licence for licence in LICENCES)


@pytest.mark.parametrize(("word", "licence"), [
    ("CC BY 4.0", "cc-by-4.0"), ("cc-by", "cc-by-4.0"), ("ACLED-terms", "acled"),
    ("all rights reserved", "no-redistribution"), ("CC0", "cc0-1.0"),
])
def test_common_names_are_understood(word, licence):
    assert require(word).id == licence


def test_acled_and_closed_records_do_not_pass():
    assert set(BY_ID) - set(PASSING_ON) == {"acled", "no-redistribution"}


def test_an_unknown_licence_is_refused_with_the_known_ones():
    assert find("cc-by-nd-4.0") is None
    with pytest.raises(UsageError, match=r"--licence does not take “wtfpl”.*cc-by-4\.0"):
        require("wtfpl")
