"""`app.py export` of a sheet: its options, its file, its errors."""

from __future__ import annotations

import pytest

import app
from data.errors import UsageError
from layers.commands.export_options import read_layers, read_view
from layers.exports.saved import SavedExports
from layers.sheet.description import Shown


def test_layers_may_have_an_opacity():
    assert read_layers("hexagons:80, corridors") == (Shown("hexagons", 0.8), Shown("corridors"))


@pytest.mark.parametrize("text", ["hexagons:0", "hexagons:x", "hexagons:101", "hexagons:²"])
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
                     "--layers", "corridors", "--view", "-3,17,5", "--lang", "fr",
                     "--made-on", "2026-03-07", *(["--dpi", "50"] if form == "png" else [])])
    assert done == 0 and out.read_bytes().startswith(head)
    assert {path.name for path in tmp_path.iterdir()} == {out.name, f"{out.name}.manifest.json"}


@pytest.mark.parametrize(("form", "name"), [("pdf", "sheet.csv"), ("csv", "sheet.PDF")])
def test_a_file_that_ends_as_another_form_is_not_written(made_store, tmp_path, capsys, form, name):
    out = tmp_path / name
    assert app.main(["export", "--format", form, "--out", str(out), "--store",
                     str(made_store)]) == 2
    assert f".{form}" in capsys.readouterr().err and not list(tmp_path.iterdir())


@pytest.mark.parametrize("wrong", [["--layers", "gold"], ["--dpi", "5"], ["--made-on", "March"]])
def test_what_is_not_understood_writes_nothing(made_store, tmp_path, wrong):
    out = tmp_path / "sheet.png"
    assert app.main(["export", "--format", "png", "--out", str(out), "--store", str(made_store),
                     *wrong]) == 2
    assert not out.exists()


@pytest.mark.parametrize(("form", "given", "said"), [
    ("csv", ["--dpi", "50"], "--dpi has no effect on csv; it is for png"),
    ("pdf", ["--dpi", "50"], "--dpi has no effect on pdf"),
    ("csv", ["--title", "T"], "--title"), ("gpkg", ["--view", "-3,17,5"], "--view"),
    ("xlsx", ["--made-on", "2026-03-07"], "--made-on"), ("hxl", ["--portrait"], "--portrait"),
    ("csv", ["--layers", "hexagons"], "--layers"), ("png", ["--no-notes"], "--no-notes"),
    ("geojson", ["--atlas", "admin1"], "--atlas"), ("kml", ["--chart", "kinds"], "--chart"),
    ("gif", ["--chart", "kinds"], "--chart"), ("gif", ["--series", "year"], "--series"),
    ("csv", ["--months", "1"], "--months moves a kept export"),
    ("pdf", ["--atlas", "admin1", "--view", "-3,17,5"], "--view has no effect beside --atlas"),
])
def test_an_option_without_effect_is_refused_by_name(made_store, tmp_path, capsys, form, given,
                                                     said):
    status = app.main(["export", "--format", form, "--out", str(tmp_path / "x"), "--store",
                       str(made_store), *given])
    assert status == 2 and said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--title", "--subtitle"])
@pytest.mark.parametrize("text", ["a\x07b", "\x1b[31mred", "a\nb", "turned\u202e round"])
def test_what_no_line_holds_is_refused_and_not_said_again(made_store, tmp_path, capsys, option,
                                                          text):
    status = app.main(["export", "--format", "svg", "--out", str(tmp_path / "x.svg"), "--store",
                       str(made_store), option, text])
    said = capsys.readouterr().err
    assert status == 2 and f"stands in {option}" in said and text not in said
    assert list(tmp_path.iterdir()) == []


def test_a_form_and_a_file_must_be_named(capsys):
    assert app.main(["export", "--out", "x.csv"]) == 2
    assert "--format" in capsys.readouterr().err
    assert app.main(["export", "--format", "csv"]) == 2
    assert "--out" in capsys.readouterr().err


def test_who_breaks_off_finds_nothing_left(made_store, tmp_path, monkeypatch):
    def broken_off(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("layers.exports.make.add", broken_off)
    assert app.main(["export", "--format", "csv", "--out", str(tmp_path / "x.csv"), "--store",
                     str(made_store)]) == 130
    assert list(tmp_path.iterdir()) == []


def test_a_bar_is_shown_at_a_terminal(made_store, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    app.main(["export", "--format", "csv", "--out", str(tmp_path / "x.csv"), "--store",
              str(made_store)])
    assert "Making x.csv" in capsys.readouterr().err


def test_choices_about_layers_are_kept_with_the_export(made_store, capsys):
    command = ["export", "--format", "pdf", "--store", str(made_store), "--save", "ours",
               "--layers", "hexagons", "--res", "5"]
    assert app.main([*command, "--option", "hexagons.metric=deaths"]) == 0
    kept = SavedExports(made_store).find("ours").export
    assert kept.sheet.layers == (Shown("hexagons", options=(("metric", "deaths"),)),)
    assert kept.sheet.resolution == 5
    assert app.main([*command, "--option", "hexagons.colour=red"]) == 2
    assert "hexagons has the options" in capsys.readouterr().err
