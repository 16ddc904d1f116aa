"""What the standard library's parser says, in the reader's language.

`argparse` hands its sentences to gettext under the names of its own module, for the
language of the whole process; here they are given those of one parser's reader.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from data.i18n import Message, msg, nmsg

SENTENCES: tuple[Message, ...] = (
    msg("usage: "),
    msg("options"),
    msg("positional arguments"),
    msg("show this help message and exit"),
    msg("%(prog)s: error: %(message)s\n"),
    msg("argument %(argument_name)s: %(message)s"),
    msg("the following arguments are required: %s"),
    msg("unrecognized arguments: %s"),
    msg("expected one argument"),
    msg("expected at most one argument"),
    msg("expected at least one argument"),
    msg("not allowed with argument %s"),
    msg("one of the arguments %s is required"),
    msg("invalid %(type)s value: %(value)r"),
    msg("invalid choice: %(value)r (choose from %(choices)s)"),
    msg("ambiguous option: %(option)s could match %(matches)s"),
    msg("ignored explicit argument %r"),
    msg("can't open '%(filename)s': %(error)s"),
)
COUNTED = nmsg("expected %s argument", "expected %s arguments", 1)


class FrenchFormatter(argparse.HelpFormatter):
    """Sets a space before the colon that the library puts after the name of a section."""

    def start_section(self, heading: str | None) -> None:
        """Begin a section of the help."""
        super().start_section(f"{heading}\u00a0" if heading else heading)


FORMATTERS: dict[str, type[argparse.HelpFormatter]] = {
    "en": argparse.HelpFormatter, "fr": FrenchFormatter}


def usage(parser: argparse.ArgumentParser, language: str) -> str:
    """Return a parser's usage without its first word, to be given while it is `spoken`.

    Left to itself, the library cuts off as many letters as that word has in English.
    """
    return parser.format_usage().removeprefix(msg("usage: ").render(language)).strip()


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Let parsers speak a language while they read a command line."""
    library = cast("Any", argparse)
    own = library._, library.ngettext
    said = {one.text: one.render(language) for one in SENTENCES}

    def one(text: str) -> str:
        return said.get(text, text)

    def many(singular: str, plural: str, count: int) -> str:
        if singular != COUNTED.text:
            return own[1](singular, plural, count)  # type: ignore[no-any-return]
        return Message(singular, plural=plural, count=count).render(language)

    library._, library.ngettext = one, many
    try:
        yield
    finally:
        library._, library.ngettext = own
