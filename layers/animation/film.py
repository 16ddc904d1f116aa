"""The frames of an animation, one after another: drawn by all cores where that is faster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from layers.animation.painted import painted
from layers.animation.plan import Plan, planned
from layers.animation.scene import Scene, staged
from layers.animation.windows import Window, overlapping
from layers.exports.export import Export
from layers.exports.made import Tell
from layers.sheet.press import Press

INCH = 72.0
HELD = 2.5
"""Seconds for which the last frame stays."""


@dataclass(frozen=True, eq=False)
class Film:
    """An animation about to be drawn.

    Attributes:
        scene: what its frames share.
        plan: its windows and speed.
        press: what it is printed from.
    """

    scene: Scene
    plan: Plan
    press: Press

    @property
    def title(self) -> str:
        """Its title."""
        return self.scene.content.title

    @property
    def still(self) -> int:
        """How many frames long the last one stays."""
        return max(1, round(HELD * self.plan.speed))

    def frames(self, tell: Tell) -> Iterator[Image.Image]:
        """Draw the frames in order; `tell` is told after each, and may end it."""
        count = len(self.plan.windows)
        for i, window in enumerate(self.plan.windows, 1):
            yield self.frame(window)
            tell(i, count)

    def frame(self, window: Window) -> Image.Image:
        """Draw one frame."""
        drawn = painted(self.scene, window, self.press)
        self.press.forget()
        return drawn


def filmed(export: Export, press: Press, most: int) -> Film:
    """Prepare an animation whose longer side has at most so many dots.

    Raises:
        UsageError: there would be too many frames, or nothing says which time is meant.
    """
    if overlapping(export.clock) and press.closes:
        # Records that may leave in counts only would show by what a frame has more than another.
        press = Press(press.snapshot, press.settings)
    plan = planned(export, press)
    dpi = min(export.dpi, most / max(plan.sheet.size) * INCH)
    return Film(staged(plan, press, dpi), plan, press)
