"""The tables of the evidence base, by name, and where the committed ones lie."""

from __future__ import annotations

from pathlib import Path

from data.errors import wrong_value
from data.evidence import model
from data.i18n import msg

FOLDER = Path(__file__).parent / "tables"
"""The committed tables, one CSV file each."""

CLAIMS: dict[str, type[model.Claim]] = {
    "levies": model.Levy,
    "corridors": model.Corridor,
    "sites": model.Site,
    "visits": model.Visit,
    "factors": model.Factor,
    "perceptions": model.Perception,
    "recommendations": model.Recommendation,
    "relations": model.Relation,
    "interventions": model.Intervention,
    "outcomes": model.Outcome,
    "figures": model.Figure,
    "stages": model.Stage,
    "flows": model.Flow,
}
CITED: dict[str, type] = {
    "documents": model.Document, "sections": model.Section, "places": model.Place,
}
TABLES: dict[str, type] = {**CITED, **CLAIMS}


def require(name: str, option: str = "--table") -> type:
    """Return the record class of a table, or raise `UsageError` naming the tables."""
    if name not in TABLES:
        raise wrong_value(option, name, msg("the tables are {known}", known=", ".join(TABLES)))
    return TABLES[name]
