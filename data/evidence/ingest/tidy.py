"""Cells as people write them, brought to the published form where nothing is guessed.

What stays unfit is left as it is, and `data.evidence.read.problems` names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from data.evidence.columns import NOT_STATED, Column, Form
from data.i18n import LANGUAGES, msg
from data.ingest import numerals
from data.ingest.lookups import ABSENT
from data.taxonomy import fold

Tidy = Callable[[str], str]

DEGREES = ("lat", "lon")
JOINS: Mapping[Form, str] = {"list": ";", "phrases": ";", "chain": ">"}
NUMBERS = ("number", "integer")
MEASURED = ("number", "integer", "flag", "date")

_EDGES = re.compile(numerals.EDGES)
_NUMBER = re.compile(numerals.NUMBER)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*")
_NOTHING = frozenset(fold(msg("not stated").render(language)) for language in LANGUAGES)


def tidier(column: Column, *, comma: bool = False) -> Tidy:
    """Return what brings a column's cells to the published form.

    `comma` says that the file writes decimal commas, so that `1,500` is one and a half.
    """
    form = _form(column)
    form = pointed if comma and form is number else form
    words = _words(column)

    def tidy(text: str) -> str:
        plain = bare(text)
        if fold(plain) in _NOTHING:
            return NOT_STATED
        if (column.form in MEASURED or words) and plain.lower() in ABSENT:
            return ""
        if words:
            return _chosen(plain, column.form, words)
        return form(plain)

    return tidy


def _words(column: Column) -> dict[str, str]:
    """Index the words that a column takes by themselves, and by their labels after that."""
    words = {fold(id): id for id in column.choices}
    for id, label in column.choices.items():
        for language in LANGUAGES:
            words.setdefault(fold(label.render(language)), id)
    return words


def bare(text: str | None) -> str:
    """Drop outer gaps, also the unbroken ones of office programs."""
    return _EDGES.sub("", text or "")


def number(text: str) -> str:
    """Write a number as the tables do: `1,234` and `1 234,5` as English and French read them."""
    plain = text.replace(numerals.MINUS, "-")
    plain = re.sub(numerals.SPACED, numerals.JOINED, plain)
    plain = re.sub(numerals.THOUSANDS, numerals.JOINED, plain)
    return _if_number(re.sub(numerals.COMMA_DECIMAL, r"\1.\2", plain), text)


def pointed(text: str) -> str:
    """Write a number of a file with decimal commas as the tables do."""
    return _if_number(numerals.pointed(text), text)


def degrees(text: str) -> str:
    """Write degrees as the tables do; a comma is always a decimal mark."""
    return _if_number(text.replace(numerals.MINUS, "-").replace(",", "."), text)


def _if_number(plain: str, text: str) -> str:
    return plain if _NUMBER.fullmatch(plain) else text


def _form(column: Column) -> Tidy:
    if column.name in DEGREES:
        return degrees
    if column.form in NUMBERS:
        return number
    return _date if column.form == "date" else str


def _date(text: str) -> str:
    days = [_TIME.sub(r"\1", part.strip()) for part in text.split("/")]
    return "/".join(days) if len(days) <= 2 else text


def _chosen(text: str, form: Form, words: Mapping[str, str]) -> str:
    mark = JOINS.get(form)
    if mark is None:
        return words.get(fold(text), text)
    return mark.join(words.get(fold(word), word.strip()) for word in text.split(mark))
