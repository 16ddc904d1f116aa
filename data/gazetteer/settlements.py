"""Lists of settlements with a header, as OCHA and statistics offices publish them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely

from data.areas.columns import COUNTRY, listed, words_of_level
from data.errors import UndecidedError, wrong_value
from data.evidence.ingest.sheet import Entry, Sheet
from data.gazetteer.places import SETTLED
from data.gazetteer.rows import Row
from data.i18n import msg
from data.ingest.plan import parse_map
from data.ingest.presets.base import find_column

FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("featureNam", "featureName", "feature_name", "featureRefName", "featureRef", "name",
             "nom", "name_fr", "nom_fr", "toponyme", "localite", "nom_localite", "settlement",
             "village", "nom_village", "place", "lieu", "ville", "town", "location"),
    "alternates": ("featureAlt", "featureAltName", "alternatenames", "alternates", "alt_name",
                   "name_alt", "autres_noms", "aliases"),
    "lat": ("lat", "latitude", "lat_dd", "y", "point_y", "gps_lat"),
    "lon": ("lon", "long", "lng", "longitude", "long_dd", "lon_dd", "x", "point_x", "gps_lon"),
    "country": ("iso2", "country_code", "code_pays", "pays", *COUNTRY),
    "named_admin1": (*words_of_level(1), "region", "region_name"),
    "named_admin2": (*words_of_level(2), "cercle", "district", "departement", "department"),
    "population": ("population", "pop", "pop_total", "habitants", "inhabitants"),
}
SEPARATORS = ";|,"
"""What stands between two other names, the first of these that occurs."""
VILLAGE = "PPL"


@dataclass(frozen=True)
class Settlements:
    """A list's columns by field, and its rows."""

    columns: Mapping[str, str]
    rows: list[Row]


def read(sheet: Sheet, pairs: Sequence[str]) -> Settlements:
    """Read a list; `pairs` of FIELD=COLUMN go before what is recognised.

    Raises:
        UsageError: a field or a column that does not exist.
        UndecidedError: no column of names, or neither coordinates nor points.
    """
    columns = _columns(sheet, pairs)
    if "name" not in columns:
        raise UndecidedError(msg(
            "{file}: which column holds the names of the places? Answer with --map name=COLUMN. "
            "The columns are {columns}.", file=sheet.name, columns=listed(sheet.names)))
    if not {"lat", "lon"} <= set(columns) and not any(e.shape for e in sheet.entries):
        raise UndecidedError(msg(
            "{file}: which columns hold the coordinates? Answer with --map lat=COLUMN --map "
            "lon=COLUMN. The columns are {columns}.", file=sheet.name,
            columns=listed(sheet.names)))
    return Settlements(columns, [_row(entry, columns) for entry in sheet.entries])


def _columns(sheet: Sheet, pairs: Sequence[str]) -> dict[str, str]:
    found = {field: column for field, words in FIELDS.items()
             if (column := find_column(words, sheet.names))}
    for field, column in parse_map(pairs).items():
        if field not in FIELDS:
            raise wrong_value("--map", field, msg("the fields are {known}",
                                                  known=", ".join(FIELDS)))
        there = column if column in sheet.names else find_column([column], sheet.names)
        if there is None:
            raise wrong_value("--map", column, msg("the columns of the file are {columns}",
                                                   columns=listed(sheet.names)))
        found[field] = there
    return found


def _row(entry: Entry, columns: Mapping[str, str]) -> Row:
    def text(field: str) -> str:
        column = columns.get(field)
        return (entry.fields.get(column) or "").strip() if column else ""

    lat, lon = text("lat"), text("lon")
    if entry.shape is not None and not (lat and lon):
        point = shapely.point_on_surface(entry.shape)
        lat, lon = str(point.y), str(point.x)
    return Row(
        entry.number, entry.fields, entry.damage, name=text("name"),
        alternates=tuple(_several(text("alternates"))), lat_text=lat, lon_text=lon,
        feature_class=SETTLED, feature_code=VILLAGE, country=text("country"),
        admin1=text("named_admin1"), admin2=text("named_admin2"),
        population_text=text("population"))


def _several(text: str) -> Iterator[str]:
    between = next((sign for sign in SEPARATORS if sign in text), "\0")
    yield from (name.strip() for name in text.split(between) if name.strip())
