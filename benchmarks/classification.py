"""How well the rules tell kinds, and how fast: the sentences of the tests, half never tuned on.

Precision of a kind: of what the rules call so, the share that is. Recall: of what is so,
the share that they call so. Both are optimistic, since their author wrote the rules too.
"""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from data import taxonomy
from data.classify.engine import classify, engine_of
from data.classify.rules import own_table

SENTENCES = (Path(__file__).parents[1] / "tests" / "fixtures" / "classification"
             / "sentences.csv")
HALVES = ("held_out", "tune")
NOTES = 300_000
BATCH = 50_000


@dataclass(frozen=True)
class Score:
    """How often a kind was right.

    Attributes:
        kind: of the taxonomy.
        of: sentences of the kind.
        called: sentences that the rules call so.
        right: those that are both.
    """

    kind: str
    of: int
    called: int
    right: int

    @property
    def precision(self) -> float:
        """Share of what is called so that is; 0 where nothing is called so."""
        return self.right / self.called if self.called else 0.0

    @property
    def recall(self) -> float:
        """Share of what is so that is called so."""
        return self.right / self.of


def scores(half: str) -> list[Score]:
    """Score every kind over a half of the sentences, in the taxonomy's order."""
    with SENTENCES.open(encoding="utf-8", newline="") as source:
        rows = [row for row in csv.DictReader(source) if row["split"] == half]
    texts = pa.array([row["text"] for row in rows])
    answers = classify(engine_of(own_table()), texts, pa.nulls(len(rows), pa.string()))
    called = answers["kind"].to_pylist()
    true = [row["kind"] for row in rows]
    right = Counter(a for a, b in zip(true, called, strict=True) if a == b)
    of, counted = Counter(true), Counter(called)
    return [Score(kind, of[kind], counted[kind], right[kind]) for kind in taxonomy.BY_ID]


def macro(found: Sequence[Score]) -> tuple[float, float]:
    """Return the means of precision and of recall over kinds, each counting the same."""
    return (sum(one.precision for one in found) / len(found),
            sum(one.recall for one in found) / len(found))


def lines(found: Sequence[Score]) -> list[str]:
    """Return rows of a table: each kind that was mistaken, and the others together."""
    perfect = [one for one in found if one.precision == one.recall == 1]
    rows = [f"| {taxonomy.BY_ID[one.kind].label_en} | {one.of} | {one.precision:.2f} | "
            f"{one.recall:.2f} |" for one in found if one not in perfect]
    most, least = max(one.of for one in perfect), min(one.of for one in perfect)
    return [*rows, f"| each of the other {len(perfect)} kinds | {least}–{most} | 1.00 | 1.00 |"]


def speed(count: int = NOTES) -> float:
    """Return how many made-up notes are classified in a second of one core's time.

    Each note is a sentence of the tests between others that say nothing of a kind, about
    250 characters, with numbers of its own, so that none is the same as another.
    """
    with SENTENCES.open(encoding="utf-8", newline="") as source:
        texts = [row["text"] for row in csv.DictReader(source)]
    notes = pa.array([
        f"On {i % 28 + 1} May 2019, report {i} of the sector: {texts[i % len(texts)]} The place "
        f"lies {i % 90} km north of the town and the report was confirmed by two sources on the "
        "following day. No further details were given." for i in range(count)])
    engine = engine_of(own_table())
    start = time.process_time()
    for at in range(0, count, BATCH):
        batch = notes.slice(at, BATCH)
        classify(engine, batch, pa.nulls(len(batch), pa.string()))
    return count / (time.process_time() - start)


def main() -> None:
    """Print precision and recall by kind over both halves, and the speed."""
    halves = {half: scores(half) for half in HALVES}
    for half, found in halves.items():
        precision, recall = macro(found)
        right, count = sum(one.right for one in found), sum(one.of for one in found)
        print(f"\n| {half}: kind | sentences | precision | recall |\n|---|---|---|---|")
        print("\n".join(lines(found)))
        print(f"\n{half}: mean over kinds: precision {precision:.2f}, recall {recall:.2f}; "
              f"{right} of {count} sentences right")
    print(f"\n{speed():,.0f} notes of about 250 characters a second, one core")


if __name__ == "__main__":
    main()
