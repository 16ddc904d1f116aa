"""Where files of exports lie until they are fetched: a private folder of this server's own."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from pathlib import Path

PREFIX = "atlas-exports-"
OLDEST = 24 * 3600.0
"""Seconds after which what a server left that was killed is taken for left."""


class Folder:
    """Made with the first export, and gone with the server."""

    def __init__(self, within: Path | None = None) -> None:
        """Keep below `within`, the system's folder of temporary files where none is given."""
        self._within = within or Path(tempfile.gettempdir())
        self._own: Path | None = None

    def room(self) -> Path:
        """Make an empty folder for one export."""
        if self._own is None or not self._own.is_dir():
            self._own = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self._within))
            atexit.register(shutil.rmtree, self._own, ignore_errors=True)
        return Path(tempfile.mkdtemp(dir=self._own))

    def sweep(self, now: float | None = None) -> int:
        """Delete what servers of the same user left a day ago; return how many folders."""
        limit = (time.time() if now is None else now) - OLDEST
        left = [path for path in self._within.glob(f"{PREFIX}*") if _is_left(path, limit)]
        for path in left:
            shutil.rmtree(path, ignore_errors=True)
        return len(left)


def _is_left(path: Path, limit: float) -> bool:
    try:
        about = path.lstat()
    except OSError:
        return False
    own = not hasattr(os, "getuid") or about.st_uid == os.getuid()
    return own and path.is_dir() and not path.is_symlink() and about.st_mtime < limit
