"""Which page an address asks for: the map, unless another page has its path.

A page whose controls are Dash's has its builder in `LAYOUTS`. One that needs none of
Dash is written by `callbacks.shell` instead, and costs a slow link a twentieth.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from callbacks import page
from callbacks.context import Context

Build = Callable[[Context, str, str, str], Any]
"""Builds a page of the context, its address's query, a language, and the base address."""

LAYOUTS: dict[str, Build] = {}
"""Builders by path without slashes, such as `incident`."""


def layout(context: Context, path: str, query: str, language: str, base: str = "/") -> Any:
    """Return the page at a path."""
    return LAYOUTS.get(path, page.build)(context, query, language, base)
