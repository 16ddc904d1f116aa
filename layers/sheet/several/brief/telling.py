"""What the sections of a brief share: the profile, the type, and how claims are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from data.evidence.model import Claim
from data.i18n import listing, nmsg, number, t
from data.profile.build import Profile
from layers import claims
from layers.sheet.canvas import INK, QUIET, Canvas
from layers.sheet.flow import Item, gap
from layers.sheet.furniture import words
from layers.sheet.type import LINE, wrapped

BULLET = "•"
SHORT = 2
"""How many more entries a list may have whose entries are short."""


@dataclass(frozen=True)
class Telling:
    """A profile on its way into a column.

    Attributes:
        profile: what is told.
        language: to tell it in.
        room: width of the column, points.
        size: of letters, points.
        limit: the most entries of one list; how many more there are is told.
        accent: the organisation's colour.
        notes: whether free text is told: the sentences of claims.
        withheld: incidents that may not leave as records, and are in none of its numbers.
        cited: ids of documents by their number, in the order that they are first cited.
    """

    profile: Profile
    language: str
    room: float
    size: float
    limit: int
    accent: str
    notes: bool = True
    withheld: int = 0
    cited: dict[str, int] = field(default_factory=dict)

    def number(self, value: float) -> str:
        """Write a number."""
        return number(value, self.language)

    def title(self, said: str) -> Item:
        """Head a section, over a fine line; a long one wraps."""
        size = self.size * 1.14
        lines = wrapped(said, size, self.room, bold=True)
        deep = (len(lines) - 1) * LINE * size

        def draw(canvas: Canvas, x: float, y: float) -> None:
            canvas.lines(x, y + size * 0.13, lines, size, bold=True, name="heading")
            canvas.rule([(x, y + deep + size * 1.55), (x + self.room, y + deep + size * 1.55)])

        return Item(deep + size * 2.0, draw, keep=True)

    def head(self, said: str) -> Item:
        """Head a part of a section."""
        return words.paragraph(said, self.room, self.size, bold=True, keep=True, name="brief",
                               after=0.12)

    def said(self, *texts: str) -> list[Item]:
        """Say sentences in one paragraph; nothing where there are none."""
        whole = " ".join(text for text in texts if text)
        return [words.paragraph(whole, self.room, self.size, name="brief")] if whole else []

    def quiet(self, *texts: str) -> list[Item]:
        """Say an aside."""
        whole = " ".join(text for text in texts if text)
        return [words.paragraph(whole, self.room, self.size * 0.88, ink=QUIET,
                                name="brief")] if whole else []

    def pair(self, said: str, value: str) -> Item:
        """Set a value at the right of what it is of."""
        return words.counted(said, value, self.room, self.size)

    def bullet(self, said: str) -> Item:
        """Say an entry of a list."""
        indent = self.size * 1.1
        lines = wrapped(said, self.size, self.room - indent)

        def draw(canvas: Canvas, x: float, y: float) -> None:
            canvas.lines(x, y, [BULLET], self.size, ink=QUIET, name="brief")
            canvas.lines(x + indent, y, lines, self.size, ink=INK, name="brief")

        return Item((len(lines) * LINE + 0.2) * self.size, draw)

    def bullets(self, said: Sequence[str]) -> list[Item]:
        """List entries, of many the first, and how many more there are."""
        return [*map(self.bullet, said[:self.limit]), *self.more(len(said))]

    def pairs(self, rows: Sequence[tuple[str, str]]) -> list[Item]:
        """List values, of many the first, and how many more there are."""
        return [*(self.pair(said, value) for said, value in rows[:self.lines]),
                *self.more(len(rows), self.lines)]

    @property
    def lines(self) -> int:
        """The most entries of a list whose entries are a line each."""
        return self.limit + SHORT if self.limit else 0

    def more(self, count: int, limit: int | None = None) -> list[Item]:
        """Say how many entries of a list have no place here, and where they are."""
        rest = count - (self.limit if limit is None else limit)
        return self.quiet(nmsg("{count} more in the region’s profile",
                               "{count} more in the region’s profile",
                               rest).render(self.language)) if rest > 0 else []

    def says(self, one: Claim) -> str:
        """Say a claim in its own sentence; nothing where free text is left out."""
        return one.says(self.language) if self.notes else ""

    def claim(self, one: Claim, *said: str) -> str:
        """Say words for a claim with where it is said."""
        return " ".join([*(words for words in said if words), self.cite(one)])

    def cite(self, one: Claim) -> str:
        """Name a claim's document by its number, when it was so, and how it is held."""
        at = self.cited.setdefault(one.cited.id, len(self.cited) + 1)
        when = claims.date(one, self.language) if one.days else t(self.language, "undated")
        parts = [f"[{at}]", when, claims.held(one, self.language)]
        if one.synthetic:
            parts.append(t(self.language, "Synthetic: invented for demonstration"))
        return "(" + ", ".join(parts) + ")"

    def around(self, many: Iterable[Claim]) -> list[Item]:
        """Count what is said of the area's surroundings, and not of itself."""
        wider = list(many)
        if not wider:
            return []
        named = dict.fromkeys(place.name(self.language) for claim in wider
                              for place in claim.where
                              if self.profile.area.lies_around(place))
        return self.quiet(nmsg(
            "{count} more record is said of what is around it, not of it: {places}.",
            "{count} more records are said of what is around it, not of it: {places}.",
            len(wider), places=listing(list(named)[:3], self.language)).render(self.language))

    def space(self) -> Item:
        """Part two sections."""
        return gap(self.size * 0.9)
