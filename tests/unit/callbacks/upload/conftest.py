"""A server with the upload's addresses alone, over stores and folders of the test's own."""

from __future__ import annotations

import hashlib

import pytest
from flask import Flask

from callbacks import bundle, guard, plain_page
from callbacks.context import Context
from callbacks.guard import HEADER
from callbacks.upload import endpoints, page
from data import settings as configuration
from data.store import Store

PATIENCE = 60


class Sender:
    """Does what the page's script does, step by step."""

    def __init__(self, client, pages):
        self.client = client
        self.pages = pages

    def ask(self, path, method="POST", *, language="en", **body):
        return self.client.open(f"/import/uploads{path}", method=method, headers={HEADER: "1"},
                                query_string={"lang": language}, **body)

    def bring(self, *files):
        """Announce files, each a name and its bytes, send them, and return the token."""
        announced = [{"name": name, "size": len(content)} for name, content in files]
        token = self.ask("", json={"files": announced}).get_json()["token"]
        for i, (_, content) in enumerate(files):
            if content:
                answer = self.part(token, i, 0, content)
                assert answer.status_code == 200, answer.get_json()
        return token

    def part(self, token, index, at, content):
        return self.client.post(f"/import/uploads/{token}/files/{index}", data=content,
                                headers={HEADER: "1"}, query_string={"at": at})

    def work(self, token, what, language="en", **choices):
        """Do a piece of work to its end, and return the state after it."""
        begun = self.ask(f"/{token}/{what}", json=choices, language=language)
        if begun.status_code != 200:
            return begun.get_json() | {"status": begun.status_code}
        self.wait(token)
        return self.state(token, language)

    def rejects(self, token):
        with self.ask(f"/{token}/rejects.csv", "GET") as answer:
            return answer.get_data(as_text=True)

    def wait(self, token):
        assert self.pages.jobs.find(token).ended.wait(PATIENCE)

    def state(self, token, language="en"):
        return self.ask(f"/{token}", "GET", language=language).get_json()


def contents(folder):
    """Return the hash of every file below a folder, by its path."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def settings(tmp_path):
    """Settings whose folders are the test's own, and empty."""
    return configuration.load({}, store=tmp_path / "store", demo_store=tmp_path / "demo",
                              presets=tmp_path / "presets", uploads=tmp_path / "uploads",
                              language="en")


@pytest.fixture
def store(settings):
    """An empty store of the test's own."""
    return Store(settings.store)


@pytest.fixture
def context(settings, store):
    return Context(settings, store)


@pytest.fixture
def sender(context):
    server = Flask("uploads")
    guard.register(server, context)
    bundle.register(server)
    plain_page.register(server)
    page.register(server, context)
    pages = endpoints.register(server, context)
    return Sender(server.test_client(), pages)
