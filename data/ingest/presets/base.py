"""What a preset declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.i18n import Message
from data.ingest.dates import Order
from data.taxonomy import fold

NOTHING: Mapping[str, str] = MappingProxyType({})
HOW_WRITTEN = re.compile(
    r"\s*[(\[]\s*(?:[jdmay]{1,4}([/. -])[jdmay]{1,4}\1[jdmay]{1,4}|wgs ?84|"
    r"(?:degrés )?décima(?:le?s?|ux)|decimal(?: degrees)?)\s*[)\]]\s*$", re.IGNORECASE)
"""What a form adds to a column's name to say how to write in it, such as `(jj/mm/aaaa)`."""


@dataclass(frozen=True)
class ActorColumn:
    """A column that names an actor, and the role it plays, which may depend on the kind."""

    columns: tuple[str, ...]
    role: str
    role_by_kind: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True)
class Derived:
    """What is read from the values of several columns, or from one in words of its own.

    Attributes:
        field: the field that it fills; of a doubt, the reason of the flag.
        columns: the names that each value's column may have.
        read: takes the stripped values, None where one is absent, and returns text that is
            read as a column's would be; None for nothing.
        needs: how many of the columns, the first ones, a file must have for it.
        last: whether a column of the field's own goes before it.
        amounts: positions of the columns that hold numbers; where the file writes decimal
            commas, their values come with points.
    """

    field: str
    columns: tuple[tuple[str, ...], ...]
    read: Callable[..., str | None]
    needs: int = 1
    last: bool = False
    amounts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Preset:
    """How a source's columns become an incident.

    Attributes:
        name: what `--preset` takes.
        title: what the format is, for a person.
        source: who publishes it; None where the file's name stands for it.
        licence: an id of `data.licences`.
        citation: how the source asks to be cited.
        signature: columns that a file of this format has under these very names.
        columns: the names a field's column may have, the first that is there counts.
        kinds: a value of the kind's column to an id of the taxonomy; where it is empty,
            the taxonomy's own words are understood.
        actors: columns that name actors.
        id_required: whether a record without the source's identifier is rejected, where
            the file has a column for it.
        date_order: the order of day and month that the source writes.
        layouts: other sets of columns that tell the format, whatever their case.
        derived: fields that one column's own text does not give; they go before `columns`
            unless they come `last`, and of several for a field the first counts.
        doubts: flags of a record, each with what it is about.
        kept: columns without a field, kept in the notes under the names that they have.
        absent: what the source writes for nothing, except in degrees.
        hints: kinds that a value which is no kind may mean, by the value.
        actors_apart: whether records that differ in their actors alone are one incident.
        unstable: columns that differ between records of the same incident, or its exports;
            where nothing else identifies a record, all other columns together do.
        base: the preset that a saved one is made from.
    """

    name: str
    title: Message
    source: str | None
    licence: str
    columns: Mapping[str, tuple[str, ...]]
    signature: frozenset[str] = frozenset()
    citation: str | None = None
    kinds: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    actors: tuple[ActorColumn, ...] = ()
    id_required: bool = False
    date_order: Order | None = None
    layouts: tuple[frozenset[str], ...] = ()
    derived: tuple[Derived, ...] = ()
    doubts: tuple[Derived, ...] = ()
    kept: tuple[str, ...] = ()
    absent: frozenset[str] = frozenset()
    hints: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    actors_apart: bool = False
    unstable: frozenset[str] = frozenset()
    base: str | None = None

    def recognises(self, columns: Iterable[str]) -> bool:
        """Tell whether a file with these columns is of this format."""
        there = set(columns)
        folded = {fold(column) for column in there}
        return (bool(self.signature) and self.signature <= there) or any(
            {fold(column) for column in layout} <= folded for layout in self.layouts)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it reads, each from a column or from several."""
        return frozenset({*self.columns, *(derived.field for derived in self.derived)})

    def find(self, name: str, columns: Iterable[str]) -> str | None:
        """Return the column that holds a field, if the file has one."""
        return find_column(self.columns.get(name, ()), columns)


def find_column(wanted: Iterable[str], columns: Iterable[str]) -> str | None:
    """Return the first wanted column that is there, by its very name or whatever its case.

    Accents and punctuation do not count either, nor what says how to write in the column; a
    name of nothing else is found as it is.
    """
    names = list(columns)
    there: dict[str, str] = {}
    for column in names:
        there.setdefault(fold(column), column)
    for column in filter(HOW_WRITTEN.search, names):
        there.setdefault(fold(HOW_WRITTEN.sub("", column)), column)
    there.pop("", None)
    for name in wanted:
        if name and name in names:
            return name
        if fold(name) in there:
            return there[fold(name)]
    return None
