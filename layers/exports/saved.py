"""Exports kept by name in the store's folder, to be repeated with the dates moved on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from data.errors import AtlasError, unreadable, wrong_value
from data.i18n import msg
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.written import UnfitError, export_of, plain

VERSION = 1
FOLDER, ENDING = "exports", ".json"
LARGEST = 1 << 20
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that some systems give to devices."""


@dataclass(frozen=True)
class Saved:
    """An export under its name."""

    name: str
    export: Export


class SavedExports:
    """The exports that are kept beside the snapshots of a store."""

    def __init__(self, store: Path) -> None:
        self._folder = store / FOLDER

    def names(self) -> list[str]:
        """Name them, in order."""
        found = self._folder.glob(f"*{ENDING}") if self._folder.is_dir() else ()
        return sorted(path.stem for path in found if NAME.fullmatch(path.stem))

    def keep(self, name: str, export: Export) -> bool:
        """Keep an export, whole or not at all; tell whether another one had the name.

        Raises:
            UsageError: the name cannot be one.
            AtlasError: the folder cannot be written.
        """
        path = self._path(name, "--save")
        text = json.dumps({"saved_export": VERSION, "export": plain(export)}, ensure_ascii=False,
                          indent=2, allow_nan=False) + "\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            replaced = path.exists()
            with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=self._folder,
                                    prefix=".", delete=False) as target:
                fresh = Path(target.name)
                target.write(text)
            fresh.replace(path)
        except OSError as error:
            raise AtlasError(msg("The export cannot be saved in {folder}: {why}.",
                                 folder=str(self._folder), why=error.strerror or "")) from error
        return replaced

    def find(self, name: str, option: str = "--repeat") -> Saved:
        """Return a saved export.

        Raises:
            UsageError: there is none of that name.
            UnreadableFileError: its file is not what `keep` writes.
        """
        path = self._path(name, option)
        if not path.is_file():
            raise wrong_value(option, name, msg("the saved exports are {names}",
                                                names=", ".join(self.names()) or "–"))
        return Saved(name, _read(path))

    def forget(self, name: str) -> None:
        """Delete a saved export; raises as `find`, but not for a broken one."""
        path = self._path(name, "--forget")
        if not path.is_file():
            self.find(name, "--forget")
        path.unlink()

    @staticmethod
    def require_name(name: str, option: str = "--save") -> None:
        """Raise `UsageError` for a name that no export can have."""
        if not NAME.fullmatch(name) or RESERVED.fullmatch(name):
            raise wrong_value(option, name, msg(
                "a name is of small letters, digits, “-” and “_”, such as monthly-gao"))

    def _path(self, name: str, option: str) -> Path:
        self.require_name(name, option)
        return self._folder / f"{name}{ENDING}"


def file_ending(export: Export) -> str:
    """Return how the file of an export ends, `zip` where it is several files."""
    form = FORMS[export.form]
    several = export.many is not None and export.form in ("svg", "png")
    return "zip" if several or not form.drawn else form.ending


def _read(path: Path) -> Export:
    try:
        told: Any = json.loads(path.read_bytes()[:LARGEST].decode("utf-8"))
        version = told.get("saved_export") if isinstance(told, dict) else None
        if version != VERSION:
            raise UnfitError("saved_export", msg("it is of another version, or no saved export"))
        return export_of(told.get("export"))
    except (OSError, ValueError, RecursionError) as error:
        raise unreadable(path.name, msg("it is no export that was saved here ({why})",
                                        why=str(error)), _forget(path)) from error
    except UnfitError as error:
        raise unreadable(path.name, msg("{where} is not as a saved export has it: {why}",
                                        where=error.where, why=error.why), _forget(path)) from error


def _forget(path: Path) -> Any:
    return msg("save it again, or take it away with --forget {name}", name=path.stem)
