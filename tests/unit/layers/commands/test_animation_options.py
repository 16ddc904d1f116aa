"""The options of an animation on the command line."""

from __future__ import annotations

import argparse

import pytest

from data.errors import UsageError
from layers.commands.animation_options import declare, read
from layers.exports.clock import Clock


def parsed(*words):
    parser = argparse.ArgumentParser()
    declare(parser, "en")
    return read(parser.parse_args(words))


def test_without_options_the_clock_is_its_own():
    assert parsed() == Clock()


def test_options_are_read():
    words = ("--mode", "growing", "--step", "week", "--length", "2", "--speed", "0.5")
    assert parsed(*words) == Clock("growing", "week", 2, 0.5)


@pytest.mark.parametrize("words", [("--length", "0"), ("--speed", "90"), ("--speed", "nan")])
def test_what_no_clock_can_do_is_refused(words):
    with pytest.raises(UsageError):
        parsed(*words)
