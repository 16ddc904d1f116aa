"""Names set against the places of an area: the one that is meant, or why none is.

A name that is written as a place is, but for accents, case and punctuation, is that place.
Else one that sounds the same, whatever the spelling; else one that is a slip of the pen away
and clearly nearer than any other. Where two places that lie apart fit equally, neither is
taken: a village of the same name in another valley is no guess to make. A chief town alone
goes before the villages that bear its name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from data.gazetteer.places import Places
from data.gazetteer.spelling import plain, sound
from data.ingest.borders import GEOD

Ints = npt.NDArray[np.int64]

EXACT = 1.0
ALIKE = 0.95
"""Score of a name that is not written alike, at most."""
LEAST = 0.8
"""Score below which a name is another name."""
AHEAD = 0.08
"""What the best must score above the next."""
ASIDE = 0.75
"""Likeness from which another place is told beside the one that was taken."""
SHORTEST = 5
"""Letters of the shortest name that may be misspelt: a slip makes another of a shorter one."""
ONE_PLACE_KM = 10.0
"""Points at most this far apart are taken for one place, listed twice or spread out."""
MOST = 5
SLIP = 0.75
"""Likeness in writing of a village’s own name from which an alternate of another is in doubt."""
AT_ONCE = 4_000_000
"""Pairs of names compared at a time."""

Verdict = Literal["found", "ambiguous", "unknown"]


@dataclass(frozen=True)
class Candidate:
    """A place that a name may mean.

    Attributes:
        place: its position among the places.
        score: how alike the two names are, 0 to 1; 1 where they are written alike.
        km: how far it lies from the first candidate.
        spread_km: how far apart the points lie that list it, where there are several.
    """

    place: int
    score: float
    km: float
    spread_km: float = 0.0


@dataclass(frozen=True)
class Found:
    """What a name means: the first candidate where the verdict is `found`.

    `candidates` are in the order of their score; those that are one place are told once.
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the name is written as the place is."""
        return self.verdict == "found" and self.candidates[0].score == EXACT


@dataclass(frozen=True)
class _Likeness:
    """How much a place's name is like the one asked for, 0 to 1: as it sounds, as it is written."""

    sound: float
    plain: float

    @property
    def score(self) -> float:
        """One number of both."""
        return EXACT if self.plain == EXACT else ALIKE * (self.sound + self.plain) / 2


