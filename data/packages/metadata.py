"""What a package is, for programs: a Frictionless Data Package, with our own part."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from data.digests import digest
from data.i18n import t
from data.model import DATE_PRECISION, WHERE_PRECISION
from data.packages import citations, conditions
from data.packages.aggregates import LEAST
from data.packages.columns import AGGREGATE, Column
from data.packages.facts import Cited
from data.packages.order import FORMS
from data.packages.remarks import synthetic_line
from data.packages.whole import Whole

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def metadata(whole: Whole, files: Sequence[tuple[str, str, Path]]) -> str:
    """Write the metadata as JSON.

    Args:
        whole: the package.
        files: of each written file its role (`main`, `aggregates` or `readme`), its name in
            the package, and where it lies.
    """
    language, facts = whole.order.language, whole.facts
    told: dict[str, Any] = {
        "$schema": PROFILE,
        "name": whole.order.name,
        "title": facts.title,
        "description": synthetic_line(facts, language) if facts.synthetic else facts.title,
        "licenses": _licences(whole),
        "sources": [_source(one) for one in facts.sources],
        "resources": [_resource(whole, role, name, path) for role, name, path in files],
        "atlas": _atlas(whole),
    }
    if whole.permalink:
        told["homepage"] = whole.permalink
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _licences(whole: Whole) -> list[dict[str, str]]:
    language = whole.order.language
    found = dict.fromkeys(one.licence for one in whole.facts.sources)
    told = []
    for id in found:
        where = conditions.address(id)
        told.append({"name": id, "title": conditions.label(id, language),
                     **({"path": where} if where else {})})
    return told


def _source(one: Cited) -> dict[str, Any]:
    return {"title": one.source, "licence": one.licence, "incidents": one.incidents,
            "citations": list(citations.asked(one.source, one.citations))}


def _resource(whole: Whole, role: str, name: str, path: Path) -> dict[str, Any]:
    main = whole.order.form
    media = {"main": FORMS[main], "aggregates": "text/csv", "readme": "text/markdown"}[role]
    told: dict[str, Any] = {
        "name": {"main": whole.order.name}.get(role, role), "path": name, "mediatype": media,
        "format": main if role == "main" else name.rpartition(".")[2].lower(),
        "bytes": path.stat().st_size, "hash": "sha256:" + digest(path)}
    if media.startswith("text/"):
        told["encoding"] = "utf-8"
    if role == "main":
        told["schema"] = _schema(whole.content.columns, whole)
        if main == "hxl":
            # Hashtags stand in the row below the header.
            told["dialect"] = {"commentRows": [2]}
    elif role == "aggregates":
        told["schema"] = _schema(AGGREGATE, whole)
    return told


def _schema(columns: Sequence[Column], whole: Whole) -> dict[str, Any]:
    nested = whole.order.form in ("geojson", "parquet", "geoparquet")
    fields = [{"name": column.name,
               "type": column.type if nested or column.type != "array" else "string",
               "description": column.meaning.render(whole.order.language), "hxl": column.tag}
              for column in columns]
    return {"fields": fields, "missingValues": [""],
            **({"primaryKey": ["incident_id"]} if columns[0].name == "incident_id" else {})}


def _atlas(whole: Whole) -> dict[str, Any]:
    order, facts = whole.order, whole.facts
    query = order.selection.to_query()
    return {
        "snapshot": facts.snapshot,
        "data_as_of": facts.as_of.isoformat() if facts.as_of else None,
        "language": order.language,
        "selection": query,
        "filters": parse_qs(query),
        "coarsen": order.coarsen,
        "notes": order.notes,
        "layers": [{"name": name, "says": said} for name, said in whole.layers],
        "permalink": whole.permalink or None,
        "synthetic": facts.synthetic,
        "notice": (t(order.language, "Contains synthetic demonstration data: invented, not "
                     "findings.") if facts.synthetic else None),
        "incidents": {
            "selected": facts.selected, "leaving": facts.leaving, "unstated": facts.unstated,
            "withheld": [{"source": one.source, "licence": one.licence, "reason": one.reason,
                          "incidents": one.incidents} for one in facts.stayed],
            "aggregated": facts.aggregates.told, "untold": facts.aggregates.untold,
            "least_count": LEAST,
        },
        "precision": {
            name: [{"value": value, "meaning": label.render(order.language),
                    "incidents": counts.get(value, 0)} for value, label in labels.items()]
            for name, labels, counts in (
                ("where_precision", WHERE_PRECISION, facts.where),
                ("date_precision", DATE_PRECISION, facts.when))},
    }
