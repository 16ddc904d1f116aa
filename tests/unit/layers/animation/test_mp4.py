"""MP4: what players show, by ffmpeg where it is installed, and a sentence where it is not."""

from __future__ import annotations

import json

import pytest

from data.errors import AtlasError
from data.settings import load
from layers.animation import mp4
from layers.exports.clock import Clock
from layers.exports.made import Cancelled
from layers.exports.make import make
from tests.programs import needs, run
from tests.unit.layers.animation.conftest import film_of


@needs("ffmpeg", "ffprobe")
def test_a_film_is_what_every_player_shows_and_the_same_each_time(snapshot, tmp_path):
    for name in ("one.mp4", "other.mp4"):
        make(film_of("mp4", Clock("moving", "year", 1, 2)), snapshot, load({}), tmp_path / name)
    told = json.loads(run("ffprobe", "-v", "error", "-show_streams", "-show_format", "-of",
                          "json", tmp_path / "one.mp4"))
    (stream,) = told["streams"]
    assert (stream["codec_name"], stream["pix_fmt"]) == ("h264", "yuv420p")
    assert (stream["width"], stream["height"]) == (400, 224)
    # Two frames of half a second, and the last one for two and a half.
    assert float(told["format"]["duration"]) == pytest.approx(3.5, abs=0.1)
    content = (tmp_path / "one.mp4").read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")
    assert content == (tmp_path / "other.mp4").read_bytes()


@needs("ffmpeg")
def test_a_person_may_end_it_and_nothing_stays(snapshot, tmp_path):
    def stop(done, _of):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(film_of("mp4"), snapshot, load({}), tmp_path / "a.mp4", stop)
    assert not list(tmp_path.iterdir())


def test_without_the_encoder_it_says_what_is_missing_and_what_to_do(
        snapshot, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(AtlasError, match=r"ffmpeg.*--format gif"):
        make(film_of("mp4"), snapshot, load({}), tmp_path / "a.mp4")
    assert not list(tmp_path.iterdir())


def test_an_encoder_that_fails_is_told_in_its_own_words(snapshot, tmp_path, monkeypatch):
    program = tmp_path / "bin" / "ffmpeg"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n"
                       "case \"$2\" in -encoders) echo libx264; exit 0;; esac\n"
                       "echo 'no space is left' >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(mp4, "encoder", lambda: str(program))
    with pytest.raises(AtlasError, match="no space is left"):
        make(film_of("mp4"), snapshot, load({}), tmp_path / "a.mp4")
    assert [one.name for one in tmp_path.iterdir()] == ["bin"]
