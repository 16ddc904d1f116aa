"""Files put into one archive: the same bytes for the same files."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

ENDING = ".zip"
NEVER = (1980, 1, 1, 0, 0, 0)
"""The moment of every file in an archive, so that the same package gives the same bytes."""


def archive(folder: Path, names: Sequence[str]) -> Path:
    """Put files of a folder into an archive beside them, in order, and return it."""
    path = folder / "package.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as held:
        for name in names:
            about = zipfile.ZipInfo(name, NEVER)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            about.create_system = 3
            about.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, held.open(about, "w") as target:
                shutil.copyfileobj(source, target)
    return path
