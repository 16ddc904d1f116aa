"""The frames of a long animation, drawn by all cores into a folder, and read from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from layers.animation.film import Film, filmed
from layers.exports.drawing import drawn
from layers.exports.export import Export
from layers.exports.made import Tell
from layers.sheet.press import Press

MANY = 150
"""Frames from which other processes are worth the seconds that they need to begin."""
AT_ONCE = 4
"""Frames that a process draws before it tells."""


@dataclass(frozen=True)
class Frames:
    """A few frames of an animation, to be drawn into a folder.

    Attributes:
        export: of which they are.
        most: dots of the longer side.
        first, after: the first of them, and the one after the last.
        folder: where they go.
    """

    export: Export
    most: int
    first: int
    after: int
    folder: Path

    def done(self, press: Press) -> str:
        """Draw them; return the animation's title."""
        film = _film(self.export, press, self.most)
        for i in range(self.first, self.after):
            film.frame(film.plan.windows[i]).save(_path(self.folder, i), compress_level=1)
        return film.title


def frames(
    export: Export, press: Press, film: Film, most: int, tell: Tell
) -> Iterator[Image.Image]:
    """Draw the frames of an animation in order, by all cores where there are many.

    Args:
        export: what is asked for.
        press: of the process that asks.
        film: the same, prepared.
        most: dots of the longer side, as the film was prepared with.
        tell: is told how many frames are drawn, and may end it.
    """
    count = len(film.plan.windows)
    if count < MANY:
        yield from film.frames(tell)
        return
    with TemporaryDirectory(prefix="atlas-") as folder:
        tasks = [Frames(export, most, first, min(first + AT_ONCE, count), Path(folder))
                 for first in range(0, count, AT_ONCE)]
        try:
            drawn(tasks, press, lambda done, _all: tell(min(done * AT_ONCE, count), count))
        finally:
            _prepared.clear()
        for i in range(count):
            with Image.open(_path(Path(folder), i)) as picture:
                yield picture.convert("RGB")


_prepared: dict[tuple[Export, int], Film] = {}
"""Of a process that draws frames: what they share, prepared once."""


def _film(export: Export, press: Press, most: int) -> Film:
    key = export, most
    if key not in _prepared:
        _prepared[key] = filmed(export, press, most)
    return _prepared[key]


def _path(folder: Path, frame: int) -> Path:
    return folder / f"{frame}.png"
