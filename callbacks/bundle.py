"""The page's own scripts, styles and basemap, each as one answer kept for good.

Source files stay small, one idea each; a slow link should not pay for that with forty
requests. The address carries a hash of the content, so a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort

from callbacks import later_words
from data.i18n import LANGUAGES

ASSETS = Path(__file__).parent.parent / "assets"
LATER = ASSETS / "js" / "later"
FIRST = ("atlas.js", "link.js")
KINDS = {"js": "text/javascript", "css": "text/css"}
BASEMAP = ("basemap", "labels")
FOREVER = "public, max-age=31536000, immutable"


def register(server: Flask) -> None:
    """Add `/page/atlas.<hash>.js`, `.css`, the later parts and `/basemap/<name>.<hash>.json`."""

    @server.get("/page/atlas.<stamp>.<kind>")
    def page(stamp: str, kind: str) -> Response:
        if kind not in KINDS:
            abort(404)
        return _kept(joined(kind), KINDS[kind])

    @server.get("/page/later/<name>.<language>.<stamp>.js")
    def part(name: str, language: str, stamp: str) -> Response:
        if name not in later() or language not in LANGUAGES:
            abort(404)
        return _kept(joined_later(name, language), KINDS["js"])

    @server.get("/basemap/<name>.<stamp>.json")
    def basemap(name: str, stamp: str) -> Response:
        if name not in BASEMAP:
            abort(404)
        return _kept(_content(name), "application/json")


def address(kind: str) -> str:
    """Return the address of the joined scripts or styles, below the page's base."""
    return f"page/atlas.{_hash(joined(kind))}.{kind}"


def later() -> tuple[str, ...]:
    """Return the names of the parts that a page fetches when they are first used."""
    return tuple(sorted({path.stem.split("_")[0] for path in LATER.glob("*.js")}))


def later_address(name: str, language: str) -> str:
    """Return the address of such a part in a language, below the page's base."""
    return f"page/later/{name}.{language}.{_hash(joined_later(name, language))}.js"


def joined_later(name: str, language: str) -> bytes:
    """Join a part's sentences, the files `<name>_*.js` that it is made of, and `<name>.js`."""
    files = [*sorted(LATER.glob(f"{name}_*.js")), *LATER.glob(f"{name}.js")]
    return later_words.script(name, language) + b"\n".join(path.read_bytes() for path in files)


def mark(name: str) -> str:
    """Return the hash of a basemap file."""
    return _hash(_content(name))


def ground(base: str) -> dict[str, str]:
    """Return the addresses of the basemap's files by name, under the page's base."""
    return {name: f"{base}basemap/{name}.{mark(name)}.json" for name in BASEMAP}


def joined(kind: str) -> bytes:
    """Join all files of a kind by name, after those that the others build on."""
    files = (ASSETS / kind).glob(f"*.{kind}")
    in_order = sorted(files, key=lambda path: (path.name not in FIRST, path.name))
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
