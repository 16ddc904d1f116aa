"""Options of the verbs that bring files into the store, wherever they mean the same."""

from __future__ import annotations

import argparse
from pathlib import Path

from data import licences
from data.commands import common
from data.i18n import msg


def add_licence(parser: argparse.ArgumentParser, language: str) -> None:
    """Add `--licence ID`."""
    common.adder(parser.add_argument, language)(
        "--licence", msg("what may be handed on: {names}", names=", ".join(licences.BY_ID)),
        metavar="ID")


def add_reading(parser: argparse.ArgumentParser, language: str) -> None:
    """Add how a table's file is read: `--encoding`, `--sheet` and `--layer`."""
    add = common.adder(parser.add_argument, language)
    add("--encoding", msg("encoding of the text, where it is not UTF-8"), metavar="NAME")
    add("--sheet", msg("which sheet of a workbook, where there are several tables; may be "
                       "repeated for sheets that continue each other"),
        action="append", default=[], metavar="NAME")
    add("--layer", msg("which layer of a GeoPackage, or which file of an archive"),
        metavar="NAME")


def add_writing(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what is written and where: `--store`, `--rejects` and `--dry-run`."""
    common.add_store(parser, language)
    add = common.adder(parser.add_argument, language)
    add("--rejects", msg("write the rejected records here, with every reason"), type=Path,
        metavar="CSV")
    add("--dry-run", msg("tell what would happen, and change nothing"), action="store_true")
