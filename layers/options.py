"""What a person may choose about a layer, beside its opacity."""

from __future__ import annotations

import math
from dataclasses import dataclass

from data.i18n import Message


@dataclass(frozen=True)
class Option:
    """A choice among few values, or a number between two bounds.

    Attributes:
        name: in links and addresses; letters and hyphens.
        label: what is chosen.
        default: its value where nothing was chosen.
        choices: values and their labels; empty for a number.
        low, high, step: bounds of a number.
        group: what it is folded away under, together with its neighbours of that group.
    """

    name: str
    label: Message
    default: str
    choices: tuple[tuple[str, Message], ...] = ()
    low: float = 0.0
    high: float = 1.0
    step: float = 0.1
    group: Message | None = None

    def read(self, text: str | None) -> str:
        """Return a value that the option takes: the one given, or else the default."""
        if text is None:
            return self.default
        if self.choices:
            return text if text in dict(self.choices) else self.default
        try:
            number = float(text)
        except ValueError:
            return self.default
        if math.isnan(number):
            return self.default
        return f"{min(self.high, max(self.low, number)):g}"
