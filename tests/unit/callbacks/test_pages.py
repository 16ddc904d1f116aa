"""The page that an address asks for."""

from __future__ import annotations

from flask import Flask

from callbacks import language, pages
from callbacks.context import Context


def test_a_path_of_its_own_has_a_page_of_its_own(settings, store, monkeypatch):
    context = Context(settings, store)
    monkeypatch.setitem(pages.LAYOUTS, "other", lambda *given: given)
    assert pages.layout(context, "other", "a=1", "fr", "/b/") == (context, "a=1", "fr", "/b/")
    assert pages.layout(context, "", "", "en") is not None


def test_a_layout_is_of_the_page_that_asks_for_it():
    server = Flask("paths")
    for referer, path in [("http://x/incident?a=1", "incident"), ("http://x/", ""), ("", "")]:
        with server.test_request_context("/_dash-layout", headers={"Referer": referer}):
            assert language.page_path() == path
    assert language.page_path() == ""
