"""The legend of a map as rows: for shapes on a slide, and for a table in a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from data.i18n import number, t
from layers.sheet.furniture.key import absent, counts, stays
from layers.sheet.gather import Part
from layers.style import Style

Role = Literal["title", "entry", "apart", "note", "said", "invented"]
NOTES = 1
"""Notes under each layer; the atlas tells them all."""


@dataclass(frozen=True)
class Row:
    """One line of a legend.

    Attributes:
        role: what it is.
        said: its words.
        style: the look of its sample, where it has one.
        count: how many marks it stands for, as written; empty where none are counted.
    """

    role: Role
    said: str
    style: Style | None = None
    count: str = ""


def rows(parts: tuple[Part, ...], language: str) -> list[Row]:
    """Return the legend's rows, the topmost layer first."""
    return [row for part in reversed(parts) for row in _of(part, language)]


def _of(part: Part, language: str) -> Iterator[Row]:
    legend = part.legend
    yield Row("title", legend.title)
    for entry in legend.entries:
        if not entry.live:
            count = part.counts.get(entry.key, 0) if counts(entry, part) else None
            yield Row("entry", entry.label, entry.style,
                      "" if count is None else number(count, language))
    if legend.apart and part.apart is not None:
        yield Row("apart", legend.apart.label, None, number(part.apart, language))
    yield from (Row("said", sentence) for sentence in stays(part, language))
    yield from (Row("said", sentence) for sentence in absent(part, language))
    if legend.synthetic:
        yield Row("invented", t(language, "Synthetic demonstration data"))
    yield from (Row("note", note.replace("`", "")) for note in legend.notes[:NOTES])
