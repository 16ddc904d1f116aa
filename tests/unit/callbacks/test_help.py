"""Help: every word that a “?” names is explained, and every key that a script reads is listed."""

from __future__ import annotations

import re

import pytest

from callbacks import bundle, glossary, help, keys
from data.i18n import LANGUAGES
from layers.registry import BY_ID

SCRIPTS = bundle.ASSETS / "js"
NAMES = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown",
         "Enter", "Escape", "Backspace", "Delete")
NAMED = re.compile(rf"\b({'|'.join(NAMES)})\b")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_explains_every_term_under_the_id_that_a_hint_looks_for(language):
    text = help.text(language)
    for term in glossary.TERMS:
        assert f'id="term-{term.id}"' in text
        assert glossary.hint(term.id, language).to_plotly_json()["props"]["data-term"] == term.id


def test_layers_name_terms_that_there_are_and_there_are_such_layers():
    assert set(glossary.OF_LAYER) <= set(BY_ID)
    assert {id for ids in glossary.OF_LAYER.values() for id in ids} <= set(glossary.BY_ID)


def test_a_term_that_there_is_not_is_refused():
    with pytest.raises(KeyError):
        glossary.hint("jargon", "en")


def test_every_action_of_a_key_is_one_of_the_script_and_all_of_these_have_a_key():
    script = (SCRIPTS / "keys.js").read_text(encoding="utf-8")
    block = script[script.index("const ACTIONS"):script.index("};")]
    assert set(re.findall(r"^    (\w+): ", block, re.M)) == set(keys.actions().values())


def test_scripts_read_no_key_that_help_does_not_list():
    listed = {script: {name for key in place.keys for name in key.pressed}
              for place in keys.PLACES for script in place.scripts}
    read = {path.relative_to(SCRIPTS).as_posix(): set(NAMED.findall(text))
            for path in SCRIPTS.rglob("*.js")
            if "keydown" in (text := path.read_text(encoding="utf-8")) or "event.key" in text}
    unlisted = {script: names - listed.get(script, set()) for script, names in read.items()}
    assert {script: names for script, names in unlisted.items() if names} == {}


def test_the_address_of_help_says_what_it_holds(client):
    answer = client.get(f"/{help.address('fr')}")
    assert answer.status_code == 200
    assert answer.get_data(as_text=True) == help.text("fr")
    assert "immutable" in answer.headers["Cache-Control"]