class Area:
    """The places of one area, asked by name."""

    def __init__(self, places: Places, inside: Ints) -> None:
        """Take the places at the positions `inside`, shape (k,)."""
        self._places = places
        written = places.spellings
        rows = np.isin(written.place, inside)
        self._place = written.place[rows]
        self._own = written.own[rows]
        self._plain = written.plain[rows]
        self._sound = written.sound[rows]

    @cached_property
    def _by_plain(self) -> Mapping[str, list[int]]:
        return _rows(self._plain)

    @cached_property
    def _by_sound(self) -> Mapping[str, list[int]]:
        return _rows(self._sound)

    def find(self, names: Sequence[str]) -> list[Found]:
        """Say what each name means here."""
        asked = list(dict.fromkeys(names))
        step = max(1, AT_ONCE // max(1, len(self._by_plain)))
        found = {name: answer for start in range(0, len(asked), step)
                 for name, answer in self._answered(asked[start:start + step])}
        return [found[name] for name in names]

    def _answered(self, names: Sequence[str]) -> Iterator[tuple[str, Found]]:
        if not len(self._place):
            yield from ((name, Found("unknown")) for name in names)
            return
        words, heard = [plain(name) for name in names], [sound(name) for name in names]
        by_plain = _compared(words, list(self._by_plain))
        by_sound = _compared(heard, list(self._by_sound))
        for i, name in enumerate(names):
            rows = {row for j in np.flatnonzero(by_plain[i]).tolist()
                    for row in self._by_plain[self._plains[j]]}
            rows |= {row for j in np.flatnonzero(by_sound[i]).tolist()
                     for row in self._by_sound[self._sounds[j]]}
            likeness = {row: _Likeness(_alike(heard[i], self._sound[row]),
                                       _alike(words[i], self._plain[row])) for row in rows}
            yield name, self._judged(len(heard[i]), likeness)

    @cached_property
    def _plains(self) -> list[str]:
        return list(self._by_plain)

    @cached_property
    def _sounds(self) -> list[str]:
        return list(self._by_sound)

    def _judged(self, length: int, likeness: Mapping[int, _Likeness]) -> Found:
        """Judge what a name of a length, in letters as it sounds, means."""
        best: dict[int, _Likeness] = {}
        for row, like in likeness.items():
            place = int(self._place[row])
            if place not in best or like.score > best[place].score:
                best[place] = like
        candidates = self._apart({i: like for i, like in best.items() if like.score >= ASIDE})
        if not candidates:
            return Found("unknown")
        first = candidates[0]
        if first.score < LEAST or (first.score < EXACT and length < SHORTEST):
            return Found("unknown", candidates)
        tied = any(self._rivals(first.place, other, best) for other in best)
        if first.score == EXACT and not self._is_own(first.place, likeness):
            tied = tied or self._slips(first.place, likeness)
        return Found("ambiguous" if tied else "found", candidates)

    def _is_own(self, place: int, likeness: Mapping[int, _Likeness]) -> bool:
        """Tell whether a name is the very one of a village, and not an alternate or a well's."""
        return bool(self._places.settled[place]) and any(
            self._own[row] and like.plain == EXACT
            for row, like in likeness.items() if self._place[row] == place)

    def _slips(self, place: int, likeness: Mapping[int, _Likeness]) -> bool:
        """Tell whether a name may be a slip of the pen for a village elsewhere."""
        others = (int(self._place[row]) for row, like in likeness.items()
                  if self._own[row] and like.plain >= SLIP)
        return any(self._places.settled[other] and self._km(other, place) > ONE_PLACE_KM
                   for other in others)

    def _rivals(self, first: int, other: int, best: Mapping[int, _Likeness]) -> bool:
        """Tell whether another place may be meant as well as the one that is most alike."""
        this, that = best[first], best[other]
        if this.score < EXACT:
            alike = that.score >= this.score - AHEAD or that.plain >= this.plain
        else:
            known = self._places.seats if self._places.seats[first] else self._places.settled
            lesser = known[first] and not known[other]
            alike = not lesser and EXACT in (that.score, that.sound)
        return alike and self._km(first, other) > ONE_PLACE_KM

    def _apart(self, best: Mapping[int, _Likeness]) -> tuple[Candidate, ...]:
        """Order the places, the more alike and then the more prominent first, each once."""
        order = sorted(best, key=lambda i: (-round(best[i].score, 6), *self._standing(i)))
        kept: list[Candidate] = []
        for i in order[:4 * MOST]:
            near = [(n, km) for n, other in enumerate(kept)
                    if (km := self._km(i, other.place)) <= ONE_PLACE_KM]
            for n, km in near[:1]:
                alike = best[i].score == kept[n].score
                kept[n] = replace(kept[n], spread_km=max(kept[n].spread_km, km * alike))
            if not near:
                km = self._km(i, kept[0].place) if kept else 0.0
                kept.append(Candidate(i, best[i].score, km))
        return tuple(kept[:MOST])

    def _standing(self, i: int) -> tuple[bool, bool, int, int]:
        places = self._places
        return not places.settled[i], not places.seats[i], -int(places.population[i]), i

    def _km(self, i: int, j: int) -> float:
        lat, lon = self._places.lat, self._places.lon
        return float(GEOD.inv(lon[i], lat[i], lon[j], lat[j])[2]) / 1000.0


def _compared(asked: Sequence[str], known: Sequence[str]) -> npt.NDArray[np.float32]:
    alike: npt.NDArray[np.float32] = process.cdist(
        asked, known, score_cutoff=ASIDE, dtype=np.float32,
        scorer=DamerauLevenshtein.normalized_similarity)
    return alike


def _alike(one: str, other: str) -> float:
    return DamerauLevenshtein.normalized_similarity(one, other)


def _rows(keys: npt.NDArray[np.object_]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for row, key in enumerate(keys.tolist()):
        found[key].append(row)
    return dict(found)
