"""The manifest of an export: all that it was made from, so that it can be made again.

It holds no personal data beyond the filters, and no paths.
"""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from data import contents
from data.errors import AtlasError, unreadable
from data.i18n import Message, msg
from data.manifest.numbers import Behind, Numbers
from layers.exports.decisive import require_settings
from layers.exports.export import Export
from layers.exports.written import UnfitError, export_of, plain

VERSION = 1
ENDING = ".manifest.json"
WITHIN = "manifest.json"
"""What it is called within an archive; beside a file, the file's name with `ENDING`."""
LARGEST = 16 << 20
NAME_IT = msg("name the file that ends in .manifest.json beside an export, or the archive of one")
TAKE_ANOTHER = msg("take the one that was written with the export")


@dataclass(frozen=True)
class Held:
    """A file of an export: its name, size and SHA-256."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What an export was made from, and what came of it.

    Attributes:
        name: of the file that was asked for: the main one, the archive, or that from which
            several beside one another are named.
        export: as it was asked for.
        title, pages: of what was made; no pages where nothing is drawn.
        snapshot: the data's id.
        numbers: of its selection; of a comparison, of both windows.
        behind: which imports the snapshot rested on.
        claims: hash of the claims of documents, where layers are drawn; else empty.
        software, libraries, settings: see `decisive`.
        files: the main one first; within an archive, its members.
        archived: whether they lie in an archive.
    """

    name: str
    export: Export
    title: str
    pages: int
    snapshot: str
    numbers: tuple[Numbers, ...]
    behind: Behind
    claims: str = ""
    software: Mapping[str, Any] = field(default_factory=dict)
    libraries: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[Held, ...] = ()
    archived: bool = False

    @property
    def made(self) -> dt.date | None:
        """The day on which the data was put together; None where its id does not tell."""
        moment = contents.made(self.snapshot)
        return moment.date() if moment else None


def text(manifest: Manifest) -> str:
    """Write a manifest as JSON: the same one gives the same text."""
    made = manifest.made
    told = {
        "manifest": VERSION,
        "name": manifest.name,
        "title": manifest.title,
        "pages": manifest.pages,
        "export": plain(manifest.export),
        "data": {"snapshot": manifest.snapshot, "made": made.isoformat() if made else None,
                 "imports": manifest.behind.imports, "imports_digest": manifest.behind.digest,
                 "claims_digest": manifest.claims},
        "numbers": [asdict(one) for one in manifest.numbers],
        "software": dict(manifest.software),
        "libraries": dict(manifest.libraries),
        "settings": dict(manifest.settings),
        "archived": manifest.archived,
        "files": [asdict(one) for one in manifest.files],
    }
    return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def read(path: Path) -> Manifest:
    """Read a manifest, or that of an archive.

    Raises:
        UnreadableFileError: it is none, is broken, or is of a newer version.
        AtlasError: the file cannot be read at all.
    """
    try:
        return of_text(_taken(path), path.name)
    except OSError as error:
        raise AtlasError(msg("{file} cannot be read: {why}.", file=path.name,
                             why=error.strerror or "")) from error


def _taken(path: Path) -> bytes:
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive, archive.open(WITHIN) as source:
                return source.read(LARGEST + 1)
        except (KeyError, zipfile.BadZipFile) as error:
            raise unreadable(path.name, msg("the archive holds no manifest"), NAME_IT) from error
    with path.open("rb") as source:
        return source.read(LARGEST + 1)


def of_text(content: bytes, name: str) -> Manifest:
    """Read a manifest from the content of the file of that name; raises as `read`."""
    if len(content) > LARGEST:
        raise unreadable(name, msg("it is too large for a manifest"), NAME_IT)
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise unreadable(name, msg(
            "it is no manifest, or was cut off: line {line}, column {column} is no JSON",
            line=error.lineno, column=error.colno), NAME_IT) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise unreadable(name, msg("it is no manifest: it is not text"), NAME_IT) from error
    _require_ours(told, name)
    try:
        return _manifest(told)
    except UnfitError as error:
        raise unreadable(name, msg("{where} is not as a manifest has it: {why}", where=error.where,
                                   why=error.why), TAKE_ANOTHER) from error


def _require_ours(told: Any, name: str) -> None:
    version = told.get("manifest") if isinstance(told, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise unreadable(name, msg("it is JSON, but no manifest of this atlas"), NAME_IT)
    if version > VERSION:
        raise unreadable(
            name, msg("a newer version of the atlas wrote it (manifest {theirs}; this one reads "
                      "{ours})", theirs=version, ours=VERSION),
            msg("use that version, or a newer one"))


def _manifest(told: Mapping[str, Any]) -> Manifest:
    data, archived = _object(told, "data"), _value(told, "archived", bool)
    return Manifest(
        _name(told), export_of(told.get("export")), _value(told, "title", str),
        _value(told, "pages", int), _value(data, "snapshot", str, "data."),
        tuple(_numbers(one, f"numbers[{place}].") for place, one in enumerate(
            _value(told, "numbers", list))),
        Behind(_value(data, "imports", int, "data."), _value(data, "imports_digest", str, "data.")),
        _value(data, "claims_digest", str, "data."), _object(told, "software"),
        _object(told, "libraries"), _settings(_object(told, "settings")),
        tuple(_file(one, f"files[{place}].") for place, one in enumerate(
            _value(told, "files", list))), archived)


def _numbers(told: Any, where: str) -> Numbers:
    counts = {name: _object(told, name, where) for name in ("withheld", "kinds")}
    for name, held in counts.items():
        for key in held:
            _value(held, key, int, f"{where}{name}.")
    return Numbers(
        _value(told, "selection", str, where), _value(told, "incidents", int, where),
        _value(told, "leaving", int, where), dict(counts["withheld"]), dict(counts["kinds"]),
        _value(told, "digest", str, where))


def _file(told: Any, where: str) -> Held:
    return Held(_name(told, where), _value(told, "bytes", int, where),
                _value(told, "sha256", str, where))


def _settings(told: dict[str, Any]) -> dict[str, Any]:
    require_settings(told, "settings")
    return told


def _name(told: Any, where: str = "") -> str:
    name = str(_value(told, "name", str, where))
    if name in ("", ".", "..") or "/" in name or "\\" in name or "\0" in name:
        raise UnfitError(f"{where}name", msg("it is a file’s name without a folder"))
    return name


_KINDS: dict[type, Message] = {
    str: msg("it is a text"), int: msg("it is a whole number"), bool: msg("it is true or false"),
    list: msg("it is a list"), dict: msg("it is an object")}


def _value(told: Any, name: str, kind: type, where: str = "") -> Any:
    if not isinstance(told, dict):
        raise UnfitError(where.rstrip("."), _KINDS[dict])
    value = told.get(name)
    if type(value) is not kind:
        raise UnfitError(f"{where}{name}", _KINDS[kind])
    return value


def _object(told: Any, name: str, where: str = "") -> dict[str, Any]:
    found: dict[str, Any] = _value(told, name, dict, where)
    return found
