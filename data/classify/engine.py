"""Rules compiled to one engine, and the function that classifies by it.

What rules ask for is first tested with bits: each note has a bit for each group of
alternatives that it holds a word of. Only notes that hold a word of every group that a
rule asks for are searched for its pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np
import pyarrow as pa

from data.classify.alphabet import FIRST, STOP, Alphabet
from data.classify.grammar import Pattern, Words
from data.classify.notes import Reader, Signed
from data.classify.rules import (
    SOURCE,
    SOURCE_PRIORITY,
    STATED,
    STATED_PRIORITY,
    Rule,
    RuleTable,
)
from data.taxonomy import UNCLASSIFIED, fold

WORD = 64
LONGEST = 31
"""Bits for a place in a note."""
NOWHERE = np.iinfo(np.int64).max
ANSWER = pa.schema([("kind", pa.string()), ("kind_rule", pa.string()),
                    ("kind_confidence", pa.float64())])
GIVEN_PRIORITY = {STATED: STATED_PRIORITY, SOURCE: SOURCE_PRIORITY}

Codes = Mapping[str, pa.Array]
"""Values of a source's columns by `preset:column`, one a record."""


@dataclass(frozen=True)
class _Compiled:
    """A rule with its expressions; `needs` are the bits that a note must have."""

    rule: Rule
    search: re.Pattern[str] | None
    vetoes: tuple[re.Pattern[str], ...]
    needs: np.ndarray

    def found(self, text: str, start: int, end: int) -> int:
        """Tell where the pattern stands in a sentence without a veto, `NOWHERE` if it does not.

        `text` holds the signs of all notes, this one's from `start` to `end`. What is
        returned sorts by the pattern's first sign, then by its last, so that of two goods
        after one verb the first that is named counts.
        """
        assert self.search is not None
        at = start
        while match := self.search.search(text, at, end):
            opens = text.rfind(STOP, start, match.start()) + 1 or start
            closes = text.find(STOP, match.end(), end)
            closes = end if closes < 0 else closes
            if not any(veto.search(text, opens, closes) for veto in self.vetoes):
                return (match.start() - start) << LONGEST | (match.end() - start)
            at = closes
        return int(NOWHERE)


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
        compiled = [self._compile(rule, alphabet) for rule in table.rules]
        ordered = sorted(compiled, key=lambda one: -one.rule.priority)
        self._tiers = [(priority, list(tier)) for priority, tier in
                       groupby(ordered, key=lambda one: one.rule.priority)]

    def _bits_of_signs(self, alphabet: Alphabet) -> np.ndarray:
        """Give each sign a bit of every group that it may begin an alternative of."""
        bits = np.zeros((len(alphabet), len(self._position) // WORD + 1), np.uint64)
        for group, position in self._position.items():
            signs = {sign for words in group.alternatives for sign in alphabet.signs(words[0])}
            held = [ord(sign) - FIRST for sign in signs]
            bits[held, position // WORD] |= np.uint64(1) << np.uint64(position % WORD)
        return bits

    def _compile(self, rule: Rule, alphabet: Alphabet) -> _Compiled:
        needs = np.zeros(self._bits.shape[1], np.uint64)
        for group in _groups(rule.pattern or ()):
            position = self._position[group]
            needs[position // WORD] |= np.uint64(1) << np.uint64(position % WORD)
        search = alphabet.expression(rule.pattern) if rule.pattern else None
        return _Compiled(rule, search, tuple(map(alphabet.expression, rule.vetoes)), needs)

    def decide(self, notes: pa.Array, codes: Codes, given: np.ndarray) -> list[Rule | None]:
        """Return the rule that decides each record, None where none does.

        Args:
            notes: text, one a record; null is none.
            codes: values by `preset:column`; a column that a rule asks for may be absent.
            given: the priority of a kind that is given, 0 where none is.
        """
        signed = self._reader.read(notes)
        held = _held(signed, self._bits)
        coded = _Coded(codes, len(given))
        decided: list[Rule | None] = [None] * len(given)
        is_open = np.ones(len(given), bool)
        for priority, tier in self._tiers:
            first = np.full(len(given), NOWHERE)
            for one in tier:
                fits = is_open & (given < priority) & coded.fits(one.rule)
                fits &= ((held & one.needs) == one.needs).all(axis=1)
                for i in np.flatnonzero(fits).tolist():
                    at = _place(one, signed, i)
                    if at < first[i]:
                        first[i], decided[i] = at, one.rule
            is_open &= first == NOWHERE
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
    kinds = given.fill_null(UNCLASSIFIED).to_pylist()
    priority = GIVEN_PRIORITY[how]
    given_priority = np.array([0 if kind == UNCLASSIFIED else priority for kind in kinds])
    decided = engine.decide(notes, codes or {}, given_priority)
    rows = [_answer(kind, rule, how) for kind, rule in zip(kinds, decided, strict=True)]
    columns = zip(*rows, strict=True) if rows else ([], [], [])
    return pa.table([pa.array(column, field.type) for column, field in
                     zip(columns, ANSWER, strict=True)], schema=ANSWER)


@lru_cache(maxsize=8)
def engine_of(table: RuleTable) -> Engine:
    """Return the engine of a table, compiled once."""
    return Engine(table)


def _answer(kind: str, rule: Rule | None, how: str) -> tuple[str, str | None, float | None]:
    if rule:
        return rule.kind, rule.id, rule.confidence
    return (kind, None, None) if kind == UNCLASSIFIED else (kind, how, 1.0)


def _place(one: _Compiled, signed: Signed, i: int) -> int:
    if one.search is None:
        return -1
    return one.found(signed.text, int(signed.bounds[i]), int(signed.bounds[i + 1]))


def _groups(pattern: Pattern) -> list[Words]:
    return [item for part in pattern for item in part if isinstance(item, Words)]


def _held(signed: Signed, bits: np.ndarray) -> np.ndarray:
    """Return the bits of each note, (notes, words of bits) uint64."""
    held = np.zeros((len(signed), bits.shape[1]), np.uint64)
    filled = np.flatnonzero(np.diff(signed.bounds))
    if len(filled):
        held[filled] = np.bitwise_or.reduceat(bits[signed.numbers], signed.bounds[filled])
    return held


class _Coded:
    """Which records have the codes that a rule asks for."""

    def __init__(self, codes: Codes, count: int) -> None:
        self._columns = {key: _folded(values) for key, values in codes.items()}
        self._count = count

    def fits(self, rule: Rule) -> np.ndarray:
        """Tell of each record whether it has one of the rule's codes; all, where it has none."""
        if not rule.codes:
            return np.ones(self._count, bool)
        found = np.zeros(self._count, bool)
        for code in rule.codes:
            if code.key in self._columns:
                indices, values = self._columns[code.key]
                found |= np.isin(indices, [i for i, v in enumerate(values)
                                           if v == fold(code.value)])
        return found


def _folded(values: pa.Array) -> tuple[np.ndarray, list[str]]:
    """Return each record's place among the distinct values, folded; null is an empty one."""
    distinct = values.fill_null("").dictionary_encode()
    return np.asarray(distinct.indices), [fold(value) for value in distinct.dictionary.to_pylist()]
