"""A profile as plain values, for JSON: shapes left out, claims by their document and section."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import fields, is_dataclass
from functools import singledispatch
from typing import Any

from shapely.geometry.base import BaseGeometry

from data.evidence.model import Claim, Document
from data.profile.build import Profile
from data.profile.trend import Compared
from data.selection import Selection

INCIDENT = ("incident_id", "source", "source_record_id", "kind", "date_start", "date_end", "place",
            "admin1", "admin2", "where_precision", "synthetic")
"""What is told of a single incident."""


def plain(profile: Profile) -> dict[str, Any]:
    """Return a profile as dictionaries, lists, texts and numbers; endless numbers are null."""
    written: dict[str, Any] = _plain(profile)
    written["claims"] = {f"{table}/{claim.id}": _claim(claim) for table, claim in profile.claims}
    return written | {"synthetic": profile.synthetic}


@singledispatch
def _plain(value: Any) -> Any:
    return _fields(value) if is_dataclass(value) else value


@_plain.register
def _(value: float) -> float | None:
    return value if math.isfinite(value) else None


@_plain.register
def _(value: dt.date) -> str:
    return value.isoformat()


@_plain.register
def _(value: Claim) -> str:
    return value.id


@_plain.register
def _(value: Document) -> dict[str, str]:
    return {"id": value.id, "title": value.title}


@_plain.register
def _(value: Selection) -> str:
    return value.to_query()


@_plain.register
def _(value: Compared) -> dict[str, Any]:
    return {**_fields(value), "change": value.change}


@_plain.register
def _(value: dict) -> dict[str, Any]:  # type: ignore[type-arg]
    return {name: _plain(value[name]) for name in INCIDENT}


@_plain.register
def _(value: tuple) -> list[Any]:  # type: ignore[type-arg]
    return [_plain(one) for one in value]


def _fields(value: Any) -> dict[str, Any]:
    return {f.name: _plain(held) for f in fields(value)
            if not isinstance(held := getattr(value, f.name), BaseGeometry)}


def _claim(claim: Claim) -> dict[str, Any]:
    return {"document": claim.cited.id, "section": claim.section, "says_en": claim.says_en,
            "says_fr": claim.says_fr, "date": claim.date, "evidence": claim.evidence,
            "qualifier": claim.qualifier, "added": claim.added, "synthetic": claim.synthetic}
