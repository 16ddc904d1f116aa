"""Chains: every stage once, in order, and links as the documents have them."""

from __future__ import annotations

import dataclasses

import pytest

from data.evidence import words
from data.evidence.base import committed
from layers.chains import chains, numbers

EVIDENCE = committed()
CHAINS = {chain.id: chain for chain in chains(EVIDENCE)}


def with_stages(stages):
    return dataclasses.replace(EVIDENCE, claims={**EVIDENCE.claims, "stages": tuple(stages)})


def test_every_chain_has_its_stages_in_order():
    assert list(CHAINS) == list(words.CHAINS)
    assert sum(len(chain.stages) for chain in CHAINS.values()) == len(EVIDENCE.stages)
    for chain in CHAINS.values():
        orders = [stage.order for stage in chain.stages]
        assert orders == sorted(orders)


@pytest.mark.parametrize("chain", CHAINS.values(), ids=lambda chain: chain.id)
def test_links_are_what_follows_what_and_go_forward(chain):
    pairs = {(chain.stages[link.source].id, chain.stages[link.target].id)
             for link in chain.links}
    assert pairs == {(before, stage.id) for stage in chain.stages for before in stage.follows}
    assert all(chain.stages[link.source].order < chain.stages[link.target].order
               for link in chain.links)


def test_assets_go_from_tracing_to_recovery():
    assert [stage.id for stage in CHAINS["assets"].stages] == [
        "assets-trace", "assets-freeze", "assets-seize", "assets-confiscate", "assets-recover"]


def test_widths_are_equal_where_no_amount_is_stated():
    for chain in CHAINS.values():
        assert chain.unit == "" and {link.amount for link in chain.links} == {1.0}


def test_amounts_count_where_all_are_stated_in_one_unit():
    ransom = [dataclasses.replace(stage, quantity=10.0 * (i + 1), unit="persons")
              for i, stage in enumerate(CHAINS["ransom"].stages)]
    (chain,) = chains(with_stages(ransom))
    assert chain.unit == "persons" and [link.amount for link in chain.links] == [20, 30, 40]
    mixed = [*ransom[:-1], dataclasses.replace(ransom[-1], unit="francs")]
    (chain,) = chains(with_stages(mixed))
    assert chain.unit == "" and {link.amount for link in chain.links} == {1.0}


def test_a_stage_beside_others_has_a_share_of_the_step():
    laundering = CHAINS["laundering"]
    assert laundering.share(0) == 1
    assert laundering.share(1) == pytest.approx(1 / 3)


def test_the_global_figures_stand_with_persons():
    found = {one.id for _, one in numbers(CHAINS["persons"], EVIDENCE)}
    assert {"foreign-victims", "smuggled-migrants", "smugglers-income"} <= found
    assert not found & {"kafo-officers", "interpol-members"}
