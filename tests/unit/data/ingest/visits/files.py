"""Invented visits to invented mining sites, in the layout of IPIS's file."""

from __future__ import annotations

from typing import Any

from data.ingest.presets.ipis_mines import IPIS_MINES
from tests.support import table

COLUMNS = [names[0] for names in IPIS_MINES.columns.values()]
VISIT: dict[str, Any] = {
    "vid": 1, "pcode": "invented1", "name": "Invented", "visit_date": "2015-03-07",
    "longitude": 28.7, "latitude": 0.33, "location_origin": "GPS", "province": "Nord-Kivu",
    "territoire": "Lubero", "mineral1": "Or", "presence": 1, "interference": 1,
    "visit_onsite": 1, "armed_group1": "Group A", "type_armed_group1": "Groupe armé local",
    "frequency_armed_group1": "Quotidien", "taxation_armed_group1": 1, "source": "IPIS",
    "project": "An invented project",
}


def visits(*rows: dict[str, Any]) -> str:
    """Write a file; rows are numbered, and each says how it differs from `VISIT`."""
    return table(({**VISIT, "vid": n, **row} for n, row in enumerate(rows, start=1)), COLUMNS)
