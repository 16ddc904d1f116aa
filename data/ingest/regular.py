"""Blocks of a text file that are plainly regular, read by Arrow instead of one by one.

A block is regular where every quotation mark opens or closes a field or is doubled inside one;
then its records end where a line does outside quotes, and both ways of reading agree on it.
What is in doubt is left to the careful way, which goes on from where this one stopped.
"""

from __future__ import annotations

import codecs
import csv
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv as arrow

BLOCK = 8 << 20
"""Bytes read at a time."""
AHEAD = 2
"""Blocks that are taken apart while the one before is used."""
ENCODINGS = frozenset({"utf-8", "utf-8-sig"})
QUOTE, LF, CR = b'"\n\r'
NEVER = b"\x00"
"""No text holds it."""

Octets = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]


class IrregularError(Exception):
    """A block is not plainly regular; `at` is where it begins in the file."""

    def __init__(self, at: int = 0) -> None:
        self.at = at


@dataclass(frozen=True)
class Odd:
    """A record on one line that has another width; `place` counts records from 0."""

    place: int
    fields: list[str]


@dataclass(frozen=True)
class Block:
    """Records of a block: those of the header's width as columns, and the odd ones among them.

    Attributes:
        rows: fields as text, one column each.
        odd: in order; their places count all records of the block.
        size: bytes.
        at: where the block begins in the file.
    """

    rows: pa.Table
    odd: list[Odd]
    size: int
    at: int


def blocks(
    source: BinaryIO, delimiter: str, width: int, longest: int, size: int = BLOCK
) -> Iterator[Block]:
    """Yield the regular blocks of a file in UTF-8 from where it stands.

    Args:
        source: the file, at the first byte of a record.
        delimiter: what parts the fields.
        width: how many fields a record has.
        longest: bytes that a record may have.
        size: bytes of a block.

    Raises:
        IrregularError: the next block is in doubt; the ones before have been yielded.
    """
    waiting: deque[tuple[int, Future[Block]]] = deque()
    doubt: IrregularError | None = None
    with ThreadPoolExecutor(AHEAD) as pool:
        cut = _cut(source, delimiter, longest, size)
        while True:
            try:
                while doubt is None and len(waiting) <= AHEAD and (piece := next(cut, None)):
                    waiting.append((piece[0], pool.submit(_parsed, *piece, delimiter, width)))
            except IrregularError as error:
                doubt = error
            if not waiting:
                break
            at, future = waiting.popleft()
            try:
                block = future.result()
            except (pa.ArrowInvalid, IrregularError) as error:
                raise IrregularError(at) from error
            yield block
    if doubt is not None:
        raise doubt


def _cut(
    source: BinaryIO, delimiter: str, longest: int, size: int
) -> Iterator[tuple[int, bytes]]:
    """Cut a file into pieces of whole records, each with where it begins."""
    at, rest = source.tell(), b""
    while piece := source.read(size):
        held = rest + piece
        end = _end(held, delimiter, longest, at)
        if end:
            yield at, held[:end]
        at, rest = at + end, held[end:]
        if len(rest) > longest:
            raise IrregularError(at)
    if rest:
        # The last record needs no line end.
        if _end(rest + b"\n", delimiter, longest, at) != len(rest) + 1:
            raise IrregularError(at)
        yield at, rest


def _end(held: bytes, delimiter: str, longest: int, at: int) -> int:
    """Return where the last whole record of some bytes ends; raises `IrregularError`."""
    octets = np.frombuffer(held, np.uint8)
    lines = np.flatnonzero(octets == LF)
    quotes = np.flatnonzero(octets == QUOTE)
    ends = lines[np.searchsorted(quotes, lines) % 2 == 0] + 1 if len(quotes) else lines + 1
    if not len(ends):
        return 0
    end = int(ends[-1])
    quotes = quotes[:np.searchsorted(quotes, end)]
    regular = (
        np.diff(ends, prepend=0).max() <= longest
        # Arrow drops a mark that stands first in what it is given.
        and not held.startswith(codecs.BOM_UTF8) and NEVER not in held
        and _lines_end_alike(octets[:end], held[:end])
        and _quotes_fit(octets[:end], quotes, ord(delimiter)))
    if not regular:
        raise IrregularError(at)
    return end


def _lines_end_alike(octets: Octets, held: bytes) -> bool:
    """Tell whether no line ends in a carriage return alone."""
    returns = np.flatnonzero(octets == CR) if b"\r" in held else np.zeros(0, np.int64)
    return not len(returns) or bool((octets[returns + 1] == LF).all())


def _quotes_fit(octets: Octets, quotes: Places, delimiter: int) -> bool:
    """Tell whether quotation marks open and close fields, or are doubled; `octets` end a line."""
    if not len(quotes):
        return True
    opening, closing = quotes[::2], quotes[1::2]
    before = octets[opening - 1]
    if opening[0] == 0:
        before[0] = LF
    after = octets[closing + 1]
    return bool(((before == delimiter) | (before == LF) | (before == QUOTE)).all()
                and ((after == delimiter) | (after == LF) | (after == CR) | (after == QUOTE)).all())


def _parsed(at: int, held: bytes, delimiter: str, width: int) -> Block:
    """Take a piece apart; raises `pa.ArrowInvalid` or `IrregularError` where that is in doubt."""
    odd: list[tuple[int, str]] = []

    def keep(row: arrow.InvalidRow) -> str:
        odd.append((row.number, row.text))
        return "skip"

    names = [f"c{i}" for i in range(width)]
    rows = arrow.read_csv(
        pa.BufferReader(held),
        arrow.ReadOptions(use_threads=False, block_size=len(held) + 1, column_names=names),
        arrow.ParseOptions(delimiter=delimiter, newlines_in_values=True,
                           invalid_row_handler=keep),
        arrow.ConvertOptions(column_types=dict.fromkeys(names, pa.string()),
                             strings_can_be_null=False))
    return Block(rows, [_odd(number, text, delimiter) for number, text in odd], len(held), at)


def _odd(number: int, text: str, delimiter: str) -> Odd:
    """Take apart a record of another width; one that spans lines is in doubt."""
    if "\n" in text.rstrip("\r\n"):
        raise IrregularError
    (fields,) = csv.reader([text], delimiter=delimiter, strict=True)
    return Odd(number - 1, fields)


def below_header(block: Block) -> Block:
    """Return the first block without its first record; raises `IrregularError` if it is odd."""
    if not block.rows.num_rows or (block.odd and block.odd[0].place == 0):
        raise IrregularError(block.at)
    return Block(block.rows.slice(1), [Odd(odd.place - 1, odd.fields) for odd in block.odd],
                 block.size, block.at)


def spans(count: int, odd: list[Odd]) -> Iterator[tuple[int, int, Odd | None]]:
    """Yield runs of the regular records of a block, first and end, and the odd one after each."""
    places = [each.place - i for i, each in enumerate(odd)]
    for (first, end), after in zip(pairwise([0, *places, count]), [*odd, None], strict=True):
        yield first, end, after

