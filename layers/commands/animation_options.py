"""The options of an animation: how its window moves, and how fast."""

from __future__ import annotations

import argparse
from dataclasses import fields
from typing import get_args

from data.commands import common
from data.i18n import msg
from layers.exports.clock import Clock, Mode, Step


def declare(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options; what is not given is a clock's own."""
    group = parser.add_argument_group(msg("animations").render(language))
    add = common.adder(group.add_argument, language)
    add("--mode", msg("moving: a frame shows a window that moves on; growing: all up to its end"),
        choices=list(get_args(Mode)))
    add("--step", msg("what time moves on by from frame to frame"), choices=list(get_args(Step)))
    add("--length", msg("how many steps a moving window is long"), type=int, metavar="N")
    add("--speed", msg("frames a second"), type=float, metavar="F")


def read(args: argparse.Namespace) -> Clock:
    """Read the options as a clock; raises `UsageError`."""
    given = {one.name: getattr(args, one.name) for one in fields(Clock)}
    return Clock(**{name: value for name, value in given.items() if value is not None})
