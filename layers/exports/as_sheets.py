"""Map sheets as files of their own: PDF, SVG, PNG; one, or several that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.packages.archive import ENDING, archive
from data.packages.placed import passing, place
from layers.exports.counted import counted
from layers.exports.drawing import Task, drawn
from layers.exports.entitled import entitled
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.joined import join
from layers.exports.made import Made, Tell
from layers.exports.pages import Page, pages
from layers.sheet.press import Press


def write(export: Export, press: Press, path: Path, tell: Tell) -> Made:
    """Draw sheets and write them, all or none.

    A PDF holds all pages. Of other forms each page is a file, `x-01-gao.png` beside the name
    that was given; or all of them are in one archive, where that ends in `.zip`.
    """
    tell(0, 1)
    found = pages(export, press)
    archived = path.suffix.lower() == ENDING
    ending = FORMS[export.form].ending
    main = f"{path.stem}.{ending}" if archived else path.name
    with passing(path) as folder:
        names = [main] if len(found) == 1 or ending == "pdf" else _named(found, Path(main))
        parts = [folder / (name if ending != "pdf" else f"page-{i}.pdf")
                 for i, name in enumerate(_named(found, Path(main)))]
        tasks = [Task(page, part, export.form, export.dpi)
                 for page, part in zip(found, parts, strict=True)]
        titles = drawn(tasks, press, tell)
        title, _ = entitled(export, (titles[0], ""))
        if len(found) == 1:
            parts[0].replace(folder / main)
        elif ending == "pdf":
            join(parts, titles, title, folder / main)
        if archived:
            archive(folder, names).replace(path)
        else:
            place(folder, path.parent, names)
    incidents, withheld = counted(export, found, press)
    return Made(tuple(names), title, len(found), incidents, withheld)


def _named(found: Sequence[Page], main: Path) -> list[str]:
    """Name a file for each page: `x-01-overview.png`, `x-02-gao.png`."""
    digits = max(2, len(str(len(found))))
    return [f"{main.stem}-{i:0{digits}}-{page.name}{main.suffix}"
            for i, page in enumerate(found, 1)]
