"""What the table says around its rows, which come as text."""

from __future__ import annotations

from data.i18n import Message, msg

WORDS: dict[str, Message] = {
    "table-page": msg("page {page} of {pages}"),
    "table-back": msg("Page before"),
    "table-on": msg("Next page"),
    "table-columns": msg("What the columns mean"),
    "table-nothing": msg("Nothing of this is in the selection shown."),
    "table-pinned": msg("Picked on the map; it stands on another page of this table"),
}
