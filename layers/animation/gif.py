"""An animation as a GIF, with one palette for all of its frames."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from data.packages.placed import passing
from layers.animation.film import HELD, Film, filmed
from layers.animation.palette import palette
from layers.animation.shared import frames
from layers.exports.counted import counted
from layers.exports.export import Export
from layers.exports.made import Made, Tell
from layers.sheet.press import Press

MOST = 1200
"""Dots of the longer side: a GIF is for messages and slides."""
SAMPLES = 6
"""Frames that the palette is made from."""


def write(export: Export, press: Press, path: Path, tell: Tell) -> Made:
    """Draw the frames and write them, all or none."""
    film = filmed(export, press, MOST)
    tell(0, len(film.plan.windows))
    pictures = frames(export, press, film, MOST, tell)
    indexed = _indexed(pictures, palette(_sample(film)))
    with passing(path) as folder:
        made = folder / "film.gif"
        first = next(indexed)
        first.save(made, save_all=True, append_images=indexed, duration=_lasting(film), loop=0,
                   optimize=False, disposal=1)
        made.replace(path)
    return Made((path.name,), film.title, len(film.plan.windows), *counted(export, (), press))


def _lasting(film: Film) -> list[int]:
    """Return how long each frame stays, milliseconds in tens, as the format counts."""
    each = round(100 / film.plan.speed) * 10
    return [each] * (len(film.plan.windows) - 1) + [round(HELD * 1000)]


def _sample(film: Film) -> list[Image.Image]:
    """Draw some of the frames, evenly spread over time."""
    every = film.plan.windows
    chosen = sorted({round(i * (len(every) - 1) / (SAMPLES - 1)) for i in range(SAMPLES)})
    return [film.frame(every[i]) for i in chosen]


def _indexed(pictures: Iterator[Image.Image], held: Image.Image) -> Iterator[Image.Image]:
    for one in pictures:
        yield one.quantize(palette=held, dither=Image.Dither.NONE)
