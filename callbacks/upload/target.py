"""Which store an upload goes into: a person's own, also where the demonstration is shown."""

from __future__ import annotations

from callbacks.context import Context
from callbacks.earlier import Pinned
from data.store import Store


def shows_demonstration(context: Context) -> bool:
    """Tell whether the map shows the demonstration's store, which imports never touch."""
    snapshot = context.store.current()
    return snapshot is not None and bool(snapshot.meta().get("synthetic"))


def target(context: Context) -> Store:
    """Return the store that is written."""
    if not shows_demonstration(context):
        return context.store
    return Store(context.settings.store, context.settings.snapshots_kept)


def show(context: Context, store: Store) -> None:
    """Show a store that something has been imported into, from now on.

    It is what a server that is started again would show.
    """
    if store.current_id() and store.folder != context.store.folder:
        context.store = Pinned.of(store)
