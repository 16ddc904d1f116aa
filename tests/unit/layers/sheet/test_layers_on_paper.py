"""Every layer can be printed, in the look and in the numbers that its legend tells."""

from __future__ import annotations

import io
from collections import Counter
from xml.etree import ElementTree

import pytest
from matplotlib.colors import to_hex

from layers.marks import Area, Line, Ring, Symbol, tally
from layers.registry import LAYERS
from layers.sheet.draw import draw
from layers.swatch import PAPER

THEMES = (0, 1)
layers = pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)


def own(axes, legend):
    """The artists of a legend's entries, by what they are part of."""
    return [artist for artist in (*axes.collections, *axes.texts)
            if (artist.get_gid() or "").startswith(legend.layer + "/")]


def colours(artist):
    found = [artist.get_facecolor(), artist.get_edgecolor()] if hasattr(
        artist, "get_edgecolor") else []
    return {to_hex(colour) for several in found for colour in several if colour[3] > 0}


@layers
@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_each_is_written_as_vectors(layer, form, made, axes):
    drawing, legend = made(layer)
    draw(axes, drawing, legend)
    written = io.BytesIO()
    axes.figure.savefig(written, format=form)
    head = written.getvalue()
    assert head.startswith(b"%PDF" if form == "pdf" else b"<?xml")
    assert b"<image" not in head and b"/Subtype /Image" not in head


@layers
@pytest.mark.parametrize("theme", THEMES)
def test_its_colours_are_those_of_the_legend(layer, theme, made, axes):
    drawing, legend = made(layer)
    draw(axes, drawing, legend, theme)
    known = {entry.style.colours[theme] for entry in legend.entries} | {PAPER[theme]}
    used = set().union(*(colours(artist) for artist in own(axes, legend)), set())
    assert used <= known


@layers
def test_each_entry_is_one_group_of_as_many_pieces_as_marks(layer, made, axes):
    drawing, legend = made(layer)
    draw(axes, drawing, legend)
    pieces: Counter[str] = Counter()
    for artist in axes.collections:
        name = artist.get_gid().removeprefix(legend.layer + "/")
        if "/" not in name:
            offsets = artist.get_offsets()
            pieces[name] += max(len(artist.get_paths()), len(offsets))
    kinds = Counter((mark.key, type(mark)) for mark in drawing)
    assert all(kind in (Area, Line, Ring, Symbol) for _, kind in kinds)
    assert pieces == tally(drawing)


@layers
def test_opacity_reaches_every_mark(layer, made, axes):
    drawing, legend = made(layer)
    draw(axes, drawing, legend, opacity=0.5)
    assert all(artist.get_alpha() <= 0.5 for artist in own(axes, legend)
               if "/name" not in artist.get_gid())


@layers
def test_names_and_letters_stay_text(layer, made, axes):
    drawing, legend = made(layer)
    draw(axes, drawing, legend)
    written = io.BytesIO()
    axes.figure.savefig(written, format="svg")
    texts = {"".join(node.itertext()) for node in
             ElementTree.fromstring(written.getvalue()).iter("{http://www.w3.org/2000/svg}text")}
    said = {text.get_text() for text in own(axes, legend)
            if hasattr(text, "get_text") and not text.get_gid().endswith("/halo")}
    assert said <= texts
