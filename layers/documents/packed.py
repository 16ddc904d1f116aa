"""Office files with the same bytes every time: no clock within, in the archive or its parts."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

from data.packages.archive import ENDING, NEVER, archive
from data.packages.placed import passing

EMBEDDED = (".xlsx",)
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
CORE = "docProps/core.xml"


def moment(day: dt.date | None) -> dt.datetime:
    """Return the moment that a file tells of itself: the data's day, or one that is none."""
    return dt.datetime.combine(day, dt.time()) if day else dt.datetime(*NEVER)


def packed(written: bytes, told: dt.datetime) -> bytes:
    """Return an office file with every clock's time in it replaced; its parts keep their order."""
    target = io.BytesIO()
    with (zipfile.ZipFile(io.BytesIO(written)) as source,
          zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made):
        for one in source.infolist():
            content = source.read(one)
            if one.filename.endswith(EMBEDDED):
                content = packed(content, told)
            if one.filename == CORE:
                content = MOMENT.sub(rb"\g<1>" + _iso(told), content)
            entry = zipfile.ZipInfo(one.filename, NEVER)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            made.writestr(entry, content)
    return target.getvalue()


def put(content: bytes, path: Path, ending: str) -> str:
    """Write a file that appears only once it is whole, in an archive where `path` is one.

    Returns:
        The file's name.
    """
    archived = path.suffix.lower() == ENDING
    name = f"{path.stem}.{ending}" if archived else path.name
    with passing(path) as folder:
        made = folder / name
        made.write_bytes(content)
        (archive(folder, (name,)) if archived else made).replace(path)
    return name


def _iso(told: dt.datetime) -> bytes:
    return told.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
