"""The binary answer comes back as it went, and its arrays lie where a browser needs them."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers import wire

TYPES = st.sampled_from(list(wire.TYPES.items()))


@given(st.lists(st.tuples(TYPES, st.integers(0, 40)), max_size=6), st.text(max_size=40))
def test_what_goes_in_comes_out(shapes, word):
    columns = {
        f"c{i}": np.arange(size).astype(code) for i, ((_, code), size) in enumerate(shapes)
    }
    meta, found = wire.decode(wire.encode({"word": word}, columns))
    assert meta == {"word": word}
    assert list(found) == list(columns)
    for name, column in columns.items():
        assert found[name].dtype == column.dtype
        np.testing.assert_array_equal(found[name], column)


def test_arrays_are_aligned_for_typed_arrays():
    answer = wire.encode({"é": 1}, {"a": np.zeros(3, np.uint8), "b": np.ones(2, np.float64)})
    (length,) = struct.unpack_from("<I", answer, 4)
    header = json.loads(answer[8 : 8 + length])
    start = -(-(8 + length) // 8) * 8
    assert start % 8 == 0
    assert all(at["offset"] % 8 == 0 for at in header["columns"].values())


@pytest.mark.parametrize("column", [np.zeros(2, np.int64), np.zeros((2, 2), np.float32)])
def test_columns_are_never_converted_silently(column):
    with pytest.raises(TypeError, match="'x'"):
        wire.encode({}, {"x": column})


def test_anything_else_is_refused():
    with pytest.raises(ValueError, match="IEA1"):
        wire.decode(b"<html></html>")
