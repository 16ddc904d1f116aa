"""Which hexagons lie within a distance of something, in the form that a filter asks them."""

from __future__ import annotations

from dataclasses import dataclass

Cells = tuple[tuple[int, frozenset[int]], ...]
"""Cells by their resolution; one stands for all that it holds."""

FINE, COARSE = 6, 4
"""Resolutions at which exact places and places within 25 km are compared."""


@dataclass(frozen=True)
class Reach:
    """The hexagons that touch what is near, and what it is near to, in words.

    Attributes:
        fine: of resolution 6 and, where all of their parts are near, coarser ones.
        coarse: the same of resolution 4.
        names: of what they are near to, by language.
    """

    fine: Cells
    coarse: Cells
    names: tuple[tuple[str, str], ...] = ()

    def name(self, language: str) -> str:
        """Name what they are near to."""
        return dict(self.names).get(language, "")
