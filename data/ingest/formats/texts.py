"""Typed columns written as the text that a CSV file would hold."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.geojson import as_text, number_text

MIDNIGHT = r"[ T]00:00:00(\.0+)?$"
LAST_ZEROS = r"(\.\d*?)0+$"


def write(column: pa.Array, encoding: str = "utf-8") -> pa.Array:
    """Write a column as text: nothing for null, days without a time where it is midnight.

    Args:
        column: of any type; times with a zone are written as that zone's clock shows them.
        encoding: of bytes that are called text, for formats that do not say it is UTF-8.
    """
    kind = column.type
    if isinstance(column, pa.ExtensionArray):
        return write(column.storage, encoding)
    if pa.types.is_dictionary(kind):
        return write(column.dictionary_decode(), encoding)
    if pa.types.is_timestamp(kind):
        return _moments(column)
    if _is_text(kind):
        return _text(column, encoding)
    return pa.array([_one(kind, value) for value in _values(column)], pa.string())


def _one(kind: pa.DataType, value: Any) -> str:
    if value is None:
        return ""
    if pa.types.is_float32(kind) or pa.types.is_float16(kind):
        return _short(value)
    return plain(value)


def plain(value: Any) -> str:
    """Write one value, whatever its type."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return str(value).removesuffix(" 00:00:00")
    if isinstance(value, dict | list):
        return _nested(value)
    return as_text(value)


def _nested(value: dict[str, Any] | list[Any]) -> str:
    """Join words by `;`, and write what is deeper as JSON."""
    if isinstance(value, list) and not any(isinstance(v, dict | list | tuple) for v in value):
        return ";".join(plain(v) for v in value)
    return json.dumps(value, ensure_ascii=False, default=plain)


def _values(column: pa.Array) -> list[Any]:
    kind = column.type
    if pa.types.is_time(kind) or pa.types.is_duration(kind):
        # Python's own types end at microseconds.
        return list(column.cast(pa.string()).to_pylist())
    if pa.types.is_date64(kind):
        return list(column.cast(pa.date32()).to_pylist())
    return list(column.to_pylist())


def _short(value: Any) -> str:
    """Write a number of less than double precision by the digits that it has."""
    number = np.float32(value)
    return number_text(float(str(number))) if np.isfinite(number) else ""


def _moments(column: pa.Array) -> pa.Array:
    local = pc.local_timestamp(column) if column.type.tz else column
    texts = pc.replace_substring_regex(local.cast(pa.string()), MIDNIGHT, "")
    whole = pc.replace_substring_regex(texts, LAST_ZEROS, r"\1")
    return pc.fill_null(pc.replace_substring_regex(whole, r"\.$", ""), "")


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind)
                or pa.types.is_string_view(kind))


def _text(column: pa.Array, encoding: str) -> pa.Array:
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        return _decoded(column, encoding)
    return pc.fill_null(column.cast(pa.string()), "")


def _decoded(column: pa.Array, encoding: str) -> pa.Array:
    """Read bytes that are no UTF-8; what the encoding lacks is replaced and seen."""
    raw = column.cast(pa.binary()).to_pylist()
    return pa.array(["" if b is None else b.decode(encoding, errors="replace") for b in raw],
                    pa.string())
