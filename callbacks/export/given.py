"""What a person chose in the panel, as texts that were checked for length and characters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from callbacks.export.refused import RefusedError, not_ours
from data.i18n import Message, is_line, msg

LONGEST: dict[str, int] = {
    "page": 12_000, "form": 20,
    "several": 10, "level": 1, "step": 10, "region": 80,
    "first_from": 10, "first_to": 10, "second_from": 10, "second_to": 10,
    "size": 10, "standing": 1, "dpi": 4, "language": 5, "title": 240, "subtitle": 320,
    "view": 10, "chart": 10, "coarsen": 1, "notes": 1,
    "mode": 10, "frame": 10, "length": 4, "speed": 4,
}
"""Every choice, and how many characters it may have; `page` is the page's own query."""
TYPED = ("title", "subtitle")
DIGITS = "0123456789"


class Given:
    """The choices of one request; what was not given is empty, or absent by `has`."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Take known choices; raises `RefusedError` for one that no person could have made."""
        self._values = {name: value for name, value in values.items() if name in LONGEST}
        for name, value in self._values.items():
            if not isinstance(value, str):
                raise not_ours()
            _require_line(name, value)

    def has(self, name: str) -> bool:
        """Tell whether a choice was given, were it empty."""
        return name in self._values

    def text(self, name: str, default: str = "") -> str:
        """Return a choice as it stands."""
        return str(self._values.get(name, default))

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        """Return a choice among known ones, the first where none was given."""
        found = self.text(name) or known[0]
        if found not in known:
            raise not_ours()
        return found

    def whole(self, name: str, default: int, low: int, high: int, wrong: Message) -> int:
        """Return a whole number that a person typed; `wrong` says what it may be."""
        text = self.text(name).strip() or str(default)
        if not set(text) <= set(DIGITS) or not low <= int(text) <= high:
            raise RefusedError(wrong, field=name)
        return int(text)


def _require_line(name: str, value: str) -> None:
    if len(value) > LONGEST[name]:
        if name not in TYPED:
            raise not_ours()
        raise RefusedError(msg("At most {count} characters; shorten it.", count=LONGEST[name]),
                           field=name)
    if not is_line(value):
        raise RefusedError(msg("A character that cannot be printed stands in it; type it again "
                               "instead of pasting it."), field=name)
