"""All that a package is made of, handed to whatever writes a part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.packages.content import Content
from data.packages.facts import Facts
from data.packages.order import Order


@dataclass(frozen=True, eq=False)
class Whole:
    """A package before it is written.

    Attributes:
        order: what was asked for.
        content: the rows that leave.
        facts: the numbers that it tells of itself.
        layers: names of the drawn layers that it holds, with notes about each.
        public: address at which readers reach the atlas; empty where there is none.
    """

    order: Order
    content: Content
    facts: Facts
    layers: tuple[tuple[str, str], ...] = ()
    public: str = ""

    @property
    def permalink(self) -> str:
        """Return where the same is shown; empty without a public address."""
        if not self.public:
            return ""
        query = self.order.link or self.order.selection.to_query()
        return f"{self.public}?{query}" if query else self.public


Write = Callable[[Whole, Path], int]
"""Writes the main file, and returns how many rows it wrote."""
