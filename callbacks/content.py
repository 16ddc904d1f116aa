"""Answers with an address of their own content: what stays the same is never sent again.

The cube and the outlines of hexagons are asked for by snapshot and filter. The answer leads
to an address that names a hash of the bytes, which a browser keeps for good: a newer snapshot
that gives the same bytes costs a line, not the cube.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Response, request

ADDRESSED = frozenset({"hexagons", "cells"})
KEPT = 8
MARK = 16
FOREVER = "private, max-age=31536000, immutable"


def mark_of(body: bytes) -> str:
    """Return the hash that an answer is called by."""
    return hashlib.sha256(body).hexdigest()[:MARK]


@dataclass
class Bodies:
    """The latest answers by their hash, since one is asked for right after it was named."""

    _kept: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, body: bytes) -> str:
        """Keep an answer and return its hash."""
        mark = mark_of(body)
        with self._guard:
            self._kept[mark] = body
            self._kept.move_to_end(mark)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return mark

    def get(self, mark: str, make: Callable[[], bytes]) -> bytes | None:
        """Return the answer of a hash, made anew where it is no longer kept; None if it changed."""
        with self._guard:
            if mark in self._kept:
                return self._kept[mark]
        body = make()
        return body if self.keep(body) == mark else None


def leading_to(name: str, mark: str) -> Response:
    """Answer by the address of the content, relative, so that it holds under any base."""
    query = request.query_string.decode()
    response = Response(status=302)
    response.headers["Location"] = f"../../content/{name}.{mark}.bin" + (query and f"?{query}")
    return lasting(response)


def lasting(response: Response) -> Response:
    """Let a browser keep an answer for good."""
    response.headers["Cache-Control"] = FOREVER
    return response
