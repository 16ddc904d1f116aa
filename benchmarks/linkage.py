"""Whether planted pairs are found and non-pairs left, and how long 100,000 × 100,000 take.

Source A is the synthetic demonstration. Source B tells some of its events again, as another
hand would: other days within the precision, other points within it, names respelt, deaths and
goods a little off, parts missing; and it holds decoys, near an event in time and place and of
another kind, with other actors and deaths, beside events of its own. A pair that is offered and
was not planted counts against precision, also where the two are as like as a pair is.
"""

from __future__ import annotations

import datetime as dt
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from data.demo.generator import generate
from data.demo.store import fill
from data.linkage.candidates import Candidate, of_selection
from data.linkage.decided import pair
from data.linkage.weights import COMPONENTS, DEFAULT_SCORE, LIKELY_SCORE
from data.model import SCHEMA
from data.selection import Selection
from data.store import Snapshot, Store

TUNED_SEED, HELD_OUT_SEED = 11, 12
"""Figures of README are of the second, on which nothing was tuned."""
EVENTS, PLANTED, DECOYS, OWN = 20_000, 2_000, 2_000, 4_000
MANY = 200_000
CLASSES = ("close", "coarse")
Row = dict[str, Any]

RESPELT: dict[str, tuple[str, ...]] = {
    "Armed group (unidentified)": ("Unidentified Armed Group", "Groupe armé non identifié",
                                   "armed group, unidentified", "Armed goup (unidentified)"),
    "Criminal network (unidentified)": ("Réseau criminel", "Unidentified criminal network",
                                        "Criminal netwrok"),
    "Self-defence group (unidentified)": ("Groupe d'auto-défense", "Self-defense Group"),
    "Customs service": ("Douanes", "Customs", "Customs services"),
    "Security forces": ("Forces de sécurité", "Security Forces of the country"),
    "Herders": ("Éleveurs", "herders"), "Farmers": ("Agriculteurs", "Farmer"),
    "Miners": ("Orpailleurs", "Miners"), "Traders": ("Commerçants", "Traders"),
    "Transporters": ("Transporteurs", "Transporter"), "Civilians": ("Civils", "Civilian"),
    "Migrants": ("Migrants",), "Judicial authority": ("Judicial authorities",),
}
"""How source B writes the demonstration's labels."""


@dataclass(frozen=True)
class Made:
    """Both sources' rows, and what is known of them.

    Attributes:
        rows: of A and of B.
        planted: the class of each planted pair, by its identities.
        decoys: identities of the rows of B that only look like one of A.
    """

    rows: list[Row]
    planted: dict[tuple[str, str], str]
    decoys: frozenset[str]


@dataclass(frozen=True)
class Score:
    """How well pairs were found: counts of planted, of offered, and of those that are both."""

    planted: int
    offered: int
    found: int

    @property
    def precision(self) -> float:
        """Share of what is offered that was planted; 1 where nothing is offered."""
        return self.found / self.offered if self.offered else 1.0

    @property
    def recall(self) -> float:
        """Share of what was planted that is offered."""
        return self.found / self.planted if self.planted else 1.0


def made(
    seed: int, events: int = EVENTS, planted: int = PLANTED, decoys: int = DECOYS, own: int = OWN
) -> Made:
    """Make both sources from a seed."""
    rng = np.random.default_rng(seed)
    first = [{**row, "source": "A"} for row in generate(seed, events).to_pylist()
             if not row["kind"].startswith("intervention.")]
    others = generate(seed + 1000, own).to_pylist()
    order = rng.permutation(len(first))
    twins = [_twin(rng, first[i]) for i in order[:planted]]
    lures = [_decoy(rng, first[i], first) for i in order[planted:planted + decoys]]
    second = [{**row, "source": "B", "incident_id": f"B{n:06d}", "source_record_id": f"B{n:06d}"}
              for n, row in enumerate([*twins, *lures, *others])]
    pairs = {pair(first[i]["incident_id"], second[n]["incident_id"]): _class(first[i])
             for n, i in enumerate(order[:planted])}
    false = second[planted:planted + decoys]
    return Made([*first, *second], pairs, frozenset(row["incident_id"] for row in false))


def _class(row: Row) -> str:
    close = row["where_precision"] <= 3 and row["date_precision"] <= 3
    return CLASSES[0] if close else CLASSES[1]


