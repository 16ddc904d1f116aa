"""The small grammar of patterns: words, stems, alternatives, gaps, and `&`.

`steal*|stole ... {animals}` is a word that begins with *steal*, or *stole*, and after at
most eight words one of the list `animals`, in the same sentence. See
`docs/classification.md` for the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.classify.words import NUMBER, plain
from data.errors import UsageError
from data.i18n import Message, msg

GAP = 8
"""Words that `...` may pass over."""
MOST_GAP = 40
MOST_TOGETHER = 3
"""Parts that `&` may join, since each order of them is tried."""

_GAP = re.compile(r"\.\.\.(\d*)")
_LIST = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_WORD = r"(?:[^\W\d_]+\*?|#)"
_ALTERNATIVE = re.compile(f"{_WORD}(?:_{_WORD})*")

Lists = Mapping[str, tuple[tuple[str, ...], ...]]
"""Named lists of alternatives, each a sequence of words; `steal*` is a stem."""


@dataclass(frozen=True)
class Gap:
    """Up to so many words of the sentence, whatever they are."""

    most: int


@dataclass(frozen=True)
class Words:
    """One of several alternatives, each a sequence of words."""

    alternatives: tuple[tuple[str, ...], ...]


Part = tuple[Gap | Words, ...]
Pattern = tuple[Part, ...]
"""Parts that stand in one sentence, in any order."""


class PatternError(UsageError):
    """A pattern that is not of the grammar."""


def parse(text: str, lists: Lists) -> Pattern:
    """Read a pattern; raises `PatternError`."""
    parts = tuple(_part(part, lists) for part in text.split("&"))
    if len(parts) > MOST_TOGETHER:
        raise PatternError(msg("& joins at most {count} parts", count=MOST_TOGETHER))
    return parts


def alternatives(text: str, lists: Lists) -> tuple[tuple[str, ...], ...]:
    """Read `steal*|stole|carried_off|{animals}`; raises `PatternError`."""
    found: list[tuple[str, ...]] = []
    for word in text.split("|"):
        named = _LIST.fullmatch(word)
        if named:
            found += _listed(named[1], lists)
        elif _ALTERNATIVE.fullmatch(word):
            found.append(_sequence(word))
        else:
            raise PatternError(_not_a_word(word))
    return tuple(dict.fromkeys(found))


def _part(text: str, lists: Lists) -> Part:
    items = [_item(word, lists) for word in text.split()]
    if not items or isinstance(items[0], Gap) or isinstance(items[-1], Gap):
        raise PatternError(msg("a pattern, and each part of it between &, begins and ends with a "
                               "word"))
    return tuple(items)


def _item(text: str, lists: Lists) -> Gap | Words:
    gap = _GAP.fullmatch(text)
    if not gap:
        return Words(alternatives(text, lists))
    most = int(gap[1] or GAP)
    if not 1 <= most <= MOST_GAP:
        raise PatternError(msg("a gap is of 1 to {most} words", most=MOST_GAP))
    return Gap(most)


def _listed(name: str, lists: Lists) -> tuple[tuple[str, ...], ...]:
    if name not in lists:
        raise PatternError(msg("there is no list {name} above it", name="{" + name + "}"))
    return lists[name]


def _sequence(word: str) -> tuple[str, ...]:
    return tuple(part if part == NUMBER else plain(part) for part in word.split("_"))


def _not_a_word(word: str) -> Message:
    return msg("“{word}” is not a word, a stem such as steal*, words joined by _, a {list}, # or "
               "a gap such as ... or ...3", word=word, list="{list}")
