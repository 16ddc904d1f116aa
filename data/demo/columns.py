"""From drawn values to the incident model: locating, identifying, typing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data.demo import territory
from data.ingest.identity import NOT_CONTENT, incident_id
from data.ingest.locate import Locator, Points
from data.model import SCHEMA

Values = Sequence[Any] | npt.NDArray[Any]
TOLERANCE_KM = 5.0
"""How far outside its country a point may lie unflagged; fixed, so that rows never change."""
IMPORT_ID = "demonstration"
DERIVED = ("found_admin0", "admin0", "admin1", "admin1_id", "cell")
CONSTANTS: dict[str, Any] = {
    "kind_rule": "stated", "kind_confidence": 1.0,
    "licence": "synthetic", "sensitivity": "public", "synthetic": True, "import_id": IMPORT_ID,
}


def to_table(drawn: Mapping[str, Values]) -> pa.Table:
    """Return the incidents in the model's columns and types.

    Args:
        drawn: values by field, n each; days are counted from 1970, missing numbers are NaN.
    """
    schema = SCHEMA.to_pyarrow()
    n = len(drawn["kind"])
    located = _locate(drawn)
    values: dict[str, Values] = {
        **{name: [value] * n for name, value in CONSTANTS.items()},
        **drawn,
        **{name: located[name].to_pylist() for name in DERIVED},
        "flags": [[flag] if flag else [] for flag in located["conflict"].to_pylist()],
        "incident_id": [incident_id(source, record) for source, record in
                        zip(drawn["source"], drawn["source_record_id"], strict=True)],
    }
    arrays = {field.name: _array(values.get(field.name, [None] * n), field.type)
              for field in schema if field.name != "content"}
    arrays["content"] = pa.array(_hashes(arrays), pa.string())
    return pa.Table.from_arrays([arrays[name] for name in schema.names], schema=schema)


def _locate(drawn: Mapping[str, Values]) -> pa.Table:
    """Locate the points the way an import does, so that both agree."""
    codes = {name: iso2 for iso2, name in territory.COUNTRIES.items()}
    named = np.array(drawn["named_admin0"], dtype=object)
    points = Points(
        record=np.arange(len(named), dtype=np.int64),
        lat=np.asarray(drawn["lat"]), lon=np.asarray(drawn["lon"]),
        where_precision=np.asarray(drawn["where_precision"]).astype(np.int8),
        country=np.array([codes[name] for name in named], dtype=object), named=named,
    )
    return Locator(TOLERANCE_KM).locate(points)


def _array(values: Values, kind: pa.DataType) -> pa.Array:
    if not isinstance(values, np.ndarray):
        return pa.array(values, kind)
    if pa.types.is_date(kind):
        return pa.array(values.astype("datetime64[D]"), kind)
    if values.dtype.kind == "f":
        missing = np.isnan(values)
        whole = np.where(missing, 0, values).astype(kind.to_pandas_dtype())
        return pa.array(whole, kind, mask=missing)
    return pa.array(values.astype(kind.to_pandas_dtype()), kind)


def _hashes(arrays: Mapping[str, pa.Array]) -> list[str]:
    """Hash what the source says of each row; what follows from it is left out."""
    said = [arrays[name].to_pylist() for name in SCHEMA.names
            if name in arrays and name not in NOT_CONTENT]
    return [hashlib.sha256(repr(row).encode()).hexdigest() for row in zip(*said, strict=True)]
