"""Notes turned into signs, many at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.classify.alphabet import FIRST, Alphabet
from data.classify.words import words

MOST_REMEMBERED = 1_000_000
"""Tokens whose signs are kept between batches; numbers and names never end."""


@dataclass(frozen=True)
class Signed:
    """Notes as one string of signs.

    Attributes:
        text: the signs of all notes, one after another.
        bounds: where each note begins, and the end of the last; int64, one more than notes.
        numbers: the signs as numbers from 0, uint16.
    """

    text: str
    bounds: np.ndarray
    numbers: np.ndarray

    def __len__(self) -> int:
        return len(self.bounds) - 1


class Reader:
    """Reads notes by an alphabet; each distinct token is looked at once."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._known: dict[str, str] = {}

    def read(self, notes: pa.Array) -> Signed:
        """Turn notes into signs; null is a note without words."""
        lines = pc.replace_substring(notes.fill_null(""), "\n", " . ")
        tokens = pc.utf8_split_whitespace(lines)
        begins = np.asarray(tokens.offsets)
        distinct = tokens.flatten().dictionary_encode()
        signs = self._signs(distinct.dictionary.to_pylist())
        return _joined(signs, np.asarray(distinct.indices), begins - begins[0])

    def _signs(self, tokens: list[str]) -> list[str]:
        known, sign = self._known, self._alphabet.sign
        if len(known) > MOST_REMEMBERED:
            known.clear()
        for token in tokens:
            if token not in known:
                known[token] = "".join(map(sign, words(token)))
        return [known[token] for token in tokens]


def _joined(signs: list[str], which: np.ndarray, begins: np.ndarray) -> Signed:
    """Write each token's signs one after another; `begins` are the notes' first tokens."""
    lengths = np.fromiter(map(len, signs), np.int64, len(signs))
    numbers = np.frombuffer("".join(signs).encode("utf-16-le"), np.uint16)
    starts = np.cumsum(lengths) - lengths
    count = lengths[which]
    ends = np.concatenate([[0], np.cumsum(count)])
    places = np.arange(ends[-1]) + np.repeat(starts[which] - ends[:-1], count)
    chosen = numbers[places]
    return Signed(chosen.tobytes().decode("utf-16-le"), ends[begins], chosen - FIRST)
