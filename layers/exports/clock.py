"""How an animation runs: what a frame shows, and how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from data.errors import wrong_value
from data.i18n import msg

Mode = Literal["moving", "growing"]
Step = Literal["day", "week", "month", "quarter", "year"]
LEAST, MOST = 0.2, 30.0
"""Frames a second."""


@dataclass(frozen=True)
class Clock:
    """An animation's clock.

    Attributes:
        mode: whether a frame shows a step alone, or all up to its end.
        step: what time moves on by from frame to frame.
        length: how many steps a moving window is long.
        speed: frames a second.
    """

    mode: Mode = "moving"
    step: Step = "month"
    length: int = 1
    speed: float = 2.0

    def __post_init__(self) -> None:
        if self.mode not in get_args(Mode):
            raise wrong_value("--mode", self.mode, msg(
                "the windows are {names}", names=", ".join(get_args(Mode))))
        if self.step not in get_args(Step):
            raise wrong_value("--step", self.step, msg(
                "the steps are {names}", names=", ".join(get_args(Step))))
        if self.length < 1:
            raise wrong_value("--length", self.length, msg("a window is one step long or more"))
        if not LEAST <= self.speed <= MOST:
            raise wrong_value("--speed", self.speed, msg(
                "frames a second, from {low} to {high}", low=LEAST, high=MOST))
