"""GIF: one palette, frames that last as asked, the same bytes, all or nothing."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from PIL import Image, ImageSequence

from data.selection import Selection
from data.settings import load
from layers.animation import shared
from layers.animation.palette import palette
from layers.exports.clock import Clock
from layers.exports.made import Cancelled
from layers.exports.make import make
from tests.unit.layers.animation.conftest import film_of


def test_frames_last_as_asked_and_the_last_one_longer(snapshot, tmp_path):
    told = []
    made = make(film_of(clock=Clock("moving", "year", 1, 4)), snapshot, load({}),
                tmp_path / "a.gif", lambda done, of: told.append((done, of)))
    with Image.open(tmp_path / "a.gif") as film:
        assert film.format == "GIF" and film.size == (400, 225) and film.info["loop"] == 0
        lasting = [frame.info["duration"] for frame in ImageSequence.Iterator(film)]
    assert lasting == [250, 250, 2500] and made.pages == 3
    assert [one for one in told if one[1] == 3][-1] == (3, 3)


def test_frames_drawn_apart_give_the_same_bytes(snapshot, tmp_path, monkeypatch):
    asked = film_of(clock=Clock("moving", "quarter"), dpi=20,
                    selection=Selection.of(country=["ML"], from_="2020", to="2020"))
    make(asked, snapshot, load({}), tmp_path / "one.gif")
    monkeypatch.setattr(shared, "MANY", 1)
    monkeypatch.setattr(shared, "AT_ONCE", 3)
    told = []
    make(asked, snapshot, load({}), tmp_path / "other.gif", lambda *done: told.append(done))
    assert (tmp_path / "one.gif").read_bytes() == (tmp_path / "other.gif").read_bytes()
    assert told[-2:] == [(3, 4), (4, 4)]


def test_frames_can_be_sent_to_another_process(tmp_path):
    some = shared.Frames(film_of(), 300, 0, 2, tmp_path)
    assert pickle.loads(pickle.dumps(some)) == some


def test_a_person_may_end_it_and_nothing_stays(snapshot, tmp_path):
    def stop(done, _of):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(film_of(), snapshot, load({}), tmp_path / "a.gif", stop)
    assert not list(tmp_path.iterdir())


def test_colours_of_areas_are_kept_exactly():
    tones = np.random.default_rng(4).integers(0, 256, (200, 3), np.uint8) // 12 * 12
    picture = Image.fromarray(np.repeat(np.unique(tones, axis=0), 4, axis=0)[None])
    held = picture.quantize(palette=palette([picture]), dither=Image.Dither.NONE)
    assert np.array_equal(np.asarray(held.convert("RGB")), np.asarray(picture))
