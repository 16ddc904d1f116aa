"""Options of layers and the resolution of hexagons, as `app.py export` reads them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from data import hexes
from data.errors import UsageError, wrong_value
from data.ground import Ground
from data.i18n import Message, msg
from layers.options import Option
from layers.registry import BY_ID
from layers.sheet.description import Shown

OPTION, RES = "--option", "--res"
HOW = msg("write the layer, a point, the option and its value, such as hexagons.metric=deaths")


def declare(add: Callable[..., Any]) -> None:
    """Declare both options by `add(name, message, ...)`, as `common.adder` gives it."""
    add(OPTION, msg("a choice about a layer that is drawn, such as hexagons.metric=deaths; may be "
                    "given again"), action="append", default=[], metavar="LAYER.NAME=VALUE")
    add(RES, msg("H3 resolution of hexagons, instead of the one that fits the scale"), type=int,
        metavar=f"{hexes.COARSEST}..{hexes.FINEST}")


def resolution(args: argparse.Namespace) -> int | None:
    """Return the resolution that was asked for; raises `UsageError` for one there is not."""
    asked: int | None = args.res
    if asked is None:
        return None
    if not hexes.COARSEST <= asked <= hexes.FINEST:
        raise wrong_value(RES, asked, msg("a whole number from {low} to {high}",
                                          low=hexes.COARSEST, high=hexes.FINEST))
    if args.coarsen is not None:
        raise UsageError(msg("{a} and {b} both name the size of hexagons; choose one.",
                             a=RES, b="--coarsen"))
    return asked


def chosen(shown: Iterable[Shown], texts: Iterable[str], ground: Ground) -> tuple[Shown, ...]:
    """Return layers with what was chosen for them.

    Args:
        shown: the layers that are drawn.
        texts: as `--option` has them: `hexagons.metric=deaths`. Of the same option the last holds.
        ground: whose snapshot decides which options there are, such as currencies.

    Raises:
        UsageError: a layer is not drawn, or has no such option, or the option no such value.
    """
    layers = {one.id: one for one in shown}
    for text in texts:
        id, name, value = _parts(text)
        if id not in layers:
            raise wrong_value(OPTION, text, msg("the layers that are drawn are {names}",
                                                names=", ".join(layers) or "–"))
        options = {one.name: one for one in BY_ID[id].options(ground)} if id in BY_ID else {}
        if name not in options:
            raise wrong_value(OPTION, text, msg(
                "{layer} has the options {names}", layer=id, names=", ".join(options))
                if options else msg("{layer} has no options", layer=id))
        wrong = fault(options[name], value)
        if wrong:
            raise wrong_value(OPTION, text, wrong)
        others = tuple(pair for pair in layers[id].options if pair[0] != name)
        layers[id] = replace(layers[id], options=(*others, (name, value)))
    return tuple(layers.values())


def fault(option: Option, value: str) -> Message | None:
    """Say why an option does not take a value; None where it does."""
    if option.choices:
        values = [name for name, _ in option.choices]
        return None if value in values else msg(
            "{name} takes {values}", name=option.name, values=", ".join(values))
    if option.faults:
        return option.faults(value) if value else None
    try:
        fits = option.low <= float(value) <= option.high
    except ValueError:
        fits = False
    return None if fits else msg("{name} takes a number from {low} to {high}", name=option.name,
                                 low=f"{option.low:g}", high=f"{option.high:g}")


def _parts(text: str) -> tuple[str, str, str]:
    path, equals, value = text.partition("=")
    id, point, name = path.strip().partition(".")
    if not (equals and point and id and name):
        raise wrong_value(OPTION, text, HOW)
    return id, name, value.strip()
