"""A source's own scale of precision, read on ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.ingest.presets.base import Derived


def scale(field: str, columns: tuple[str, ...], steps: Mapping[str, str]) -> Derived:
    """Derive a precision; a code that is not in `steps` stays beside the column's name.

    It is then no number, and the record says that its precision is not stated.
    """
    return Derived(field, (columns,), _reader(columns[0], steps))


def _reader(name: str, steps: Mapping[str, str]) -> Callable[[str | None], str | None]:
    def read(code: str | None) -> str | None:
        if code is None:
            return None
        return steps.get(code.removesuffix(".0"), f"{name} {code}")

    return read