def _twin(rng: np.random.Generator, row: Row) -> Row:
    """Tell an event again as another hand would."""
    return {**row, **_when(rng, row), **_where(rng, row), **_deaths(rng, row), **_goods(rng, row),
            "kind": _kind(rng, row["kind"]), "actors": _actors(rng, row["actors"])}


def _when(rng: np.random.Generator, row: Row) -> Row:
    """Move a day by at most 1 as it is, by up to 3 with a spell that says so."""
    if rng.random() < 0.5:
        return {}
    shift = int(rng.integers(1, 4)) * int(rng.choice([-1, 1]))
    start, end = (row[name] + dt.timedelta(days=shift) for name in ("date_start", "date_end"))
    if row["date_precision"] == 1 and abs(shift) > 1:
        return {"date_start": min(start, row["date_start"]), "date_end": max(end, row["date_end"]),
                "date_precision": 2}
    return {"date_start": start, "date_end": end}


def _where(rng: np.random.Generator, row: Row) -> Row:
    """Move a point within its precision, or within 25 km with a precision that says so."""
    precision = row["where_precision"]
    if row["lat"] is None or precision > 3:
        return {"place": _place(rng, row["place"])}
    looser = precision == 1 and rng.random() < 0.3
    km = {1: 25.0 if looser else 3.0, 2: 25.0, 3: 30.0}[precision] * np.sqrt(rng.random())
    turn = 2 * np.pi * rng.random()
    return {
        "lat": row["lat"] + km * np.sin(turn) / 111.2,
        "lon": row["lon"] + km * np.cos(turn) / (111.2 * np.cos(np.radians(row["lat"]))),
        "where_precision": 2 if looser else precision, "place": _place(rng, row["place"]),
    }


def _place(rng: np.random.Generator, name: str | None) -> str | None:
    """Keep, respell or drop a place's name."""
    if name is None or rng.random() < 0.15:
        return None
    return _misspelt(rng, name) if rng.random() < 0.3 else name


def _deaths(rng: np.random.Generator, row: Row) -> Row:
    best = row["fatalities_best"]
    if best is None or rng.random() < 0.15:
        return dict.fromkeys(("fatalities_low", "fatalities_best", "fatalities_high"))
    off = 0 if rng.random() < 0.6 else int(rng.choice([-1, 1])) * max(1, round(0.2 * best))
    told = max(0, best + off)
    return {"fatalities_best": told, "fatalities_low": max(0, told - int(rng.integers(0, 2))),
            "fatalities_high": told + int(rng.integers(0, 3))}


def _goods(rng: np.random.Generator, row: Row) -> Row:
    if row["quantity"] is None or rng.random() < 0.2:
        return dict.fromkeys(("quantity", "unit", "commodity"))
    return {"quantity": row["quantity"] * float(rng.choice([1.0, 1.0, 0.96, 1.05, 1.5]))}


def _kind(rng: np.random.Generator, kind: str) -> str:
    """Call the kind otherwise now and then, as sources do."""
    chance, family = rng.random(), _family({"kind": kind})
    if chance < 0.1 and family in ("kidnapping", "cattle_theft", "predation"):
        return "violence.attack_on_civilians"
    if chance < 0.15 and family == "violence":
        return str(rng.choice(["violence.battle", "violence.attack_on_civilians"]))
    return "unclassified" if chance > 0.95 else kind


def _actors(rng: np.random.Generator, cast: Sequence[Row]) -> list[Row]:
    told = [{**one, "name": str(rng.choice(RESPELT.get(one["name"], (one["name"],))))}
            for one in cast]
    return told[:1] if rng.random() < 0.15 else told


def _misspelt(rng: np.random.Generator, name: str) -> str:
    """Double, drop or change a letter."""
    at = int(rng.integers(0, len(name)))
    return str(rng.choice([name[:at] + name[at:at + 1] + name[at:], name[:at] + name[at + 1:],
                           name[:at] + "e" + name[at + 1:]]))


