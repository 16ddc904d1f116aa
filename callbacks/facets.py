"""What can be chosen: the kinds, countries, regions and sources that a snapshot holds.

Claims count beside incidents: what a document tells of can be filtered too, and the
clock reaches as far as either.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from callbacks.context import ground_of
from data import taxonomy
from data.evidence.model import Claim
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
        documents: titles of the documents that claims are cited from.
        units: (name, ISO code of its country) of first-level units present.
        first, last: days that incidents and dated claims cover.
        synthetic: how many incidents are invented.
        incidents: how many there are.
    """

    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    sources: tuple[str, ...]
    documents: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    first: dt.date
    last: dt.date
    synthetic: int
    incidents: int


def of(snapshot: Snapshot | None) -> Facets:
    """Read a snapshot's choices; without one, there is nothing to choose."""
    if snapshot is None:
        today = dt.date.today()
        return Facets((), (), (), _documents(None), (), today.replace(month=1, day=1), today, 0, 0)
    return _read(snapshot)


def _claims(snapshot: Snapshot) -> list[Claim]:
    claims = ground_of(snapshot).evidence.claims
    return [claim for table in claims.values() for claim in table]


@lru_cache(maxsize=4)
def _read(snapshot: Snapshot) -> Facets:
    everything = Selection()
    about = snapshot.rows(totals(everything))[0]
    units = snapshot.rows(by_unit(everything))
    claims = _claims(snapshot)
    days = [day for claim in claims for day in claim.days or ()]
    days += [day for day in (about["date_min"], about["date_max"]) if day]
    held = {place.country for claim in claims for place in claim.where if place.country}
    told = {kind for claim in claims for kind in claim.kinds}
    return Facets(
        kinds=_joined(_keys(snapshot, "kind"), told),
        countries=_joined(_keys(snapshot, "admin0"), held),
        sources=_keys(snapshot, "source"),
        documents=_documents(snapshot),
        units=tuple((row["key"], row["admin0"]) for row in units if row["key"]),
        first=min(days, default=dt.date.today()),
        last=max(days, default=dt.date.today()),
        synthetic=about["synthetic"],
        incidents=about["incidents"],
    )


def _documents(snapshot: Snapshot | None) -> tuple[str, ...]:
    return tuple(document.title for document in ground_of(snapshot).evidence.documents.values())


def source_options(facets: Facets, language: str) -> Options:
    """Offer the sources of incidents, and the documents of claims, apart."""
    parts = ((t(language, "Sources of incidents"), facets.sources),
             (t(language, "Documents of claims"), facets.documents))
    return [{"group": group, "items": [{"value": name, "label": name} for name in names]}
            for group, names in parts if names]


def _joined(counted: tuple[str, ...], told: set[str]) -> tuple[str, ...]:
    """Keep the most frequent first, and add what only claims tell of."""
    return (*counted, *sorted(told - set(counted)))


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
