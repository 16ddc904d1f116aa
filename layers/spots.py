"""Claims at places, gathered so that one symbol stands for what is said of one place in one word.

A word is a factor or a kind of relation. Claims of other dates stand apart, since they
come and go with the clock on their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from data.evidence.model import Claim, Place
from data.i18n import nmsg
from layers.legend import Entry
from layers.marks import Days
from layers.palette import Themes
from layers.style import FINE, Style

UNIT = 3
"""`where_precision` from which a place is known to a unit or less: its symbol is hollow."""
DOUBTS = ("believed", "perceived")
"""Evidence whose symbol has a broken edge: what is believed, and what people perceive."""
RADIUS = 8.0

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, kw_only=True)
class Spot:
    """What is said of one place in one word, held in one way, at one date.

    Attributes:
        layer: the layer that draws it.
        place: has a position.
        word: the factor or the kind of relation.
        doubt: one of `DOUBTS`, or empty.
        days: first and last day; None where it is undated.
        claims: at least one, in the order of their table.
    """

    layer: str
    place: Place
    word: str
    doubt: str
    days: Days | None
    claims: tuple[Claim, ...]

    @property
    def wide(self) -> bool:
        """Whether the place is known to a unit, an area or a country only."""
        return self.place.precision >= UNIT

    @property
    def key(self) -> str:
        """Key of the legend entry."""
        parts = (self.word, "wide" if self.wide else "", self.doubt)
        return "-".join(part for part in parts if part)

    @property
    def id(self) -> str:
        """What a click picks; single within the layer."""
        days = "" if self.days is None else "/" + "/".join(day.isoformat() for day in self.days)
        return f"place/{self.place.id}/{self.key}{days}"

    def says(self, language: str) -> str:
        """Say the first claim, and how many more there are."""
        said, more = self.claims[0].says(language), len(self.claims) - 1
        return said if not more else f"{said} " + nmsg(
            "And {count} more record.", "And {count} more records.", more).render(language)


def spots(
    claims: Iterable[C], layer: str, word: Callable[[C], str], order: Sequence[str]
) -> tuple[Spot, ...]:
    """Gather claims by place and word; a place without a position has no spot.

    Args:
        claims: of one table.
        layer: id of the layer that draws them.
        word: what a claim is gathered by.
        order: of words, at one place.
    """
    found: dict[tuple[Place, str, str, Days | None], list[Claim]] = {}
    for claim in claims:
        doubt = claim.evidence if claim.evidence in DOUBTS else ""
        for place in dict.fromkeys(claim.where):
            if place.placed:
                found.setdefault((place, word(claim), doubt, claim.days), []).append(claim)
    made = [Spot(layer=layer, place=place, word=of, doubt=doubt, days=days, claims=tuple(many))
            for (place, of, doubt, days), many in found.items()]
    return tuple(sorted(made, key=lambda spot: order.index(spot.word)))


def unplaced(claims: Iterable[Claim]) -> tuple[Place, ...]:
    """Return the places, each once, that have no position, of claims that have no other."""
    return tuple(dict.fromkeys(
        place for claim in claims if not any(p.placed for p in claim.where)
        for place in claim.where))


def entry(spot: Spot, letter: str, colours: Themes, label: str) -> Entry:
    """Return the legend entry that a spot belongs to."""
    style = Style(
        "symbol", colours, radius=RADIUS, letter=letter,
        hollow=spot.wide or bool(spot.doubt), dash=FINE if spot.doubt else None)
    return Entry(style, label, spot.key)
