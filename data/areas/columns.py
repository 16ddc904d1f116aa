"""Which columns of a file of boundaries hold what, told from the names that publishers use.

OCHA writes `ADM2_FR` and `ADM2_PCODE` or `adm2_name` and `admin2Name_fr`, GADM `NAME_2`
and `GID_2`, geoBoundaries `shapeName` and `shapeType`, Natural Earth `name`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.errors import UndecidedError, wrong_value
from data.i18n import msg
from data.ingest.presets.base import find_column
from data.ingest.vectors import Vectors
from data.taxonomy import fold

DEEPEST = 5
MOST_LISTED = 30

_LEVEL_OF_COLUMN = re.compile(r"^(?:adm(?:in)?|name|gid)([0-5])(?!\d)")
_LEVEL_OF_WORD = re.compile(r"(?:adm(?:in)?|level|niveau)[ _-]?([0-5])(?!\d)", re.I)

TYPE = ("shapeType", "admlevel", "adm_level", "admin_level_name")
VINTAGE = ("validOn", "valid_on", "vintage", "millesime", "version", "boundaryYear", "year",
           "annee", "date")
NAME = ("shapeName", "name", "name_fr", "name_en", "nom", "nom_fr", "libelle", "unit", "unite")
CODE = ("shapeID", "pcode", "code", "iso_3166_2", "id")
COUNTRY = ("adm0_pcode", "admin0pcode", "adm0_fr", "adm0_en", "adm0_name", "admin0name",
           "admin0name_fr", "admin0name_en", "name_0", "gid_0", "country", "pays", "iso2", "iso_a2",
           "shapeGroup")


@dataclass(frozen=True)
class Columns:
    """What is read from where; None where the file has no such column.

    `country` only tells which units belong together; which country that is, their
    shapes say.
    """

    level: int
    name: str
    code: str | None
    vintage: str | None
    country: str | None


def recognise(
    file: Path, found: Vectors, *, level: int | None = None, name: str | None = None,
    code: str | None = None,
) -> Columns:
    """Decide the level and the columns; what the user said goes before what is guessed.

    Raises:
        UsageError: a column that the user named is not there.
        UndecidedError: the level or the column of names is not told.
    """
    depth = guess_level(file, found) if level is None else level
    return Columns(
        depth,
        _named("--name-column", name, found) or _name_column(file, found, depth),
        _named("--code-column", code, found) or _first(_code_words(depth), found),
        _first(VINTAGE, found), _first(COUNTRY, found))


def guess_level(file: Path, found: Vectors) -> int:
    """Tell the level from the columns, from a column that states it, or from the file's name.

    Raises:
        UndecidedError: none of them tells.
    """
    hits = [_LEVEL_OF_COLUMN.match(fold(column)) for column in found.names]
    depths = [int(hit[1]) for hit in hits if hit]
    stated = _first(TYPE, found)
    words = {row[stated] for row in found.rows} if stated else set()
    for text in ([*words] if len(words) == 1 else []) + ([] if depths else [file.stem]):
        if hit := _LEVEL_OF_WORD.search(text):
            return int(hit[1])
    if not depths:
        raise UndecidedError(msg(
            "{file}: which level are its units? Answer with --level: 0 for countries, 1 for "
            "first-level units, and so on.", file=file.name))
    return max(depths)


def listed(names: Sequence[str]) -> str:
    """Name the columns of a file, for a question."""
    return ", ".join([*names[:MOST_LISTED], *(["…"] if len(names) > MOST_LISTED else [])])


def _name_column(file: Path, found: Vectors, level: int) -> str:
    column = _first(_name_words(level), found) or _in_any_language(found, level)
    if column is None:
        raise UndecidedError(msg(
            "{file}: which column holds the names of the units? Answer with --name-column. The "
            "columns are {columns}.", file=file.name, columns=listed(found.names)))
    return column


def _name_words(level: int) -> list[str]:
    return [*words_of_level(level), *NAME,
            *(("admin", "sovereignt", "country") if level == 0 else ())]


def words_of_level(level: int) -> list[str]:
    """List what publishers call the column of names of one level and no other."""
    n = str(level)
    languages = ("fr", "en")
    return [
        *(f"adm{n}_{language}" for language in languages), f"adm{n}_name",
        *(f"adm{n}_name_{language}" for language in languages),
        *(f"admin{n}name_{language}" for language in languages), f"admin{n}name", f"admin{n}",
        f"name_{n}",
    ]


def _in_any_language(found: Vectors, level: int) -> str | None:
    """Find `ADM1_PT` and its like."""
    wanted = re.compile(rf"adm(?:in)?{level}(?:name)?[a-z]{{2}}")
    return next((column for column in found.names
                 if wanted.fullmatch(fold(column)) and _filled(column, found)), None)


def _code_words(level: int) -> list[str]:
    return [f"adm{level}_pcode", f"admin{level}pcode", f"gid_{level}", f"adm{level}_code", *CODE]


def _first(words: Iterable[str], found: Vectors) -> str | None:
    """Return the first of the columns that is there and says something."""
    return find_column(words, [c for c in found.names if _filled(c, found)])


def _filled(column: str, found: Vectors) -> bool:
    return any(row[column].strip() for row in found.rows)


def _named(option: str, column: str | None, found: Vectors) -> str | None:
    if column is None:
        return None
    there = column if column in found.names else find_column([column], found.names)
    if there is None:
        raise wrong_value(option, column, msg("the columns of the file are {columns}",
                                              columns=listed(found.names)))
    return there
