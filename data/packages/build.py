"""A package put together: files beside one another, or one archive; whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from data.packages.archive import ENDING, archive
from data.packages.columnar import write_geoparquet, write_parquet
from data.packages.columns import AGGREGATE
from data.packages.content import Content, incidents
from data.packages.delimited import write_csv, write_rows
from data.packages.facts import Facts, facts
from data.packages.geojson import write_geojson
from data.packages.hexagons import hexagons
from data.packages.metadata import metadata
from data.packages.order import Order
from data.packages.placed import passing, place
from data.packages.readme import readme
from data.packages.whole import Whole, Write
from data.packages.workbook import write_workbook
from data.store import Snapshot

AGGREGATES, README, METADATA = "aggregates.csv", "README.md", "metadata.json"


@dataclass(frozen=True)
class Built:
    """What a package turned out to be.

    Attributes:
        facts: the numbers that it tells of itself.
        written: rows of the main file.
        files: the names that it consists of, the main file first.
    """

    facts: Facts
    written: int
    files: tuple[str, ...]


def _stream(write: Callable[[Content, IO[bytes]], int]) -> Write:
    """Return what writes to a path by a writer to a stream."""
    def to_path(whole: Whole, path: Path) -> int:
        with path.open("wb") as target:
            return write(whole.content, target)

    return to_path


def _hxl(content: Content, target: IO[bytes]) -> int:
    return write_csv(content, target, tagged=True)


TABLES: dict[str, Write] = {
    "csv": _stream(write_csv), "xlsx": write_workbook, "geojson": _stream(write_geojson),
    "parquet": _stream(write_parquet), "geoparquet": _stream(write_geoparquet),
    "hxl": _stream(_hxl),
}
"""Writers of the forms that need no drawn layers; see `layers.packages.save` for the others."""


def gathered(snapshot: Snapshot, order: Order, public: str = "") -> Whole:
    """Ask a snapshot for all that an order needs."""
    content = (
        incidents(snapshot, order.selection, order.rules, notes=order.notes)
        if order.coarsen is None
        else hexagons(snapshot, order.selection, order.coarsen, order.rules))
    return Whole(order, content, facts(snapshot, order), public=public)


def build(whole: Whole, write: Write, path: Path) -> Built:
    """Write a package to `path`: an archive where it ends in `.zip`, else files beside it.

    `x.csv` has `x.csv.README.md`, `x.csv.metadata.json` and, where records are held back,
    `x.csv.aggregates.csv` beside it. They appear once all of them are whole.

    Raises:
        OSError: a file cannot be written.
    """
    archived = path.suffix.lower() == ENDING
    main = whole.order.file if archived else path.name
    beside = "" if archived else f"{path.name}."
    with passing(path) as folder:
        built = _written(whole, write, folder, main, beside)
        if archived:
            archive(folder, built.files).replace(path)
        else:
            place(folder, path.parent, built.files, [beside + AGGREGATES])
    return built


def _written(whole: Whole, write: Write, folder: Path, main: str, beside: str) -> Built:
    written = write(whole, folder / main)
    files = [("main", main)]
    if whole.facts.aggregates.rows:
        files.append(("aggregates", beside + AGGREGATES))
        with (folder / files[-1][1]).open("wb") as target:
            write_rows(AGGREGATE, whole.facts.aggregates.rows, target)
    files.append(("readme", beside + README))
    _text(folder / files[-1][1], readme(whole))
    told = metadata(whole, [(role, name, folder / name) for role, name in files])
    _text(folder / (beside + METADATA), told)
    return Built(whole.facts, written, (*(name for _, name in files), beside + METADATA))


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
