"""A sheet as a file: vector PDF and SVG with text as text, PNG; the same bytes every time."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import IO, Any, Literal

from matplotlib.figure import Figure

from data.errors import wrong_value
from data.i18n import msg
from layers.sheet.formats import DPI

Form = Literal["png", "pdf", "svg"]
FORMS: tuple[Form, ...] = ("png", "pdf", "svg")
LEAST, MOST = 36, 600
CREATOR = "Illicit Economies Atlas"
NO_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
"""Characters, in UTF-8, that XML has no way to write, such as a bell in a source's citation."""


def save(figure: Figure, target: Path | IO[bytes], form: str, dpi: int = DPI) -> None:
    """Write a sheet.

    A file appears only once it is whole. No moment is written into it, so that the same
    sheet gives the same bytes.

    Args:
        figure: from `compose`.
        target: a path, or a binary stream.
        form: one of `FORMS`.
        dpi: of a PNG.

    Raises:
        UsageError: an unknown form, or dots an inch beyond 36 to 600.
        OSError: the file cannot be written.
    """
    if form not in FORMS:
        raise wrong_value("--format", form, msg("the forms are {forms}", forms=", ".join(FORMS)))
    if not LEAST <= dpi <= MOST:
        raise wrong_value("--dpi", dpi, msg("a whole number from {low} to {high}", low=LEAST,
                                            high=MOST))
    how: dict[str, Any] = {"format": form, "metadata": _metadata(form, figure)}
    if form == "png":
        how["dpi"] = dpi
    if not isinstance(target, Path):
        _written(figure, target, how)
        return
    unfinished = target.with_name(target.name + ".part")
    try:
        with unfinished.open("wb") as stream:
            _written(figure, stream, how)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _written(figure: Figure, stream: IO[bytes], how: dict[str, Any]) -> None:
    if how["format"] != "svg":
        figure.savefig(stream, **how)
        return
    drawn = io.BytesIO()
    figure.savefig(drawn, **how)
    stream.write(NO_XML.sub(b"", drawn.getvalue()))


def _metadata(form: str, figure: Figure) -> dict[str, Any]:
    """Return what a file says of itself; None takes out what would be a moment."""
    title = figure.get_label() or CREATOR
    match form:
        case "pdf":
            return {"Title": title, "Creator": CREATOR, "Producer": CREATOR,
                    "CreationDate": None}
        case "svg":
            return {"Title": title, "Creator": CREATOR, "Date": None}
        case _:
            return {"Title": title, "Software": CREATOR}
