"""Reading regular blocks at once: the same records as one by one, whatever the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import AtlasError
from data.ingest import regular
from data.ingest.records import RecordReader
from data.ingest.sniff import TextFile

FIXTURE = settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
CELL = st.sampled_from(["", "1", "é", "NA", " ", '"a"', '"a,b"', '"a""b"', '"a\nb"', '"a\r\nb"',
                        'a"b', '"a"b', '"', "\ufeff", "\x00", "\r", '""', "'"])
LINE = st.lists(CELL, min_size=0, max_size=4).map(",".join)
Read = Callable[..., list[dict[str, Any]] | str]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Read bytes in blocks of a few bytes, quickly where that may be, or carefully alone."""

    def run(content: bytes, *, size: int, careful: bool = False, **options: Any) -> Any:
        path = tmp_path / "file.csv"
        path.write_bytes(content)
        encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
        encodings = frozenset() if careful else regular.ENCODINGS
        with monkeypatch.context() as patch:
            patch.setattr(regular, "ENCODINGS", encodings)
            patch.setattr(regular.blocks, "__defaults__", (size,))
            try:
                named = options.pop("named", True)
                reader = RecordReader(TextFile(path, encoding, ",", len(content), **options),
                                      1000, named=named)
                return [row for batch in reader.batches() for row in batch.to_pylist()]
            except AtlasError as error:
                return type(error).__name__

    return run


@FIXTURE
@given(st.lists(LINE, max_size=12), st.sampled_from(["\n", "\r\n"]), st.integers(1, 40),
       st.booleans(), st.booleans(), st.booleans())
def test_both_ways_read_the_same_records(read, lines, ending, size, named, marked, ended):
    text = ending.join(["a,b,c", *lines]) + (ending if ended else "")
    content = (b"\xef\xbb\xbf" if marked else b"") + text.encode()
    assert read(content, size=size, named=named) == read(content, size=size, named=named,
                                                         careful=True)


@FIXTURE
@given(st.binary(max_size=40), st.integers(1, 20))
def test_bytes_that_are_no_text_are_refused_alike(read, rubbish, size):
    content = b"a,b,c\n1,2,3\n" + rubbish + b"\n4,5,6\n"
    assert read(content, size=size) == read(content, size=size, careful=True)


@pytest.mark.parametrize("titles", [0, 2])
def test_titles_above_the_header_are_passed_over_alike(read, titles):
    content = b"Of 2020\n\n" * (titles // 2) + b"a,b,c\n1,2,3\n4,5\n6,7,8\n"
    rows = read(content, size=8, titles=titles)
    assert rows == read(content, size=8, titles=titles, careful=True)
    assert [row["record"] for row in rows] == [1, 2, 3]
    assert [row["width"] for row in rows] == [3, 2, 3]


def test_what_is_regular_is_not_read_one_by_one(read, monkeypatch):
    monkeypatch.setattr(RecordReader, "_carefully", None)
    content = b'a,b,c\n1,"2\n""two""",3\n' + b"4,5\n6,7,8\n" * 9
    assert len(read(content, size=30)) == 19


def test_a_field_that_is_too_long_is_taken_for_an_open_quote(read, monkeypatch):
    monkeypatch.setattr("data.ingest.records.FIELD_LIMIT", 50)
    content = b'a,b,c\n1,"' + b"x\n" * 40 + b'",3\n4,5,6\n'
    rows = read(content, size=8)
    assert rows[0]["damage"] == "unclosed_quote"
    assert rows == read(content, size=8, careful=True)
