"""What an import moves into the past: earlier versions, retired incidents, answered rejects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.history.schema import FULL, FULL_SCHEMA, RETIRED, VERSIONS
from data.i18n import Message, msg
from data.ingest import answers, retire, revise, upsert
from data.ingest.identity import incident_id_column
from data.ingest.vintage import Vintage
from data.model import SCHEMA, TABLE
from data.store import Writer


def every_incident(writer: Writer) -> ir.Table:
    """Return the incidents of the snapshot before, retired ones too."""
    return writer.previous().union(writer.previous(RETIRED))


@dataclass(frozen=True)
class Brought:
    """What a file brings: its judged records, and the `incident_id` of rejected ones it lists."""

    judged: ir.Table
    present: ir.Table
    vintage: Vintage
    import_id: str


@dataclass
class Past:
    """What the files so far have moved into the past; `retired` and `returned` are counts."""

    versions: list[ir.Table] = field(default_factory=list)
    fulls: dict[str, tuple[int, str]] = field(default_factory=dict)
    answers: list[pa.Table] = field(default_factory=list)
    stretched: bool = False
    doubted: bool = False
    said_before: ir.Table | None = None
    note: Message | None = None
    retired: int = 0
    returned: int = 0

    @property
    def news(self) -> bool:
        """Whether there is anything that the store does not hold yet."""
        return bool(self.versions or self.answers or self.stretched or self.doubted
                    or self.retired or self.returned)

    def take(
        self, writer: Writer, brought: Brought, known: ir.Table
    ) -> ir.Table | None:
        """Keep what a file revises and what it says of the past.

        Returns:
            The known incidents that it says again later or earlier than before; None where
            there are none.
        """
        judged, vintage = brought.judged, brought.vintage
        self.said_before = None
        if vintage.full and self._repeats(writer, brought, known):
            vintage = replace(vintage, full=False)
        if vintage.full:
            self._note_full(vintage, brought.import_id)
        if not has_any(writer, known):
            return None
        self._keep(writer, revise.giving_way(judged, known))
        self.said_before = self._so_far(writer)
        self._keep(writer, revise.older(judged, self.said_before, known))
        again = writer.create(f"again_{brought.import_id}", revise.stretched(
            judged, known, brought.present, vintage, revise.last_full(writer)))
        if not has_any(writer, again):
            return None
        self.stretched = True
        return again

    def doubt(
        self, writer: Writer, brought: Brought, known: ir.Table
    ) -> ir.Table | None:
        """Return the incidents that a file says again and that carry other flags by now.

        One that a person entered carries a flag where the file has news of it.
        """
        self.note = None
        if not has_any(writer, known):
            return None
        current = known.anti_join(writer.previous(RETIRED), "incident_id")
        doubts = upsert.doubted_otherwise(brought.judged, current)
        if self.said_before is not None:
            doubts = upsert.overlay(doubts, revise.contradicted(
                brought.judged, known, self.said_before))
        found = writer.create(f"doubted_{brought.import_id}", doubts)
        self.note = _news(writer, found)
        if not has_any(writer, found):
            return None
        self.doubted = True
        return found

    def answer(self, found: pa.Table | None) -> None:
        """Keep which rejects a file answers."""
        if found is not None:
            self.answers.append(found)

    def rejects(self, writer: Writer) -> ir.Table:
        """Return the rejects of the snapshot before, with what answers them."""
        before = writer.previous("rejects")
        if not self.answers:
            return before
        staged = writer.stage(pa.concat_tables(self.answers))
        return answers.marked(before, ibis.table(ibis.schema(answers.ANSWERED), name=staged))

    def tables(
        self, writer: Writer, every: ir.Table, *, yes: bool, alike: Mapping[str, Any]
    ) -> dict[str, ir.Table]:
        """Return the tables of the next snapshot that incidents and their past are in.

        Args:
            writer: the snapshot being built.
            every: all incidents, retired ones too.
            yes: whether the user agrees to retire most of a source.
            alike: fields that all incidents have in common, which need not be sorted.

        Raises:
            UndecidedError: most of a source would be retired, and the user has not agreed.
        """
        fulls = revise.last_full(writer)
        for source, (seen, _) in self.fulls.items():
            fulls[source] = max(seen, fulls.get(source, seen))
        tables, self.retired, self.returned = retire.apart(
            writer, every, fulls, asked=self.fulls, yes=yes)
        tables[TABLE] = _in_order(writer, tables[TABLE], alike)
        tables[VERSIONS] = self._so_far(writer)
        if self.fulls:
            rows = [{"source": source, "seen": seen, "import_id": by}
                    for source, (seen, by) in self.fulls.items()]
            staged = writer.stage(pa.Table.from_pylist(rows, FULL_SCHEMA.to_pyarrow()))
            tables[FULL] = writer.previous(FULL).union(ibis.table(FULL_SCHEMA, name=staged))
        return tables

    def _repeats(self, writer: Writer, brought: Brought, known: ir.Table) -> bool:
        """Tell whether a whole export is here again, and nothing of its sources came since."""
        last = revise.last_full(writer)
        sources = brought.vintage.sources
        table = writer.previous(FULL)
        noted = writer.fetch(table.filter(table.import_id == brought.import_id)).to_pylist()
        same = {row["source"] for row in noted if row["seen"] == last[row["source"]]}
        if not sources or not same.issuperset(sources):
            return False
        return not any(has_any(writer, known.filter(
            known.source == source, known.last_seen > last[source])) for source in sources)

    def _note_full(self, vintage: Vintage, import_id: str) -> None:
        """Place a whole source where the earliest of its files stands."""
        for source in vintage.sources:
            seen, by = self.fulls.get(source, (vintage.seen, import_id))
            self.fulls[source] = (min(seen, vintage.seen), by)

    def _keep(self, writer: Writer, rows: ir.Table) -> None:
        kept = writer.create(f"past_{len(self.versions)}", rows)
        if has_any(writer, kept):
            self.versions.append(kept)

    def _so_far(self, writer: Writer) -> ir.Table:
        rows = writer.previous(VERSIONS)
        for more in self.versions:
            rows = rows.select(*SCHEMA.names).union(more.select(*SCHEMA.names))
        return rows


def _in_order(writer: Writer, rows: ir.Table, alike: Mapping[str, Any]) -> ir.Table:
    """Sort incidents; what follows of other fields is added behind, since sorting moves all else.

    That is what they have in common, if anything, and then their identity.
    """
    keys = [name for name in ("source", "source_record_id") if name not in alike]
    if not alike:
        return rows.order_by(keys)
    common = {name: ibis.literal(value, type=SCHEMA[name]) for name, value in alike.items()}
    whole = writer.view(rows.drop(*alike, "incident_id").order_by(keys)).mutate(**common)
    return whole.mutate(incident_id=incident_id_column(whole.source, whole.source_record_id))


def _news(writer: Writer, doubted: ir.Table) -> Message | None:
    """Say how many entries by hand a file has news of."""
    reasons = doubted.flags.map(lambda flag: flag.reason)
    rows = doubted.filter(reasons.contains(revise.REVISED))
    count = int(writer.fetch(rows.count().as_table())[0][0].as_py())
    return msg("incidents that were entered by hand since and that this file has news of: {count}; "
               "what was entered stands, and they are flagged", count=count) if count else None


def has_any(writer: Writer, rows: ir.Table) -> bool:
    """Tell whether there is a row."""
    return bool(writer.fetch(rows.limit(1).count().as_table())[0][0].as_py())
