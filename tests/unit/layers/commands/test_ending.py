"""An export that is asked to end leaves nothing behind."""

from __future__ import annotations

import signal

import pytest

from data.packages.placed import passing
from layers.commands.bar import telling
from layers.commands.ending import ENDED


def test_a_request_to_end_takes_the_passing_folder_away(tmp_path):
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as ended, telling("en", "x.pdf"), passing(tmp_path / "x.pdf"):
        assert len(list(tmp_path.iterdir())) == 1
        signal.raise_signal(signal.SIGTERM)
    assert ended.value.code == ENDED and list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) == before
