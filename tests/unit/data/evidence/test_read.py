"""From rows of text to records."""

from __future__ import annotations

import pytest

from data.evidence.columns import NOT_STATED, UnfitValueError
from data.evidence.model import Levy
from data.evidence.read import problems, read
from tests.unit.data.evidence.conftest import LEVY


def test_a_fit_row_has_no_problems_and_becomes_a_record():
    row = {**LEVY, "kinds": "seizure", "rate_low": "5"}
    assert problems(Levy, row) == []
    levy = read(Levy, row)
    assert (levy.rate_low, levy.payer, levy.days) == (5.0, NOT_STATED, None)
    assert len(levy.kinds) > 1 and all(kind.startswith("seizure.") for kind in levy.kinds)


def test_every_problem_is_told_with_its_column():
    row = {**LEVY, "says_en": "", "kind": "toll", "rate_low": "x"}
    assert problems(Levy, row) == [
        "value_missing:says_en", "value_unknown:kind", "value_not_a_number:rate_low"]
    with pytest.raises(UnfitValueError):
        read(Levy, row)


def test_a_kind_that_is_not_in_the_taxonomy_is_a_problem():
    assert problems(Levy, {**LEVY, "kinds": "cattle_theft; piracy"}) == ["kind_unknown:piracy"]
