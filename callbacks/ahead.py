"""What a visit is going to need, asked for before the page has been put together.

Dash fetches the page's parts one after the other: its scripts, then the layout, then, once all
of that stands, what the map shows. On a slow link each of these waits for an answer while the
link is idle. So the first answer names them: layout and counts at once, beside the scripts, and
the ground as soon as the page's own scripts have come (`assets/js/ahead.js`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from callbacks import bundle, home
from callbacks.context import Context, ground_of
from callbacks.state import AUTO, PageState, settled
from data.hexes import FINEST
from layers.zooms import ZOOMS

DASH = ("_dash-layout", "_dash-dependencies")
COUNTS = "hexagons"
FURTHEST = 1.3
"""Zoom steps that a small map opens further away than a large one, at most; see `map.js`."""


def written(context: Context, query: str, language: str, base: str) -> str:
    """Return the markup for the head of a page's first answer.

    Args:
        context: the settings and the store.
        query: the page's own, which says what is filtered and where the map looks.
        language: of the page, unless the query names one.
        base: the address that the page lies under.
    """
    state = settled(PageState.from_query(query, language), ground_of(context.store.current()))
    return "\n".join([
        *(_link("rel=preload", base + name) for name in DASH),
        *_counts(context, state, base),
        *(_link("data-soon", address) for address in bundle.ground(base).values())])


def _link(asked: str, address: str, media: str = "all") -> str:
    return f'<link {asked} as="fetch" crossorigin media="{media}" href="{escape(address)}">'


def _counts(context: Context, state: PageState, base: str) -> Iterator[str]:
    """Link to the cube and the outlines, at the resolution that a screen's width leads to.

    Where a link chooses how hexagons are coloured, the page asks for them itself.
    """
    snapshot = context.store.current()
    if snapshot is None or any(layer == COUNTS for layer, _ in state.options):
        return
    selection = state.selection.to_query()
    for level, media in _levels(state, home.of(snapshot)[2]):
        under = f"{base}data/{snapshot.id}/"
        wanted = "&".join(filter(None, [selection, f"res={level}"]))
        yield _link("rel=preload", f"{under}cells.bin?res={level}", media)
        yield _link("rel=preload", f"{under}{COUNTS}.bin?{wanted}", media)


def _levels(state: PageState, zoom: float) -> Iterator[tuple[int, str]]:
    """Give the resolutions that the page may open with, each with the screens it opens so on."""
    if state.resolution != AUTO:
        yield int(state.resolution), "all"
    elif state.view:
        yield following(state.view[2]), "all"
    else:
        edges = [0.0, *(home.WIDTH * 2 ** (below - zoom) for below, _ in ZOOMS
                        if zoom - FURTHEST < below <= zoom), math.inf]
        for low, high in pairwise(edges):
            width = min(low, home.WIDTH) or home.WIDTH * 2 ** -FURTHEST
            level = following(zoom + max(-FURTHEST, math.log2(min(1, width / home.WIDTH))))
            yield level, f"(min-width: {low:.2f}px)" + (
                "" if high == math.inf else f" and (max-width: {high - 0.01:.2f}px)")


def following(zoom: float) -> int:
    """Return the resolution that follows a zoom."""
    return next((level for below, level in ZOOMS if zoom < below), FINEST)
