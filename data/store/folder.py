"""The folder of a store, its snapshots, and the one of them that is current.

`current` names the snapshot in force; an import builds the next one beside it and then swaps
that name, so a reader never waits and never sees half an import, and the previous snapshots
stay for a rollback.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from filelock import FileLock, Timeout

from data.errors import StoreError
from data.i18n import msg
from data.store.snapshot import Snapshot
from data.store.writer import Writer

_ID = re.compile(r"[0-9A-Za-z_-]+")


@dataclass(frozen=True)
class SnapshotFile:
    """A snapshot as it lies in the store's folder."""

    id: str
    path: Path
    current: bool


class Store:
    """A folder of snapshots; see the module's docstring."""

    def __init__(self, folder: Path, kept: int = 5) -> None:
        # Absolute, since the working directory may change, and since to the engine a
        # relative name such as `md:x` is not a file.
        self.folder = folder.absolute()
        self.kept = max(1, kept)
        self._open: Snapshot | None = None
        self._guard = threading.Lock()

    @property
    def _pointer(self) -> Path:
        return self.folder / "current"

    def current_id(self) -> str | None:
        """Return the name of the snapshot in force; None while there is none."""
        try:
            name = self._pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(msg("The store {folder} cannot be read: {why}.",
                                 folder=self.folder, why=error.strerror or "")) from error
        except UnicodeDecodeError:
            name = "?"
        if name and not _ID.fullmatch(name):
            raise StoreError(msg("The file {file} names no snapshot; write the name of one from "
                                 "the folder beside it into it.", file=self._pointer))
        return name or None

    def current(self) -> Snapshot | None:
        """Return the snapshot in force, reopened when an import has swapped it."""
        name = self.current_id()
        if name is None:
            return None
        with self._guard:
            if self._open is None or self._open.id != name:
                self._open = self._opened(name)
            return self._open

    def _opened(self, name: str) -> Snapshot:
        try:
            return Snapshot(self._path(name))
        except StoreError:
            # An import may have published the next one, and dropped this one, in between.
            now = self.current_id()
            if now is None or now == name:
                raise
            return self._opened(now)

    def require(self) -> Snapshot:
        """Return the snapshot in force, or raise `StoreError` saying how to make one."""
        snapshot = self.current()
        if snapshot is None:
            raise StoreError(msg("The store {folder} holds no data yet; import a file with "
                                 "`app.py import FILE`.", folder=self.folder))
        snapshot.require_format()
        return snapshot

    def kept_one(self, name: str) -> Snapshot | None:
        """Open a snapshot that is still kept, in force or not; None where it is not kept."""
        if not _ID.fullmatch(name) or not self._path(name).exists():
            return None
        return Snapshot(self._path(name))

    def snapshots(self) -> list[SnapshotFile]:
        """List the snapshots that are kept, oldest first."""
        now = self.current_id()
        found = sorted((self.folder / "snapshots").glob("*.duckdb"))
        return [SnapshotFile(path.stem, path, path.stem == now) for path in found]

    @contextmanager
    def building(self) -> Iterator[Writer]:
        """Build the next snapshot; it is published when `Writer.publish` was called.

        Leaving without publishing, or by an error, leaves the store as it was.

        Raises:
            StoreError: another import holds the store, or its folder cannot be written.
        """
        self._prepare()
        with self._locked():
            try:
                yield from self._build()
            except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
                raise self._unwritable(str(error).partition("\n")[0]) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Be the one that writes; raises `StoreError` where another does."""
        lock = FileLock(self.folder / "import.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError(msg("Another import is writing to {folder}; try again when it "
                                 "has ended.", folder=self.folder)) from error
        except OSError as error:
            raise self._unwritable(error.strerror) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def rehearsing(self) -> Iterator[Writer]:
        """Build what would be the next snapshot, away from the store, which is not touched."""
        parent = self.current_id()
        before = self._path(parent) if parent else None
        with (
            TemporaryDirectory(prefix="atlas-", ignore_cleanup_errors=True) as folder,
            Writer(Path(folder) / "rehearsal.building", before) as writer,
        ):
            yield writer

    def _unwritable(self, why: str | None) -> StoreError:
        return StoreError(msg("The store {folder} cannot be written: {why}.",
                              folder=self.folder, why=why or ""))

    def _prepare(self) -> None:
        try:
            (self.folder / "snapshots").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unwritable(error.strerror) from error

    def _build(self) -> Iterator[Writer]:
        self._sweep()
        parent = self.current_id()
        stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S%fZ")
        name = f"{stamp}-{secrets.token_hex(3)}"
        unfinished = self.folder / f"{name}.building"
        writer = Writer(unfinished, self._path(parent) if parent else None)
        try:
            yield writer
            writer.close()
            if writer.published:
                self._swap(unfinished, name, parent)
        finally:
            writer.close()
            self._sweep()

    def undo(self) -> str:
        """Go back to the snapshot that the current one was built on; return its name.

        Raises:
            StoreError: there is none, or it is no longer kept; nothing changes.
        """
        self.require()  # a folder without data is left as it is
        with self._locked():
            now = self.require()
            before = now.meta().get("parent")
            if not before:
                raise StoreError(msg("The snapshot {name} was built on nothing; there is nothing "
                                     "to go back to.", name=now.id))
            if not self._path(before).exists():
                raise StoreError(msg("The snapshot {name} is no longer kept, so it cannot be gone "
                                     "back to; ATLAS_SNAPSHOTS_KEPT says how many are.",
                                     name=before))
            self._point(before)
        return str(before)

    def _swap(self, unfinished: Path, name: str, parent: str | None) -> None:
        unfinished.replace(self._path(name))
        _sync(self._path(name))
        self._point(name)
        self._prune(name, parent)

    def _point(self, name: str) -> None:
        fresh = self.folder / "current.new"
        fresh.write_text(name + "\n", encoding="utf-8")
        _sync(fresh)
        fresh.replace(self._pointer)

    def _prune(self, name: str, parent: str | None) -> None:
        """Drop the oldest beyond those that are kept; what a rollback goes to is dropped last."""
        older = [s for s in self.snapshots() if s.id != name]
        older.sort(key=lambda one: one.id == parent)
        for snapshot in older[: max(0, len(older) + 1 - self.kept)]:
            # Another process may still read it (Windows refuses then): next time.
            with suppress(OSError):
                snapshot.path.unlink()

    def _sweep(self) -> None:
        """Remove what an import that died has left; called under the lock."""
        for left in self.folder.glob("*.building*"):
            with suppress(OSError):
                # The engine keeps a folder beside its file when memory runs short.
                shutil.rmtree(left) if left.is_dir() else left.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / "snapshots" / f"{name}.duckdb"


def _sync(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
