"""Rules compiled to one engine, and the function that classifies by it.

What rules ask for is first tested with bits: each distinct sentence has a bit for each group
of alternatives that it may hold one of. Only sentences that may hold one of every group that a
rule asks for are searched for its pattern, and its vetoes.
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

from data.classify.alphabet import Alphabet
from data.classify.bits import Bits
from data.classify.grammar import Pattern, Words
from data.classify.notes import Reader
from data.classify.rules import (
    SOURCE,
    SOURCE_PRIORITY,
    STATED,
    STATED_PRIORITY,
    Code,
    Rule,
    RuleTable,
)
from data.classify.sentences import Sentences, sentences
from data.taxonomy import UNCLASSIFIED, fold

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

    def places(self, held: Sentences, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where sentences stand that the rule fits, and the first and last sign in each.

        Args:
            held: the sentences.
            which: distinct ones to be searched.

        Returns:
            Places in `held.note`, ascending, shape (n,); and their signs, shape (n, 2).
        """
        assert self.search is not None
        starts, ends = held.bounds[which].tolist(), held.bounds[which + 1].tolist()
        # One call of C for all sentences; most are done with here.
        found = map(self.search.search, repeat(held.text), starts, ends)
        fits = [(i, match.start() - start, match.end() - start)
                for i, match, start, end in zip(which.tolist(), found, starts, ends, strict=True)
                if match and not (self.veto and self.veto.search(held.text, start, end))]
        hits = np.array(fits, np.int64).reshape(-1, 3)
        places, of = held.of(hits[:, 0])
        order = np.argsort(places)
        return places[order], hits[of[order], 1:]


class Engine:
    """A table of rules, ready to classify; safe to use from one thread at a time."""

    def __init__(self, table: RuleTable) -> None:
        self.table = table
        asked = [rule.pattern for rule in table.rules if rule.pattern]
        alphabet = Alphabet([*asked, *(veto for rule in table.rules for veto in rule.vetoes)])
        self._reader = Reader(alphabet)
        self._bits = Bits((item for pattern in asked for item in _groups(pattern)), alphabet)
        compiled = [self._compile(i, rule, alphabet) for i, rule in enumerate(table.rules)]
        ordered = sorted(compiled, key=lambda one: -one.rule.priority)
        self._tiers = [(priority, list(tier)) for priority, tier in
                       groupby(ordered, key=lambda one: one.rule.priority)]

    def _compile(self, place: int, rule: Rule, alphabet: Alphabet) -> _Compiled:
        search = alphabet.expression([rule.pattern]) if rule.pattern else None
        veto = alphabet.expression(rule.vetoes) if rule.vetoes else None
        return _Compiled(place, rule, search, veto, self._bits.needs(_groups(rule.pattern or ())))

    def decide(self, notes: pa.Array, codes: Codes, given: np.ndarray) -> np.ndarray:
        """Return the place in the table of the rule that decides each record, -1 where none does.

        Args:
            notes: text, one a record; null is none.
            codes: values by `preset:column`; a column that a rule asks for may be absent.
            given: the priority of a kind that is given, 0 where none is.
        """
        held = sentences(self._reader.read(notes))
        bits = self._bits.held(held)
        coded = _Coded(codes, len(given))
        decided = np.full(len(given), -1)
        for priority, tier in self._tiers:
            still = (decided < 0) & (given < priority)
            first = np.full(len(given), NOWHERE)
            asked = _stand_in(held, still)
            for one in tier:
                fits = still & coded.fits(one.rule)
                note, at = _found(one, held, fits, _with_needs(bits, one.needs, asked))
                sooner = at < first[note]
                first[note[sooner]], decided[note[sooner]] = at[sooner], one.place
        return decided


def _stand_in(held: Sentences, notes: np.ndarray) -> np.ndarray:
    """Tell which distinct sentences stand in any of some notes."""
    there = notes[held.note[held.order]]
    counted = np.concatenate([[0], np.cumsum(there)])
    return np.asarray(np.diff(counted[held.first]) > 0)


def _with_needs(bits: np.ndarray, needs: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Return the distinct sentences, of those asked, that have all bits."""
    fits = asked.copy()
    for column in np.flatnonzero(needs):
        fits &= (bits[column] & needs[column]) == needs[column]
    return np.flatnonzero(fits)


def _found(
    one: _Compiled, held: Sentences, fits: np.ndarray, which: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the notes, of those that fit otherwise, that a rule decides, and where in each.

    Where sorts by the first sign of what is found, then by its last, so that of two goods
    after one verb the first that is named counts.
    """
    if one.search is None:
        alone = np.flatnonzero(fits)
        return alone, np.full(len(alone), -1)
    places, signs = one.places(held, which)
    wanted = fits[held.note[places]]
    places, signs = places[wanted], signs[wanted]
    # The first sentence of a note counts.
    note, begins = np.unique(held.note[places], return_index=True)
    first, last = (held.start[places] + signs.T)[:, begins]
    return note, first << LONGEST | last


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
