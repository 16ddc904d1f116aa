"""A bit for each group of alternatives, so that most sentences need no search.

A sentence has a group's bit where it holds a word that is an alternative alone, or the first
two words of an alternative that is a sequence. That is less than an alternative of several
words asks for, and never more.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from data.classify.alphabet import FIRST, Alphabet
from data.classify.grammar import Words
from data.classify.sentences import Sentences

WORD = 64
MOST_PAIRS = 4_000_000
"""Pairs of signs that are told apart; a table of rules that has more is tested by first words."""


class Bits:
    """The groups that rules ask for, and the bit that each has."""

    def __init__(self, groups: Iterable[Words], alphabet: Alphabet) -> None:
        self._position = {group: i for i, group in enumerate(dict.fromkeys(groups))}
        self.words = len(self._position) // WORD + 1
        starts = {group: _starts(group, alphabet) for group in self._position}
        self._begins = _numbered(len(alphabet), (a for each in starts.values() for a, b in each
                                                 if b))
        self._follows = _numbered(len(alphabet), (b for each in starts.values() for _, b in each))
        shape = (int(self._begins.max()) + 1, int(self._follows.max()) + 1)
        paired = shape[0] * shape[1] <= MOST_PAIRS
        self._alone = np.zeros((self.words, len(alphabet)), np.uint64)
        self._pairs = np.zeros((self.words, *(shape if paired else (1, 1))), np.uint64)
        for group, each in starts.items():
            word, bit = self._bit(group)
            for first, second in each:
                if second and paired:
                    one = np.ix_(self._begins[_places(first)], self._follows[_places(second)])
                    self._pairs[word][one] |= bit
                else:
                    self._alone[word, _places(first)] |= bit
        if not paired:
            self._begins[:], self._follows[:] = 0, 0

    def _bit(self, group: Words) -> tuple[int, np.uint64]:
        position = self._position[group]
        return position // WORD, np.uint64(1) << np.uint64(position % WORD)

    def needs(self, groups: Iterable[Words]) -> np.ndarray:
        """Return the bits of groups, (words,) uint64."""
        found = np.zeros(self.words, np.uint64)
        for group in groups:
            word, bit = self._bit(group)
            found[word] |= bit
        return found

    def held(self, sentences: Sentences) -> np.ndarray:
        """Return the bits of each distinct sentence, (words, sentences) uint64."""
        found = np.zeros((self.words, len(sentences)), np.uint64)
        if len(sentences):
            # A sentence ends in a sign that begins nothing, or in what can only be searched idly.
            begins = self._begins[sentences.numbers[:-1]]
            follows = self._follows[sentences.numbers[1:]]
            pairs = np.flatnonzero((begins != 0) & (follows != 0))
            begins, follows = begins[pairs], follows[pairs]
            for word in range(self.words):
                bits = self._alone[word][sentences.numbers]
                bits[pairs] |= self._pairs[word][begins, follows]
                found[word] = np.bitwise_or.reduceat(bits, sentences.bounds[:-1])
        return found


def _starts(group: Words, alphabet: Alphabet) -> set[tuple[str, str]]:
    """Return the signs that an alternative may begin with, and those that go on, if any do."""
    return {(alphabet.signs(words[0]), alphabet.signs(words[1]) if len(words) > 1 else "")
            for words in group.alternatives}


def _numbered(size: int, sets: Iterable[str]) -> np.ndarray:
    """Number the signs that are in any set from 1; the others are 0."""
    numbers = np.zeros(size, np.uint16)
    there = _places("".join(sorted(set("".join(sets)))))
    numbers[there] = np.arange(1, len(there) + 1, dtype=np.uint16)
    return numbers


def _places(signs: str) -> list[int]:
    return [ord(sign) - FIRST for sign in signs]

