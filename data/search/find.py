"""A word set against an index: written so, beginning so, or a slip of the pen away."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow.compute as pc
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from data.boundaries import resolve_country, resolve_unit
from data.gazetteer.spelling import plain
from data.search.index import Index, Named

SHORTEST = 2
"""Letters from which anything is looked for."""
MISSPELT = 4
"""Letters of the shortest word that may be misspelt: a slip makes another of a shorter one."""
LIKE = 0.74
"""Likeness, 0 to 1, from which a name may be meant by a misspelt word."""
ENOUGH = 3
"""Fits so many names that no misspelling is looked for."""
CONSIDERED = 400


@dataclass(frozen=True)
class Hit:
    """A named thing that fits, `tier` 0 written so, 1 and 2 beginning so, 3 misspelt."""

    named: Named
    tier: int
    likeness: float
    spelling: str


def find(index: Index, text: str, most: int) -> list[Hit]:
    """Return what a text may mean, the best fitting first, each thing once."""
    word = plain(text)
    if len(word) < SHORTEST:
        return []
    hits = _written(index, word, text)
    if len(hits) < ENOUGH and len(word) >= MISSPELT:
        hits += _misspelt(index, word)
    best: dict[int, Hit] = {}
    for owner, hit in sorted(hits, key=lambda pair: _order(pair[1])):
        best.setdefault(owner, hit)
    return list(best.values())[:most]


def _order(hit: Hit) -> tuple[int, float, float, str]:
    return hit.tier, -hit.likeness, -hit.named.weight, hit.named.en


def _written(index: Index, word: str, text: str) -> list[tuple[int, Hit]]:
    """Find names that are written so, begin so, or have a word that begins so."""
    known = {resolve_country(text), *resolve_unit(text)} - {None}
    hits = [(owner, Hit(one, 0, 1.0, word)) for owner, one in enumerate(index.named)
            if known and one.id in known]
    begins = pc.or_(pc.starts_with(index.column, word),
                    pc.match_substring(index.column, " " + word))
    for at in pc.indices_nonzero(begins).to_pylist():
        spelling = index.texts[at]
        tier = 0 if spelling == word else 1 if spelling.startswith(word) else 2
        hits.append((index.owners[at], Hit(index.named[index.owners[at]], tier, 1.0, spelling)))
    return hits


def _misspelt(index: Index, word: str) -> list[tuple[int, Hit]]:
    alike = process.extract(
        word, index.texts, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=LIKE,
        limit=CONSIDERED)
    return [(index.owners[at], Hit(index.named[index.owners[at]], 3, likeness, spelling))
            for spelling, likeness, at in alike]
