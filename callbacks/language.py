"""Which language an answer speaks: the link's, else the browser's, else the setting."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from flask import has_request_context, request

from data.i18n import LANGUAGES, negotiate
from data.settings import Settings


def page_query() -> str:
    """Return the query of the page that a request belongs to.

    Dash fetches the layout by an address of its own; the page's own address then
    stands in the Referer, which the page's `Referrer-Policy: same-origin` guarantees.
    """
    if not has_request_context():  # Dash builds the layout once to check it
        return ""
    if request.path == request.root_path + "/" or request.path == "/":
        return request.query_string.decode()
    return urlsplit(request.headers.get("Referer", "")).query


def page_path() -> str:
    """Return the path of the page that a layout is asked for, without slashes: "" is the map."""
    if not has_request_context():
        return ""
    own = urlsplit(request.headers.get("Referer", "")).path
    return own.removeprefix(request.root_path).strip("/")


def of_request(settings: Settings) -> str:
    """Return the language for this request, an entry of `data.i18n.LANGUAGES`."""
    if not has_request_context():
        return settings.language
    own = request.args.get("lang") or parse_qs(page_query()).get("lang", [""])[-1]
    if own in LANGUAGES:
        return own
    wanted = [tag for tag, _ in request.accept_languages]
    return negotiate(wanted, settings.language)
