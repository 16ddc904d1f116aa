"""What can be chosen: the kinds, countries, regions and sources that a snapshot holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data import taxonomy
from data.i18n import t
from data.names import country, unit
from data.queries.stats import breakdown, by_unit, totals
from data.selection import Selection
from data.store import Snapshot

Options = list[dict[str, Any]]


@dataclass(frozen=True)
class Facets:
    """The choices of one snapshot.

    Attributes:
        kinds, countries, sources: values present.
        units: (name, ISO code of its country) of first-level units present.
        first, last: days that the incidents cover.
        synthetic: how many incidents are invented.
        incidents: how many there are.
    """

    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    sources: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    first: dt.date
    last: dt.date
    synthetic: int
    incidents: int


def of(snapshot: Snapshot | None) -> Facets:
    """Read a snapshot's choices; without one, there is nothing to choose."""
    if snapshot is None:
        today = dt.date.today()
        return Facets((), (), (), (), today.replace(month=1, day=1), today, 0, 0)
    return _read(snapshot)


@lru_cache(maxsize=4)
def _read(snapshot: Snapshot) -> Facets:
    everything = Selection()
    about = snapshot.rows(totals(everything))[0]
    units = snapshot.rows(by_unit(everything))
    today = dt.date.today()
    return Facets(
        kinds=_keys(snapshot, "kind"),
        countries=_keys(snapshot, "admin0"),
        sources=_keys(snapshot, "source"),
        units=tuple((row["key"], row["admin0"]) for row in units if row["key"]),
        first=about["date_min"] or today,
        last=about["date_max"] or today,
        synthetic=about["synthetic"],
        incidents=about["incidents"],
    )


def _keys(snapshot: Snapshot, field: str) -> tuple[str, ...]:
    found = snapshot.rows(breakdown(Selection(), field))
    return tuple(row["key"] for row in found if row["key"])


def kind_options(facets: Facets, language: str) -> Options:
    """Offer kinds under their families, each family first as a whole where it has several."""
    options: Options = []
    for group in taxonomy.GROUPS:
        members = [k for k in taxonomy.KINDS if k.group == group.id and k.id in facets.kinds]
        if not members:
            continue
        items = [{"value": k.id, "label": k.label(language)} for k in members]
        several = sum(k.group == group.id for k in taxonomy.KINDS) > 1
        if several:
            whole = t(language, "All of: {family}", family=group.label(language))
            items.insert(0, {"value": group.id, "label": whole})
        options.append({"group": group.label(language), "items": items})
    return options


def country_options(facets: Facets, language: str) -> Options:
    """Offer countries by name."""
    named = [{"value": code, "label": country(code, language)} for code in facets.countries]
    return sorted(named, key=lambda option: taxonomy.fold(option["label"]))


def unit_options(facets: Facets, language: str) -> Options:
    """Offer first-level units under their countries."""
    options: Options = []
    for choice in country_options(facets, language):
        code = choice["value"]
        items = [{"value": f"{name} ({code})", "label": unit(name, code, language)}
                 for name in {name for name, own in facets.units if own == code}]
        items.sort(key=lambda item: taxonomy.fold(item["label"]))
        if items:
            options.append({"group": choice["label"], "items": items})
    return options
