"""Pages without Dash: a frame of plain HTML, the map page's styles, and a script of their own.

Whatever a file may carry reaches such a page as JSON and is put there as text by its
script; the frame itself holds our own words alone, and these escaped.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from typing import Any

from flask import Flask, Response, abort
from markupsafe import escape

from callbacks import bundle
from data.i18n import LANGUAGES, t

SHARED = ("atlas", "theme", "mercator", "topology")
"""Scripts of the map page that stand by themselves."""
STYLES = bundle.ASSETS / "css" / "later"
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Cpath fill='%2317606a' d='M8.500 3h15L31 16l-7.500 13h-15L1 16z'/%3E"
    "%3Cpath fill='%23f8b08c' d='M12.500 10h7l3.500 6-3.500 6h-7L9 16z'/%3E%3C/svg%3E")
POLICY = ("default-src 'none'; script-src 'self'; style-src {styles}; img-src 'self' data:; "
          "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
"""What a browser may do on such a page, whatever a record or a file manages to put there."""
FRAME = """<!DOCTYPE html>
<html lang="{lang}" data-plain="{name}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {atlas}</title>
<link rel="icon" href="{icon}">
<link rel="stylesheet" href="{base}{css}">
<link rel="stylesheet" href="{base}page/plain/{name}.{style_stamp}.css">
</head>
<body>
<a class="skip" href="#content">{skip}</a>
<header class="header">
<a class="icon-button" href="{base}?lang={lang}" title="{map}"><span class="icon icon-back" \
aria-hidden="true"></span><span>{map}</span></a>
<h1>{title}</h1>
<nav class="header-actions" aria-label="{atlas}">
<button type="button" class="icon-button" id="theme-toggle" title="{theme}" aria-label="{theme}">\
<span class="icon icon-theme" aria-hidden="true"></span></button>
{languages}
</nav>
</header>
<main id="content" tabindex="-1">
<noscript><p class="message">{noscript}</p></noscript>
</main>
<script type="application/json" id="told">{told}</script>
<script src="{base}page/plain/shared.{shared_stamp}.js"></script>
<script src="{base}{script}"></script>
</body>
</html>
"""


def register(server: Flask) -> None:
    """Add `/page/plain/shared.<hash>.js` and `/page/plain/<name>.<hash>.css`."""

    @server.get("/page/plain/shared.<stamp>.js")
    def plain_shared(stamp: str) -> Response:
        return _kept(_shared(), "text/javascript")

    @server.get("/page/plain/<name>.<stamp>.css")
    def plain_style(name: str, stamp: str) -> Response:
        if name not in {path.stem for path in STYLES.glob("*.css")}:
            abort(404)
        return _kept(_style(name), "text/css")


def frame(name: str, title: str, told: dict[str, Any], language: str, base: str) -> Response:
    """Write a page.

    Args:
        name: of its script in `assets/js/later` and its style in `assets/css/later`.
        title: what it is called.
        told: what its script is told, as JSON.
        language: an entry of `data.i18n.LANGUAGES`.
        base: the address that all pages lie under.
    """
    said = {
        "lang": language, "name": name, "title": title, "base": base,
        "atlas": t(language, "Illicit Economies Atlas"), "map": t(language, "Map"),
        "skip": t(language, "Skip to the content"), "theme": t(language, "Light or dark"),
        "noscript": t(language, "This page needs JavaScript; the command line does the same "
                      "without it: app.py --help."),
    }
    text = FRAME.format(
        **{key: str(escape(value)) for key, value in said.items()}, icon=ICON,
        css=bundle.address("css"), style_stamp=_stamp(_style(name)),
        shared_stamp=_stamp(_shared()), script=bundle.later_address(name, language),
        languages=_languages(language), told=_json(told))
    response = Response(text, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = policy()
    return response


def policy(sheet: str | None = None) -> str:
    """Return the policy of a page; of styles within it, `sheet` alone is let through."""
    if sheet is None:
        return POLICY.format(styles="'self'")
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return POLICY.format(styles=f"'self' 'sha256-{digest}'")


def style_address(name: str) -> str:
    """Return the address of a page's own styles, below the base."""
    return f"page/plain/{name}.{_stamp(_style(name))}.css"


def shared_address() -> str:
    """Return the address of the scripts that all such pages share, below the base."""
    return f"page/plain/shared.{_stamp(_shared())}.js"


def _languages(language: str) -> str:
    links = (f'<a hreflang="{one}" data-language="{one}" href="?lang={one}"'
             f'{" aria-current=true" if one == language else ""}>{one.upper()}</a>'
             for one in LANGUAGES)
    return f'<span class="languages">{"".join(links)}</span>'


def _json(value: Any) -> str:
    """Write JSON that no browser takes for the end of its script."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _shared() -> bytes:
    return b"\n".join((bundle.ASSETS / "js" / f"{name}.js").read_bytes() for name in SHARED)


def _style(name: str) -> bytes:
    """Return what such pages share, and what this one adds."""
    return b"\n".join((STYLES / f"{part}.css").read_bytes() for part in ("plain", name))


def _stamp(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _kept(content: bytes, kind: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Cache-Control"] = bundle.FOREVER
    return response
