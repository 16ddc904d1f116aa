"""The standard library's parser speaks the reader's language, and only while it reads."""

from __future__ import annotations

import argparse
import inspect
import re
from typing import Any, cast

import pytest

from data.commands.wording import COUNTED, FORMATTERS, SENTENCES, spoken

NOT_FOR_READERS = re.compile(
    "conflict|required' is an|dest=|not callable|mutually|cannot merge|unexpected option|"
    "not defined|subparser|unknown parser|with mode|positional")
"""Mistakes of whoever declares a parser, and of subcommands, which no verb has."""


def refused(parser, *words):
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(list(words))
    return ended.value.code


def test_a_refusal_is_said_in_french(capsys):
    with spoken("fr"):
        parser = argparse.ArgumentParser(prog="app.py export")
        parser.add_argument("--format", required=True, choices=["csv"])
        assert refused(parser) == 2
    said = capsys.readouterr().err
    assert "erreur" in said and "nécessaires" in said and "required" not in said


def test_the_help_is_in_french(capsys):
    with spoken("fr"):
        assert refused(argparse.ArgumentParser(prog="app.py export"), "--help") == 0
    assert "afficher cette aide" in capsys.readouterr().out


def test_names_of_sections_have_a_space_before_their_colon_in_french(capsys):
    with spoken("fr"):
        parser = argparse.ArgumentParser(prog="app.py export", formatter_class=FORMATTERS["fr"])
        assert refused(parser, "--help") == 0
    assert "\noptions\u00a0:\n" in capsys.readouterr().out


def test_the_library_is_left_as_it_was():
    library = cast("Any", argparse)
    before = library._, library.ngettext
    with spoken("fr"):
        assert library._ is not before[0]
    assert (library._, library.ngettext) == before


def test_every_sentence_of_the_library_for_readers_is_known():
    source = inspect.getsource(argparse)
    own = set(re.findall(r"""[^n\w]_\(\s*'([^']+)'\)""", source))
    own = {text.encode().decode("unicode_escape") for text in own}
    known = {one.text for one in SENTENCES} | {COUNTED.text}
    assert {text for text in own if not NOT_FOR_READERS.search(text)} <= known