def _decoy(rng: np.random.Generator, row: Row, pool: Sequence[Row]) -> Row:
    """Put an event of another family, with its actors, deaths and goods, at this one's place."""
    other = pool[int(rng.integers(0, len(pool)))]
    while _family(other) == _family(row) or _names(other) & _names(row):
        other = pool[int(rng.integers(0, len(pool)))]
    taken = ("kind", "actors", "quantity", "unit", "commodity")
    deaths = int(rng.integers(3, 30)) + 2 * (row["fatalities_best"] or 0)
    return {**row, **_when(rng, row), **_where(rng, row), **{name: other[name] for name in taken},
            "fatalities_low": deaths, "fatalities_best": deaths, "fatalities_high": deaths}


def _family(row: Row) -> str:
    return str(row["kind"]).split(".")[0]


def _names(row: Row) -> set[str]:
    return {actor["name"] for actor in row["actors"]}


def kept(folder: Path, rows: Sequence[Row] | pa.Table) -> Snapshot:
    """Put rows into a store of their own."""
    table = rows if isinstance(rows, pa.Table) else pa.Table.from_pylist(
        list(rows), SCHEMA.to_pyarrow())
    return fill(Store(folder), table)


def score(given: Made, offered: Sequence[Candidate], kind: str | None = None) -> Score:
    """Set what was offered against what was planted; of one class, its recall alone counts."""
    pairs = {(one.a, one.b) for one in offered}
    wanted = {key for key, of in given.planted.items() if kind in (None, of)}
    return Score(len(wanted), len(pairs), len(wanted & pairs))


def lured(given: Made, offered: Sequence[Candidate]) -> int:
    """Count the decoys that are offered with anything."""
    return len({side for one in offered for side in (one.a, one.b)} & given.decoys)


def shares(given: Made, offered: Sequence[Candidate]) -> list[tuple[str, str, float, float]]:
    """Return each level's share among planted pairs and among the others that were compared."""
    counts: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
    for one in offered:
        counts[(one.a, one.b) in given.planted].update(
            (name, level.id) for name, (level, _) in one.parts.items())
    totals = {side: max(1, sum(count for (name, _), count in found.items() if name == "time"))
              for side, found in counts.items()}
    return [(name, level.id, counts[True][name, level.id] / totals[True],
             counts[False][name, level.id] / totals[False])
            for name, levels in COMPONENTS.items() for level in levels]


def many(count: int = MANY) -> pa.Table:
    """Return a table of two sources of the same size."""
    rows = generate(HELD_OUT_SEED, count)
    names = pa.array(["A" if i % 2 else "B" for i in range(count)])
    return rows.set_column(rows.schema.get_field_index("source"), "source", names)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what work gives, and the seconds that it took."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def tell_scores(given: Made, every: Sequence[Candidate]) -> None:
    """Print precision and recall by score."""
    print("| score | offered | decoys | precision | recall | recall, day and place known "
          "| recall elsewhere |\n|---|---|---|---|---|---|---|")
    for least in (DEFAULT_SCORE, 0.65, LIKELY_SCORE, 0.9):
        offered = [one for one in every if one.score >= least]
        whole, close, coarse = (score(given, offered, kind) for kind in (None, *CLASSES))
        cells = (least, whole.offered, f"{lured(given, offered)} of {len(given.decoys)}",
                 *(f"{share:.2f}" for share in (whole.precision, whole.recall, close.recall,
                                                coarse.recall)))
        print("| " + " | ".join(str(cell) for cell in cells) + " |")


def main() -> None:
    """Print precision and recall by score, the levels' shares, and the time of a large store."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in (TUNED_SEED, HELD_OUT_SEED):
            print(f"\nseed {seed}\n")
            given = made(seed)
            every = of_selection(kept(Path(folder) / str(seed), given.rows), Selection(), 0.01)
            tell_scores(given, every)
        print("\nof pairs with a score of 0.01 and more:")
        print("\n| component | level | planted | others |\n|---|---|---|---|")
        for name, level, there, elsewhere in shares(given, every):
            print(f"| {name} | {level} | {there:.3f} | {elsewhere:.3f} |")
        snapshot = kept(Path(folder) / "many", many())
        found, seconds = timed(lambda: of_selection(snapshot, Selection()))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(f"\n{MANY // 2:,} × {MANY // 2:,} incidents: {len(found):,} candidates in "
              f"{seconds:.1f} s; peak of the process {peak:.1f} GB")


if __name__ == "__main__":
    main()
