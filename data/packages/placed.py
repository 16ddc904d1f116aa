"""Files that belong together: made in a passing folder, and put into their place all or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PREFIX = ".atlas-"


@contextmanager
def passing(path: Path) -> Iterator[Path]:
    """Give a folder beside `path`, thus on its disk, that is gone afterwards, whatever happens."""
    with TemporaryDirectory(prefix=PREFIX, dir=path.parent) as folder:
        yield Path(folder)


def place(folder: Path, target: Path, names: Sequence[str], stale: Iterable[str] = ()) -> None:
    """Move files from one folder to another, the first of them last.

    Where one cannot be moved, such as onto a file that another program keeps open, those that
    were moved before it are taken back, and what they replaced is there again.

    Args:
        folder: where they were made.
        target: where they are to lie.
        names: the main file, then what stands beside it.
        stale: files that an older one of the same name may have left; they go.

    Raises:
        OSError: a file cannot be moved; nothing has changed.
    """
    with TemporaryDirectory(dir=folder) as older:
        moved: list[tuple[Path, Path]] = []
        try:
            for name in reversed(names):
                there, before = target / name, Path(older) / name
                if there.is_file() and name != names[0]:
                    # A copy, so that at no moment neither the old nor the new one is there.
                    shutil.copy2(there, before)
                (folder / name).replace(there)
                moved.append((there, before))
        except BaseException:
            for there, before in moved:
                if before.exists():
                    before.replace(there)
                else:
                    there.unlink(missing_ok=True)
            raise
    for name in stale:
        if name not in names:
            (target / name).unlink(missing_ok=True)
