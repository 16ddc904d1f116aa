"""Uploaded files lie under their own names, in a folder that is private."""

from __future__ import annotations

import stat
import time

import pytest

from callbacks.upload.folder import Announced, Uploads, plain
from callbacks.upload.work import tables


@pytest.fixture
def uploads(tmp_path):
    return Uploads(tmp_path / "uploads", 1)


@pytest.mark.parametrize(("given", "kept"), [
    ("événements 2019.csv", "événements 2019.csv"), ("../../etc/passwd", "passwd"),
    ("C:\\Users\\me\\a.csv", "a.csv"), ("..", "file"), ("", "file"), (".hidden", "hidden"),
    ("a\x00b\nc.csv", "a_b_c.csv"), ("\ud800.csv", "_.csv"), ("a/b/", "b"),
])
def test_a_name_is_a_plain_name(given, kept):
    assert plain(given) == kept


def test_a_long_name_keeps_its_ending():
    assert plain("é" * 500 + ".geojson").endswith("é.geojson")
    assert len(plain("é" * 500 + ".geojson").encode()) <= 180


def test_a_name_without_end_costs_no_time():
    begun = time.process_time()
    assert plain("a" * 900_000 + ".csv").endswith("a.csv")
    assert time.process_time() - begun < 0.5


def test_others_cannot_look_into_an_upload(uploads):
    made = uploads.create([Announced("a.csv", 1)])
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert uploads.create([Announced("a.csv", 1)]).token != made.token


def test_parts_of_one_shapefile_are_one_table(uploads):
    names = ["roads.shp", "roads.dbf", "ROADS.prj", "roads.shp.xml", "roads.csvt", "alone.dbf",
             "events.csv", "events.csvt"]
    made = uploads.create([Announced(name, 1) for name in names])
    assert [path.name for path in tables(made)] == ["roads.shp", "alone.dbf", "events.csv"]
