"""An animation as an MP4, encoded by ffmpeg where that is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import IO

from PIL import Image

from data.errors import AtlasError
from data.i18n import msg
from data.packages.placed import passing
from layers.animation.film import Film, filmed
from layers.animation.shared import frames
from layers.exports.counted import counted
from layers.exports.export import Export
from layers.exports.made import Made, Tell
from layers.sheet.press import Press

MOST = 1920
"""Dots of the longer side."""
PLAYED = 30
"""Frames a second in the file: players stumble over one or two. Each is told as often."""
PROGRAM, ENCODER = "ffmpeg", "libx264"
THREADS = 2
"""Of the encoder: another number gives other bytes."""
ENCODED = (
    "-an", "-c:v", ENCODER, "-preset", "medium", "-crf", "18", "-threads", str(THREADS),
    "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p", "-colorspace", "bt709",
    "-color_primaries", "bt709", "-color_trc", "bt709", "-map_metadata", "-1",
    "-fflags", "+bitexact", "-flags:v", "+bitexact", "-movflags", "+faststart")
"""What every player shows: H.264 with a quarter of the colours, its index first, no moment."""


def write(export: Export, press: Press, path: Path, tell: Tell) -> Made:
    """Draw the frames and let ffmpeg encode them, all or none.

    Raises:
        AtlasError: ffmpeg is not installed, has no H.264 encoder, or fails.
    """
    program = encoder()
    film = filmed(export, press, MOST)
    tell(0, len(film.plan.windows))
    with passing(path) as folder:
        made = folder / "film.mp4"
        _encode(program, film, frames(export, press, film, MOST, tell), made)
        made.replace(path)
    return Made((path.name,), film.title, len(film.plan.windows), *counted(export, (), press))


def encoder() -> str:
    """Return the path of an ffmpeg that can encode H.264.

    Raises:
        AtlasError: there is none.
    """
    program = shutil.which(PROGRAM)
    able = program and subprocess.run(  # noqa: S603 - found on the path, no words of others
        [program, "-hide_banner", "-encoders"], capture_output=True, check=False).stdout
    if not program or ENCODER.encode() not in (able or b""):
        raise AtlasError(msg(
            "An MP4 is encoded by the program {program} with {encoder}, which is not installed on "
            "this machine. Take --format gif, which needs nothing else.",
            program=PROGRAM, encoder=ENCODER))
    return program


def _encode(program: str, film: Film, pictures: Iterator[Image.Image], path: Path) -> None:
    first = next(pictures)
    size = first.width // 2 * 2, first.height // 2 * 2
    rate = Fraction(film.plan.speed).limit_denominator(1000)
    command = [
        program, "-hide_banner", "-nostdin", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt",
        "rgb24", "-s", f"{size[0]}x{size[1]}", "-framerate", str(rate), "-i", "pipe:0",
        "-r", str(PLAYED), *ENCODED, str(path)]
    with subprocess.Popen(  # noqa: S603 - numbers and a path of ours
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin is not None, "it is a pipe"
        try:
            _fed(running.stdin, film, first, pictures, size)
        except BrokenPipeError:
            pass  # it says why, below
        except BaseException:
            running.kill()
            raise
        said = running.communicate()[1]
    if running.returncode:
        raise AtlasError(msg("{program} could not encode the film: {why}", program=PROGRAM,
                             why=said.decode("utf-8", "replace").strip()))


def _fed(
    target: IO[bytes], film: Film, first: Image.Image, pictures: Iterator[Image.Image],
    size: tuple[int, int],
) -> None:
    """Hand over every frame, and the last one as often as it is to stay."""
    last = _bytes(first, size)
    target.write(last)
    for one in pictures:
        last = _bytes(one, size)
        target.write(last)
    for _ in range(film.still - 1):
        target.write(last)


def _bytes(frame: Image.Image, size: tuple[int, int]) -> bytes:
    """Return a frame's dots, cut to sides of even length, as the format needs them."""
    return frame.crop((0, 0, *size)).tobytes()
