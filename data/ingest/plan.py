"""Which column feeds which field, decided before a record is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.errors import UndecidedError, UsageError, wrong_value
from data.i18n import msg
from data.ingest.formats.points import stand_in
from data.ingest.presets.base import ActorColumn, Derived, Preset, find_column
from data.ingest.presets.generic import GENERIC
from data.ingest.records import Header
from data.licences import PASSING_ON
from data.taxonomy import fold

ALIASES: dict[str, str] = {
    "id": "source_record_id",
    "date": "date_start",
    "type": "kind",
    "latitude": "lat",
    "longitude": "lon",
    "admin0": "country",
    "named_admin0": "country",
    "admin1": "named_admin1",
    "region": "named_admin1",
    "admin2": "named_admin2",
    "fatalities": "fatalities_best",
    "amount": "amount_best",
    "actor1": "actor",
    "actor_1": "actor",
}
"""Other words that `--map` takes for a field."""

MOST_LISTED = 30
"""Columns named in a question; a table may have hundreds."""

GENERIC_FIELDS: tuple[str, ...] = tuple(GENERIC.columns)
ROLE_COLUMNS: dict[str, ActorColumn] = {
    fold(word): actor for actor in GENERIC.actors for word in actor.columns
}


@dataclass(frozen=True)
class ActorSource:
    """A staged column that names an actor, and the role it plays."""

    raw: str
    column: ActorColumn


@dataclass(frozen=True)
class Made:
    """A derived field or doubt, with the columns of the file that it is made from.

    Attributes:
        derived: what the preset declares.
        columns: the header's name for each input, None where the file has no such column.
        raws: their staged columns.
    """

    derived: Derived
    columns: tuple[str | None, ...]
    raws: tuple[str | None, ...]

    @property
    def said(self) -> str:
        """The columns, for a person."""
        return " + ".join(column for column in self.columns if column)


@dataclass(frozen=True)
class Plan:
    """How one file is read.

    Attributes:
        preset: the format.
        header: the file's columns.
        names: the header's name for each field that has a column.
        actors: the columns that name one actor each.
        source, licence, citation: what a row has where no column says otherwise.
        made: the fields that are derived, and from which columns.
        doubts: the flags that the preset tells of.
        kept: columns kept in the notes: the header's name and the staged one.
    """

    preset: Preset
    header: Header
    names: Mapping[str, str]
    actors: tuple[ActorSource, ...]
    source: str
    licence: str
    citation: str | None
    made: tuple[Made, ...] = ()
    doubts: tuple[Made, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()

    def raw(self, name: str) -> str | None:
        """Return the staged column of a field, if it has one."""
        if any(made.derived.field == name for made in self.made):
            return derived_column(name)
        column = self.names.get(name)
        return None if column is None else self.header.raw(column)

    @property
    def columns(self) -> dict[str, str]:
        """The file's columns by the words of `--map`, also those that name one actor each."""
        told = dict(self.names)
        for actor in self.actors:
            told[_word(actor.column, told)] = self.header.names[int(actor.raw.removeprefix("c"))]
        return told


def _word(actor: ActorColumn, taken: Mapping[str, str]) -> str:
    """Return the word of `--map` for a column of one actor: its own, else that of its role."""
    own = [fold(word) for word in actor.columns if fold(word) in ROLE_COLUMNS]
    for word in (*own, actor.role, "actor", "actor2"):
        if word in ROLE_COLUMNS and word not in taken:
            return word
    return actor.columns[0]


def derived_column(field: str) -> str:
    """Return the staged name of a derived field or doubt."""
    return f"d_{field}"


def parse_map(pairs: Sequence[str]) -> dict[str, str]:
    """Read `FIELD=COLUMN` pairs into columns by field; raises `UsageError`."""
    chosen: dict[str, str] = {}
    for pair in pairs:
        name, sign, column = pair.partition("=")
        word = name.strip().lower()
        if not sign or not word or not column.strip():
            raise wrong_value("--map", pair, msg("write FIELD=COLUMN, such as lat=Latitude"))
        field = ALIASES.get(word, word)
        if chosen.get(field, column.strip()) != column.strip():
            raise wrong_value("--map", pair, msg("the field has been given another column"))
        chosen[field] = column.strip()
    return chosen


