"""Where uploaded files lie until they are imported or left: one private folder an upload."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from callbacks.upload.refused import RefusedError, gone, too_large
from data.i18n import encodable, msg

TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
OLDEST = 24 * 3600
"""Seconds after which what nobody has touched is deleted."""
MOST_FILES = 50
LONGEST_NAME = 180
MEGABYTE = 1_000_000
PRIVATE = 0o700
NOTE = "upload.json"
_writing = threading.Lock()


@dataclass(frozen=True)
class Announced:
    """A file that is to come: its name and its bytes."""

    name: str
    size: int


class Upload:
    """One upload: its files, and a note of what has become of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.token = folder.name

    @property
    def files(self) -> list[Announced]:
        """The files that were announced, in their order."""
        return [Announced(each["name"], each["size"]) for each in self.note()["files"]]

    def path(self, name: str) -> Path:
        """Return where a file lies under its own name, which sentences call it by."""
        return self.folder / "files" / name

    @property
    def rules(self) -> Path:
        """Where a table of rules of the person's own lies, if there is one."""
        found = self.note().get("rules")
        return self.folder / "rules" / (found or "rules.csv")

    def arrived(self, file: Announced) -> int:
        """Return how many bytes of a file are here."""
        path = self.path(file.name)
        return path.stat().st_size if path.exists() else 0

    @property
    def complete(self) -> bool:
        """Whether every byte that was announced is here."""
        return all(self.arrived(file) == file.size for file in self.files)

    def append(self, file: Announced, at: int, chunks: Iterator[bytes]) -> int:
        """Add bytes to a file and return how many it has; raises `RefusedError`.

        Args:
            file: one of `files`.
            at: how many bytes the sender takes to be here already.
            chunks: the bytes; what exceeds the announced size is refused.
        """
        if at != self.arrived(file):
            raise RefusedError(409, msg(
                "This part of “{file}” does not follow on what has arrived; the upload goes on "
                "from there.", file=file.name))
        with self.path(file.name).open("r+b") as target:
            # The same bytes sent twice at once are written twice to the same place.
            target.seek(at)
            for chunk in chunks:
                at += len(chunk)
                if at > file.size:
                    raise RefusedError(413, msg(
                        "“{file}” is larger than was announced; choose it again.",
                        file=file.name))
                target.write(chunk)
        self.touch()
        return at

    def note(self) -> dict[str, Any]:
        """Read what is noted of the upload; raises `RefusedError` where it is gone."""
        try:
            read: dict[str, Any] = json.loads((self.folder / NOTE).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise gone() from error
        return read

    def write(self, **changes: Any) -> None:
        """Change the note; a reader sees the old one or the new one."""
        with _writing:
            _replace(self.folder / NOTE, json.dumps({**self.note(), **changes}))

    def keep(self, name: str, value: Any) -> None:
        """Keep a result beside the note, under a name such as `check`."""
        _replace(self.folder / f"{name}.json", json.dumps(value, ensure_ascii=False))

    def kept(self, name: str) -> Any:
        """Return a result that was kept, None where there is none."""
        try:
            return json.loads((self.folder / f"{name}.json").read_text("utf-8"))
        except OSError:
            return None

    def touch(self) -> None:
        """Say that somebody is still at it."""
        os.utime(self.folder)

    def empty(self) -> None:
        """Delete the files and what was told of them; the note of their end stays."""
        for part in ("files", "rules"):
            shutil.rmtree(self.folder / part, ignore_errors=True)
        for name in ("reading", "check"):
            (self.folder / f"{name}.json").unlink(missing_ok=True)

    def delete(self) -> None:
        """Delete everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Uploads:
    """All uploads of this machine's user, in the folder of the setting `uploads`."""

    def __init__(self, folder: Path, most_mb: int) -> None:
        self._folder = folder
        self.most = most_mb * MEGABYTE

    def create(self, announced: Sequence[Announced]) -> Upload:
        """Make room for files; raises `RefusedError` where they are too many, large or alike."""
        self.sweep()
        files = [Announced(plain(each.name), each.size) for each in announced]
        self._require_fit(files)
        folder = self._folder / secrets.token_urlsafe(24)
        self._folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        folder.mkdir(mode=PRIVATE)
        (folder / "files").mkdir()
        _replace(folder / NOTE, json.dumps({"files": [vars(file) for file in files]}))
        for file in files:
            (folder / "files" / file.name).touch()
        return Upload(folder)

    def find(self, token: str) -> Upload:
        """Return an upload by its token; raises `RefusedError` where it is not here any more."""
        folder = self._folder / token
        if not TOKEN.fullmatch(token) or not (folder / NOTE).is_file():
            raise gone()
        return Upload(folder)

    def sweep(self, now: float | None = None) -> int:
        """Delete what nobody has touched for a day; return how many uploads that were."""
        limit = (time.time() if now is None else now) - OLDEST
        old = [path for path in self._folder.glob("*") if TOKEN.fullmatch(path.name)
               and path.is_dir() and path.stat().st_mtime < limit]
        for path in old:
            shutil.rmtree(path, ignore_errors=True)
        return len(old)

    def _require_fit(self, files: Sequence[Announced]) -> None:
        if not files:
            raise RefusedError(400, msg("Choose a file first."))
        if len(files) > MOST_FILES:
            raise RefusedError(400, msg("At most {count} files can be brought at once.",
                                        count=MOST_FILES))
        if sum(file.size for file in files) > self.most:
            raise too_large(self.most)
        names = [file.name.lower() for file in files]
        twice = next((file.name for file in files if names.count(file.name.lower()) > 1), None)
        if twice:
            raise RefusedError(400, msg("Two of the files are called “{file}”; rename one.",
                                        file=twice))


def plain(name: str) -> str:
    """Return a file's name without folders, control characters, and what no disk takes."""
    last = PurePosixPath(encodable(name).replace("\\", "/")).name
    kept = "".join("_" if not c.isprintable() or c in '<>:"|?*' else c for c in last).strip(" .")
    if len(kept) > 2 * LONGEST_NAME:
        # What follows goes letter by letter; both ends suffice for it.
        kept = kept[:LONGEST_NAME] + kept[-LONGEST_NAME:]
    while len(kept.encode()) > LONGEST_NAME:
        stem, dot, ending = kept.rpartition(".")
        kept = f"{stem[:-1]}{dot}{ending}" if dot and stem else kept[:-1]
    return kept or "file"


def _replace(path: Path, text: str) -> None:
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    unfinished.write_text(text, "utf-8")
    unfinished.replace(path)
