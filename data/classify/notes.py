"""Notes turned into signs, many at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.classify.alphabet import FIRST, Alphabet
from data.classify.words import words

OTHER_SPACE = ("[\\t-\\r\\x1c-\\x1f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f"
               "\u3000]")
"""White space beside the plain space."""
BYTES = 2
"""Of a sign."""
MOST_REMEMBERED = 1_000_000
"""Tokens whose signs are kept between batches; numbers and names never end."""


@dataclass(frozen=True)
class Signed:
    """Notes as signs.

    Attributes:
        bounds: where each note begins, and the end of the last; int64, one more than notes.
        numbers: the signs of all notes, one after another, as numbers from 0; uint16.
    """

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
        tokens = _split(_in_one_line(notes.fill_null("")))
        begins = np.asarray(tokens.offsets)
        distinct = tokens.flatten().dictionary_encode()
        signs = self._signs(distinct.dictionary.to_pylist())
        return _joined(signs, distinct.indices, begins - begins[0])

    def _signs(self, tokens: list[str]) -> list[str]:
        known, sign = self._known, self._alphabet.sign
        if len(known) > MOST_REMEMBERED:
            known.clear()
        for token in tokens:
            if token not in known:
                known[token] = "".join(map(sign, words(token)))
        return [known[token] for token in tokens]


def _in_one_line(notes: pa.Array) -> pa.Array:
    """Let a line's end be a sentence's end."""
    broken = pc.match_substring(notes, "\n")
    if not pc.any(broken).as_py():
        return notes
    joined = pc.replace_substring(notes.filter(broken), "\n", " . ")
    return pc.replace_with_mask(notes, broken, joined)


def _split(lines: pa.Array) -> pa.ListArray:
    """Split text at white space; what is between two spaces may be empty."""
    # A single space is found twice as fast as any white space.
    if pc.any(pc.match_substring_regex(lines, OTHER_SPACE)).as_py():
        return pc.utf8_split_whitespace(lines)
    return pc.split_pattern(lines, " ")


def _joined(signs: list[str], which: pa.Array, begins: np.ndarray) -> Signed:
    """Write each token's signs one after another; `begins` are the notes' first tokens."""
    written = pa.array([sign.encode("utf-16-le") for sign in signs], pa.binary())
    taken = written.take(which)
    _, offsets, data = taken.buffers()
    bounds = np.frombuffer(offsets, np.int32, len(taken) + 1)[begins] // BYTES
    numbers = np.frombuffer(data, np.uint16) if data else np.zeros(0, np.uint16)
    return Signed(bounds.astype(np.int64), numbers[:bounds[-1]] - np.uint16(FIRST))
