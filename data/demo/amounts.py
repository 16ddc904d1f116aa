"""How much: money, quantities, persons and deaths, by tables that name what they follow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.demo.kinds import KAFO, MALI_STUDY, number_of
from data.demo.streams import Booleans, Floats, Integers, pick

CURRENCY = "XOF"


@dataclass(frozen=True)
class Money:
    """A payment in CFA francs: between bounds, on a logarithmic scale, rounded to a step.

    `share` is how many of the kind state one; `follows` names the document of the bounds.
    """

    kind: str
    low: float
    high: float
    step: float
    basis: str
    share: float
    follows: str = ""


MONEY: tuple[Money, ...] = (
    Money("taxation.mining_site", 5_000, 250_000, 2_500, "per week", 0.85, MALI_STUDY),
    Money("taxation.zakat", 4_500, 5_500, 250, "per head", 0.80, MALI_STUDY),
    Money("cattle_theft", 200_000, 500_000, 10_000, "per operation", 0.10, MALI_STUDY),
    Money("taxation.trade_transport", 2_500, 100_000, 2_500, "per load", 0.70),
    Money("trafficking.migrants", 10_000, 150_000, 5_000, "per head", 0.25),
    Money("finance.freeze", 1_000_000, 200_000_000, 100_000, "total", 0.80),
    Money("finance.seizure", 500_000, 150_000_000, 100_000, "total", 0.80),
    Money("finance.confiscation", 500_000, 100_000_000, 100_000, "total", 0.80),
    Money("finance.recovery", 500_000, 50_000_000, 100_000, "total", 0.80),
)


@dataclass(frozen=True)
class Goods:
    """What was taken, seized or moved: log-normal about a median, never above `most`.

    `zone` limits it to the north, or to the centre and south; a median of 0 means that
    no quantity is stated. `follows` names the document of the commodity and of `most`.
    """

    kind: str
    commodity: str
    unit: str
    median: float
    sigma: float
    most: float
    weight: float = 1.0
    zone: str = ""
    follows: str = ""


GOODS: tuple[Goods, ...] = (
    Goods("cattle_theft", "cattle", "head", 18, 0.9, 400, 6, follows=MALI_STUDY),
    Goods("cattle_theft", "sheep", "head", 30, 0.8, 500, 2.5),
    Goods("cattle_theft", "goats", "head", 25, 0.8, 500, 1.5),
    # One seizure never exceeds what the whole of Operation KAFO II brought in.
    Goods("seizure.firearms", "firearms", "pieces", 2, 0.8, 50, follows=KAFO),
    Goods("seizure.ammunition", "ammunition", "rounds", 150, 1.2, 6_000, follows=KAFO),
    Goods("seizure.explosives", "dynamite", "sticks", 350, 1.3, 40_000, 4, follows=KAFO),
    Goods("seizure.explosives", "detonator cord", "cords", 4, 0.8, 28, 1, follows=KAFO),
    Goods("seizure.drugs", "cannabis", "kg", 35, 1.1, 1_500, 3, follows=KAFO),
    Goods("seizure.drugs", "khat", "kg", 20, 0.9, 1_500, 1, follows=KAFO),
    Goods("seizure.fuel", "petrol", "litres", 1_500, 1.0, 60_000, follows=KAFO),
    Goods("seizure.medicines", "medicines", "boxes", 60, 1.0, 2_000, follows=KAFO),
    Goods("seizure.other", "hand sanitiser", "containers", 40, 0.8, 1_000, follows=KAFO),
    Goods("seizure.other", "gloves", "boxes", 50, 0.8, 1_000, follows=KAFO),
    Goods("trafficking.drugs", "cocaine", "kg", 6, 1.0, 150, 3, follows=MALI_STUDY),
    Goods("trafficking.drugs", "cannabis", "kg", 60, 1.0, 1_500, 2),
    Goods("trafficking.arms", "firearms", "pieces", 8, 0.9, 200, follows=MALI_STUDY),
    Goods("trafficking.cultural_property", "archaeological objects", "pieces", 9, 0.9, 200,
          follows=MALI_STUDY),
    Goods("trafficking.precious_metals", "gold", "kg", 0.8, 0.9, 20, 9, follows=MALI_STUDY),
    Goods("trafficking.precious_metals", "gemstones", "kg", 0.3, 0.7, 3, 1),
    Goods("trafficking.endangered_species", "ivory", "kg", 12, 0.8, 150),
    Goods("trafficking.endangered_species", "live animals", "head", 3, 0.7, 30),
    Goods("trafficking.counterfeit", "cigarettes", "boxes", 120, 1.0, 3_000),
    Goods("trafficking.counterfeit", "spare parts", "boxes", 20, 0.8, 500),
    Goods("trafficking.hazardous_waste", "used batteries", "kg", 900, 0.9, 20_000),
    Goods("trafficking.hazardous_waste", "electronic waste", "kg", 700, 0.9, 20_000),
    Goods("trafficking.cbrn", "undeclared radioactive source", "", 0, 0, 0),
    Goods("trafficking.cbrn", "precursor chemicals", "kg", 20, 0.8, 300),
    Goods("taxation.mining_site", "gold", "", 0, 0, 0),
    Goods("taxation.zakat", "animals", "head", 12, 0.9, 200, 1, "north", MALI_STUDY),
    Goods("taxation.zakat", "cash", "", 0, 0, 0, 1, "north", MALI_STUDY),
    Goods("taxation.zakat", "agricultural produce", "bags", 15, 0.8, 300, 1, "south", MALI_STUDY),
)

WITHOUT_QUANTITY = 0.1
"""Share of incidents with goods whose source does not say how many."""


@dataclass(frozen=True)
class Persons:
    """A number of persons: log-normal about a median, at least `least`, never above `most`."""

    median: float
    sigma: float
    least: int
    most: int
    share: float = 1.0


VICTIMS: dict[str, Persons] = {
    "kidnapping": Persons(1.6, 0.7, 1, 25),
    "trafficking.migrants": Persons(16, 0.7, 2, 150),
    "trafficking.persons": Persons(3, 0.7, 1, 40),
    "violence.attack_on_civilians": Persons(6, 0.9, 1, 150, 0.6),
}
FATALITIES: dict[str, Persons] = {
    "violence.battle": Persons(3.5, 1.0, 0, 80),
    "violence.attack_on_civilians": Persons(2.5, 1.0, 0, 70),
    "violence.remote": Persons(1.6, 0.9, 0, 40),
    "cattle_theft": Persons(1.0, 0.5, 1, 6, 0.03),
    "predation.vehicle_hijacking": Persons(1.0, 0.5, 1, 5, 0.04),
}


@dataclass(frozen=True)
class Amounts:
    """The money of each incident, NaN where none is stated, and what it is paid for."""

    low: Floats
    best: Floats
    high: Floats
    basis: list[str | None]


@dataclass(frozen=True)
class Quantities:
    """What and how much of it; NaN where no quantity is stated."""

    quantity: Floats
    unit: list[str | None]
    commodity: list[str | None]


def money(rng: np.random.Generator, kinds: Integers) -> Amounts:
    """Draw what is paid, by kind (positions in `PROFILES`, shape (n,))."""
    low, best, high = (np.full(len(kinds), np.nan) for _ in range(3))
    basis: list[str | None] = [None] * len(kinds)
    for law in MONEY:
        here = np.flatnonzero(kinds == number_of(law.kind))
        here = here[rng.random(len(here)) < law.share]
        ratio = np.log(law.high / law.low)
        best[here] = _money(law, law.low * np.exp(ratio * rng.random(len(here))))
        low[here] = _money(law, best[here] * (1 - 0.3 * rng.random(len(here))))
        high[here] = _money(law, best[here] * (1 + 0.4 * rng.random(len(here))))
        for row in here.tolist():
            basis[row] = law.basis
    return Amounts(low, best, high, basis)


def _money(law: Money, value: Floats) -> Floats:
    return np.clip(np.round(value / law.step) * law.step, law.low, law.high)


def goods(rng: np.random.Generator, kinds: Integers, north: Booleans) -> Quantities:
    """Draw what was taken, seized or moved.

    Args:
        rng: the stream.
        kinds: positions in `PROFILES`, shape (n,).
        north: whether each lies in the north, shape (n,).
    """
    chosen = np.full(len(kinds), -1, dtype=np.int64)
    for kind in dict.fromkeys(law.kind for law in GOODS):
        laws = [i for i, law in enumerate(GOODS) if law.kind == kind]
        for zone, inside in (("north", north), ("south", ~north)):
            fit = [i for i in laws if GOODS[i].zone in ("", zone)]
            here = np.flatnonzero((kinds == number_of(kind)) & inside)
            weights = np.array([GOODS[i].weight for i in fit])
            chosen[here] = np.array(fit)[pick(rng, weights, len(here))]
    return _quantities(rng, chosen)


def _quantities(rng: np.random.Generator, chosen: Integers) -> Quantities:
    median, sigma, most = (
        np.array([getattr(law, name) for law in GOODS])[chosen]
        for name in ("median", "sigma", "most"))
    drawn = np.minimum(median * np.exp(sigma * rng.standard_normal(len(chosen))), most)
    fine = np.array([law.median < 1 for law in GOODS])[chosen]
    value = np.where(fine, np.maximum(np.round(drawn, 2), 0.05), np.maximum(np.round(drawn), 1))
    silent = (chosen < 0) | (median == 0) | (rng.random(len(chosen)) < WITHOUT_QUANTITY)
    names = [GOODS[i].commodity if i >= 0 else None for i in chosen.tolist()]
    units = [None if quiet else GOODS[i].unit
             for i, quiet in zip(chosen.tolist(), silent.tolist(), strict=True)]
    return Quantities(np.where(silent, np.nan, value), units, names)


def victims(rng: np.random.Generator, kinds: Integers) -> Floats:
    """Draw persons harmed, taken or exploited; NaN where it is not said. Shape (n,)."""
    return _persons(rng, kinds, VICTIMS)


def fatalities(rng: np.random.Generator, kinds: Integers) -> tuple[Floats, Floats, Floats]:
    """Draw deaths as (lowest, best, highest); NaN where the kind has none. Shape (n,) each."""
    best = _persons(rng, kinds, FATALITIES)
    down, up = rng.random(len(kinds)), rng.random(len(kinds))
    low = np.floor(best * (1 - 0.5 * down * (down > 0.5)))
    high = np.ceil(best * (1 + 0.8 * up * (up > 0.5)))
    return low, best, high


def _persons(rng: np.random.Generator, kinds: Integers, laws: dict[str, Persons]) -> Floats:
    value = np.full(len(kinds), np.nan)
    for kind, law in laws.items():
        here = np.flatnonzero(kinds == number_of(kind))
        drawn = np.round(law.median * np.exp(law.sigma * rng.standard_normal(len(here))))
        stated = rng.random(len(here)) < law.share
        value[here] = np.where(stated, np.clip(drawn, law.least, law.most), np.nan)
    return value
