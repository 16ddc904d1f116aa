"""The binary answer that carries columns to the browser without copies.

    "IEA1" | header length, uint32 | header, UTF-8 JSON | padding to 8 | arrays, each 8-aligned

Everything is little-endian. The header is `{"meta": ..., "columns": {name: {"type",
"offset", "length"}}}` where offsets count from the first array, so that the browser
lays a typed array over the received buffer. `assets/js/wire.js` is its reader.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

MAGIC = b"IEA1"
ALIGNMENT = 8
TYPES: dict[str, str] = {
    "u8": "<u1", "u16": "<u2", "u32": "<u4", "i32": "<i4", "f32": "<f4", "f64": "<f8",
}
_NAMES = {np.dtype(code): name for name, code in TYPES.items()}

Columns = Mapping[str, npt.NDArray[Any]]


def encode(meta: Mapping[str, Any], columns: Columns) -> bytes:
    """Pack a description and one-dimensional columns.

    Raises:
        TypeError: a column's type is not one of `TYPES`; columns are never converted
            here, since a silent narrowing would change numbers.
    """
    arrays = {name: np.ascontiguousarray(column) for name, column in columns.items()}
    head = {"meta": meta, "columns": _described(arrays)}
    header = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    parts = [MAGIC, struct.pack("<I", len(header)), header, _padding(len(header))]
    for array in arrays.values():
        parts += [array.tobytes(), _padding(array.nbytes)]
    return b"".join(parts)


def decode(answer: bytes) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """Unpack what `encode` made; raises `ValueError` for anything else."""
    if answer[:4] != MAGIC:
        raise ValueError("not an IEA1 answer")
    (length,) = struct.unpack_from("<I", answer, 4)
    header = json.loads(answer[8 : 8 + length])
    start = 8 + _aligned(length)
    columns = {
        name: np.frombuffer(answer, TYPES[at["type"]], at["length"], start + at["offset"])
        for name, at in header["columns"].items()
    }
    return header["meta"], columns


def _described(arrays: Columns) -> dict[str, dict[str, Any]]:
    described: dict[str, dict[str, Any]] = {}
    start = 0
    for name, array in arrays.items():
        described[name] = {"type": _type(name, array), "offset": start, "length": array.size}
        start += _aligned(array.nbytes)
    return described


def _type(name: str, array: npt.NDArray[Any]) -> str:
    known = _NAMES.get(array.dtype.newbyteorder("<"))
    if known is None or array.ndim != 1:
        raise TypeError(f"column {name!r}: {array.dtype} with {array.ndim} dimensions")
    return known


def _aligned(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT


def _padding(size: int) -> bytes:
    return bytes(_aligned(size) - size)
