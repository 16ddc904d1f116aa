"""`app.py export` of a sheet: its options, its file, its errors."""

from __future__ import annotations

import pytest

import app
from data.errors import UsageError
from layers.commands.export_options import read_layers, read_view
from layers.sheet.description import Shown


def test_layers_may_have_an_opacity():
    assert read_layers("hexagons:80, corridors") == (Shown("hexagons", 0.8), Shown("corridors"))


@pytest.mark.parametrize("text", ["hexagons:0", "hexagons:x", "hexagons:101"])
def test_an_opacity_is_a_share(text):
    with pytest.raises(UsageError):
        read_layers(text)


def test_a_view_is_three_numbers():
    assert read_view("-3,17,5.5") == (-3.0, 17.0, 5.5)


@pytest.mark.parametrize("text", ["-3,17", "a,b,c", "200,0,3", "0,0,30"])
def test_what_is_no_view_is_refused(text):
    with pytest.raises(UsageError):
        read_view(text)


@pytest.mark.parametrize(
    ("form", "head"), [("pdf", b"%PDF"), ("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_a_sheet_is_written(made_store, tmp_path, form, head):
    out = tmp_path / f"sheet.{form}"
    done = app.main(["export", "--format", form, "--out", str(out), "--store", str(made_store),
                     "--layers", "corridors", "--view", "-3,17,5", "--lang", "fr", "--dpi", "50",
                     "--made-on", "2026-03-07"])
    assert done == 0 and out.read_bytes().startswith(head)
    assert {path.name for path in tmp_path.iterdir()} == {out.name, f"{out.name}.manifest.json"}


@pytest.mark.parametrize("wrong", [["--layers", "gold"], ["--dpi", "5"], ["--made-on", "March"]])
def test_what_is_not_understood_writes_nothing(made_store, tmp_path, wrong):
    out = tmp_path / "sheet.png"
    assert app.main(["export", "--format", "png", "--out", str(out), "--store", str(made_store),
                     *wrong]) == 2
    assert not out.exists()
