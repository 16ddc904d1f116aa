"""The page's link to what a sheet shows, and a short code for it."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, urlencode

from layers.registry import BY_ID
from layers.sheet.description import Sheet
from layers.sheet.fitting import Frame

PLAIN = ",:"
"""Characters that a query may hold, and that are easier to read unescaped."""


def page_query(sheet: Sheet, frame: Frame) -> str:
    """Write what a reopened page needs to show the same, as its own links have it."""
    pairs = [("layers", ",".join(_layer(one.id, one.opacity) for one in sheet.drawn) or "none")]
    chosen = [f"{one.id}.{name}:{quote(value, safe='')}" for one in sheet.drawn
              for name, value in sorted(one.options)]
    if chosen:
        pairs.append(("options", ",".join(chosen)))
    if sheet.coarsen or sheet.resolution:
        pairs.append(("res", str(sheet.coarsen or sheet.resolution)))
    lon, lat, zoom = sheet.view or (frame.projection.lon, frame.projection.lat, frame.zoom)
    pairs += [("view", f"{lon:.3f},{lat:.3f},{zoom:.2f}"), ("lang", sheet.language)]
    own = sheet.selection.to_query()
    return "&".join([*([own] if own else []), urlencode(pairs, safe=PLAIN)])


def code(link: str) -> str:
    """Return a short name for what a link shows."""
    return hashlib.sha256(link.encode()).hexdigest()[:10]


def _layer(id: str, opacity: float | None) -> str:
    share = BY_ID[id].opacity if opacity is None else opacity
    return id if share >= 1 else f"{id}:{round(share * 100)}"
