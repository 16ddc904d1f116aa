"""What a preset declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.i18n import Message
from data.ingest.dates import Order
from data.taxonomy import fold

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ActorColumn:
    """A column that names an actor, and the role it plays, which may depend on the kind."""

    columns: tuple[str, ...]
    role: str
    role_by_kind: Mapping[str, str] = field(default_factory=lambda: NOTHING)


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
        id_required: whether a record without the source's identifier is rejected.
        date_order: the order of day and month that the source writes.
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

    def recognises(self, columns: Iterable[str]) -> bool:
        """Tell whether a file with these columns is of this format."""
        return bool(self.signature) and self.signature <= set(columns)

    def find(self, name: str, columns: Iterable[str]) -> str | None:
        """Return the column that holds a field, if the file has one."""
        return find_column(self.columns.get(name, ()), columns)


def find_column(wanted: Iterable[str], columns: Iterable[str]) -> str | None:
    """Return the first wanted column that is there, whatever its case and accents."""
    there: dict[str, str] = {}
    for column in columns:
        there.setdefault(fold(column), column)
    return next((there[fold(name)] for name in wanted if fold(name) in there), None)
