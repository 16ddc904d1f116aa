"""Pages of one PDF each, joined into one with bookmarks; the same bytes for the same pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from layers.sheet.save import CREATOR


def join(pages: Sequence[Path], titles: Sequence[str], title: str, path: Path) -> None:
    """Write pages into one file, each with its title as a bookmark.

    No moment is written into it. Fonts and whatever else pages share is held once.

    Args:
        pages: files of a page each.
        titles: of the same.
        title: of the whole.
        path: the file to write.
    """
    writer = PdfWriter()
    for i, (page, said) in enumerate(zip(pages, titles, strict=True)):
        writer.append(PdfReader(page), import_outline=False)
        writer.add_outline_item(title=said, page_number=i)
    writer.compress_identical_objects()
    writer.metadata = None
    writer.add_metadata({"/Title": title, "/Creator": CREATOR, "/Producer": CREATOR})
    with path.open("wb") as target:
        writer.write(target)
