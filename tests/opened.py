"""All that a file holds, as bytes and text in which a word can be sought, whatever its form."""

from __future__ import annotations

import io
import json
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pyogrio
import pypdf
from PIL import Image


def held_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file of a folder, and of what lies packed within it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from held(path.name, path.read_bytes(), folder)


def held(name: str, content: bytes, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a file as it is, and read by what understands it; `folder` takes passing files."""
    yield name, content
    for head, read in READERS.items():
        if content.startswith(head):
            for inner, found in read(content, folder):
                yield from held(f"{name}/{inner}", found, folder)


def mentions(folder: Path, *words: str, numbers: tuple[float, ...] = ()) -> list[str]:
    """Return where in a folder a word stands, in any case, or a number, written or as bytes."""
    sought = [word.casefold().encode() for word in words]
    sought += [f"{number:.5f}"[:-1].encode() for number in numbers]
    raw = [struct.pack(order, number) for number in numbers for order in ("<d", ">d")]
    return [name for name, content in held_in(folder)
            if any(word in content.lower() for word in sought) or any(
                number in content for number in raw)]


def _zip(content: bytes, _folder: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _pdf(content: bytes, folder: Path) -> Iterator[tuple[str, bytes]]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    yield "about", json.dumps(reader.metadata, default=str).encode()
    for number, page in enumerate(reader.pages):
        yield f"text-{number}", page.extract_text().encode()
    for number in range(len(reader.xref[0]) + len(reader.xref_objStm)):
        found: Any = pypdf.generic.IndirectObject(number, 0, reader).get_object()
        if isinstance(found, pypdf.generic.StreamObject):
            yield f"stream-{number}", found.get_data()
    if shutil.which("pdftotext"):
        path = folder.parent / "sought.pdf"
        path.write_bytes(content)
        ran = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
        yield "pdftotext", ran.stdout


def _sqlite(content: bytes, folder: Path) -> Iterator[tuple[str, bytes]]:
    path = folder.parent / "sought.gpkg"
    path.write_bytes(content)
    for name, _ in pyogrio.list_layers(path):
        yield str(name), pyogrio.read_dataframe(path, layer=name).to_csv().encode()


def _parquet(content: bytes, _folder: Path) -> Iterator[tuple[str, bytes]]:
    table = pq.read_table(io.BytesIO(content))
    yield "about", str(table.schema.metadata).encode()
    yield "rows", json.dumps(table.to_pylist(), default=repr, ensure_ascii=False).encode()


def _picture(content: bytes, _folder: Path) -> Iterator[tuple[str, bytes]]:
    with Image.open(io.BytesIO(content)) as picture:
        yield "about", repr(picture.info).encode()


READERS = {b"PK": _zip, b"%PDF": _pdf, b"SQLite": _sqlite, b"PAR1": _parquet,
           b"\x89PNG": _picture, b"GIF8": _picture}
