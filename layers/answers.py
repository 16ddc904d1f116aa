"""Runs a layer's questions over a snapshot: the same way for the page, a sheet and a file."""

from __future__ import annotations

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
    request = layer.settled(request, ground)
    while True:
        tables = {name: snapshot.fetch(query) for name, query in layer.queries(request).items()}
        found = Found(tables, ground)
        coarser = layer.coarser(found, request)
        if coarser is None:
            return found, request
        request = coarser
