"""`app.py snapshots`: the states of the data that are kept."""

from __future__ import annotations

import argparse
from typing import Any

from data import contents
from data.commands import common
from data.errors import StoreError
from data.i18n import Message, msg
from data.settings import Settings
from data.store import Snapshot, SnapshotFile

NAME = "snapshots"
summary = msg("list the snapshots that are kept, and what each holds")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.add_store(parser, language)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """List them, oldest first; exit status 1 where one cannot be read."""
    rows = [_row(file) for file in common.store(args, settings).snapshots()]
    if args.json:
        common.print_json([{k: v for k, v in row.items() if k != "error"} for row in rows])
    else:
        for row in rows:
            mark = "*" if row["current"] else " "
            print(f"{mark} {row['id']}  {_line(row).render(settings.language)}")
        if not rows:
            common.say(msg("The store holds no snapshot yet."), settings)
    return 1 if any(row["error"] for row in rows) else 0


def _row(file: SnapshotFile) -> dict[str, Any]:
    """Describe a snapshot; one that cannot be read carries the error that says so."""
    try:
        snapshot = Snapshot(file.path)
        try:
            held = contents.of(snapshot).as_json()
        finally:
            snapshot.close()
        return {**held, "current": file.current, "readable": True, "error": None}
    except StoreError as error:
        return {"id": file.id, "current": file.current, "readable": False,
                "error": error.message}


def _line(row: dict[str, Any]) -> Message:
    if row["error"]:
        error: Message = row["error"]
        return error
    return msg("incidents: {incidents}; records of evidence: {evidence}; files: {files}",
               incidents=row["incidents"], evidence=row["evidence"],
               files=", ".join(row["imported"]) or "–")
