"""What the product says, in English and in French.

A `Message` is a sentence that has not chosen its language yet: code that knows a
fact builds one, code that faces a person renders it. Catalogues are gettext
files read by Babel straight from their `.po`, so nothing has to be compiled.
"""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from types import MappingProxyType
from typing import Any

from babel import Locale, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

LANGUAGES = ("en", "fr")
LOCALES = Path(__file__).parent / "locales"
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Message:
    """A sentence with named gaps, `{like_this}`, to be said in one of `LANGUAGES`.

    Values may be messages themselves, numbers and dates, which are written the
    way the language writes them, or text, which is left as it is.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    plural: str | None = None
    count: int = 1

    def render(self, language: str = "en") -> str:
        """Say it in `language`, an entry of `LANGUAGES`."""
        catalogue = _catalogue(language)
        if self.plural is None:
            template = catalogue.gettext(self.text)
        else:
            template = catalogue.ngettext(self.text, self.plural, self.count)
        if not self.values:
            return template
        return template.format(**{k: say(v, language) for k, v in self.values.items()})

    def __str__(self) -> str:
        return self.render("en")

    def __reduce__(self) -> tuple[type[Message], tuple[Any, ...]]:
        """Let it be sent to another process, as a view of a mapping cannot."""
        return type(self), (self.text, dict(self.values), self.plural, self.count)


def msg(text: str, **values: Any) -> Message:
    """Build a sentence; the text must be a literal, so that extraction finds it."""
    return Message(text, MappingProxyType(values))


def nmsg(text: str, plural: str, count: int, **values: Any) -> Message:
    """Build a sentence that changes with a number; `{count}` is filled in."""
    return Message(text, MappingProxyType({"count": count, **values}), plural, count)


def quoted(names: Iterable[str]) -> tuple[Message, ...]:
    """Set each name in the quotation marks of the language that a sentence is said in."""
    return tuple(msg("“{name}”", name=name) for name in names)


def t(language: str, text: str, **values: Any) -> str:
    """Say a literal sentence at once."""
    return msg(text, **values).render(language)


def say(value: Any, language: str) -> str:
    """Write one value as `language` does: messages, numbers, days, texts, or several of these.

    A `Decimal` is an amount, written to three digits, since a small one would round to nothing.
    """
    if isinstance(value, Message):
        return value.render(language)
    if isinstance(value, tuple):
        return ", ".join(say(one, language) for one in value)
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, int | float | Decimal):
        return (amount if isinstance(value, Decimal) else number)(value, language)
    if isinstance(value, dt.date):
        return day(value, language)
    return str(value)


UNSEEN = ("Cc", "Cs", "Zl", "Zp")
"""Categories of characters that no line of text holds: control characters, line ends, halves."""
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows, also of words that are not theirs."""


def is_line(text: str) -> bool:
    """Tell whether a text can stand in a line as it is, without changing what stands around it."""
    return not any(unicodedata.category(one) in UNSEEN or one in TURNING for one in text)


def encodable(text: str) -> str:
    """Replace what is no character, such as bytes of another encoding on a command line."""
    return text.encode("utf-8", "replace").decode("utf-8")


def number(value: float | Decimal, language: str) -> str:
    """Write a number with the language's own separators (a thin space in French)."""
    return numbers.format_decimal(value, locale=language)


def amount(value: float | Decimal, language: str) -> str:
    """Write an amount: whole from 100 on, else to three significant digits.

    `atlas.words.amount` in the browser writes the same.
    """
    exact = Decimal(value)
    digits = 0 if abs(exact) >= 100 or not exact else 2 - exact.adjusted()
    rounded = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return numbers.format_decimal(rounded.normalize(), locale=language,
                                  decimal_quantization=False)


def day(value: dt.date, language: str) -> str:
    """Write a day, as in `6 Jan 2019` and `6 janv. 2019`."""
    return dates.format_date(value, "d MMM yyyy", locale=language)


def month(value: dt.date, language: str) -> str:
    """Write a month, as in `Jan 2019` and `janv. 2019`."""
    return dates.format_skeleton("yMMM", value, locale=language)


def quarter(value: dt.date, language: str) -> str:
    """Write a quarter, as in `Q1 2019` and `T1 2019`."""
    return dates.format_skeleton("yQQQ", value, locale=language)


def clauses(items: Iterable[str], language: str) -> str:
    """Set clauses side by side: `a; b`, in French with its space before the mark."""
    return ("\u00a0; " if language == "fr" else "; ").join(items)


def listing(items: list[str], language: str) -> str:
    """Join names as a sentence does: `Gao, Kidal and Mopti`."""
    return lists.format_list(items, locale=language) if items else ""


def alternatives(items: list[str], language: str) -> str:
    """Join names of which any will do: `Monday or Tuesday`."""
    return lists.format_list(items, style="or", locale=language) if items else ""


def weekday_names(language: str) -> tuple[str, ...]:
    """Return the days of the week, Monday first."""
    named = dates.get_day_names("wide", locale=language)
    return tuple(named[number] for number in range(7))


def month_names(language: str) -> tuple[str, ...]:
    """Return the months of the year, as they stand alone."""
    named = dates.get_month_names("wide", "stand-alone", locale=language)
    return tuple(named[number] for number in range(1, 13))


def negotiate(wanted: list[str], default: str = "en") -> str:
    """Choose a language from a person's list of preferences, such as `fr-ML`."""
    for tag in wanted:
        short = tag.replace("_", "-").split("-")[0].lower()
        if short in LANGUAGES:
            return short
    return default


@cache
def locale(language: str) -> Locale:
    """Return Babel's locale of a language."""
    return Locale.parse(language)


@cache
def _catalogue(language: str) -> NullTranslations:
    path = LOCALES / language / "LC_MESSAGES" / "atlas.po"
    if not path.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Translations(compiled)
