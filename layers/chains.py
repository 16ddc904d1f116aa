"""Chains of stages that documents tell without places: what follows what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from data.evidence import words
from data.evidence.base import Evidence
from data.evidence.columns import NOT_STATED
from data.evidence.model import Quantity, Stage


@dataclass(frozen=True)
class Link:
    """One stage follows another; `source` and `target` are places in the chain's stages."""

    source: int
    target: int
    amount: float


@dataclass(frozen=True)
class Chain:
    """The stages of a chain in their order, and what follows what.

    Attributes:
        id: an entry of `words.CHAINS`.
        stages: at least one.
        links: from each stage to those that follow it.
        unit: of the links' amounts; empty where not every amount is stated, and then all
            are alike.
    """

    id: str
    stages: tuple[Stage, ...]
    links: tuple[Link, ...]
    unit: str

    def before(self, stage: Stage) -> tuple[Stage, ...]:
        """Return the stages that a stage comes after."""
        return tuple(one for one in self.stages if one.id in stage.follows)

    def share(self, i: int) -> float:
        """Return what passes a stage as a share of what passes the widest step, 0 to 1."""
        passing = [self._passing(k) for k in range(len(self.stages))]
        steps: dict[int | None, float] = defaultdict(float)
        for stage, amount in zip(self.stages, passing, strict=True):
            steps[stage.order] += amount
        return passing[i] / max(steps.values()) if any(passing) else 1.0

    def _passing(self, i: int) -> float:
        into = sum(link.amount for link in self.links if link.target == i)
        out = sum(link.amount for link in self.links if link.source == i)
        return max(into, out)


def chains(evidence: Evidence) -> tuple[Chain, ...]:
    """Return the chains that have stages, in the order of their vocabulary."""
    made = (_chain(id, evidence) for id in words.CHAINS)
    return tuple(chain for chain in made if chain is not None)


def numbers(chain: Chain, evidence: Evidence) -> tuple[tuple[str, Quantity], ...]:
    """Return the figures and outcomes that concern what a chain concerns, each with its table."""
    kinds = {kind for stage in chain.stages for kind in stage.kinds
             if kind.startswith("trafficking.")}
    both: tuple[tuple[str, tuple[Quantity, ...]], ...] = (
        ("figures", evidence.figures), ("outcomes", evidence.outcomes))
    return tuple((table, one) for table, held in both for one in held if kinds & set(one.kinds))


def _chain(id: str, evidence: Evidence) -> Chain | None:
    stages = tuple(sorted((one for one in evidence.stages if one.chain == id),
                          key=lambda one: one.order or 0))
    if not stages:
        return None
    at = {stage.id: i for i, stage in enumerate(stages)}
    pairs = [(at[before], i) for i, stage in enumerate(stages) for before in stage.follows
             if before in at]
    unit = _unit([stages[target] for _, target in pairs])
    return Chain(id, stages, tuple(
        Link(source, target, (stages[target].quantity or 0.0) if unit else 1.0)
        for source, target in pairs), unit)


def _unit(reached: list[Stage]) -> str:
    """Return the one unit in which every stage that is reached states an amount, if it is so."""
    units = {stage.unit if stage.quantity else NOT_STATED for stage in reached}
    return units.pop() if len(units) == 1 and NOT_STATED not in units else ""
