"""Small files that tests make, all invented, and rows read back from a store."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from data.queries.filters import selected
from data.selection import Selection
from data.store import Store

UCDP_RELEASE = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence",
    "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id",
    "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id",
    "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates",
    "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid",
    "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
    "gwnoa", "gwnob",
]

UCDP_EVENT: dict[str, Any] = {
    "year": 2018, "active_year": 1, "code_status": "Clear", "type_of_violence": 1,
    "side_a": "Side A", "side_b": "Side B", "number_of_sources": 1,
    "source_headline": "An invented headline", "where_prec": 1, "where_coordinates": "A place",
    "latitude": 16.27, "longitude": -0.04, "country": "Mali", "country_id": 432,
    "region": "Africa", "event_clarity": 1, "date_prec": 1,
    "date_start": "2018-03-05 00:00:00.000", "date_end": "2018-03-05 00:00:00.000",
    "deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0, "deaths_unknown": 0,
    "best": 2, "high": 3, "low": 1, "gwnoa": 432,
}

PLAIN = ("date", "kind", "lat", "lon", "country", "where_precision", "fatalities", "notes")
MALI: dict[str, Any] = {"date": "2019-03-07", "kind": "kidnapping", "lat": 16.27, "lon": -0.04,
                        "country": "Mali", "where_precision": 1, "fatalities": 1, "notes": "a"}


def table(
    rows: Iterable[Mapping[str, Any]], columns: Iterable[str], delimiter: str = ","
) -> str:
    """Write rows as CSV; a column that a row lacks stays empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def plain(*rows: Mapping[str, Any], extra: Iterable[str] = ()) -> str:
    """Write a generic file; each row says how it differs from `MALI`."""
    return table(({**MALI, **row} for row in rows), [*PLAIN, *extra])


def ucdp(*rows: Mapping[str, Any]) -> str:
    """Write a file in UCDP's 49-column release layout; rows say how they differ."""
    events = ({**UCDP_EVENT, "id": i, "relid": f"INV-{i}", **row}
              for i, row in enumerate(rows, start=1))
    return table(events, UCDP_RELEASE)


def held(store: Store, selection: Selection | None = None) -> list[dict[str, Any]]:
    """Return the incidents that a store holds, by day and identity."""
    rows = selected(selection or Selection())
    return store.require().rows(rows.order_by(["date_start", "source_record_id"]))


def only(store: Store) -> dict[str, Any]:
    """Return the one incident that a store holds."""
    (row,) = held(store)
    return row
