"""What the page calls the options of an import and the fields of an incident."""

from __future__ import annotations

from callbacks.table_cells import COLUMNS
from data.i18n import Message, msg
from data.ingest.plan import ALIASES, GENERIC_FIELDS, ROLE_COLUMNS
from data.ingest.questions import reworded

OPTIONS: dict[str, Message] = {
    "preset": msg("Format"),
    "sheet": msg("Sheet"),
    "layer": msg("Table inside the file"),
    "encoding": msg("Encoding of the text"),
    "no-header": msg("The first line holds values, not names"),
    "date-order": msg("Order of day and month"),
    "map": msg("Which column fills which field"),
    "source": msg("Who published the records"),
    "licence": msg("Licence"),
    "rules": msg("Rules of your own for kinds"),
    "as-of": msg("Exported on"),
    "full": msg("This is the whole of its source"),
    "yes": msg("Retire most of a source all the same"),
    "save-preset": msg("Keep this way of reading as"),
}
"""Controls by the option that they stand for."""

ORDERS: dict[str, Message] = {
    "dmy": msg("day before month (31/12/2020)"),
    "mdy": msg("month before day (12/31/2020)"),
}
ENCODINGS = ("utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "utf-16", "mac-roman", "cp850",
             "cp437")

GROUPS: tuple[tuple[Message, tuple[str, ...]], ...] = (
    (msg("When"), ("date_start", "date_end", "date_precision", "revised")),
    (msg("Where"), ("lat", "lon", "where_precision", "country", "named_admin1", "named_admin2",
                    "place")),
    (msg("What"), ("kind", "notes", "commodity", "quantity", "unit")),
    (msg("Who"), ("actors", *ROLE_COLUMNS)),
    (msg("Persons harmed"), ("fatalities_best", "fatalities_low", "fatalities_high", "victims")),
    (msg("Money"), ("amount_best", "amount_low", "amount_high", "currency", "basis")),
    (msg("The record itself"), ("source_record_id", "source", "source_url", "citation", "licence",
                                "confidence", "sensitivity", "synthetic")),
)
"""Fields that a column may fill, in the order in which a person looks for them."""

FIELDS: dict[str, Message] = {
    **{name: COLUMNS[name] for name in GENERIC_FIELDS if name in COLUMNS},
    "country": COLUMNS["admin0"],
    "named_admin1": COLUMNS["admin1"],
    "named_admin2": COLUMNS["admin2"],
    "revised": msg("When the source revised it"),
    "actors": msg("Actors, several in one column"),
    "perpetrator": msg("Perpetrator"),
    "auteur": msg("Perpetrator"),
    "victim": msg("Victim"),
    "victime": msg("Victim"),
    "collector": msg("Collector"),
    "collecteur": msg("Collector"),
    "authority": msg("Authority"),
    "autorite": msg("Authority"),
    "actor": msg("An actor"),
    "acteur": msg("An actor"),
    "actor1": msg("An actor"),
    "actor2": msg("A second actor"),
}
ROLES = ("perpetrator", "victim", "collector", "authority", "actor", "actor2")
"""Words of `--map` for columns that name one actor each; others mean the same."""


def field(name: str, language: str) -> str:
    """Call a field by its name; one that has none by the word that `--map` takes."""
    named = FIELDS.get(ALIASES.get(name, name))
    return named.render(language) if named else name


def rows_of(names: tuple[str, ...]) -> list[str]:
    """Return the fields of a group, each meaning once."""
    return [name for name in names if name not in ROLE_COLUMNS or name in ROLES]


def in_page(sentence: str, language: str) -> str:
    """Write a sentence of the command line with its options called as the page calls them."""
    return reworded(sentence, lambda option, value: _called(option, value, language))


def _called(option: str, value: str, language: str) -> str:
    if option == "date-order" and value in ORDERS:
        return _quoted(ORDERS[value].render(language), language)
    if option == "map" and "=" in value and not value.isupper():
        name, _, column = value.partition("=")
        called = _quoted(field(name, language), language)
        return called if column in ("COLUMN", "COLONNE") else f"{called} = {column}"
    return _quoted(OPTIONS[option].render(language), language)


def _quoted(text: str, language: str) -> str:
    return f"«\u00a0{text}\u00a0»" if language == "fr" else f"“{text}”"
