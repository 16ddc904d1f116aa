"""What the sections of a profile's page share: the profile, a language, numbered records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html

from callbacks import ledger_table
from callbacks.parts import extra
from data.evidence.base import Evidence, term
from data.evidence.columns import NOT_STATED
from data.evidence.model import Claim
from data.i18n import number, t
from data.profile.build import Profile
from layers import claims

MOST = 30
"""The most claims of one list that are told one by one."""


@dataclass(frozen=True)
class Telling:
    """A profile on its way into words.

    Attributes:
        profile: what is told.
        evidence: where its claims come from.
        language: to tell it in.
        query: the filters, as links to other profiles carry them.
        cited: claims by their number, in the order that they are first told.
    """

    profile: Profile
    evidence: Evidence
    language: str
    query: str = ""
    cited: dict[tuple[str, str], tuple[int, Claim]] = field(default_factory=dict)

    def number(self, value: float) -> str:
        """Write a number."""
        return number(value, self.language)

    def pair(self, name: str, value: str) -> str:
        """Set a value behind its name, as the language does."""
        return t(self.language, "{name}: {value}", name=name, value=value)

    def mark(self, table: str, claim: Claim) -> html.A:
        """Return the mark of a claim's record, such as [12], which leads to it."""
        at, _ = self.cited.setdefault((table, claim.id), (len(self.cited) + 1, claim))
        return html.A(f"[{at}]", href=f"#record-{at}", className="ref")

    def marks(self, table: str, many: Iterable[Claim]) -> list[Any]:
        """Return the marks of several claims."""
        return [part for claim in many for part in (self.mark(table, claim), " ")]

    def claim(self, table: str, claim: Claim) -> html.Li:
        """Say a claim with its document and section, its date, and its mark."""
        return html.Li([
            claim.says(self.language), " ", synthetic(claim, self.language),
            html.Span([self.source(claim), " ", self.mark(table, claim)], className="cite")])

    def source(self, claim: Claim) -> str:
        """Name where a claim is said, when it was so, and how it is held."""
        section = self.evidence.sections.get(claim.section)
        when = claims.date(claim, self.language) if claim.days else t(self.language, "undated")
        parts = (claim.cited.title, term(section.title, self.language) if section else "",
                 when, claims.held(claim, self.language))
        return " · ".join(part for part in parts if part)

    def listed(self, table: str, many: Sequence[Claim]) -> list[Any]:
        """List claims one by one; of many, the first, and how many more there are."""
        if not many:
            return []
        rest = len(many) - MOST
        return [html.Ul([self.claim(table, one) for one in many[:MOST]], className="said"),
                html.P(t(self.language, "… and {count} more, which the map’s table lists.",
                         count=rest), className="quiet") if rest > 0 else None]

    def around(self, table: str, many: Sequence[Claim]) -> list[Any]:
        """List what is said of the area's surroundings, and not of itself."""
        if not many:
            return []
        names = dict.fromkeys(place.name(self.language) for claim in many for place in claim.where
                              if self.profile.area.lies_around(place))
        title = t(self.language, "Said of what is around it, not of it: {places}",
                  places=", ".join(names))
        lines = [html.Li([one.says(self.language), " ", synthetic(one, self.language),
                          self.mark(table, one)]) for one in many[:MOST]]
        rest = len(many) - MOST
        return [html.H3(title), html.Ul(lines, className="said around"),
                html.P(t(self.language, "… and {count} more, which the map’s table lists.",
                         count=rest), className="quiet") if rest > 0 else None]

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[Any]], label: str) -> Any:
        """Draw a table; what is a number stands to the right, beneath its head."""
        held = [list(row) for row in rows]
        counted = {i for i in range(1, len(heads)) if held and all(_is_number(r[i]) for r in held)}
        return ledger_table.table(
            [html.Span(head, className="n") if i in counted else head
             for i, head in enumerate(heads)],
            [[html.Span(cell, className="n") if i in counted else cell
              for i, cell in enumerate(row)] for row in held], label)


def section(id: str, title: str, *inside: Any) -> html.Section:
    """Build a section of the page."""
    return html.Section([html.H2(title, id=f"{id}-title"), *inside], id=id,
                        **extra({"aria-labelledby": f"{id}-title"}))


def _is_number(cell: Any) -> bool:
    return isinstance(cell, str) and (cell == "–" or cell[:1].isdigit()) and not any(
        sign.isalpha() for sign in cell)


def synthetic(claim: Claim, language: str) -> Any:
    """Mark an invented claim."""
    if not claim.synthetic:
        return None
    return html.Span(t(language, "Synthetic: invented for demonstration"), className="synthetic")


def stated(text: str, language: str) -> str:
    """Write a text of a source; an empty one is said not to be stated."""
    return t(language, "not stated") if text in ("", NOT_STATED) else text


def quiet(*texts: str) -> html.P:
    """Write an aside."""
    return html.P(" ".join(text for text in texts if text), className="quiet")
