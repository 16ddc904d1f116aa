"""Every preset has a page that names what it reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.ingest.presets import PRESETS
from data.ingest.presets.hxl import TAGS, pattern
from data.licences import BY_ID
from data.model import FLAGS

DOCS = Path(__file__).parents[5] / "docs"
CODE = re.compile(r"`([^`]+)`")


def page(name: str) -> str:
    text = (DOCS / "presets" / f"{name}.md").read_text(encoding="utf-8")
    return re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)


def read_by(preset) -> set[str]:
    """Every column that a preset reads."""
    derived = (*preset.derived, *preset.doubts)
    return {*(name for names in preset.columns.values() for name in names), *preset.kept,
            *(name for actor in preset.actors for name in actor.columns),
            *(name for each in derived for names in each.columns for name in names)}


def told(text: str) -> set[str]:
    """Names in code on a page; `x1` … `x3` and `x…` stand for the numbers between."""
    names = set(CODE.findall(text))
    spans = [re.match(r"(\D+)\d$", name) for name in names if f"`{name}` …" in text]
    spans += [re.match(r"(\D+)…$", name) for name in names]
    return names | {f"{span[1]}{n}" for span in spans if span for n in (1, 2, 3)}


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_column_that_is_read_is_named_on_the_page(preset):
    assert read_by(preset) - told(page(preset.name)) == set()


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_page_says_what_is_lost_and_is_linked(preset):
    assert "\n## What is lost\n" in page(preset.name)
    assert f"(presets/{preset.name}.md)" in (DOCS / "importing.md").read_text(encoding="utf-8")


def test_every_hashtag_is_named():
    wanted = {"+".join([p.tag, *sorted(p.wanted)])
              for _, patterns in TAGS for p in map(pattern, patterns.split())}
    named = {"+".join([tag, *sorted(rest)]) for tag, *rest in
             (name.split("+") for name in told(page("hxl")) if name.startswith("#"))}
    assert wanted <= named


def test_every_flag_and_every_licence_is_told():
    page = (DOCS / "importing.md").read_text(encoding="utf-8")
    flags, licences = page.split("\n## What a flag says\n")[1].split("\n## Licences\n")
    assert set(re.findall(r"^\| `(\w+)` \|", flags, flags=re.M)) == set(FLAGS)
    assert set(BY_ID) <= set(CODE.findall(licences))


def test_licences_that_a_preset_gives_are_told():
    for preset in PRESETS:
        if not BY_ID[preset.licence].passes_on:
            assert f"`{preset.licence}`" in page(preset.name)


def test_there_is_a_page_for_nothing_else():
    pages = {path.stem for path in (DOCS / "presets").glob("*.md")}
    assert pages == {*(preset.name for preset in PRESETS), "saved"}
