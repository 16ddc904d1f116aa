"""What a person may choose about a layer, beside its opacity."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from data.i18n import Message


@dataclass(frozen=True)
class Option:
    """A choice among few values, a number between two bounds, or a text that can be read.

    Attributes:
        name: in links and addresses; letters and hyphens.
        label: what is chosen.
        default: its value where nothing was chosen.
        choices: values and their labels; empty for a number.
        low, high, step: bounds of a number.
        group: what it is folded away under, together with its neighbours of that group.
        faults: of a text, what is wrong with it, None where it can be read; an empty text
            always can.
        hint: of a text, how it is written.
        hidden: set by a function of the page, which has controls of its own.
    """

    name: str
    label: Message
    default: str
    choices: tuple[tuple[str, Message], ...] = ()
    low: float = 0.0
    high: float = 1.0
    step: float = 0.1
    group: Message | None = None
    faults: Callable[[str], Message | None] | None = None
    hint: str = ""
    hidden: bool = False

    def read(self, text: str | None) -> str:
        """Return a value that the option takes: the one given, or else the default."""
        if text is None:
            return self.default
        if self.choices:
            return text if text in dict(self.choices) else self.default
        if self.faults:
            return self.default if text and self.faults(text) else text
        try:
            number = float(text)
        except ValueError:
            return self.default
        if math.isnan(number):
            return self.default
        return f"{min(self.high, max(self.low, number)):g}"
