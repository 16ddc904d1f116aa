"""Which stores a person's files may go into."""

from __future__ import annotations

from data.errors import StoreError
from data.i18n import msg
from data.store import Store


def require_own(store: Store) -> None:
    """Refuse the demonstration's store, and one of another version; raises `StoreError`."""
    snapshot = store.current()
    if snapshot is None:
        return
    snapshot.require_format()
    if snapshot.meta().get("synthetic"):
        raise StoreError(msg("The store {folder} holds the synthetic demonstration data, which "
                             "imports never touch; name another with --store.",
                             folder=store.folder))
