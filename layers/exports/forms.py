"""The forms that an export can have, and who writes each: loaded once it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from data.packages import order

if TYPE_CHECKING:
    from layers.exports.export import Export
    from layers.exports.made import Made, Tell
    from layers.sheet.press import Press

    Write = Callable[[Export, Press, Path, Tell], Made]


@dataclass(frozen=True)
class Form:
    """A form.

    Attributes:
        media: its media type.
        ending: how its file's name ends, without the dot.
        writer: the module whose `write` makes it.
        drawn: whether it holds map sheets.
        several: whether it holds several sheets, or becomes several files in an archive.
        page: the size that it has where none is asked for.
    """

    media: str
    ending: str
    writer: str
    drawn: bool = False
    several: bool = False
    page: str = "a4"

    @property
    def write(self) -> Write:
        """Make an export's files; see `layers.exports.make.make`."""
        return cast("Write", import_module(self.writer).write)


_SHEETS = "layers.exports.as_sheets"
_SCREEN = "16:9"
_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMS: dict[str, Form] = {
    "pdf": Form("application/pdf", "pdf", _SHEETS, drawn=True, several=True),
    "svg": Form("image/svg+xml", "svg", _SHEETS, drawn=True, several=True),
    "png": Form("image/png", "png", _SHEETS, drawn=True, several=True),
    "pptx": Form(f"{_OFFICE}.presentationml.presentation", "pptx", "layers.documents.slides",
                 drawn=True, several=True, page=_SCREEN),
    "docx": Form(f"{_OFFICE}.wordprocessingml.document", "docx", "layers.documents.word",
                 drawn=True, several=True),
    "gif": Form("image/gif", "gif", "layers.animation.gif", drawn=True, page=_SCREEN),
    "mp4": Form("video/mp4", "mp4", "layers.animation.mp4", drawn=True, page=_SCREEN),
    **{name: Form(media, order.ENDINGS.get(name, name), "layers.exports.as_package")
       for name, media in order.FORMS.items()},
}
"""Every form by its name, in the order offered."""