def make(
    preset: Preset, header: Header, overrides: Mapping[str, str], *,
    source: str | None, fallback: str, licence: str | None = None,
    without: Sequence[str] = (),
) -> Plan:
    """Decide the columns of every field.

    Args:
        preset: the format.
        header: the file's columns.
        overrides: columns by field, as `parse_map` reads them.
        source: who published the records, where the user said it; goes before a column.
        fallback: their source where neither the user nor a column says it.
        licence: what may be handed on, where the user said it. One that forbids goes
            before a column and one that allows does not: the stricter word counts.
        without: fields and roles of actors that are not read, whatever is recognised.

    Raises:
        UsageError: `--map` names a field or a column that does not exist.
        UndecidedError: no column is recognised for the date or for the place.
    """
    actor_columns = {fold(word): actor for actor in preset.actors for word in actor.columns}
    names = {name: column for name in preset.columns
             if (column := preset.find(name, header.names))}
    made = _derived(preset, header, {*overrides}, {*names})
    names |= {found.derived.field: found.said for found in made}
    actors = {column: actor for actor in preset.actors
              if (column := find_column(actor.columns, header.names))}
    if source:
        names.pop("source", None)
    if licence and licence not in PASSING_ON:
        names.pop("licence", None)
    for field, column in overrides.items():
        there = named_column(column, header)
        if field in preset.columns or field in GENERIC_FIELDS:
            names[field] = there
        elif fold(field) in actor_columns or fold(field) in ROLE_COLUMNS:
            actors[there] = actor_columns.get(fold(field)) or ROLE_COLUMNS[fold(field)]
        else:
            raise _unknown_field(field)
    if not {"lat", "lon"} & overrides.keys():
        stand_in(names, header)
    made = [found for found in made if found.derived.field not in without]
    names = {field: column for field, column in names.items() if field not in without}
    unread = {fold(role) for role in without}
    actors = {column: actor for column, actor in actors.items()
              if not unread & {fold(word) for word in actor.columns}}
    used = set(names.values())
    plain = {name: column for name, column in names.items()
             if all(found.derived.field != name for found in made)}
    sources = tuple(ActorSource(str(header.raw(column)), actor)
                    for column, actor in actors.items() if column not in used)
    _require(names, [*plain.values(), *(c for found in made for c in found.columns if c)], header)
    doubts = (_made(doubt, header) for doubt in preset.doubts)
    return Plan(preset, header, names, sources, source or fallback, licence or preset.licence,
                preset.citation, tuple(made), tuple(found for found in doubts if found),
                _kept(preset, header))


def _derived(
    preset: Preset, header: Header, overridden: set[str], named: set[str]
) -> list[Made]:
    """Find what fields are derived, each in the first way for which the file has columns."""
    made: dict[str, Made] = {}
    for derived in preset.derived:
        if derived.field in overridden | made.keys() or (derived.last and derived.field in named):
            continue
        if found := _made(derived, header):
            made[derived.field] = found
    return list(made.values())


def _made(derived: Derived, header: Header) -> Made | None:
    """Find the columns that a field is derived from; None where the file lacks needed ones."""
    columns = tuple(find_column(names, header.names) for names in derived.columns)
    if None in columns[:derived.needs]:
        return None
    return Made(derived, columns, tuple(c and header.raw(c) for c in columns))


def _kept(preset: Preset, header: Header) -> tuple[tuple[str, str], ...]:
    found = (find_column([name], header.names) for name in preset.kept)
    return tuple((column, str(header.raw(column))) for column in found if column)


def named_column(column: str, header: Header) -> str:
    """Return the header's name for a column that `--map` names; raises `UsageError`."""
    if column in header.names:
        there = column
    else:
        found = find_column([column], header.names)
        if found is None:
            raise wrong_value("--map", column, msg("the columns of the file are {columns}",
                                                   columns=listed(header)))
        there = found
    require_single(there, header)
    return there


def require_single(column: str, header: Header) -> None:
    """Raise `UndecidedError` where several columns have that name."""
    count = header.names.count(column)
    if count > 1:
        raise UndecidedError(msg(
            "The file has {count} columns called “{column}”; rename all but one.",
            count=count, column=column))


def _unknown_field(word: str) -> UsageError:
    known = ", ".join([*GENERIC_FIELDS, *ROLE_COLUMNS])
    return wrong_value("--map", word, msg("the fields are {known}", known=known))


def _require(names: Mapping[str, str], columns: Iterable[str], header: Header) -> None:
    for column in columns:
        require_single(column, header)
    if "date_start" not in names:
        raise UndecidedError(msg(
            "Which column holds the date? None was recognised; answer with "
            "--map date_start=COLUMN. The columns are {columns}.", columns=listed(header)))
    placed = ("lat" in names and "lon" in names) or "country" in names or "named_admin1" in names
    if not placed:
        raise UndecidedError(msg(
            "Which columns hold the place? None were recognised; answer with --map lat=COLUMN "
            "--map lon=COLUMN, or with --map country=COLUMN. The columns are {columns}.",
            columns=listed(header)))


def listed(header: Header) -> str:
    """Name the columns of a file, for a question."""
    names = [name for name in header.names if name]
    return ", ".join([*names[:MOST_LISTED], *(["…"] if len(names) > MOST_LISTED else [])])
