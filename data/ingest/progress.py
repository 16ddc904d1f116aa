"""Progress of an import, for a person at a terminal; silent elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from data.i18n import Message

Tick = Callable[[int], None]


class Progress:
    """Shows a bar on standard error; `quiet` or a stream that is no terminal shows none."""

    def __init__(self, language: str = "en", quiet: bool = False) -> None:
        self._language = language
        self._off = quiet or not sys.stderr.isatty()

    @contextmanager
    def bar(self, what: Message, total: int, unit: str = "") -> Iterator[Tick]:
        """Show a bar that fills as its tick is called with amounts that sum to `total`."""
        with tqdm(total=total, desc=what.render(self._language), unit=unit, unit_scale=True,
                  disable=self._off, leave=False, file=sys.stderr) as bar:
            yield lambda amount: _advance(bar, amount)

    def say(self, what: Message) -> None:
        """Show a phase that has no measure."""
        if not self._off:
            tqdm.write(what.render(self._language), file=sys.stderr)


def _advance(bar: tqdm[None], amount: int) -> None:
    bar.update(amount)
