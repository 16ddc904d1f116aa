"""Every verb and each of its options stands in the documentation, and every filter in one table."""

from __future__ import annotations

import argparse
import importlib
import re
from pathlib import Path

import pytest

from app import VERBS
from data.commands import common

ROOT = Path(__file__).parents[4]
PAGES = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
OPTION = re.compile(r"--[a-z][a-z0-9-]*")


def options(declare) -> set[str]:
    """The options that a function adds to a parser."""
    parser = argparse.ArgumentParser(add_help=False)
    declare(parser, "en")
    return {name for action in parser._actions for name in action.option_strings}


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_of_a_verb_is_documented(verb):
    told = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert f"app.py {verb}" in told or f"app.py [{verb}]" in told
    assert options(importlib.import_module(VERBS[verb]).arguments) <= set(OPTION.findall(told))


def test_the_table_of_filters_is_whole():
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`--.*?`) \|", page, flags=re.M)
    assert set(OPTION.findall("".join(rows))) == options(common.add_filters)


@pytest.mark.parametrize("verb", VERBS)
def test_verbs_that_take_filters_are_those_that_the_page_names(verb):
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+)`", page.split("## Filters")[1].split("take the same filters")[0])
    taken = options(common.add_filters) <= options(importlib.import_module(VERBS[verb]).arguments)
    assert taken == (verb in named)
