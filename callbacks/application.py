"""The Dash application, made of its parts; nothing is kept about any person."""

from __future__ import annotations

from typing import Any, cast

from dash import Dash
from flask import Flask, Response
from flask_compress import Compress

from callbacks import (
    ahead,
    area_answers,
    area_panel,
    bundle,
    chart_answers,
    compare,
    details,
    download,
    earlier,
    empty,
    endpoints,
    filters,
    guard,
    header,
    help,
    ids,
    language,
    layer_panel,
    legend,
    map,
    pages,
    plain_page,
    search,
    sentence,
    table,
    table_download,
)
from callbacks.browser import wire
from callbacks.context import Context
from callbacks.export import endpoints as exporting
from callbacks.incident_form import endpoints as entering
from callbacks.incident_form import page as incident_page
from callbacks.region import page as region_page
from callbacks.upload import endpoints as uploading
from callbacks.upload import page as upload_page
from data.i18n import t
from data.settings import Settings
from data.store import Store

TITLE = "Illicit Economies Atlas"
COMPRESSED = [
    "text/html", "text/css", "text/javascript", "application/javascript", "application/json",
    "text/csv", "application/geo+json", endpoints.BINARY,
]
ENCODINGS = ["br", "zstd", "gzip"]
BROTLI_LEVEL = 7
"""A seventh smaller than zstd's default on scripts, at 0.15 s for the largest of them."""
INDEX = """<!DOCTYPE html>
<html lang="{lang}">
<head>
{metas}
<title>{title}</title>
<link rel="icon" href="{icon}">
{ahead}
{css}
<link rel="stylesheet" href="{own_css}">
</head>
<body>
{app_entry}
<footer>
{config}
{scripts}
<script src="{own_js}"></script>
{renderer}
</footer>
</body>
</html>"""


class Atlas(Dash):
    """Dash with a page whose first answer already knows its language, and what comes next."""

    context: Context

    def interpolate_index(self, *_: Any, **parts: Any) -> str:
        """Write the first answer: its language, and the addresses of styles and scripts."""
        base = self.config.requests_pathname_prefix
        spoken = language.of_request(self.context.settings)
        parts["app_entry"] = parts["app_entry"].replace("Loading...", t(spoken, "Fetching data"))
        return INDEX.format(
            lang=spoken, icon=plain_page.ICON, own_css=base + bundle.address("css"),
            own_js=base + bundle.address("js"),
            ahead=ahead.written(self.context, language.page_query(), spoken, base), **parts)


def create(settings: Settings, store: Store) -> Dash:
    """Build the application over a store."""
    context = Context(settings, earlier.Pinned.of(store))
    server = Flask("atlas")
    server.config.update(
        COMPRESS_MIMETYPES=COMPRESSED, COMPRESS_BR_LEVEL=BROTLI_LEVEL,
        COMPRESS_ALGORITHM=ENCODINGS, COMPRESS_ALGORITHM_STREAMING=ENCODINGS,
        MAX_CONTENT_LENGTH=uploading.LARGEST_PART)
    Compress(server)
    app = Atlas(
        "atlas", server=cast("Any", server), title=TITLE, update_title="",
        assets_folder=str(bundle.ASSETS), assets_ignore=r".*\.(js|css)$", serve_locally=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.context = context
    guard.register(server, context)
    bundle.register(server)
    endpoints.register(server, context)
    area_answers.register(server, context)
    search.register(server, context)
    chart_answers.register(server, context)
    earlier.register(server, context)
    compare.answers(server, context)
    download.register(server, context)
    exporting.register(server, context)
    table_download.register(server, context)
    plain_page.register(server)
    help.register(server)
    incident_page.register(server, context)
    entering.register(server, context)
    region_page.register(server, context)
    upload_page.register(server, context)
    uploading.register(server, context)
    _wire(app, context)
    app.layout = lambda: pages.layout(
        context, language.page_path(), language.page_query(), language.of_request(settings),
        app.config.requests_pathname_prefix)
    # Every id is on the page from the start; a second copy in the first answer, for
    # checking alone, would cost a slow link.
    app.validation_layout = None
    server.after_request(_headers)
    return app


def _wire(app: Dash, context: Context) -> None:
    wire(app, "start", (ids.BOOT, "data"), at_once=True)
    wire(app, "select", (ids.SELECTION, "data"))
    for part in (header, map):
        part.register(app)
    for asked in (layer_panel, filters, sentence, legend, details, area_panel, table, empty,
                  compare):
        asked.register(app, context)


def _headers(response: Response) -> Response:
    """Let the layout's request tell the page's address, and nothing else be guessed."""
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    return response
