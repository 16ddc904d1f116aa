"""How a store keeps the places of gazetteers that users loaded."""

from __future__ import annotations

import ibis

GAZETTEER_TABLE = "gazetteer"

GAZETTEER = ibis.schema({
    "name": "string",
    "alternates": "array<string>",
    # WGS 84 degrees.
    "lat": "float64",
    "lon": "float64",
    # As GeoNames has them: P a populated place, S a spot, H water, T relief, L an area, A a unit.
    "feature_class": "string",
    "feature_code": "string",
    # ISO alpha-2 of the country that the file says; where it says none, the one at the point.
    "iso2": "string",
    # Of the country in which the point lies, where that is another; empty for a point in none.
    # A place that has it locates nothing.
    "found_iso2": "string",
    # Codes or names of the units as the file has them. Which unit of our boundaries holds the
    # place is told by its point, whenever it is asked, since boundaries may be loaded later.
    "admin1": "string",
    "admin2": "string",
    # Persons; null where it is not known.
    "population": "int64",
    "source": "string",
    "licence": "string",
    "import_id": "string",
})

SCHEMAS = {GAZETTEER_TABLE: GAZETTEER}
