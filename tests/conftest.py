"""What all tests share: stores in temporary folders, the command line, and files by others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis
import pytest
from xdist.scheduler import LoadFileScheduling

import app
from data import settings as configuration
from data.demo.store import ensure
from data.ingest.options import Options
from data.ingest.run import Outcome, import_files
from data.settings import Settings
from data.store import Store

SHARED = Path(__file__).parents[2] / "shared"
BROWSER = "tests/browser/"

# No deadline: a slow machine is not a defect. No database: a checkout stays as it was.
hypothesis.settings.register_profile("atlas", deadline=None, database=None)
hypothesis.settings.load_profile("atlas")


class Ran(NamedTuple):
    """What a run of the command line gave."""

    status: int
    out: str
    err: str


class ByFile(LoadFileScheduling):  # type: ignore[misc]
    """Keeps each file in one process, since its tests share costly ground.

    What drives a browser stays in a single one: two browsers at once would starve each other
    on a small machine.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        return BROWSER if file.startswith(BROWSER) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    """Share the tests among processes, where there are several."""
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests that need files by others where these are not, unless they are required."""
    if SHARED.is_dir() or os.environ.get("ATLAS_REQUIRE_SHARED") == "1":
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="no ../shared beside the checkout"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of files by others; a test that uses it is marked `shared`."""
    assert SHARED.is_dir(), f"ATLAS_REQUIRE_SHARED is set, and there is no {SHARED}"
    return SHARED


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The demonstration data, built once; tests only read it."""
    folder = tmp_path_factory.mktemp("demonstration")
    return ensure(configuration.load({}, demo_store=folder))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose folders are the test's own."""
    return configuration.load({}, store=tmp_path / "store", demo_store=tmp_path / "demo",
                              presets=tmp_path / "presets", uploads=tmp_path / "uploads",
                              language="en")


@pytest.fixture
def store(settings: Settings) -> Store:
    """An empty store of the test's own."""
    return Store(settings.store)


@pytest.fixture
def bring(
    tmp_path: Path, store: Store, settings: Settings
) -> Callable[..., Outcome]:
    """Import text or bytes, as a file of the name given, into `store`."""

    def run(content: str | bytes, name: str = "file.csv", **options: object) -> Outcome:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return import_files(store, [path], Options(**options), settings)  # type: ignore[arg-type]

    return run


@pytest.fixture
def run_cli(
    settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Ran]]:
    """Call `app.main` in this process, in English, over the test's own folders."""
    monkeypatch.setenv("ATLAS_LANGUAGE", "en")
    monkeypatch.setenv("ATLAS_STORE", str(settings.store))
    monkeypatch.setenv("ATLAS_DEMO_STORE", str(settings.demo_store))
    monkeypatch.setenv("ATLAS_PRESETS", str(settings.presets))

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            status = app.main([str(word) for word in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        return Ran(status, *capsys.readouterr())

    yield run
