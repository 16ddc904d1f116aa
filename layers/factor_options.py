"""What a person chooses about factors: how they are shown, and the weight of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.evidence.words import FACTORS
from data.i18n import Message, msg
from layers.base import Request
from layers.options import Option

PLACES, INDEX, BOTH, INCIDENTS = "places", "index", "both", "incidents"
HEAVIEST = 3.0

CHOICES: dict[str, Message] = {
    PLACES: msg("Factors at their places"),
    INDEX: msg("An index by first-level unit"),
    BOTH: msg("Vulnerability and resilience together"),
    INCIDENTS: msg("Vulnerability and incidents together"),
}


def show(*values: str) -> Option:
    """Build the option of how factors are shown; the first value is the default."""
    return Option("show", msg("Show"), values[0], tuple((v, CHOICES[v]) for v in values))


def weights(factors: Sequence[str], group: Message) -> tuple[Option, ...]:
    """Build an option for the weight of each factor."""
    return tuple(
        Option(_name(factor), FACTORS[factor], "1", low=0.0, high=HEAVIEST, step=0.5, group=group)
        for factor in factors)


def chosen_weights(factors: Sequence[str], request: Request) -> Mapping[str, float]:
    """Return the weight of each factor, 0 to `HEAVIEST`."""
    return {factor: float(request.chosen(option)) for factor, option in zip(
        factors, weights(factors, FACTORS[factors[0]]), strict=True)}


def _name(factor: str) -> str:
    return "w-" + factor.replace("_", "-")
