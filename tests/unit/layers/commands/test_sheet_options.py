"""Options of layers on the command line: taken as they are meant, or refused with what there is."""

from __future__ import annotations

import argparse

import pytest

from data.errors import UsageError
from data.ground import Ground
from layers.commands.sheet_options import chosen, declare, resolution
from layers.registry import LAYERS
from layers.sheet.description import Shown

GROUND = Ground()


def asked(*words):
    parser = argparse.ArgumentParser()
    parser.add_argument("--coarsen", type=int)
    declare(lambda name, _, **how: parser.add_argument(name, **how))
    return parser.parse_args(words)


def test_options_are_given_to_their_layer():
    args = asked("--option", "hexagons.metric=deaths", "--option", "coarse.show=spread")
    found = chosen((Shown("hexagons", 0.8), Shown("coarse")), args.option, GROUND)
    assert found == (Shown("hexagons", 0.8, (("metric", "deaths"),)),
                     Shown("coarse", None, (("show", "spread"),)))


def test_the_last_of_the_same_option_holds():
    (one,) = chosen((Shown("hexagons"),), ["hexagons.metric=rate", "hexagons.metric=deaths"],
                    GROUND)
    assert one.options == (("metric", "deaths"),)


@pytest.mark.parametrize("layer", [one for one in LAYERS if one.options(GROUND)],
                         ids=lambda one: one.id)
def test_every_option_takes_its_own_default(layer):
    texts = [f"{layer.id}.{one.name}={one.default}" for one in layer.options(GROUND)]
    (found,) = chosen((Shown(layer.id),), texts, GROUND)
    assert len(found.options) == len(texts)


@pytest.mark.parametrize(("text", "named"), [
    ("hexagons", "LAYER"), ("hexagons.metric", "hexagons.metric=deaths"),
    ("corridors.x=1", "hexagons"), ("hexagons.nothing=1", "metric"),
    ("hexagons.metric=gold", "deaths")])
def test_what_is_not_understood_is_refused_with_what_there_is(text, named):
    with pytest.raises(UsageError) as raised:
        chosen((Shown("hexagons"),), [text], GROUND)
    said = raised.value.message.render("en")
    assert text in said and (named in said or named == "LAYER")


@pytest.mark.parametrize("value", ["much", "nan", "-1"])
def test_a_number_has_bounds(value):
    layer, option = next((layer, one) for layer in LAYERS for one in layer.options(GROUND)
                         if not one.choices and not one.faults)
    with pytest.raises(UsageError):
        chosen((Shown(layer.id),), [f"{layer.id}.{option.name}={value}"], GROUND)


def test_the_resolution_is_one_there_is_and_not_asked_for_twice():
    assert resolution(asked()) is None and resolution(asked("--res", "6")) == 6
    for words in (["--res", "2"], ["--res", "10"], ["--res", "5", "--coarsen", "4"]):
        with pytest.raises(UsageError):
            resolution(asked(*words))
