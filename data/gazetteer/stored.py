"""The places that may locate a record: those loaded, and the towns that come with the product."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ibis

from data.boundaries import towns
from data.gazetteer.places import SETTLED, Places, is_point_like, of_rows
from data.gazetteer.schema import GAZETTEER, GAZETTEER_TABLE
from data.store import Snapshot

SHIPPED_SOURCE = "GeoNames"
CHIEF_TOWN, ANY_TOWN = "PPLA", "PPL"
CHIEF_RANK = 2
"""Rank of `data.boundaries.Town` up to which one is a chief town."""


def places(snapshot: Snapshot | None, iso2: Iterable[str]) -> Places:
    """Return the places of some countries that are small enough for a point to stand for them.

    Those that lie outside the country they are listed under are left out.
    """
    wanted = sorted(set(iso2))
    return of_rows([*loaded(snapshot, wanted), *_shipped(wanted)])


def loaded(snapshot: Snapshot | None, iso2: list[str]) -> list[dict[str, Any]]:
    """Return the rows of `places` that a user loaded."""
    if snapshot is None or not snapshot.holds(GAZETTEER_TABLE):
        return []
    table = ibis.table(GAZETTEER, name=GAZETTEER_TABLE)
    fitting = table.filter(table.iso2.isin(iso2) & table.found_iso2.isnull())
    rows = snapshot.rows(fitting.order_by(["iso2", "name", "lat", "lon"]))
    return [row for row in rows if is_point_like(row["feature_class"], row["feature_code"])]


def _shipped(iso2: list[str]) -> list[dict[str, Any]]:
    return [{"name": town.name_en, "alternates": [town.name_fr], "lat": town.lat, "lon": town.lon,
             "feature_class": SETTLED, "iso2": town.iso2, "admin2": "",
             "feature_code": CHIEF_TOWN if town.rank <= CHIEF_RANK else ANY_TOWN,
             "population": town.population, "source": SHIPPED_SOURCE}
            for town in towns() if town.iso2 in iso2]
