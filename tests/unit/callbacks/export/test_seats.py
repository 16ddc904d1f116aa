"""An older question of the same page is sent back, one of another page is not."""

from __future__ import annotations

import pytest

from callbacks.export.refused import RefusedError
from callbacks.export.seats import Seats


def test_only_the_latest_question_of_a_page_counts():
    seats = Seats()
    with seats.taken("a", 2):
        pass
    with pytest.raises(RefusedError), seats.taken("a", 1):
        pass
    with seats.taken("b", 1):
        pass
    with seats.taken("a", 3):
        pass
