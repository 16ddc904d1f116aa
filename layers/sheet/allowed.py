"""Single records that a licence keeps in the building are not drawn on what leaves it."""

from __future__ import annotations

from data import licences
from data.queries.cited import closed_ids
from data.selection import Selection
from layers.base import Found, Layer, Request
from layers.marks import Drawing
from layers.sheet.press import Press

OF_INCIDENTS = ("incidents", "interventions")
"""Layers some of whose marks are each an incident, by its identity."""


def allowed(
    press: Press, layer: Layer, found: Found, request: Request
) -> tuple[Drawing, int]:
    """Return the marks that may leave, and how many may not.

    Counts, such as those of hexagons, may leave whatever they count; a mark that is one
    incident, or that tells what one document says, goes by the licence of that.
    """
    drawing = layer.drawing(found, request)
    closed = _incidents(press) if layer.id in OF_INCIDENTS else frozenset()
    closed |= _of_documents(press, layer, found, request)
    kept = tuple(mark for mark in drawing if mark.id not in closed)
    return kept, len(drawing) - len(kept)


def _incidents(press: Press) -> frozenset[str]:
    ids = press.snapshot.fetch(closed_ids(Selection())).column("incident_id")
    return frozenset(ids.to_pylist())


def _of_documents(
    press: Press, layer: Layer, found: Found, request: Request
) -> frozenset[str]:
    """Return the marks whose rows come from a document that may not be passed on."""
    documents = press.ground.evidence.documents.values()
    closed = {document.title for document in documents
              if (known := licences.find(document.licence)) and not known.passes_on}
    if not closed:
        return frozenset()
    return frozenset(row["mark"] for row in layer.rows(found, request).to_pylist()
                     if row.get("document") in closed and row.get("mark"))
