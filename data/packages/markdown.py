"""Values of files as plain text within Markdown: never as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#!|~&])")
_ADDRESS = re.compile(r"https?://[^\s<>\"|`\\]+", re.I)


def plain(text: str) -> str:
    """Escape what Markdown or HTML would read as markup, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def address(text: str) -> str:
    """Write an address as a link; anything else as plain text."""
    return f"<{text}>" if _ADDRESS.fullmatch(text) else plain(text)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table of cells that are escaped already."""
    return [_line(heads), _line(["---"] * len(heads)), *(_line(row) for row in rows), ""]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
