"""How a store keeps boundaries and population that users loaded."""

from __future__ import annotations

import ibis

BOUNDARIES_TABLE = "boundaries"
POPULATION_TABLE = "population"

BOUNDARIES = ibis.schema({
    # 0 a country, 1 a first-level unit, and so on down.
    "level": "int8",
    # ISO alpha-2 of the country, a dash, and the code or folded name within this set.
    "unit_id": "string",
    "name": "string",
    "iso2": "string",
    # Of the unit one level up that holds it, where that level is loaded too.
    "parent_id": "string",
    # As the file has it; never used to match, since codes change between vintages.
    "code": "string",
    "vintage": "string",
    "source": "string",
    "licence": "string",
    # Well-known binary, WGS 84 degrees.
    "geometry": "binary",
    "import_id": "string",
})

POPULATION = ibis.schema({
    # `unit` or `cell`; the other column of the two is null.
    "by": "string",
    "unit_id": "string",
    "level": "int8",
    "iso2": "string",
    # H3 index at the resolution at which people were counted into hexagons.
    "cell": "int64",
    "persons": "float64",
    "vintage": "string",
    "source": "string",
    "licence": "string",
    "import_id": "string",
})

SCHEMAS = {BOUNDARIES_TABLE: BOUNDARIES, POPULATION_TABLE: POPULATION}
