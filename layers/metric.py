"""What the colour of a hexagon says: here, how many incidents it holds."""

from __future__ import annotations

from typing import Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from data.i18n import Message, msg, nmsg
from data.queries.cube import Split
from layers.base import Found, Request
from layers.legend import Entry, Source

Numbers = npt.NDArray[np.int64] | npt.NDArray[np.float64]
DETAILS = msg("Which deaths, which money")
"""What choices that few need are folded away under."""


class Metric:
    """How many incidents: what the cube's rows count, as they are.

    Attributes:
        title: of the legend.
        split: columns that the cube is split by, so that what must not be added is apart.
        leads: whether its first note must be read with the drawing.
    """

    id = "count"
    title = msg("Incidents per hexagon")
    split: tuple[Split, ...] = ()
    leads = False

    def queries(self, request: Request) -> dict[str, ir.Table]:
        """Name the tables that the metric needs beside the cube."""
        return {}

    def per_row(self, found: Found, request: Request) -> Numbers:
        """Return what each row of the cube adds to its cell, shape (rows,)."""
        return column(found, "n").astype(np.int64)

    def unit(self, found: Found, request: Request) -> str:
        """Name the unit of the values; empty for a number of incidents or persons."""
        return ""

    def says(self, value: float, found: Found, request: Request) -> Message:
        """Say the value of one hexagon."""
        return nmsg("{count} incident", "{count} incidents", int(value))

    def entries(self, language: str) -> tuple[Entry, ...]:
        """Return what the legend lists beside the classes."""
        return ()

    def notes(self, found: Found, request: Request) -> list[str]:
        """Say what the values are made of, and what is left out."""
        return []

    def sources(self, found: Found, request: Request) -> tuple[Source, ...]:
        """Name sources beside those of the incidents."""
        return ()


def column(found: Found, name: str) -> npt.NDArray[Any]:
    """Return a column of the cube as an array."""
    values: npt.NDArray[Any] = found["cube"].column(name).to_numpy()
    return values
