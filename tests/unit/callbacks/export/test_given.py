"""What may stand in a choice."""

from __future__ import annotations

import pytest

from callbacks.export.given import LONGEST, Given
from callbacks.export.refused import RefusedError


def test_what_a_person_types_is_taken_as_it_is():
    given = Given({"title": "Gao – <b>été</b>", "unknown": "x"})
    assert given.text("title") == "Gao – <b>été</b>"
    assert not given.has("unknown")


@pytest.mark.parametrize("text", ["a\nb", "a\x00b", "a\u2028b", "\x1b[31m", "\ud800",
                                  "turned\u202e round"])
def test_what_cannot_be_printed_is_refused_at_its_field(text):
    with pytest.raises(RefusedError) as refused:
        Given({"title": text})
    assert refused.value.field == "title"


@pytest.mark.parametrize("name", LONGEST)
def test_every_choice_has_a_limit(name):
    Given({name: "1" * LONGEST[name]})
    with pytest.raises(RefusedError):
        Given({name: "1" * (LONGEST[name] + 1)})


def test_what_no_control_sends_is_refused():
    with pytest.raises(RefusedError):
        Given({"title": ["a"]})
    with pytest.raises(RefusedError):
        Given({"size": "a5"}).one_of("size", ("a4", "a3"))
