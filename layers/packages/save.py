"""A package in any form, from an order to files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.errors import wrong_value
from data.i18n import msg, t
from data.packages.build import TABLES, Built, build, gathered
from data.packages.order import Order
from data.packages.whole import Whole, Write
from data.settings import Settings
from data.store import Snapshot
from layers.packages.drawn import SINGLE, Drawn, drawn_layers
from layers.packages.geopackage import write_geopackage
from layers.packages.kml import write_kml
from layers.registry import BY_ID

MAPS = {"gpkg": write_geopackage, "kml": write_kml}


def save(snapshot: Snapshot, settings: Settings, order: Order, path: Path) -> Built:
    """Write a package; see `data.packages.build.build` for where its files lie.

    Args:
        snapshot: the data.
        settings: limits, and the public address.
        order: what is asked for; its selection is settled.
        path: the main file, or an archive where it ends in `.zip`.

    Raises:
        UsageError: a layer or an option of one that there is not.
        OSError: a file cannot be written.
    """
    whole, drawn = whole_of(snapshot, settings, order)
    return build(whole, _map(order, drawn) if order.form in MAPS else TABLES[order.form], path)


def whole_of(
    snapshot: Snapshot, settings: Settings, order: Order
) -> tuple[Whole, tuple[Drawn, ...]]:
    """Gather a package before it is written, with its drawn layers; raises as `save`."""
    for id in order.layers:
        if id not in BY_ID:
            raise wrong_value("--layers", id, msg("the layers are {names}",
                                                  names=", ".join(BY_ID)))
    whole = gathered(snapshot, order, settings.public_address)
    if order.form not in MAPS:
        return whole, ()
    drawn = drawn_layers(snapshot, settings, order)
    return replace(whole, layers=_told(drawn, order)), drawn


def _map(order: Order, drawn: tuple[Drawn, ...]) -> Write:
    write = MAPS[order.form]
    return lambda whole, path: write(whole, drawn, path)


def _told(drawn: tuple[Drawn, ...], order: Order) -> tuple[tuple[str, str], ...]:
    """Say what each drawn table shows, and name the layers of which nothing could be drawn."""
    language = order.language
    said = [(one.name, " · ".join([one.legend.title, *one.legend.notes, *_bare(one, order)]))
            for one in drawn]
    there = {one.layer.id for one in drawn}
    said += [(id, t(language, "nothing of it is in this package")) for id in order.layers
             if id not in there]
    return tuple(said)


def _bare(one: Drawn, order: Order) -> list[str]:
    if order.coarsen is None or one.layer.id not in SINGLE:
        return []
    return [t(order.language, "without single incidents, since hexagons stand for them")]


