"""How a table of the evidence base declares its columns, and reads and writes their text.

A record is a frozen dataclass. Each of its fields is declared by `column`, so that one
declaration gives the published schema, the validation, the store's table and the type
that layers see.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

import shapely

from data.errors import AtlasError
from data.i18n import Message, msg
from data.selection import first_day, last_day

NOT_STATED = "not stated"
"""What a table holds where a document says nothing; never filled in."""

Form = Literal["text", "phrase", "note", "number", "integer", "flag", "date", "list", "phrases",
               "chain", "path"]
"""How a column is written: `list` is joined by `;`, `chain` by `>` in order, `path` is WKT.

A `phrase` is text that `terms.csv` says in French; a `note` too, and it may stay empty.
"""

FORMS: dict[Form, Message] = {
    "text": msg("text"),
    "phrase": msg("a few words"),
    "note": msg("text, or empty"),
    "number": msg("a number, or “not stated”"),
    "integer": msg("a whole number, or “not stated”"),
    "flag": msg("yes or no"),
    "date": msg("2020, 2020-11, 2020-11-30, 2020-11-30/2020-12-06, or “not stated”"),
    "list": msg("words joined by “;”"),
    "phrases": msg("words joined by “;”"),
    "chain": msg("words joined by “>”, in order"),
    "path": msg("a line in well-known text, or empty"),
}


class UnfitValueError(ValueError):
    """A value that its column does not take; carries the reason's id."""


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        name: in the file's header.
        form: how its text is written.
        meaning: what it says, for the published schema.
        choices: the words it takes with their labels; empty where any text goes.
        required: whether a record without it is refused; the others may be left empty.
    """

    name: str
    form: Form
    meaning: Message
    choices: Mapping[str, Message]
    required: bool

    def read(self, text: str) -> Any:
        """Type a cell's text; raises `UnfitValueError` with the id of a reason."""
        plain = text.strip()
        if not plain and self.required:
            raise UnfitValueError("value_missing")
        value = READERS[self.form](plain)
        words = value if isinstance(value, tuple) else (value,)
        if self.choices and any(w not in self.choices and w != NOT_STATED for w in words if w):
            raise UnfitValueError("value_unknown")
        return value


def column(
    form: Form, meaning: Message, *, choices: Mapping[str, Message] | None = None,
    required: bool = False,
) -> Any:
    """Declare a field of a record; its default is what an empty cell means."""
    declared = {"form": form, "meaning": meaning, "choices": choices or {}, "required": required}
    if required:
        return dataclasses.field(metadata=declared)
    return dataclasses.field(default=READERS[form](""), metadata=declared)


def columns_of(record: type) -> tuple[Column, ...]:
    """List the columns of a record's table, in the file's order."""
    return _columns(cast("Hashable", record))


@cache
def _columns(record: Any) -> tuple[Column, ...]:
    return tuple(
        Column(name=f.name, **f.metadata)
        for f in dataclasses.fields(record) if f.metadata
    )


def span(text: str) -> tuple[Any, Any] | None:
    """Read a date or an interval as its first and last day; None where it is not stated."""
    if text in ("", NOT_STATED):
        return None
    first, _, last = text.partition("/")
    return first_day(first, "date"), last_day(last or first, "date")


def _number(text: str) -> float | None:
    if text in ("", NOT_STATED):
        return None
    try:
        value = float(text)
    except ValueError:
        raise UnfitValueError("value_not_a_number") from None
    if not math.isfinite(value):
        raise UnfitValueError("value_not_a_number")
    return value


def _integer(text: str) -> int | None:
    value = _number(text)
    if value is not None and value != int(value):
        raise UnfitValueError("value_not_whole")
    return None if value is None else int(value)


def _flag(text: str) -> bool:
    if text.lower() not in ("", "yes", "no", "oui", "non", "1", "0", "true", "false"):
        raise UnfitValueError("value_not_yes_or_no")
    return text.lower() in ("yes", "oui", "1", "true")


_DATE = re.compile(r"\d{4}(-\d{1,2}(-\d{1,2})?)?(/\d{4}(-\d{1,2}(-\d{1,2})?)?)?")


def _date(text: str) -> str:
    if text in ("", NOT_STATED):
        return NOT_STATED
    if not _DATE.fullmatch(text):
        raise UnfitValueError("date_not_understood")
    try:
        days = span(text)
    except AtlasError as error:
        raise UnfitValueError("date_not_understood") from error
    if days and days[0] > days[1]:
        raise UnfitValueError("date_end_before_start")
    return text


def _words(mark: str) -> Any:
    def read(text: str) -> tuple[str, ...]:
        found = (word.strip() for word in text.split(mark))
        return tuple(word for word in found if word and word != NOT_STATED)

    return read


def _line(text: str) -> str:
    if text in ("", NOT_STATED):
        return ""
    try:
        shape = shapely.from_wkt(text)
    except shapely.errors.ShapelyError:
        raise UnfitValueError("geometry_not_understood") from None
    if shape.is_empty:
        raise UnfitValueError("geometry_not_understood")
    return text


READERS: dict[Form, Any] = {
    "text": lambda text: text or NOT_STATED,
    "phrase": lambda text: text or NOT_STATED,
    "note": lambda text: text,
    "number": _number, "integer": _integer, "flag": _flag, "date": _date,
    "list": _words(";"), "phrases": _words(";"), "chain": _words(">"),
    "path": _line,
}
