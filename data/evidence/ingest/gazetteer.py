"""Names of places to known places, and to countries and first-level units, which become some.

A point that stands for a country or a unit says so; it is drawn and told by the
precision of what was named, never as an exact place.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from data import boundaries
from data.evidence.columns import NOT_STATED, columns_of
from data.evidence.ingest.known import Known
from data.evidence.model import COUNTRY_PRECISION, UNIT_PRECISION, Place
from data.i18n import Message, msg
from data.taxonomy import fold

Row = dict[str, str]

VAGUE_PRECISION = 5
IN_COUNTRY = msg("a point inside the country")
IN_UNIT = msg("a point inside the unit")


class UnplacedError(ValueError):
    """A name that means no place, or several; carries the reason."""


class Gazetteer:
    """Finds places by id or name in either language, and makes those of boundaries."""

    def __init__(self, known: Known) -> None:
        self._places: dict[str, Any] = {}
        self._names: dict[str, list[str]] = defaultdict(list)
        for row in known.rows("places"):
            if row.get("id"):
                self._add(row)

    def _add(self, row: Any) -> None:
        self._places[row["id"]] = row
        for name in {fold(row[column] or "") for column in ("name_en", "name_fr")}:
            if name and name != fold(NOT_STATED):
                self._names[name].append(row["id"])

    def find(self, text: str, country: str | None) -> tuple[str, Row | None]:
        """Return the id of the place that a text means, and its row where it is new.

        Args:
            text: an id or a name.
            country: ISO code that tells namesakes apart, if any.

        Raises:
            UnplacedError: nothing, or several, are called so.
        """
        if text in self._places:
            return text, None
        found = self._namesakes(fold(text), country)
        if len(found) > 1:
            raise UnplacedError(f"place_ambiguous:{text}")
        if found:
            return found[0], None
        row = self._of_boundaries(text, country)
        return row["id"], (None if row["id"] in self._places else row)

    def _namesakes(self, name: str, country: str | None) -> list[str]:
        found = self._names.get(name, []) if name else []
        own = [id for id in found if self._places[id]["iso2"] == country]
        return own if country and own else found

    def _of_boundaries(self, text: str, country: str | None) -> Row:
        code = boundaries.resolve_country(text)
        if code in boundaries.load_countries().iso2:
            return of_country(str(code))
        units = boundaries.resolve_unit(text, country)
        if len(units) > 1:
            raise UnplacedError(f"place_ambiguous:{text}")
        if not units:
            raise UnplacedError(f"place_unknown:{text}")
        return of_unit(units[0]) if _names(units[0], text) else _within(units[0], text)


def is_newer_unit(row: Row) -> bool:
    """Tell whether a new place is a unit that the boundaries do not have yet."""
    return row["id"].startswith("within-")


def of_country(code: str) -> Row:
    """Return the place that a whole country is."""
    areas = boundaries.load_countries()
    return _row(
        f"country-{code.lower()}", areas.geometries[areas.iso2.index(code)], IN_COUNTRY,
        name_en=boundaries.country_name(code, "en"), name_fr=boundaries.country_name(code, "fr"),
        iso2=code, where_precision=str(COUNTRY_PRECISION))


def of_unit(unit: str) -> Row:
    """Return the place that a whole first-level unit is."""
    return _row(
        f"unit-{unit.lower()}", _area(unit), IN_UNIT, name_en=boundaries.unit_name(unit, "en"),
        name_fr=boundaries.unit_name(unit, "fr"), iso2=unit[:2], unit_id=unit,
        where_precision=str(UNIT_PRECISION))


def _within(unit: str, text: str) -> Row:
    """Return the place of a unit that is newer than our vintage: somewhere in the older one."""
    return _row(
        f"within-{unit.lower()}-{fold(text)}", _area(unit), IN_UNIT, name_en=text, iso2=unit[:2],
        unit_id=unit, where_precision=str(VAGUE_PRECISION))


def _names(unit: str, text: str) -> bool:
    """Tell whether a text is a unit's own name, and not that of a newer one within it."""
    own = {fold(boundaries.unit_name(unit, language)) for language in ("en", "fr")}
    return fold(text) == fold(unit) or any(name in fold(text) for name in own)


def _area(unit: str) -> Any:
    areas = boundaries.load_units()
    return areas.geometries[areas.ids.index(unit)]


def _row(id: str, area: Any, position: Message, **said: str) -> Row:
    point = area.representative_point()
    filled = {
        "id": id, "lat": f"{point.y:.5f}", "lon": f"{point.x:.5f}", "area": "",
        "position_en": position.render("en"), "position_fr": position.render("fr"), **said,
    }
    return {c.name: filled.get(c.name, NOT_STATED) for c in columns_of(Place)}
