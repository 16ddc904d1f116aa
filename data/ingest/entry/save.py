"""An entry checked, and saved, through the importer: as a table of one record."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any

import ibis.expr.types as ir

from data.errors import AtlasError, UndecidedError
from data.history.chain import Change, changes
from data.history.order import BITS
from data.history.schema import RETIRED
from data.i18n import msg
from data.ingest.entry import problems
from data.ingest.entry.known import Known, known, mark, said_by_files
from data.ingest.entry.record import Entry, EntryTable, kept_flags
from data.ingest.identity import incident_id
from data.ingest.options import Options
from data.ingest.past import every_incident
from data.ingest.run import import_tables
from data.settings import Settings
from data.store import Store, Writer

REVISION = ("revised=revised",)
"""An entry says when it was made, as a source does of its records."""


class ChangedError(AtlasError):
    """The record is not what it was when the form was opened; nothing was written."""


class _SeenError(Exception):
    """All that is asked has been seen; the import is left where it stands."""


@dataclass(frozen=True)
class Checked:
    """What would become of an entry, or what became of it.

    Attributes:
        incident_id: what it is known by.
        problems: what speaks against it; nothing else is told then.
        status: `accepted` (new), `updated`, `unchanged`.
        row: the incident as it is stored.
        changes: what the record says otherwise than before.
        snapshot: the name of the snapshot that it was saved in, None where it was not.
        renews: whether only its doubts differ from those that it has.
        mark: the state of the record that it was set against, empty where there was none.
    """

    incident_id: str
    problems: tuple[problems.Problem, ...] = ()
    status: str = ""
    row: dict[str, Any] | None = None
    changes: tuple[Change, ...] = ()
    snapshot: str | None = None
    renews: bool = False
    mark: str = ""


def check(store: Store, entered: Entry, settings: Settings) -> Checked:
    """Say what would become of an entry; nothing is written.

    Raises:
        StoreError: the store is the demonstration's, or cannot be read.
    """
    return _run(store, entered, settings, expected=None, held=True)


def save(store: Store, entered: Entry, settings: Settings, expected: str) -> Checked:
    """Save an entry in the next snapshot.

    Args:
        store: what it goes into.
        entered: what was entered.
        settings: in force.
        expected: the `mark` of the record that the form was opened with, empty for a new one.

    Raises:
        ChangedError: the store holds another state of the record by now.
        StoreError: the store is the demonstration's, or is being written to.
    """
    held = True
    id = incident_id(entered.text("source"), entered.text("source_record_id"))
    if of_files := said_by_files(store.current(), id):
        # What only takes up the source's own word does not stand against its next one.
        tried = check(store, entered, settings)
        held = tried.row is None or tried.row["content"] not in of_files
    return _run(store, entered, settings, expected=expected, held=held)


@dataclass
class _Seen:
    """Looks at the judged record while the importer holds it, and at what was known before."""

    id: str
    expected: str | None
    row: dict[str, Any] | None = None
    before: dict[str, Any] | None = None
    mark: str = ""

    def __call__(self, writer: Writer, judged: ir.Table) -> None:
        self.before = _first(writer, every_incident(writer), self.id)
        retired = _first(writer, writer.previous(RETIRED), self.id) is not None
        self.mark = mark(self.before, retired=retired)
        if self.expected is not None and self.expected != self.mark:
            raise _changed(self.before)
        self.row = _first(writer, judged, self.id)
        if self.row and (self.expected is None or self.says_nothing):
            raise _SeenError

    @property
    def says_nothing(self) -> bool:
        """Whether the record says what the store holds, with the same doubts."""
        return bool(self.row and self.before and self.row["status"] == "unchanged"
                    and self.row["flags"] == self.before["flags"])


def _run(
    store: Store, entered: Entry, settings: Settings, *, expected: str | None, held: bool
) -> Checked:
    """Take an entry through the importer; without an expected state, as a dry run."""
    id = incident_id(entered.text("source"), entered.text("source_record_id"))
    if wrong := problems.before(entered):
        return Checked(id, tuple(wrong))
    snapshot = store.current()
    there = known(snapshot, id)
    if there:
        entered = replace(entered, flags=kept_flags(there.row))
    seen = _Seen(id, expected)
    options = Options(preset="atlas", map=REVISION, dry_run=expected is None)
    table = EntryTable(entered, _moment(there), held=held)
    published = None
    try:
        outcome = import_tables(store, [table], options, settings, watch=seen)
        if outcome.rejects:
            return Checked(id, tuple(problems.of_reasons(outcome.rejects[0].reasons)))
        published = outcome.report.snapshot
    except UndecidedError:
        return Checked(id, (problems.undecided(entered),))
    except _SeenError:
        pass
    return _checked(id, seen, published)


def _checked(id: str, seen: _Seen, published: str | None) -> Checked:
    assert seen.row is not None
    status = seen.row["status"]
    told = changes(seen.before, seen.row) if seen.before else ()
    return Checked(id, (), status, seen.row, told, published, mark=seen.mark,
                   renews=status == "unchanged" and not seen.says_nothing)


def _moment(there: Known | None) -> int:
    """Return now, in seconds since 1970, or the next second after what the record says."""
    said = there.row["last_said"] if there else None
    return max(int(time.time()), (said >> BITS) + 1 if said and said > 0 else 0)


def _first(writer: Writer, rows: ir.Table, id: str) -> dict[str, Any] | None:
    found = writer.fetch(rows.filter(rows.incident_id == id).limit(1)).to_pylist()
    return found[0] if found else None


def _changed(now: dict[str, Any] | None) -> ChangedError:
    if now is None:
        return ChangedError(msg("The record is no longer in the data. Nothing was saved; what you "
                                "wrote is still in the form."))
    return ChangedError(msg("The record has changed since the form was opened. Nothing was saved; "
                            "what you wrote is still in the form. Look at what it says now, and "
                            "check again."))
