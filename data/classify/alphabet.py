"""One sign for each word that the rules know, so that a note becomes a short string.

A word is taken for the longest alternative that it fits: the word itself, else the
longest stem. A word that fits none is `OTHER`. Patterns become regular expressions over
these signs. Words that no pattern tells apart share a sign, so that more notes are alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice, permutations, takewhile

from data.classify.grammar import Gap, Part, Pattern, Words
from data.classify.words import END, NUMBER
from data.errors import UsageError
from data.i18n import msg

FIRST = 0x100
"""The first sign. Signs are characters beyond those that mean something in an expression, and
below the surrogates, so that sets of them are tested by a bitmap."""
MOST_SIGNS = 0xD800 - FIRST
OTHER, STOP = chr(FIRST), chr(FIRST + 1)
_RESERVED = 2


class Alphabet:
    """The signs of all words and stems that patterns name."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        groups = {item for pattern in patterns for part in pattern for item in part
                  if isinstance(item, Words)}
        named = {word for group in groups for words in group.alternatives for word in words}
        if len(named) + _RESERVED > MOST_SIGNS:
            raise UsageError(msg("The rules name {count} words; {most} are the most.",
                                 count=len(named), most=MOST_SIGNS - _RESERVED))
        self._names = sorted(named)
        self._signs = {name: chr(FIRST + _RESERVED + i) for i, name in enumerate(self._names)}
        stems = {name[:-1] for name in named if name.endswith("*")}
        self._stems = frozenset(stems)
        self._shortest = min(map(len, stems), default=0)
        self._longest = max(map(len, stems), default=0)
        # Lists are named by many rules, and each order of a pattern's parts names them again.
        self._fitting: dict[str, str] = {}
        self._share(groups)

    def _share(self, groups: Iterable[Words]) -> None:
        """Give words that are in the same sets of signs, of all that expressions name, one sign."""
        sets = {frozenset(each) for group in groups for each in self._sets(group)}
        holding: dict[str, list[int]] = {sign: [] for sign in self._signs.values()}
        for number, each in enumerate(sets):
            for sign in each:
                holding[sign].append(number)
        first: dict[tuple[int, ...], str] = {}
        shared = {sign: first.setdefault(tuple(numbers), sign)
                  for sign, numbers in holding.items()}
        self._signs = {name: shared[sign] for name, sign in self._signs.items()}
        self._fitting.clear()

    def _sets(self, group: Words) -> Iterator[str]:
        """Yield the signs of all single words of a group, and those of each word of the others."""
        yield "".join(self.signs(words[0]) for words in group.alternatives if len(words) == 1)
        for words in group.alternatives:
            if len(words) > 1:
                yield from map(self.signs, words)

    def __len__(self) -> int:
        return len(self._signs) + _RESERVED

    def sign(self, word: str) -> str:
        """Return the sign of a word of a note."""
        if word == END:
            return STOP
        own = self._signs.get(word)
        if own:
            return own
        for length in range(min(len(word), self._longest), self._shortest - 1, -1):
            if word[:length] in self._stems:
                return self._signs[word[:length] + "*"]
        return OTHER

    def signs(self, name: str) -> str:
        """Return the signs of all words that fit a word or stem of a pattern."""
        if not name.endswith("*"):
            return self._signs[name]
        if name not in self._fitting:
            self._fitting[name] = "".join(dict.fromkeys(
                self._signs[other] for other in self._beginning(name[:-1]) if other != NUMBER))
        return self._fitting[name]

    def _beginning(self, stem: str) -> Iterator[str]:
        """Yield the words and stems that begin with a stem; sorted, they stand together."""
        first = bisect_left(self._names, stem)
        return takewhile(lambda name: name.startswith(stem), islice(self._names, first, None))

    def expression(self, patterns: Iterable[Pattern]) -> re.Pattern[str]:
        """Compile patterns to one regular expression over signs, which finds any of them."""
        between = f"[^{STOP}]*?"
        orders = (order for pattern in patterns
                  for order in permutations([self._part(part) for part in pattern]))
        return re.compile("|".join(between.join(order) for order in orders))

    def _part(self, part: Part) -> str:
        return "".join(f"[^{STOP}]{{0,{item.most}}}?" if isinstance(item, Gap)
                       else self._words(item) for item in part)

    def _words(self, item: Words) -> str:
        single = "".join(sorted({sign for words in item.alternatives if len(words) == 1
                                 for sign in self.signs(words[0])}))
        several = dict.fromkeys("".join(f"[{self.signs(word)}]" for word in words)
                                for words in item.alternatives if len(words) > 1)
        return "(?:" + "|".join([*([f"[{single}]"] if single else []), *several]) + ")"
