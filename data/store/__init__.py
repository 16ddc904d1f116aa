"""Snapshots: immutable DuckDB files, one of them current; the one place that knows the engine.

What others need of it is named here.
"""

from data.store.folder import SnapshotFile, Store
from data.store.snapshot import Snapshot
from data.store.tables import FORMAT, IMPORTS_SCHEMA, REJECTS_SCHEMA, TABLES
from data.store.writer import Writer

__all__ = ["FORMAT", "IMPORTS_SCHEMA", "REJECTS_SCHEMA", "TABLES", "Snapshot", "SnapshotFile",
           "Store", "Writer"]
