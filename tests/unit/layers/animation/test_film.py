"""Frames: the same view and classes throughout, each with its window's numbers."""

from __future__ import annotations

import numpy as np
import pytest

from data.errors import UsageError
from data.queries.stats import totals
from data.selection import Selection
from layers.animation import clockbar
from layers.animation.film import filmed
from layers.animation.painted import painted
from layers.animation.plan import planned
from layers.exports.clock import Clock
from layers.palette import rgb
from layers.sheet.description import Shown
from layers.sheet.gather import gathered
from tests.unit.layers.animation.conftest import YEARS, film_of

EDGE = 3
"""Dots by which strokes reach over a box."""


@pytest.fixture(scope="module")
def film(press):
    return filmed(film_of(dpi=72), press, 1200)


@pytest.fixture(scope="module")
def frames(film, press):
    return [np.asarray(painted(film.scene, window, press)) for window in film.plan.windows]


def inside(film, picture):
    box, scale = film.scene.map, film.scene.dpi / 72
    return picture[int(box.y * scale) + 2:int(box.bottom * scale) - 2,
                   int(box.x * scale) + 2:int(box.right * scale) - 2]


def test_only_the_map_and_the_time_change(film, frames):
    changed = np.abs(np.diff(np.stack(frames).astype(int), axis=0)).sum(axis=(0, 3)) > 0
    assert inside(film, changed).any()
    scale = film.scene.dpi / 72
    kept = changed.copy()
    for box in (film.scene.map, film.scene.time):
        kept[int(box.y * scale) - EDGE:int(box.bottom * scale) + EDGE,
             int(box.x * scale) - EDGE:int(box.right * scale) + EDGE] = False
    assert not kept.any()


def test_classes_are_the_same_in_every_frame(film, press):
    bounds = {tuple(gathered(film.plan.at(window), press, film.scene.shown).parts[0].legend
                    .bounds()) for window in film.plan.windows}
    assert bounds == {tuple(film.scene.content.parts[0].legend.bounds())}
    assert len(next(iter(bounds))) > 1


def test_a_frame_shows_what_its_window_holds_in_the_colours_of_the_legend(film, frames, press):
    for window, picture in zip(film.plan.windows, frames, strict=True):
        (part,) = gathered(film.plan.at(window), press, film.scene.shown).parts
        shown = {mark.key for mark in part.drawing}
        dots = inside(film, picture).reshape(-1, 3).astype(int)
        for entry in part.legend.classes():
            over = np.array(rgb(entry.style.colours[0])) * part.opacity
            land = np.array((243, 240, 233)) * (1 - part.opacity)
            near = np.abs(dots - (over + land)).max(axis=1) <= 2
            if part.counts[entry.key] >= 3:
                assert near.sum() > 20, entry.label
            if entry.key not in shown:
                assert near.sum() <= 20, entry.label


def test_numbers_are_those_of_the_window(film, press, snapshot):
    for window in film.plan.windows:
        sheet = film.plan.at(window)
        every = snapshot.rows(totals(sheet.selection))[0]["incidents"]
        said = clockbar.numbers(gathered(sheet, press, film.scene.shown), "en")
        assert said.startswith(f"{every} incidents; ") and "counted apart" in said


def test_bars_are_of_the_same_incidents(film, press, snapshot):
    bars = clockbar.counted(film.plan.sheet, film.plan.reach, press)
    every = snapshot.rows(totals(YEARS))[0]["incidents"]
    assert 0 < sum(bars.counts) <= every
    assert bars.share(film.plan.reach.first) == 0 and len(bars.counts) <= 36


def test_invented_data_has_its_mark_on_every_frame(film, press):
    real = film.scene.content.synthetic
    assert real
    over = np.asarray(film.scene.layers[2])
    faint = (inside(film, over)[..., 3] > 0) & (inside(film, over)[..., 3] < 120)
    assert faint.mean() > 0.02


def test_dots_are_limited_and_otherwise_as_asked_for(press):
    assert filmed(film_of(dpi=40), press, 1200).scene.layers[0].size == (400, 225)
    assert max(filmed(film_of(dpi=600), press, 300).scene.layers[0].size) == 300


def test_open_ends_of_time_are_those_of_records(press):
    every = Selection.of(country=["ML"])
    about = press.snapshot.rows(totals(every))[0]
    reach = planned(film_of(selection=every), press).reach
    assert (reach.first, reach.last) == (about["date_min"], about["date_max"])


def test_without_any_record_time_must_be_named(press):
    nothing = Selection.of(country=["IS"])
    with pytest.raises(UsageError, match="--from"):
        planned(film_of(selection=nothing), press)


@pytest.mark.parametrize("layers", [
    ("incidents", "corridors", "taxation"),
    ("hexagons", "sites", "interventions", "resilience", "vulnerability", "mining")])
def test_other_layers_are_drawn_and_a_long_legend_has_its_place(press, layers):
    film = filmed(film_of(layers=tuple(map(Shown, layers)), language="fr",
                          clock=Clock("growing", "year")), press, 1200)
    picture = np.asarray(painted(film.scene, film.plan.windows[-1], press))
    under = np.asarray(film.scene.layers[0].convert("RGB"))
    assert (inside(film, picture) != inside(film, under)).any(axis=2).mean() > 0.01
