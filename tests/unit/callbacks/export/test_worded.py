"""Errors as the panel says them: with the names of its own controls and choices."""

from __future__ import annotations

import pytest

from callbacks.export.worded import worded
from data.errors import wrong_value
from data.i18n import msg


@pytest.mark.parametrize(("option", "value", "field", "called"), [
    ("--atlas", "admin1", "level", "First-level units"), ("--series", "year", "step", "A year"),
    ("--brief", "Atlantis", "region", "Atlantis")])
def test_a_choice_is_called_what_the_panel_calls_it(option, value, field, called):
    said = worded(wrong_value(option, value, msg("it is not there")), "en")
    assert said == {"message": f"“{called}” is not possible here: it is not there.",
                    "field": field}
