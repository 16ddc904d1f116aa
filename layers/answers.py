"""Runs a layer's questions over a snapshot: the same way for the page, a sheet and a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from data.ground import Ground
from data.store import Snapshot
from layers.base import Found, Layer, Request


def answered(
    snapshot: Snapshot, ground: Ground, layer: Layer, request: Request
) -> tuple[Found, Request]:
    """Run a layer's queries, coarser where the answer would be larger than the limits.

    Returns:
        The tables, and the request that they answer.

    Raises:
        UsageError: an option names what there is not.
    """
    if request.classes is not None:
        return among(snapshot, ground, layer, request,
                     lambda whole: answered(snapshot, ground, layer, whole))
    request = layer.settled(request, ground)
    while True:
        found = _fetched(snapshot, ground, layer, request)
        coarser = layer.coarser(found, request)
        if coarser is None:
            return found, request
        request = coarser


def among(
    snapshot: Snapshot, ground: Ground, layer: Layer, request: Request,
    ask: Callable[[Request], tuple[Found, Request]],
) -> tuple[Found, Request]:
    """Answer a request that is one of several which are compared.

    What had to give way to the limits for all of them together gives way here as well.

    Args:
        snapshot: the data.
        ground: evidence, units and population of the same snapshot.
        layer: that is asked.
        request: one whose `classes` say what it is compared with.
        ask: answers for all together; whoever asks for several may keep that.
    """
    assert request.classes is not None
    whole, used = ask(replace(request, selection=request.classes, classes=None))
    own = layer.settled(
        replace(used, selection=request.selection, classes=request.classes), ground)
    return replace(_fetched(snapshot, ground, layer, own), whole=whole), own


def _fetched(snapshot: Snapshot, ground: Ground, layer: Layer, request: Request) -> Found:
    return Found({name: snapshot.fetch(query)
                  for name, query in layer.queries(request).items()}, ground)
