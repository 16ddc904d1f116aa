"""Incidents of taxation by first-level unit, as zones apart from what documents tell."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from data.i18n import nmsg, t
from layers.areas import unit_shape
from layers.base import Found
from layers.legend import Entry
from layers.marks import Area
from layers.palette import GROUP_COLOURS
from layers.style import Style

KEY = "reports"
PREFIX = "reports:unit:"


def marks(found: Found, language: str) -> tuple[Area, ...]:
    """Return one area for each unit in which incidents of taxation were reported."""
    return tuple(
        Area(id=PREFIX + row["unit"], key=KEY, label=row["name"] or row["unit"],
             says=_says(row, language), days=(row["first"], row["last"]), shape=shape)
        for row in _rows(found)
        if (shape := unit_shape(found.ground, row["unit"])) is not None)


def entries(found: Found, language: str) -> tuple[Entry, ...]:
    """Return the entry of these zones, where they are drawn."""
    if "reports" not in found:
        return ()
    style = Style("hatch", GROUP_COLOURS["taxation"], width=1.2, angle=0, sparse=True)
    return (Entry(style, t(language, "incidents of taxation reported in this unit"), KEY),)


def notes(found: Found, language: str) -> tuple[str, ...]:
    """Say how these zones follow time."""
    if "reports" not in found:
        return ()
    return (t(language, "Incidents: a unit stands from its first incident to its last."),)


def synthetic(found: Found) -> bool:
    """Tell whether invented incidents are among them."""
    return any(row["synthetic"] for row in _rows(found))


def rows(found: Found, shown: set[str], language: str) -> pa.Table:
    """Return a row for each unit that is shown: `id`, `mark`, `says` and `places`."""
    told = [{"id": PREFIX + row["unit"], "mark": PREFIX + row["unit"],
             "says": _says(row, language), "places": row["name"] or row["unit"]}
            for row in _rows(found) if PREFIX + row["unit"] in shown]
    return pa.Table.from_pylist(
        told, pa.schema([(name, pa.string()) for name in ("id", "mark", "says", "places")]))


def _rows(found: Found) -> list[dict[str, Any]]:
    return found["reports"].to_pylist() if "reports" in found else []


def _says(row: dict[str, Any], language: str) -> str:
    said = nmsg("{count} incident of taxation, {first} – {last}.",
                "{count} incidents of taxation, {first} – {last}.",
                row["incidents"], first=row["first"], last=row["last"]).render(language)
    invented = t(language, "Synthetic: invented for demonstration.") if row["synthetic"] else ""
    return " ".join(part for part in (said, invented) if part)
