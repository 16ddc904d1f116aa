"""A map shows all that it is fitted to, also symbols that stand beside their places."""

from __future__ import annotations

import numpy as np
import pytest

from layers.base import Request
from layers.marks import Symbol
from layers.registry import BY_ID
from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import SYMBOL, frame
from layers.sheet.look import POINTS


@pytest.mark.parametrize("size", [(555, 400), (465, 235), (480, 480)], ids=str)
@pytest.mark.parametrize("layer", ["resilience", "vulnerability", "sites", "relations", "mining"])
def test_no_symbol_is_cut_by_the_edge(press, layer, size):
    sheet = Sheet(layers=(Shown(layer),))
    shown = frame(sheet, press, *size)
    request = Request(selection=sheet.selection)
    marks = [mark for mark in BY_ID[layer].drawing(*press.asked(BY_ID[layer], request))
             if isinstance(mark, Symbol)]
    at = shown.projection.metres(np.array([(mark.lon, mark.lat) for mark in marks]))
    metres = 2 * shown.half[0] / size[0]
    at += np.array([(mark.dx, -mark.dy) for mark in marks]) * POINTS * metres
    room = np.array(shown.half) - SYMBOL * POINTS * metres
    assert marks and (np.abs(at) <= room).all()
