"""Chains in the details panel: the diagram and the list say the same."""

from __future__ import annotations

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from callbacks import chains as page
from callbacks.asked import Asked
from callbacks.tellers import TELLERS
from data.evidence import words
from data.evidence.base import committed
from data.ground import Ground
from data.i18n import LANGUAGES
from layers.chains import chains

CHAINS = chains(committed())


@pytest.fixture
def told(context, snapshot):
    def tell(id, language="en"):
        asked = Asked(context, snapshot, Ground(), {"layer": page.LAYER, "id": id}, language)
        return json.dumps(TELLERS[page.LAYER](asked), cls=PlotlyJSONEncoder, ensure_ascii=False)

    return tell


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.id)
def test_every_stage_is_in_the_diagram_and_in_the_list(told, chain, language):
    said = told(chain.id, language)
    assert all(stage.says(language) in said for stage in chain.stages)
    assert said.count('"data-claim": "stages/') == len(chain.stages)
    labels = page.figure(chain, language)["data"][0]["node"]["label"]
    assert [int(label.split()[0]) for label in labels] == list(range(1, len(chain.stages) + 1))


def test_equal_widths_are_said(told):
    assert "Widths are equal" in told("ransom")


def test_every_chain_is_a_click_away_and_the_one_shown_is_marked(told):
    said = told("assets")
    assert all(f'"data-mark": "{id}"' in said for id in words.CHAINS)
    assert said.count('"aria-pressed": "true"') == 1


def test_figures_stand_beneath(told):
    assert "at least 2,500,000 persons" in told("persons")
    assert "Numbers that documents give" not in told("ransom")


def test_an_unknown_chain_falls_to_the_first(told):
    assert told("nothing") == told(next(iter(words.CHAINS)))
