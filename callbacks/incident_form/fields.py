"""The form's fields in their order: what each is called, how it is filled, and what helps there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from callbacks.table_cells import COLUMNS
from data import licences, taxonomy
from data.i18n import Message, msg
from data.model import (
    BY_NAME,
    DATE_PRECISION,
    ROLE_LABELS,
    ROLES,
    SENSITIVITY_LABELS,
    WHERE_PRECISION,
)

TEXT, LONG, CHOICE, NUMBER, DAY, ACTORS, TICK = (
    "text", "long", "choice", "number", "day", "actors", "tick")


@dataclass(frozen=True)
class FormField:
    """One field; `help` stands below it, in place of what the model says of it."""

    name: str
    form: str = TEXT
    help: Message | None = None
    label: Message | None = None
    required: bool = False


@dataclass(frozen=True)
class Section:
    """Fields under one heading; with `groups`, only for kinds of these families."""

    id: str
    title: Message
    fields: tuple[FormField, ...]
    groups: tuple[str, ...] = ()


SECTIONS: tuple[Section, ...] = (
    Section("what", msg("What"), (
        FormField("kind", CHOICE, msg("left open, the rules decide from the notes, as they do for "
                                      "files")),
    )),
    Section("when", msg("When"), (
        FormField("date_start", DAY, msg("2019-03-07; or 2019-03 or 2019, where no more is known"),
                  required=True),
        FormField("date_end", DAY, msg("empty where it ended on the first day")),
        FormField("date_precision", CHOICE, msg("left open, it follows from how the days are "
                                                "written and how far they lie apart")),
    )),
    Section("where", msg("Where"), (
        FormField("place", TEXT, msg("as the source names it")),
        FormField("country", TEXT, msg("name or code, as the source says; it is set against where "
                                       "the point lies"), COLUMNS["admin0"]),
        FormField("named_admin1", TEXT, msg("as the source names it, such as a region"),
                  COLUMNS["admin1"]),
        FormField("named_admin2", TEXT, msg("as the source names it, such as a cercle or a "
                                            "province"), COLUMNS["admin2"]),
        FormField("lat", NUMBER, msg("WGS 84 degrees, north positive: 16.27")),
        FormField("lon", NUMBER, msg("WGS 84 degrees, east positive: -0.04")),
        FormField("where_precision", CHOICE, msg("how exactly the place is known; it decides which "
                                                 "hexagons the incident may count in")),
    )),
    Section("who", msg("Who"), (
        FormField("actors", ACTORS, msg("one row for each; “;” separates actors and becomes a "
                                        "comma inside a name")),
    )),
    Section("persons", msg("Persons harmed"), (
        FormField("fatalities_low", NUMBER), FormField("fatalities_best", NUMBER),
        FormField("fatalities_high", NUMBER), FormField("victims", NUMBER),
    )),
    Section("seized", msg("Seized or moved"), (
        FormField("commodity"), FormField("quantity", NUMBER),
        FormField("unit", TEXT, msg("as the source gives it: kg, litres, units, head")),
    ), ("seizure", "trafficking", "cattle_theft", "predation", "finance")),
    Section("money", msg("Money"), (
        FormField("amount_low", NUMBER), FormField("amount_best", NUMBER),
        FormField("amount_high", NUMBER),
        FormField("currency", TEXT, msg("ISO 4217, such as XOF, EUR or USD")),
        FormField("basis", TEXT, msg("what is paid for: per head, per week, per operation, per "
                                     "load")),
    ), ("kidnapping", "taxation", "finance", "trafficking", "seizure")),
    Section("source", msg("Source"), (
        FormField("source", TEXT, required=True),
        FormField("source_record_id", TEXT, msg("what the source calls the record; source and "
                                                "number together are its identity and stay"),
                  required=True),
        FormField("source_url", TEXT, msg("https://…")),
        FormField("citation", TEXT),
        FormField("licence", CHOICE, msg("what forbids passing on keeps the record out of every "
                                         "export")),
        FormField("confidence", TEXT, msg("reliability of the source, A (reliable) to F (cannot be "
                                          "judged), and credibility of the report, 1 (confirmed) "
                                          "to 6 (cannot be judged): B2")),
        FormField("sensitivity", CHOICE, msg("who may see it")),
        FormField("synthetic", TICK, msg("invented for a demonstration or a test; every screen and "
                                         "export says so")),
    )),
    Section("notes", msg("Notes"), (
        FormField("notes", LONG, msg("what the source says, in its words; shown as text only")),
    )),
)
RULES = msg("– let the rules decide –")
UNSTATED: dict[str, Message] = {
    "date_precision": msg("– as the dates say –"), "where_precision": msg("– not stated –")}
OFFERED: dict[str, dict[str, Message]] = {
    "date_precision": {str(level): said for level, said in DATE_PRECISION.items()},
    "where_precision": {str(level): said for level, said in WHERE_PRECISION.items()},
    "licence": {one.id: one.label for one in licences.LICENCES},
    "sensitivity": SENSITIVITY_LABELS,
    "actors": {role: ROLE_LABELS[role] for role in ROLES},
}
"""Values of each choice, in their order."""


def described(language: str) -> list[dict[str, Any]]:
    """Return the sections and their fields for the page's script, in a language."""
    return [{"id": section.id, "title": section.title.render(language),
             "groups": list(section.groups),
             "fields": [_field(field, language) for field in section.fields]}
            for section in SECTIONS]


def label(name: str, language: str) -> str:
    """Call a field by its name on the form."""
    own = next((field.label for section in SECTIONS for field in section.fields
                if field.name == name), None)
    return (own or COLUMNS[name]).render(language)


def _field(field: FormField, language: str) -> dict[str, Any]:
    said = field.help or BY_NAME[field.name].meaning
    return {"name": field.name, "form": field.form, "label": label(field.name, language),
            "help": said.render(language), "required": field.required,
            "choices": _choices(field.name, language)}


def _choices(name: str, language: str) -> list[dict[str, Any]]:
    """Return what a choice offers, in groups where it has any: `label`, and `choices` in it."""
    if name == "kind":
        return [_one("", RULES, language), *_kinds(language)]
    offered = OFFERED.get(name, {})
    first = [_one("", UNSTATED[name], language)] if name in UNSTATED else []
    told = [*first, *(_one(value, said, language) for value, said in offered.items())]
    if name in UNSTATED:
        told = [{**one, "label": f"{one['value']} · {one['label']}"} if one["value"] else one
                for one in told]
    return told


def _one(value: str, said: Message, language: str) -> dict[str, Any]:
    return {"value": value, "label": said.render(language)}


def _kinds(language: str) -> list[dict[str, Any]]:
    return [{"label": group.label(language), "choices": [
        {"value": kind.id, "label": kind.label(language), "group": group.id}
        for kind in taxonomy.KINDS if kind.group == group.id]}
        for group in taxonomy.GROUPS if group.id != taxonomy.UNCLASSIFIED]
