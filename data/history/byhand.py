"""Imports that are one person's entry in the form, told by their names alone.

What was entered by hand is held: a file that says otherwise later does not revise it. An entry
that only takes up what a file says is free, and the next export revises it as before.
"""

from __future__ import annotations

import ibis.expr.types as ir

PREFIX = "hand-"
HELD, FREE = f"{PREFIX}h", f"{PREFIX}f"
FILE = "by hand"
"""What stands for the file’s name in the notes of such an import."""


def is_by_hand(import_id: str | None) -> bool:
    """Tell whether an import is an entry by hand."""
    return bool(import_id and import_id.startswith(PREFIX))


def is_held(import_id: str | None) -> bool:
    """Tell whether what an import brought gives way to no file."""
    return bool(import_id and import_id.startswith(HELD))


def by_hand(import_id: ir.StringColumn) -> ir.BooleanColumn:
    """Tell of each import whether it is an entry by hand."""
    return import_id.startswith(PREFIX).fill_null(False)


def held(import_id: ir.StringColumn) -> ir.BooleanColumn:
    """Tell of each import whether what it brought gives way to no file."""
    return import_id.startswith(HELD).fill_null(False)
