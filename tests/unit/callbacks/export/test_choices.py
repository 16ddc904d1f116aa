"""Only choices that change a file are offered for it."""

from __future__ import annotations

import pytest

from callbacks.export.choices import choices, group
from callbacks.export.forms import ABOUT, GROUPS
from layers.exports.forms import FORMS


def test_choices_follow_the_form():
    assert "dpi" in choices("png") and "dpi" not in choices("pdf")
    assert {"title", "several", "size"} <= set(choices("pdf"))
    assert "title" not in choices("csv") and {"coarsen", "notes"} <= set(choices("csv"))


@pytest.mark.parametrize("form", FORMS)
def test_every_registered_form_is_described_in_a_group(form):
    assert form in ABOUT
    assert group(form) in GROUPS
