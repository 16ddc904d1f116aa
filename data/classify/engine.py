"""Rules compiled to one engine, and the function that classifies by it.

What rules ask for is first tested with bits: each note has a bit for each group of
alternatives that it holds a word of. Only notes that hold a word of every group that a
rule asks for are searched for its pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, repeat
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.classify.alphabet import FIRST, STOP, Alphabet
from data.classify.grammar import Pattern, Words
from data.classify.notes import Reader, Signed
from data.classify.rules import (
    SOURCE,
    SOURCE_PRIORITY,
    STATED,
    STATED_PRIORITY,
    Code,
    Rule,
    RuleTable,
)
from data.taxonomy import UNCLASSIFIED, fold

WORD = 64
LONGEST = 31
"""Bits for a place in a note."""
NOWHERE = int(np.iinfo(np.int64).max)
ANSWER = pa.schema([("kind", pa.string()), ("kind_rule", pa.string()),
                    ("kind_confidence", pa.float64())])
GIVEN_PRIORITY = {STATED: STATED_PRIORITY, SOURCE: SOURCE_PRIORITY}

Codes = Mapping[str, pa.Array]
"""Values of a source's columns by `preset:column`, one a record."""


@dataclass(frozen=True)
class _Compiled:
    """A rule with its expressions; `needs` are the bits that a note must have."""

    place: int
    rule: Rule
    search: re.Pattern[str] | None
    veto: re.Pattern[str] | None
    needs: np.ndarray

    def places(self, signed: Signed, which: np.ndarray) -> list[tuple[int, int]]:
        """Return the notes, of those given, that the rule fits, and where in each.

        Where sorts by the first sign of what is found, then by its last, so that of two
        goods after one verb the first that is named counts.
        """
        if self.search is None:
            return [(note, -1) for note in which.tolist()]
        starts, ends = signed.bounds[which].tolist(), signed.bounds[which + 1].tolist()
        # One call of C for all notes; most notes are done with here.
        found = map(self.search.search, repeat(signed.text), starts, ends)
        return [(note, at) for note, match, start, end in
                zip(which.tolist(), found, starts, ends, strict=True)
                if match and (at := self._at(signed.text, match, start, end)) != NOWHERE]

    def _at(self, text: str, match: re.Match[str] | None, start: int, end: int) -> int:
        """Return where the first match is whose sentence holds no veto, or `NOWHERE`."""
        assert self.search is not None
        while match:
            first, last = match.span()
            closes = text.find(STOP, last, end) if self.veto else end
            closes = end if closes < 0 else closes
            opens = text.rfind(STOP, start, first) + 1 or start
            if not (self.veto and self.veto.search(text, opens, closes)):
                return (first - start) << LONGEST | (last - start)
            match = self.search.search(text, closes, end)
        return NOWHERE


