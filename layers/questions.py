"""Common questions, and the layers that answer them together."""

from __future__ import annotations

from dataclasses import dataclass

from data.i18n import Message, msg


@dataclass(frozen=True)
class Question:
    """A question, and the layers that are shown for it, all others being hidden.

    Attributes:
        id: letters only.
        asks: the question.
        layers: ids of layers.
    """

    id: str
    asks: Message
    layers: tuple[str, ...]


QUESTIONS: tuple[Question, ...] = (
    Question("recorded", msg("What was recorded?"), ("hexagons", "corridors")),
    Question("gold", msg("Who taxes the gold?"), ("taxation", "mining", "corridors")),
    Question("moves", msg("What moves through?"), ("corridors", "flows", "seizures")),
    Question("who", msg("Who stands with whom?"), ("relations", "taxation")),
    Question("holds", msg("What holds here?"), ("resilience", "interventions")),
    Question("weakens", msg("What makes places vulnerable?"), ("vulnerability", "hexagons")),
    Question("done", msg("What was done?"), ("interventions", "seizures")),
    Question("silence", msg("How well is it reported?"), ("effort", "hexagons")),
)
"""In the order in which they are offered; the first is how the page opens where it can."""
BY_ID: dict[str, Question] = {question.id: question for question in QUESTIONS}
