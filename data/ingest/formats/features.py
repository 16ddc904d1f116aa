"""GeoJSON, as one document or as a feature a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from data.ingest import geojson
from data.ingest.formats import columnar, points
from data.ingest.formats.base import Chunk, How, Table
from data.ingest.records import Damaged, Record, Tick, stage

Feature = dict[str, Any]
NOT_A_FEATURE = "not_a_feature"
LOOKED_AT = 2
"""Lines at the beginning, one of which must be a feature for every line to be one."""


class Features(Table):
    """Features, some of which may be damaged lines."""

    def __init__(self, path: Path, how: How) -> None:
        super().__init__(path)
        self._how = how
        names = geojson.names_of(f for f in self._features() if isinstance(f, dict))
        self.header = columnar.header(list(names), shaped=True)
        self.own = len(names)
        self._names = names

    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """Yield the features by batches."""
        features = self._features()
        while some := list(islice(features, self._how.batch)):
            yield self._chunk(some)
            tick(len(some))

    def _features(self) -> Iterator[Feature | Damaged]:
        raise NotImplementedError

    def _crs(self) -> str:
        return "EPSG:4326"

    def _chunk(self, features: list[Feature | Damaged]) -> Chunk:
        start = self.count + 1
        self.count += len(features)
        given = [f.get("geometry") if isinstance(f, dict) else None for f in features]
        found = geojson.shapes_of(given)
        meant = np.array([bool(g) and not _is_empty(g) for g in given], dtype=bool)
        shapes = columnar.settled(self.name, found, self._crs(), self._how)
        placed = [column.to_pylist() for column in points.columns(shapes, meant)]
        records: list[Record] = [
            [*geojson.row_of(f, self._names).values(), *(column[i] for column in placed)]
            if isinstance(f, dict) else f for i, f in enumerate(features)]
        return Chunk(stage(self.header, records, start), shapes)


class Document(Features):
    """A feature collection, a feature, or a bare shape."""

    def __init__(self, path: Path, how: How) -> None:
        self._document = geojson.parsed(path, path.name)
        self._all = geojson.features_of(self._document, path.name)
        super().__init__(path, how)
        self.size = len(self._all)

    def _features(self) -> Iterator[Feature | Damaged]:
        yield from self._all

    def _crs(self) -> str:
        return geojson.crs_of(self._document, self.name)


class Lines(Features):
    """A feature a line; a line that is none costs that line alone."""

    def __init__(self, path: Path, how: How) -> None:
        self.size = 0
        super().__init__(path, how)

    def _features(self) -> Iterator[Feature | Damaged]:
        self.size = 0
        for line in lines_of(self.path):
            self.size += 1
            yield parsed_line(line)


def are_lines(path: Path) -> bool:
    """Tell whether every line of a file is meant to be a feature."""
    first = list(islice(lines_of(path), LOOKED_AT))
    return len(first) == LOOKED_AT and any(isinstance(parsed_line(x), dict) for x in first)


def lines_of(path: Path) -> Iterator[bytes]:
    """Yield the lines that are not blank, without what separates them."""
    with path.open("rb") as source:
        for number, line in enumerate(source):
            plain = line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line
            if text := plain.strip(b"\x1e \t\r\n"):
                yield text


def parsed_line(line: bytes) -> Feature | Damaged:
    """Read a feature or a bare shape; anything else is kept as its text."""
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return Damaged(line.decode("utf-8", errors="replace"), NOT_A_FEATURE)
    kind = found.get("type") if isinstance(found, dict) else None
    if kind == "Feature":
        return dict(found)
    if kind in geojson.GEOMETRIES:
        return {"geometry": found}
    return Damaged(line.decode("utf-8"), NOT_A_FEATURE)


def _is_empty(geometry: Any) -> bool:
    """Tell a shape that is given as empty from one that makes no sense."""
    return isinstance(geometry, dict) and geometry.get("coordinates") == []
