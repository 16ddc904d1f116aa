"""Files of invented evidence into a store of the test's own."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from data.evidence.ingest.run import Options, Outcome, import_evidence

LEVY: dict[str, str] = {
    "id": "l1", "document": "An invented survey", "says_en": "Something invented.",
    "says_fr": "Quelque chose d’inventé.", "kind": "access", "places": "Mali",
}


def levies(*rows: dict[str, str]) -> str:
    """Write a CSV of levies; each row says how it differs from `LEVY`."""
    filled = [{**LEVY, **row} for row in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(k for row in filled for k in row)),
                            lineterminator="\n")
    writer.writeheader()
    writer.writerows(filled)
    return text.getvalue()


def collection(*features: tuple[dict[str, Any], dict[str, Any] | None]) -> str:
    """Write GeoJSON of pairs of properties and geometry."""
    return json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": properties, "geometry": geometry}
        for properties, geometry in features]})


@pytest.fixture
def add(tmp_path, store, settings):
    """Import text, bytes or a file into a table of `store`."""

    def run(content: Any, table: str = "levies", name: str = "file.csv",
            **options: Any) -> Outcome:
        path = content
        if isinstance(content, str | bytes):
            path = tmp_path / name
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return import_evidence(store, path, Options(table=table, **options), settings)

    return run
