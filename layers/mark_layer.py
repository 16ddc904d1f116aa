"""Layers that the browser draws from the very marks that a sheet is drawn from."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from layers import marks_wire
from layers.base import Found, Layer, Payload, Request
from layers.counted import counted
from layers.marks import Drawing, within


class MarkLayer(Layer):
    """A layer of marks: it says which, and the rest follows.

    All marks travel at once, whatever the window of time; the browser shows those that
    the clock's window holds, and `drawing` gives just these.
    """

    draw = "marks"

    @abstractmethod
    def marks(self, found: Found, request: Request) -> Drawing:
        """Return the marks of the selection, whenever they are, in drawing order."""

    def drawing(self, found: Found, request: Request) -> Drawing:
        """Return the marks that the selection's window holds."""
        marks = within(self.marks(found, request), request.selection)
        if not any(mark.shares for mark in marks):
            return marks
        legend = self.legend(found, request)
        return counted(marks, request.selection, legend, request.language)

    def payload(self, found: Found, request: Request) -> Payload:
        """Return every mark as columns; see `layers.marks_wire`."""
        anytime = replace(request, selection=request.selection.anytime())
        return marks_wire.payload(self.marks(found, anytime), self.legend(found, anytime))
