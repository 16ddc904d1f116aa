"""Samples of a printed legend look like the marks."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from matplotlib.colors import to_hex
from matplotlib.path import Path

from layers.legend import Entry, Legend
from layers.registry import LAYERS
from layers.sheet.handles import legend_handles
from layers.sheet.look import POINTS
from layers.style import DOUBTFUL, UNSURE, Style

COLOURS = ("#123456", "#abcdef")


def sample(style, theme=0):
    return legend_handles(Legend("made", "Made", (Entry(style, "one", "k"),)), theme)[0][0]


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_each_layer_has_a_sample_an_entry_that_can_be_printed(layer, made, axes):
    legend = made(layer, "fr")[1]
    handles, labels = legend_handles(legend)
    assert labels == [entry.label for entry in legend.entries if not entry.live]
    axes.legend(handles, labels)
    written = io.StringIO()
    axes.figure.savefig(written, format="svg")
    assert all(label.split()[0] in written.getvalue() for label in labels)


@pytest.mark.parametrize("theme", [0, 1])
def test_colours_follow_the_theme(theme):
    assert to_hex(sample(Style("fill", COLOURS), theme).get_facecolor()) == COLOURS[theme]
    assert sample(Style("line", COLOURS), theme).get_color() == COLOURS[theme]


def test_dash_arrow_and_width():
    line = sample(Style("line", COLOURS, width=4, dash=UNSURE, arrow=True))
    assert line.get_linewidth() == 4 * POINTS
    assert line.is_dashed() and line.get_marker() == ">"
    assert not sample(Style("line", COLOURS)).is_dashed()


def test_hatches_tell_apart():
    found = [sample(Style("hatch", COLOURS, angle=angle)).get_hatch()
             for angle in (0, 45, 90, 135)]
    assert len(set(found)) == 4
    sparse = sample(Style("hatch", COLOURS, angle=45, sparse=True)).get_hatch()
    assert len(sparse) < len(found[1])


def test_a_letter_lies_over_its_symbol():
    shape, letter = sample(Style("symbol", COLOURS, letter="Au"))
    assert shape.get_markerfacecolor() == COLOURS[0] and "Au" in str(letter.get_marker())


@pytest.mark.parametrize("whole", [Style("symbol", COLOURS, hollow=True, letter="S"),
                                   Style("ring", COLOURS)])
def test_an_edge_in_dashes_is_told_from_one_in_one_piece(whole):
    disc, edge, *letter = sample(replace(whole, dash=DOUBTFUL))
    assert len(letter) == len(whole.letter)
    assert disc.get_markeredgecolor() == "none"
    assert to_hex(edge.get_markeredgecolor()) == COLOURS[0]
    assert edge.get_marker().codes.tolist().count(Path.MOVETO) > 2
