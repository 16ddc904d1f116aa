"""The frame of a profile's page: plain HTML that reads, prints and scrolls without a script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from flask import Response
from markupsafe import escape

from callbacks import bundle, plain_page
from callbacks.parts import extra
from callbacks.region.markup import Styles, written
from data.i18n import LANGUAGES, t

NAME = "region"
FRAME = """<!DOCTYPE html>
<html lang="{lang}" data-plain="region">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {atlas}</title>
<link rel="icon" href="{icon}">
<link rel="stylesheet" href="{base}{css}">
<link rel="stylesheet" href="{base}{style}">
<style>{own}</style>
</head>
<body>
{body}
<script src="{base}{shared}"></script>
<script src="{base}{script}"></script>
</body>
</html>
"""


def page(
    title: str, inside: Sequence[Any], language: str, base: str, links: dict[str, str]
) -> Response:
    """Write a page.

    Args:
        title: what it is called.
        inside: its content, elements of HTML.
        language: an entry of `LANGUAGES`.
        base: the address that all pages lie under.
        links: of this page in each language, of the `map`, and of a `brief` where there is one.
    """
    said = {"lang": language, "title": title, "base": base,
            "atlas": t(language, "Illicit Economies Atlas")}
    styles = Styles()
    body = written([_skip(language), _header(title, language, links),
                    html.Main(list(inside), id="content", tabIndex=-1)], styles)
    text = FRAME.format(
        **{key: str(escape(value)) for key, value in said.items()}, icon=plain_page.ICON,
        css=bundle.address("css"), style=plain_page.style_address(NAME), own=styles.sheet(),
        shared=plain_page.shared_address(), script=bundle.later_address(NAME, language),
        body=body)
    response = Response(text, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = plain_page.policy(styles.sheet())
    return response


def _skip(language: str) -> html.A:
    return html.A(t(language, "Skip to the content"), href="#content", className="skip")


def _header(title: str, language: str, links: dict[str, str]) -> html.Header:
    on_map, theme, paper = (t(language, "Map"), t(language, "Light or dark"),
                            t(language, "Print"))
    return html.Header([
        html.A([html.Span(className="icon icon-back", **extra({"aria-hidden": "true"})),
                html.Span(on_map)], className="icon-button", href=links["map"], title=on_map),
        html.P(title, className="running"),
        html.Nav([
            *_brief(language, links),
            html.Button(paper, id="print", type="button", className="plain-button", hidden=True),
            html.Button(html.Span(className="icon icon-theme", **extra({"aria-hidden": "true"})),
                        id="theme-toggle", type="button", className="icon-button", title=theme,
                        hidden=True, **extra({"aria-label": theme})),
            html.Span([html.A(one.upper(), hrefLang=one, href=links[one],
                              **extra({"aria-current": "true"} if one == language else {}))
                       for one in LANGUAGES], className="languages"),
        ], className="header-actions", **extra({"aria-label": t(
            language, "Illicit Economies Atlas")})),
    ], className="header")


def _brief(language: str, links: dict[str, str]) -> list[html.A]:
    """Link to two pages to hand on, which the map's page makes."""
    if "brief" not in links:
        return []
    return [html.A(t(language, "Brief of two pages"), id="brief", href=links["brief"],
                   className="plain-button")]
