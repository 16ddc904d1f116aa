"""Small files in the layouts of sources; every event, name and number is invented."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tests.support import table

ACLED = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
]

ACLED_EVENT: dict[str, Any] = {
    "event_date": "2020-12-31", "year": 2020, "time_precision": 1,
    "disorder_type": "Political violence", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Synthetic Group A",
    "assoc_actor_1": "Synthetic Ally One; Synthetic Ally Two", "inter1": "Rebel group",
    "actor2": "Synthetic Group B", "assoc_actor_2": "", "inter2": "State forces",
    "interaction": "State forces-Rebel group", "iso": 466, "region": "Western Africa",
    "country": "Mali", "admin1": "Gao", "admin2": "Gao", "admin3": "Somewhere",
    "location": "A town", "latitude": 16.27, "longitude": -0.04, "geo_precision": 1,
    "source": "An invented radio", "source_scale": "National", "notes": "An invented note",
    "fatalities": 4, "tags": "crowd size=no report", "timestamp": 1700000000,
}


def acled(
    *rows: Mapping[str, Any], columns: Iterable[str] = ACLED, delimiter: str = ","
) -> str:
    """Write events in ACLED's layout, or in the columns given; rows say how they differ."""
    wanted = list(columns)
    events = ({**ACLED_EVENT, "event_id_cnty": f"MLI{i}", **row}
              for i, row in enumerate(rows, start=1))
    return table(({name: event.get(name, "") for name in wanted} for event in events),
                 wanted, delimiter)
