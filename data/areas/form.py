"""Which columns of a table of population hold what, in English and French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.areas.columns import COUNTRY, DEEPEST, VINTAGE, listed, words_of_level
from data.errors import UndecidedError, wrong_value
from data.i18n import msg
from data.ingest.plan import parse_map
from data.ingest.presets.base import find_column

FIELDS: dict[str, tuple[str, ...]] = {
    "unit": ("unit", "unit_id", "unite", "admin", "region", "cercle", "district", "province",
             "departement", "department", "commune", "name", "nom", "pays", "country"),
    "country": ("iso2", "country_code", "code_pays", *COUNTRY),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "persons": ("persons", "personnes", "population", "pop", "habitants", "inhabitants", "people",
                "t_tl", "pop_total", "total_population", "population_totale", "total"),
    "vintage": VINTAGE,
}


@dataclass(frozen=True)
class Form:
    """The column of each field, None where there is none, and the level that a column names."""

    unit: str | None
    country: str | None
    lat: str | None
    lon: str | None
    persons: str
    vintage: str | None
    level: int | None

    @property
    def placed(self) -> bool:
        """Whether records have points."""
        return self.lat is not None and self.lon is not None

    def columns(self) -> dict[str, str]:
        """Return the columns by field."""
        return {field: column for field in FIELDS if (column := getattr(self, field))}


def recognise(file: str, names: Sequence[str], pairs: Sequence[str]) -> Form:
    """Decide the columns; `pairs` of FIELD=COLUMN go before what is recognised.

    Raises:
        UsageError: a field or a column that does not exist.
        UndecidedError: no column for persons, or none for the place.
    """
    given = _given(names, pairs)
    found = {field: find_column(words, names) for field, words in FIELDS.items()}
    unit, level = _deepest(names)
    found["unit"] = unit or found["unit"]
    if "unit" in given:
        level = None
    found |= given
    if found["country"] == found["unit"]:
        found["country"] = None
    persons = found.pop("persons")
    if persons is None:
        raise UndecidedError(msg(
            "{file}: which column holds the number of persons? Answer with --map persons=COLUMN. "
            "The columns are {columns}.", file=file, columns=listed(names)))
    form = Form(**found, persons=persons, level=level)
    if not form.placed and form.unit is None:
        raise UndecidedError(msg(
            "{file}: which columns hold the place? Answer with --map unit=COLUMN, or with --map "
            "lat=COLUMN --map lon=COLUMN. The columns are {columns}.",
            file=file, columns=listed(names)))
    return form


def _given(names: Sequence[str], pairs: Sequence[str]) -> Mapping[str, str]:
    chosen: dict[str, str] = {}
    for field, column in parse_map(pairs).items():
        if field not in FIELDS:
            raise wrong_value("--map", field, msg("the fields are {known}",
                                                  known=", ".join(FIELDS)))
        there = column if column in names else find_column([column], names)
        if there is None:
            raise wrong_value("--map", column, msg("the columns of the file are {columns}",
                                                   columns=listed(names)))
        chosen[field] = there
    return chosen


def _deepest(names: Sequence[str]) -> tuple[str | None, int | None]:
    """Find the column of names that states its level, the deepest where there are several."""
    for level in reversed(range(DEEPEST + 1)):
        if column := find_column(words_of_level(level), names):
            return column, level
    return None, None
