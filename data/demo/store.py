"""The demonstration's own store, built when it is absent or out of date."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import ibis
import pyarrow as pa
from filelock import FileLock

from data.demo.generator import INCIDENTS, SEED, generate
from data.errors import StoreError
from data.i18n import msg
from data.model import SCHEMA, TABLE
from data.settings import Settings
from data.store import Snapshot, Store

HERE = Path(__file__).parent
REFERENCE = HERE.parent / "reference"
INPUTS: tuple[Path, ...] = (
    *(REFERENCE / f"{name}.parquet" for name in ("units_10m", "countries_10m", "countries_50m")),
    HERE.parent / "model.py", HERE.parent / "ingest" / "locate.py",
)
"""What the rows depend on besides this package."""


def ensure(settings: Settings) -> Store:
    """Return the demonstration's store, building it first where that is needed.

    It is rebuilt when the generator, its tables or the boundaries have changed, and
    left alone otherwise; several processes may ask at once.

    Raises:
        StoreError: the folder cannot be written, or holds imported data.
    """
    store = Store(settings.demo_store, kept=1)
    if _current(store):
        return store
    with _turn(settings.demo_store):
        if not _current(store):
            _build(store)
    return store


def fill(store: Store, rows: pa.Table, **about: object) -> Snapshot:
    """Publish invented incidents as all that a store has of them, and return the snapshot.

    Args:
        store: no import may be writing to it.
        rows: of the model's columns and types, as `generate` makes them.
        about: what the snapshot says of itself, beside that it is synthetic.
    """
    with store.building() as writer:
        staged = ibis.table(SCHEMA, name=writer.stage(rows))
        writer.publish({TABLE: staged}, about={"synthetic": True, **about})
    return store.require()


@cache
def version() -> str:
    """Return a hash of everything that decides the rows: the code, the tables and the seed."""
    found = hashlib.sha256(f"{SEED} {INCIDENTS}".encode())
    own = sorted(path for path in HERE.iterdir() if path.suffix in (".py", ".csv"))
    for path in (*own, *INPUTS):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _current(store: Store) -> bool:
    """Tell whether the store holds what this version generates.

    Raises:
        StoreError: it holds something else, which must not be written over.
    """
    snapshot = store.current()
    if snapshot is None:
        return False
    about = snapshot.meta()
    if not about.get("synthetic"):
        raise StoreError(msg("The folder {folder} holds imported data; give the demonstration "
                             "a folder of its own with ATLAS_DEMO_STORE.", folder=store.folder))
    return bool(about.get("generator") == version())


def _turn(folder: Path) -> FileLock:
    """Wait for another process that builds the same store."""
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / "building.lock")


def _build(store: Store) -> None:
    fill(store, generate(), generator=version(), seed=SEED)
