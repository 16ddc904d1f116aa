"""A store with records that may leave and records that may not, and packages made of it."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest

from data.ingest.options import Options
from data.ingest.run import import_files
from data.packages.order import FORMS, Order
from data.selection import Selection
from data.settings import load
from data.store import Store
from layers.packages.save import save
from tests.support import plain

MARKER = "ZQX-forbidden"
"""Stands in every field of text of the records that must stay."""
EXTRA = ["id", "licence", "place", "actor", "citation", "source_url", "sensitivity",
         "commodity"]
ENDINGS = {"geoparquet": "parquet", "hxl": "csv"}


def marked(id, **more):
    """Return a record that must stay, marked in every field that holds text."""
    return {"id": f"{MARKER}-{id}", "notes": f"{MARKER} notes", "place": f"{MARKER} place",
            "actor": f"{MARKER} actor", "citation": f"{MARKER} citation {id}",
            "source_url": f"https://example.org/{MARKER}", "commodity": f"{MARKER} goods", **more}


@pytest.fixture(scope="session")
def mixed(tmp_path_factory):
    """Two open records, one of them in a coarse place, and nine that must stay."""
    folder = tmp_path_factory.mktemp("mixed")
    store, own = Store(folder / "store"), load({}, store=folder / "store", language="en")
    files: dict[str, list[Any]] = {
        "Open source": [{"id": "open", "licence": "cc-by-4.0", "notes": "told"},
                        {"id": "coarse", "licence": "cc-by-4.0", "where_precision": 4}],
        "Silent source": [{"id": "silent"}],
        "Closed source": [
            *(marked(n, licence="acled", date=f"2019-03-{n + 1:02}") for n in range(6)),
            marked("odd", licence="a licence nobody knows", date="2021-01-01")],
        "Own source": [marked("secret", licence="cc-by-4.0", sensitivity="confidential")]}
    for source, rows in files.items():
        path = folder / "file.csv"
        path.write_text(plain(*rows, extra=EXTRA))
        import_files(store, [path], Options(source=source), own)
    return store.require()


@pytest.fixture(scope="session")
def made():
    """Packages of `mixed` that were made already, which no test changes."""
    return {}


@pytest.fixture
def package(request, made, settings, tmp_path):
    """Write a package, of `mixed` unless told otherwise, and return its files by name."""

    def run(form, snapshot=None, selection=None, **options):
        if snapshot is not None or selection is not None:
            return written(form, snapshot, selection, **options)
        key = form, repr(sorted(options.items()))
        if key not in made:
            made[key] = written(form, None, None, **options)
        return made[key]

    def written(form, snapshot, selection, **options):
        path = tmp_path / f"{form}.zip"
        order = Order(form, selection or Selection(), **options)
        held = snapshot or request.getfixturevalue("mixed")
        save(held, settings, order, path)
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return run


@pytest.fixture
def opened(package, tmp_path):
    """Write a package, and return the path of its main file."""

    def run(form, **options):
        contents = package(form, **options)
        name, content = next(iter(contents.items()))
        path = tmp_path / f"opened-{form}.{ENDINGS.get(form, form)}"
        assert name.endswith(ENDINGS.get(form, form))
        path.write_bytes(content)
        return path

    return run


ALL = tuple(FORMS)
