"""Every id that a callback or a script uses is on the page, and the page is whole."""

from __future__ import annotations

import json
import re

import pytest

from callbacks import bundle, ids, page
from data.i18n import LANGUAGES
from tests.unit.callbacks.components import walk


@pytest.fixture(params=LANGUAGES)
def components(request, context):
    return list(walk(page.build(context, f"lang={request.param}", "en")))


def ids_of(components):
    return [c.id for c in components if getattr(c, "id", None)]


def test_ids_are_unique(components):
    found = ids_of(components)
    assert len(found) == len(set(found))


def test_every_callback_finds_its_components(app, components):
    known = set(ids_of(components))
    spec = json.loads(app.dependencies().get_data())
    used = {end["id"] for callback in spec for end in callback["inputs"] + callback["state"]}
    used |= {part.rpartition(".")[0].split("@")[0].strip(".")
             for callback in spec for part in callback["output"].strip(".").split("...")}
    assert used <= known


def test_every_constant_is_on_the_page(components):
    known = set(ids_of(components))
    constants = {value for name, value in vars(ids).items()
                 if name.isupper() and isinstance(value, str)}
    assert constants <= known


def test_every_id_that_scripts_look_up_is_on_the_page(components):
    script = bundle.joined("js").decode()
    made_by_scripts = {id for pair in re.findall(
        r'\b(?:field|select|tick)\("([a-z-]+)"|\bid: "([a-z-]+)"', script) for id in pair}
    looked_up = set(re.findall(r'atlas\.find\("([a-z-]+)"\)', script)) - made_by_scripts
    assert looked_up
    assert looked_up <= set(ids_of(components))


def test_every_word_that_scripts_say_is_sent(context):
    from callbacks import words

    script = bundle.joined("js").decode()
    said = set(re.findall(r'words\.say\("([a-z-]+)"[,)]', script))
    counted = set(re.findall(r'words\.count\("([a-z-]+)"[,)]', script))
    begun = re.findall(r'words\.(?:say|count)\("([a-z-]+)" \+', script)
    assert said <= set(words.WORDS)
    assert counted <= set(words.COUNTED)
    assert all(any(key.startswith(head) for key in {**words.WORDS, **words.COUNTED})
               for head in begun)
    assert set(words.of("fr")) == set(words.of("en"))


def test_every_client_side_function_exists(app):
    script = bundle.joined("js").decode()
    spec = json.loads(app.dependencies().get_data())
    names = {c["clientside_function"]["function_name"] for c in spec if c["clientside_function"]}
    assert names
    for name in names:
        assert re.search(rf"^    {name}\(", script, re.M), name


def test_buttons_and_controls_have_names(components):
    for component in components:
        if type(component).__name__ == "Button":
            props = component.to_plotly_json()["props"]
            assert props.get("aria-label") or props.get("title") or props.get("children")


def test_no_page_state_is_kept_on_the_server(client):
    """Two visitors, two languages, two selections: neither changes the other's page."""
    first = client.get("/_dash-layout", headers={"Referer": "http://localhost/?lang=fr&country=ML"})
    second = client.get("/_dash-layout", headers={"Referer": "http://localhost/?lang=en"})
    again = client.get("/_dash-layout", headers={"Referer": "http://localhost/?lang=fr&country=ML"})
    assert first.get_data() == again.get_data() != second.get_data()
