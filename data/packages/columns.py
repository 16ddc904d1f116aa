"""Columns of what a package holds: their types, what they mean, and their HXL hashtags."""

from __future__ import annotations

from dataclasses import dataclass

from data.i18n import Message, msg
from data.model import BY_NAME, EXPORTED
from data.packages.hashtags import TAGS

NOTES = ("notes",)
"""Fields of free text; of `flags`, which carry some, only the reasons leave without it."""
TYPES = {"string": "string", "float64": "number", "int8": "integer", "int64": "integer",
         "date": "date", "boolean": "boolean"}
"""What Frictionless calls the types of the model; those that are not here are arrays."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: in every form of file.
        type: as Frictionless names it.
        meaning: for a person.
        tag: its HXL hashtag with attributes.
    """

    name: str
    type: str
    meaning: Message
    tag: str


def of_incidents(*, notes: bool) -> tuple[Column, ...]:
    """Return the columns of single incidents; without `notes`, no column of free text."""
    return tuple(
        Column(name, TYPES.get(BY_NAME[name].type, "array"), BY_NAME[name].meaning, TAGS[name])
        for name in EXPORTED if notes or name not in NOTES)


HEXAGON: tuple[Column, ...] = (
    Column("cell", "string", msg("hexagon (H3); empty: incidents whose place is known less "
                                 "exactly than a hexagon of this size"), "#geo+code+h3"),
    Column("incidents", "integer", msg("how many incidents"), "#event+num"),
    Column("fatalities_best", "integer", msg("deaths, best estimates added"),
           "#affected+killed"),
    Column("synthetic", "integer", msg("how many of the incidents are invented"),
           "#event+num+synthetic"),
    Column("kinds", "string", msg("incidents by kind"), "#event+type+list"),
    Column("sources", "string", msg("incidents by source"), "#meta+source+list"),
)
AGGREGATE: tuple[Column, ...] = (
    Column("source", "string", msg("who published the records"), "#meta+source"),
    Column("licence", "string", msg("what the source allows to be handed on"), "#meta+licence"),
    Column("level", "string", msg("what place is told: hexagon, unit, country or none"),
           "#geo+type"),
    Column("cell", "string", msg("hexagon (H3) of resolution 4 or coarser, for incidents known "
                                 "to within 25 km or better"), "#geo+code+h3"),
    Column("admin0", "string", msg("country (ISO)"), "#country+code+v_iso2"),
    Column("admin1", "string", msg("first-level unit"), "#adm1+name"),
    Column("period", "string", msg("month or year in which the incidents began; empty: all of "
                                   "the time selected"), "#date+period"),
    Column("kind", "string", msg("kind of incident, from the taxonomy; empty: several kinds"),
           "#event+type"),
    Column("incidents", "integer", msg("how many incidents"), "#event+num"),
)