class Engine:
    """A table of rules, ready to classify; safe to use from one thread at a time."""

    def __init__(self, table: RuleTable) -> None:
        self.table = table
        asked = [rule.pattern for rule in table.rules if rule.pattern]
        alphabet = Alphabet([*asked, *(veto for rule in table.rules for veto in rule.vetoes)])
        self._reader = Reader(alphabet)
        groups = dict.fromkeys(item for pattern in asked for item in _groups(pattern))
        self._position = {group: i for i, group in enumerate(groups)}
        self._bits = self._bits_of_signs(alphabet)
        compiled = [self._compile(i, rule, alphabet) for i, rule in enumerate(table.rules)]
        ordered = sorted(compiled, key=lambda one: -one.rule.priority)
        self._tiers = [(priority, list(tier)) for priority, tier in
                       groupby(ordered, key=lambda one: one.rule.priority)]

    def _bits_of_signs(self, alphabet: Alphabet) -> np.ndarray:
        """Give each sign a bit of every group that it may begin an alternative of.

        The first axis is of words of 64 bits, the second of signs.
        """
        bits = np.zeros((len(self._position) // WORD + 1, len(alphabet)), np.uint64)
        for group, position in self._position.items():
            signs = {sign for words in group.alternatives for sign in alphabet.signs(words[0])}
            held = [ord(sign) - FIRST for sign in signs]
            bits[position // WORD, held] |= np.uint64(1) << np.uint64(position % WORD)
        return bits

    def _compile(self, place: int, rule: Rule, alphabet: Alphabet) -> _Compiled:
        needs = np.zeros(len(self._bits), np.uint64)
        for group in _groups(rule.pattern or ()):
            position = self._position[group]
            needs[position // WORD] |= np.uint64(1) << np.uint64(position % WORD)
        search = alphabet.expression([rule.pattern]) if rule.pattern else None
        veto = alphabet.expression(rule.vetoes) if rule.vetoes else None
        return _Compiled(place, rule, search, veto, needs)

    def decide(self, notes: pa.Array, codes: Codes, given: np.ndarray) -> np.ndarray:
        """Return the place in the table of the rule that decides each record, -1 where none does.

        Args:
            notes: text, one a record; null is none.
            codes: values by `preset:column`; a column that a rule asks for may be absent.
            given: the priority of a kind that is given, 0 where none is.
        """
        signed = self._reader.read(notes)
        held = _held(signed, self._bits)
        coded = _Coded(codes, len(given))
        decided = np.full(len(given), -1)
        for priority, tier in self._tiers:
            still = (decided < 0) & (given < priority)
            first = [NOWHERE] * len(given)
            for one in tier:
                fits = still & coded.fits(one.rule)
                for column in np.flatnonzero(one.needs):
                    need = one.needs[column]
                    fits &= (held[column] & need) == need
                for note, at in one.places(signed, np.flatnonzero(fits)):
                    if at < first[note]:
                        first[note], decided[note] = at, one.place
        return decided


def classify(
    engine: Engine, notes: pa.Array, given: pa.Array, codes: Codes | None = None,
    how: str = STATED,
) -> pa.Table:
    """Decide the kind of records from their codes and notes.

    Args:
        engine: the rules.
        notes: the source's free text, one a record; null is none.
        given: kinds of the taxonomy; null or `unclassified` where none is given.
        codes: values of the source's columns by `preset:column`, one a record each.
        how: whether what is given is `stated` by the record or told by its `source`'s codes.

    Returns:
        `ANSWER`, one row a record: the kind; the rule, or `how` where the given kind stays;
        and its confidence, 0 to 1. An unclassified record has neither rule nor confidence.
    """
    kinds = given.fill_null(UNCLASSIFIED)
    is_given = pc.not_equal(kinds, UNCLASSIFIED)
    priority = np.where(np.asarray(is_given), GIVEN_PRIORITY[how], 0)
    decided = engine.decide(notes, codes or {}, priority)
    rules = pa.array(decided, mask=decided < 0)
    table = engine.table.rules

    def said(values: list[Any], other: pa.Array, kind: pa.DataType) -> pa.Array:
        return pc.coalesce(pa.array(values, kind).take(rules), other)

    return pa.table([
        said([rule.kind for rule in table], kinds, pa.string()),
        said([rule.id for rule in table], pc.if_else(is_given, how, None), pa.string()),
        said([rule.confidence for rule in table], pc.if_else(is_given, 1.0, None), pa.float64()),
    ], schema=ANSWER)


@lru_cache(maxsize=8)
def engine_of(table: RuleTable) -> Engine:
    """Return the engine of a table, compiled once."""
    return Engine(table)


def _groups(pattern: Pattern) -> list[Words]:
    return [item for part in pattern for item in part if isinstance(item, Words)]


def _held(signed: Signed, bits: np.ndarray) -> np.ndarray:
    """Return the bits of each note, (words of bits, notes) uint64."""
    held = np.zeros((len(bits), len(signed)), np.uint64)
    filled = np.flatnonzero(np.diff(signed.bounds))
    if len(filled):
        for column, of_signs in zip(held, bits, strict=True):
            column[filled] = np.bitwise_or.reduceat(
                of_signs[signed.numbers], signed.bounds[filled])
    return held


class _Coded:
    """Which records have the codes that a rule asks for."""

    def __init__(self, codes: Codes, count: int) -> None:
        self._columns = {key: _folded(values) for key, values in codes.items()}
        self._count = count

    def fits(self, rule: Rule) -> np.ndarray:
        """Tell of each record whether it has a code that the rule asks for, and none it bars."""
        found = self._any(rule.codes) if rule.codes else np.ones(self._count, bool)
        return found & ~self._any(rule.barred) if rule.barred else found

    def _any(self, codes: Iterable[Code]) -> np.ndarray:
        found = np.zeros(self._count, bool)
        for code in codes:
            if code.key in self._columns:
                indices, values = self._columns[code.key]
                wanted = fold(code.value)
                found |= np.isin(indices, [i for i, v in enumerate(values) if v == wanted])
        return found


def _folded(values: pa.Array) -> tuple[np.ndarray, list[str]]:
    """Return each record's place among the distinct values, folded; null is an empty one."""
    distinct = values.fill_null("").dictionary_encode()
    return np.asarray(distinct.indices), [fold(value) for value in distinct.dictionary.to_pylist()]
