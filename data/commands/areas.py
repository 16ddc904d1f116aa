"""What the verbs that load boundaries and population share."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from data.commands import common, file_options
from data.i18n import Message, encodable, listing, msg, number
from data.ingest.reasons import worded
from data.names import country
from data.settings import Settings


def add_options(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what is said of a file as a whole, and how the verb answers."""
    add = common.adder(parser.add_argument, language)
    add("--vintage", msg("the state or year that the file shows (default: as the file says)"),
        metavar="TEXT")
    add("--source", msg("who published the records (default: the file’s name)"), metavar="NAME")
    file_options.add_licence(parser, language)
    add("--country", msg("the country of every record, by ISO two-letter code or name"),
        metavar="ISO2")
    file_options.add_writing(parser, language)
    common.add_json(parser, language)


def text(value: str | None) -> str | None:
    """Return an option's text as text alone; None where it says nothing."""
    return encodable(value or "").strip() or None


def tell_counts(
    counts: tuple[tuple[Message, int], ...], reasons: Mapping[str, int], settings: Settings
) -> None:
    """Print what became of the records, and each reason for a rejection."""
    language = settings.language
    for label, count in counts:
        if count:
            print(f"  {number(count, language):>10}  {label.render(language)}")
    for reason, count in reasons.items():
        print(f"  {number(count, language):>10}  – {worded(reason).render(language)}")


def named(codes: tuple[str, ...], settings: Settings) -> str:
    """Name countries in a sentence."""
    return listing([country(code, settings.language) for code in codes], settings.language)


def stated(vintages: tuple[str, ...], settings: Settings) -> str:
    """Name vintages in a sentence; an empty one is not stated."""
    unsaid = msg("not stated").render(settings.language)
    return listing([vintage or unsaid for vintage in vintages or ("",)], settings.language)


def level(depth: int) -> Message:
    """Say a level of units in words."""
    words = (msg("countries"), msg("first-level units"), msg("second-level units"),
             msg("third-level units"))
    return words[depth] if depth < len(words) else msg("units of level {level}", level=depth)

