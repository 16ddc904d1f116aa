"""Where a record is: by the names of known places, by a point of its own, or by its shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import shapely
from shapely.geometry.base import BaseGeometry

from data import boundaries
from data.evidence.columns import NOT_STATED, columns_of
from data.evidence.ingest.flags import Flag, flag
from data.evidence.ingest.gazetteer import Gazetteer, UnplacedError, is_newer_unit
from data.evidence.ingest.naming import content_id
from data.evidence.model import Place
from data.evidence.read import Row as Cells
from data.evidence.read import problems
from data.i18n import Message, msg
from data.model import UNSTATED_WHERE_PRECISION

Row = dict[str, str]

DECIMALS = 6
GIVEN_POINT = msg("the point that the source gives")
IN_AREA = msg("a point inside its area")
LINES = ("LineString", "MultiLineString")
AREAS = ("Polygon", "MultiPolygon")
AT_SEA = 7
CONTENT = ("name_en", "lat", "lon", "iso2", "where_precision", "area")
"""What makes a new place itself, and its id."""


@dataclass
class Where:
    """What a record says of its place.

    Attributes:
        ids: of its places, in order.
        fresh: rows of those that are new.
        path: a line as well-known text, where its shape is one.
        reasons: why it cannot be placed.
        flags: what is doubtful about it.
    """

    ids: list[str] = field(default_factory=list)
    fresh: list[Row] = field(default_factory=list)
    path: str = ""
    reasons: list[str] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)


class Resolver:
    """Places the claims of one file."""

    def __init__(self, gazetteer: Gazetteer, prefix: str, *, takes_path: bool) -> None:
        """Take the known places, the prefix of new ids, and whether a line is a path."""
        self._gazetteer = gazetteer
        self._prefix = prefix
        self._takes_path = takes_path

    def resolve(self, cells: Cells, shape: BaseGeometry | None) -> Where:
        """Place a claim by its tidied cells, with those of `header.PLACING`, and its shape."""
        where = Where()
        if shape is not None and self._takes_path and shape.geom_type in LINES:
            where.path, shape = text_of(shape), None
        country = _country(cells, where)
        own = _own(cells, shape, where)
        names = _split(cells.get("places"))
        place = cells.get("place") or ""
        if names:
            self._by_names(names, country, where)
            if own is not None:
                self._settle_both(names, own, cells, where)
        elif own is not None:
            self._add(own, place, cells, where)
        elif place or cells.get("country"):
            self._by_names([place or cells["country"]], country, where)
        return where

    def _by_names(self, names: list[str], country: str | None, where: Where) -> None:
        for name in names:
            try:
                id, fresh = self._gazetteer.find(name, country)
            except UnplacedError as error:
                where.reasons.append(str(error))
                continue
            where.ids.append(id)
            if fresh:
                where.fresh.append(fresh)
            if fresh and is_newer_unit(fresh):
                where.flags.append(
                    flag("unit_newer", named=fresh["name_en"], found=fresh["unit_id"]))

    def _settle_both(self, names: list[str], own: Row, cells: Cells, where: Where) -> None:
        """Let a known name go before the record's own position, and that before an unknown one."""
        if len(names) == 1 and where.reasons == [f"place_unknown:{names[0]}"]:
            where.reasons.clear()
            self._add(own, names[0], cells, where)
        else:
            where.flags.append(flag("position_not_used", named="; ".join(names)))

    def _add(self, own: Row, name: str, cells: Cells, where: Where) -> None:
        if not own:
            where.reasons.append("geometry_unfit")
            return
        precision = cells.get("where_precision") or ""
        if not precision and not own.get("area"):
            precision = str(UNSTATED_WHERE_PRECISION)
            where.flags.append(flag("where_precision_unstated"))
        code = boundaries.resolve_country(cells.get("country") or "")
        said = {**own, "name_en": name or f"{own['lat']}, {own['lon']}", "iso2": code or "",
                "where_precision": precision}
        content = [said.get(key) or "" for key in CONTENT]
        row = {c.name: said.get(c.name) or ("" if c.name == "area" else NOT_STATED)
               for c in columns_of(Place)}
        row["id"] = content_id(f"{self._prefix} place", content)
        where.reasons += [reason for reason in against_place(row) if reason not in where.reasons]
        where.ids, where.fresh = [row["id"]], [row]


def against_place(row: Row) -> list[str]:
    """Return the reasons against a new place, by its columns one by one."""
    precision = row["where_precision"]
    found = problems(Place, row)
    if not found and precision != NOT_STATED and not 1 <= int(float(precision)) <= AT_SEA:
        found.append("value_out_of_range:where_precision")
    return [reason for reason in found if reason.partition(":")[2] not in ("lat", "lon")]


def _split(text: str | None) -> list[str]:
    return [name.strip() for name in (text or "").split(">")
            if name.strip() not in ("", NOT_STATED)]


def text_of(shape: BaseGeometry) -> str:
    """Write a shape as well-known text, to about ten centimetres."""
    return str(shapely.to_wkt(shape, rounding_precision=DECIMALS))


def _country(cells: Cells, where: Where) -> str | None:
    named = cells.get("country") or ""
    code = boundaries.resolve_country(named) if named else None
    if named and code is None:
        where.flags.append(flag("country_unknown", named=named))
    return code


def _own(cells: Cells, shape: BaseGeometry | None, where: Where) -> Row | None:
    """Return what the record's own position says of a place; None where it has none."""
    lat, lon = cells.get("lat") or "", cells.get("lon") or ""
    if lat or lon:
        where.reasons += bad_coordinates(lat, lon)
        return {"lat": lat, "lon": lon, **_said(GIVEN_POINT)}
    return None if shape is None else from_shape(shape)


def from_shape(shape: BaseGeometry) -> Row:
    """Return position and area that a shape gives a place; empty where it gives none."""
    if shape.geom_type == "Point":
        return {"lat": f"{shape.y:.{DECIMALS}f}", "lon": f"{shape.x:.{DECIMALS}f}",
                **_said(GIVEN_POINT)}
    if shape.geom_type in AREAS:
        inside = shape.representative_point()
        return {"lat": f"{inside.y:.{DECIMALS}f}", "lon": f"{inside.x:.{DECIMALS}f}",
                "area": text_of(shape), **_said(IN_AREA)}
    return {}


def bad_coordinates(lat: str, lon: str) -> list[str]:
    """Return the reasons against a pair of degrees as text."""
    found = []
    for name, text, most in (("lat", lat, 90), ("lon", lon, 180)):
        try:
            value = float(text) if text else None
        except ValueError:
            found.append(f"{name}_not_a_number")
            continue
        if value is not None and not abs(value) <= most:
            found.append(f"{name}_out_of_range")
    return found if lat and lon else [*found, "coordinates_incomplete"]


def _said(position: Message) -> Row:
    return {"position_en": position.render("en"), "position_fr": position.render("fr")}


def precision_of(cells: Mapping[str, str]) -> int:
    """Return `where_precision` of a place's row; one that does not tell counts as vague."""
    text = cells.get("where_precision") or ""
    return int(float(text)) if text not in ("", NOT_STATED) else 5
