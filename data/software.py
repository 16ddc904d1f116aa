"""Which software this is: its version, and a hash of what decides results."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
DECIDES = ("data", "layers")
"""Folders whose code and tables decide what an export holds."""
SUFFIXES = (".py", ".csv", ".parquet", ".json", ".po", ".ttf", ".toml")
UNREAD = "__pycache__"


@cache
def version() -> str:
    """Return the version, as `pyproject.toml` states it."""
    with (ROOT / "pyproject.toml").open("rb") as source:
        return str(tomllib.load(source)["project"]["version"])


@cache
def code() -> str:
    """Return a short hash of the code and of the tables that come with it."""
    total = hashlib.sha256()
    for path in sorted(file for folder in DECIDES for file in (ROOT / folder).rglob("*")):
        if path.suffix in SUFFIXES and UNREAD not in path.parts:
            # Line ends are what a checkout makes of them.
            total.update(path.relative_to(ROOT).as_posix().encode())
            total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()[:16]
