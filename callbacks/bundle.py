"""The page's own scripts, styles and basemap, each as one answer kept for good.

Source files stay small, one idea each; a slow link should not pay for that with forty
requests. The address carries a hash of the content, so a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort

ASSETS = Path(__file__).parent.parent / "assets"
FIRST = "atlas.js"
KINDS = {"js": "text/javascript", "css": "text/css"}
BASEMAP = ("basemap", "labels")
FOREVER = "public, max-age=31536000, immutable"


def register(server: Flask) -> None:
    """Add `/page/atlas.<hash>.js`, `.css` and `/basemap/<name>.<hash>.json`."""

    @server.get("/page/atlas.<stamp>.<kind>")
    def page(stamp: str, kind: str) -> Response:
        if kind not in KINDS:
            abort(404)
        return _kept(joined(kind), KINDS[kind])

    @server.get("/basemap/<name>.<stamp>.json")
    def basemap(name: str, stamp: str) -> Response:
        if name not in BASEMAP:
            abort(404)
        return _kept(_content(name), "application/json")


def address(kind: str) -> str:
    """Return the address of the joined scripts or styles, below the page's base."""
    return f"page/atlas.{_hash(joined(kind))}.{kind}"


def mark(name: str) -> str:
    """Return the hash of a basemap file."""
    return _hash(_content(name))


def joined(kind: str) -> bytes:
    """Join all files of a kind by name, `atlas.js` first since the others build on it."""
    files = (ASSETS / kind).glob(f"*.{kind}")
    in_order = sorted(files, key=lambda path: (path.name != FIRST, path.name))
    return b"\n".join(path.read_bytes() for path in in_order)


def _content(name: str) -> bytes:
    path = ASSETS / "basemap" / f"{name}.json"
    return _read(path, path.stat().st_mtime_ns) if path.exists() else b"{}"


@cache
def _read(path: Path, changed: int) -> bytes:
    return path.read_bytes()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _kept(content: bytes, kind: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Cache-Control"] = FOREVER
    return response
