"""Parts of the page's scripts that come when they are first used."""

from __future__ import annotations

import re

import pytest

from callbacks import bundle, later_words


@pytest.fixture
def later(tmp_path, monkeypatch):
    (tmp_path / "drawn_bars.js").write_text("bars")
    (tmp_path / "drawn.js").write_text("drawn")
    (tmp_path / "hello.js").write_text("hello")
    monkeypatch.setattr(bundle, "LATER", tmp_path)
    return tmp_path


def test_a_part_is_made_of_its_files_itself_last(later):
    assert bundle.later() == ("drawn", "hello")
    assert bundle.joined_later("drawn", "en") == b"bars\ndrawn"


def test_the_address_changes_with_the_content(later):
    before = bundle.later_address("hello", "en")
    (later / "hello.js").write_text("another")
    assert bundle.later_address("hello", "en") != before


def test_a_part_brings_its_words(later, monkeypatch):
    monkeypatch.setattr(later_words, "of", lambda part, language: {"hello": language})
    assert bundle.joined_later("hello", "fr").startswith(
        b'window.atlas.words.add({"hello": "fr"});\n')


@pytest.mark.parametrize("part", bundle.later())
def test_every_word_that_a_part_says_travels_with_it(part):
    from callbacks import words

    script = b"\n".join(path.read_bytes() for path in [
        *bundle.LATER.glob(f"{part}_*.js"), *bundle.LATER.glob(f"{part}.js")]).decode()
    own = later_words.of(part, "en")
    said = set(re.findall(r'words\.say\("([a-z-]+)"[,)]', script))
    counted = {f"{key}.one" for key in re.findall(r'words\.count\("([a-z-]+)"[,)]', script)}
    assert said <= set(own) | set(words.WORDS)
    assert counted <= set(own) | set(words.of("en"))


def test_words_belong_to_a_part():
    assert set(later_words.parts()) <= set(bundle.later())


def test_a_part_is_no_piece_of_the_first_visit():
    assert not [path for path in (bundle.ASSETS / "js").glob("*.js") if path.parent == bundle.LATER]
    assert b"atlas.need = function" in bundle.joined("js")
