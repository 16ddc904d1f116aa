"""GeoNames dumps: tab-separated text of 19 columns without a header, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.errors import unreadable
from data.gazetteer.rows import Row
from data.i18n import encodable, msg

COLUMNS = ("geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude",
           "feature class", "feature code", "country code", "cc2", "admin1 code", "admin2 code",
           "admin3 code", "admin4 code", "population", "elevation", "dem", "timezone",
           "modification date")
CLASSES = frozenset("AHLPRSTUV")
AGAIN = msg("download it again")
CODE_LENGTH = 3
"""Letters up to which an alternate in capitals is an airport's or a station's code."""


def is_dump(path: Path) -> bool:
    """Tell by its first line whether a file is a dump; False also where it cannot be read."""
    try:
        with path.open("rb") as source:
            head = source.readline(1 << 16) if path.is_file() else b""
    except (OSError, ValueError):
        return False
    fields = head.decode("utf-8-sig", errors="replace").rstrip("\r\n").split("\t")
    return len(fields) == len(COLUMNS) and fields[0].isdigit() and fields[6] in {*CLASSES, ""}


def read(path: Path) -> Iterator[Row]:
    """Read the rows in their order, each with what speaks against it.

    Raises:
        UnreadableFileError: it is not UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as source:
            for number, line in enumerate(source, start=1):
                yield _row(number, line.rstrip("\r\n").split("\t"))
    except UnicodeDecodeError as error:
        raise unreadable(encodable(path.name), msg("it is not text in UTF-8"), AGAIN) from error


def _row(number: int, fields: list[str]) -> Row:
    original = dict(zip(COLUMNS, fields, strict=False))
    if len(fields) != len(COLUMNS):
        wide = len(fields) > len(COLUMNS)
        return Row(number, original, damage="too_many_fields" if wide else "too_few_fields")
    return Row(
        number, original, name=original["name"].strip(),
        alternates=tuple(_names(original["alternatenames"])), lat_text=original["latitude"],
        lon_text=original["longitude"], feature_class=original["feature class"],
        feature_code=original["feature code"], country=original["country code"],
        admin1=original["admin1 code"], admin2=original["admin2 code"],
        population_text=original["population"])


def _names(text: str) -> Iterator[str]:
    for name in text.split(","):
        if name.strip() and not (len(name) <= CODE_LENGTH and name.isupper() and name.isascii()):
            yield name.strip()
