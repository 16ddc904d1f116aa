"""Notes as sentences of signs, each distinct one held once.

Patterns stand in one sentence, and what is no word of the rules is one sign; so different
notes share sentences, which need to be searched once only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from data.classify.alphabet import FIRST, STOP
from data.classify.notes import BYTES, Signed

_STOP = ord(STOP) - FIRST


@dataclass(frozen=True)
class Sentences:
    """The sentences of some notes.

    Attributes:
        text: the signs of the distinct ones, one after another.
        numbers: the same as numbers from 0, uint16.
        bounds: where each distinct one begins, and the end of the last; int64.
        note: which note each sentence stands in, in order; int64.
        start: how many signs of its note stand before it; int64.
        order: the sentences by the distinct one that each is, and then by place; int64.
        first: where those of each distinct one begin in `order`, and the end of the last.
    """

    text: str
    numbers: np.ndarray
    bounds: np.ndarray
    note: np.ndarray
    start: np.ndarray
    order: np.ndarray
    first: np.ndarray

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def of(self, distinct: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return each place of some distinct sentences, and which of those given stands there."""
        begins, counts = self.first[distinct], np.diff(self.first)[distinct]
        which = np.repeat(np.arange(len(distinct)), counts)
        within = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.order[np.repeat(begins, counts) + within], which


def sentences(signed: Signed) -> Sentences:
    """Cut notes into sentences."""
    cut = _cuts(signed)
    note = np.searchsorted(signed.bounds, cut[:-1], side="right") - 1
    distinct = _binary(signed.numbers, cut).dictionary_encode()
    which = np.asarray(distinct.indices)
    numbers, bounds = _held(distinct.dictionary)
    first = np.concatenate([[0], np.cumsum(np.bincount(which, minlength=len(bounds) - 1))])
    text = (numbers + np.uint16(FIRST)).tobytes().decode("utf-16-le")
    return Sentences(text, numbers, bounds, note, cut[:-1] - signed.bounds[note],
                     np.argsort(which, kind="stable"), first)


def _cuts(signed: Signed) -> np.ndarray:
    """Return where sentences begin, and the end of the last; none is empty."""
    begins = np.zeros(len(signed.numbers) + 1, bool)
    begins[np.flatnonzero(signed.numbers == _STOP) + 1] = True
    begins[signed.bounds] = True
    return np.flatnonzero(begins)


def _binary(numbers: np.ndarray, cut: np.ndarray) -> pa.BinaryArray:
    offsets = (cut * BYTES).astype(np.int32)
    return pa.Array.from_buffers(pa.binary(), len(cut) - 1, [
        None, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(numbers))])


def _held(dictionary: pa.BinaryArray) -> tuple[np.ndarray, np.ndarray]:
    """Return the signs of an array of sentences, and where each begins, with the last's end."""
    _, offsets, data = dictionary.buffers()
    read = np.frombuffer(offsets, np.int32, len(dictionary) + 1, dictionary.offset * 4)
    numbers = np.frombuffer(data, np.uint16) if data else np.zeros(0, np.uint16)
    bounds = read.astype(np.int64) // BYTES
    return numbers[bounds[0]:bounds[-1]], bounds - bounds[0]
