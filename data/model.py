"""The incident model: every field, its type, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from data.i18n import Message, msg

TABLE = "incidents"


@dataclass(frozen=True)
class Field:
    """One column of the incident table; `exported` ones leave by an export."""

    name: str
    type: str
    meaning: Message
    exported: bool = True


FIELDS: tuple[Field, ...] = (
    Field("incident_id", "string",
          msg("stable identifier: a hash of the source and its own identifier")),
    Field("source", "string", msg("who published the record")),
    Field("source_record_id", "string", msg("the source’s own identifier")),
    Field("source_url", "string", msg("where the record can be read")),
    Field("citation", "string", msg("how the source asks to be cited")),
    Field("licence", "string", msg("what the source allows to be handed on")),
    Field("kind", "string", msg("kind of incident, from the taxonomy")),
    Field("kind_rule", "string",
          msg("the rule that decided the kind; “stated” where the record says it, “source” where "
              "its source’s codes do")),
    Field("kind_confidence", "float64", msg("how sure the kind is, 0 to 1")),
    Field("date_start", "date", msg("first day")),
    Field("date_end", "date", msg("last day")),
    Field("date_precision", "int8", msg("how exactly the date is known, 1 (day) to 5 (year)")),
    Field("lat", "float64", msg("latitude, WGS 84 degrees")),
    Field("lon", "float64", msg("longitude, WGS 84 degrees")),
    Field("where_precision", "int8",
          msg("how exactly the place is known, 1 (exact) to 7 (sea or air)")),
    Field("admin0", "string", msg("country: the one named, else where the point lies (ISO)")),
    Field("admin1", "string",
          msg("first-level unit in which the point lies; without a point, the one named")),
    Field("admin2", "string",
          msg("second-level unit in which the point lies; without a point, the one named")),
    Field("place", "string", msg("place, as the source names it")),
    Field("named_admin0", "string", msg("country, as the source names it")),
    Field("named_admin1", "string", msg("first-level unit, as the source names it")),
    Field("named_admin2", "string", msg("second-level unit, as the source names it")),
    Field("found_admin0", "string", msg("country in which the point lies (ISO)")),
    Field("actors", "array<struct<name: string, role: string>>",
          msg("who took part, each with a role")),
    Field("fatalities_low", "int64", msg("deaths, lowest estimate")),
    Field("fatalities_best", "int64", msg("deaths, best estimate")),
    Field("fatalities_high", "int64", msg("deaths, highest estimate")),
    Field("victims", "int64", msg("persons harmed, taken or exploited")),
    Field("quantity", "float64", msg("amount seized or moved, in the unit given")),
    Field("unit", "string", msg("unit of the quantity")),
    Field("commodity", "string", msg("what was seized or moved")),
    Field("amount_low", "float64", msg("money, lowest")),
    Field("amount_best", "float64", msg("money, best estimate")),
    Field("amount_high", "float64", msg("money, highest")),
    Field("currency", "string", msg("currency of the amounts (ISO 4217)")),
    Field("basis", "string", msg("what the amount is paid for: per head, week, load")),
    Field("confidence", "string", msg("Admiralty code: reliability A–F, credibility 1–6")),
    Field("sensitivity", "string", msg("public, restricted or confidential")),
    Field("synthetic", "boolean", msg("true for invented demonstration rows")),
    Field("notes", "string", msg("the source’s free text")),
    Field("flags",
          "array<struct<reason: string, named: string, found: string, suggestion: string>>",
          msg("doubts about the record, each with a suggestion")),
    Field("cell", "int64", msg("H3 cell at the finest resolution the place honours"),
          exported=False),
    Field("admin1_id", "string", msg("code of the first-level unit within its vintage"),
          exported=False),
    Field("content", "string", msg("hash of all fields, to tell a revision"), exported=False),
    Field("import_id", "string", msg("the import that brought the record"), exported=False),
    Field("first_said", "int64", msg("place in the order of revisions, as first said"),
          exported=False),
    Field("last_said", "int64", msg("place in the order of revisions, as last said"),
          exported=False),
    Field("last_seen", "int64", msg("place of the last export that lists the record"),
          exported=False),
)

SCHEMA = ibis.schema({f.name: f.type for f in FIELDS})
EXPORTED: tuple[str, ...] = tuple(f.name for f in FIELDS if f.exported)
BY_NAME: dict[str, Field] = {f.name: f for f in FIELDS}

ROLES = ("perpetrator", "victim", "collector", "authority", "party")
SENSITIVITY_LABELS: dict[str, Message] = {
    "public": msg("public"), "restricted": msg("restricted"), "confidential": msg("confidential")}
SENSITIVITIES = tuple(SENSITIVITY_LABELS)

ROLE_LABELS: dict[str, Message] = {
    "perpetrator": msg("perpetrator"),
    "victim": msg("victim"),
    "collector": msg("collector"),
    "authority": msg("authority"),
    "party": msg("party to the fighting"),
}

WHERE_PRECISION: dict[int, Message] = {
    1: msg("exact place"),
    2: msg("within 25 km of the point"),
    3: msg("known to the second-level unit"),
    4: msg("known to the first-level unit"),
    5: msg("a vague area"),
    6: msg("known to the country"),
    7: msg("at sea or in the air"),
}

DATE_PRECISION: dict[int, Message] = {
    1: msg("the day is known"),
    2: msg("known to 2–6 days"),
    3: msg("known to the week"),
    4: msg("known to the month (8–31 days)"),
    5: msg("known to the year or less"),
}

UNSTATED_WHERE_PRECISION = 2
"""What an unstated `where_precision` counts as; such rows carry a flag that says so."""

FLAGS: dict[str, Message] = {
    "country_conflict": msg("the point lies outside the country named"),
    "unit_differs": msg("the point lies outside the first-level unit named"),
    "unit_vintage": msg("the point lies in another unit now; the one named held it in older "
                        "boundaries"),
    "place_located": msg("the record has no coordinates; its point is that of the place named, "
                         "from a gazetteer"),
    "place_ambiguous": msg("the record has no coordinates, and several places may be meant"),
    "place_unknown": msg("the record has no coordinates; places there are called alike, and none "
                         "so that it is surely meant"),
    "where_precision_unstated": msg(
        "the source does not say how exact the place is; taken as within 25 km"),
    "point_of_shape": msg(
        "the file gives an area or a line; the point lies on it, within 25 km of all of it where "
        "the precision is 2, and stands for a vague area where it is 5"),
    "country_unknown": msg("the country named is not one that is known"),
    "kind_unknown": msg("the kind named is not in the taxonomy"),
    "licence_unknown": msg("the licence named is not known; taken as forbidding to pass rows on"),
    "fatalities_order": msg("the estimates of deaths are not in the order lowest, best, highest"),
    "zero_coordinates": msg("the point is 0, 0, which sources write for an unknown place"),
    "date_in_future": msg("the date lies in the future"),
    "unit_unknown": msg(
        "the unit of the quantity is not one that is known; both are as the source gives them"),
    "aggregate_total": msg(
        "a total of a country and a year; it may hold seizures that are also recorded singly, and "
        "is not to be added to them"),
    "fatalities_shared": msg(
        "the count of deaths is not whole, since the source divided a total among incidents; it "
        "is rounded"),
    "source_revised": msg("the source has revised this record since it was entered by hand; what "
                          "was entered stands, and the history tells what the source says"),
    "date_precision_conflict": msg("the dates are further apart than their stated precision"),
}


def incidents() -> ir.Table:
    """Return the incident table as an unbound expression, for queries to build on."""
    return ibis.table(SCHEMA, name=TABLE)
