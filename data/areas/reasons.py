"""Why a record of a file of boundaries or of population was rejected, in words."""

from __future__ import annotations

from data.i18n import Message, msg

OF_AREAS: dict[str, Message] = {
    "unit_name_missing": msg("the unit has no name"),
    "shape_missing": msg("the unit has no shape"),
    "shape_not_an_area": msg("the shape is a line or a point, not an area"),
    "country_not_found": msg("the shape lies in no known country; --country says which it is"),
    "unit_drawn_twice": msg("an earlier record has the same name and the same shape"),
    "unit_missing": msg("neither a unit nor coordinates are given"),
    "unit_unknown": msg("no unit of this level is called so"),
    "unit_ambiguous": msg("several units are called so; a column of countries or --country "
                          "tells them apart"),
    "unit_repeated": msg("an earlier record counts the same unit"),
    "point_repeated": msg("an earlier record counts the same point"),
    "persons_missing": msg("the number of persons is missing"),
    "persons_not_a_number": msg("the number of persons is not a number"),
    "persons_negative": msg("the number of persons is negative"),
}
