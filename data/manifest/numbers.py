"""Numbers of a selection that tell whether the data behind an export is still the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from data.evidence.stored import SCHEMAS as EVIDENCE
from data.queries.exports import RULES, Rules, passing, withheld
from data.queries.filters import selected
from data.queries.stats import totals
from data.selection import Selection
from data.store import IMPORTS_SCHEMA, Snapshot

BETWEEN = "\x1f"


@dataclass(frozen=True)
class Numbers:
    """Incidents of one selection.

    Attributes:
        selection: as a query.
        incidents: all of it.
        leaving: those that may leave as records.
        withheld: the others, by why; see `data.queries.exports`.
        kinds: those that may leave, by kind.
        digest: SHA-256 of the identity and content of those that may leave.
    """

    selection: str
    incidents: int
    leaving: int
    withheld: dict[str, int]
    kinds: dict[str, int]
    digest: str


@dataclass(frozen=True)
class Behind:
    """How far a snapshot's data had come.

    Attributes:
        imports: how many files and entries it knew.
        digest: SHA-256 of their identities, oldest first.
    """

    imports: int
    digest: str


def numbers(snapshot: Snapshot, selection: Selection, rules: Rules = RULES) -> Numbers:
    """Count and hash the incidents of a settled selection."""
    free = passing(selected(selection), rules)
    rows = snapshot.fetch(free.select("incident_id", "content", "kind").order_by("incident_id"))
    kinds = pc.value_counts(rows["kind"]).to_pylist()
    stayed: dict[str, int] = {}
    for row in snapshot.rows(withheld(selection, rules)):
        stayed[row["reason"]] = stayed.get(row["reason"], 0) + int(row["incidents"])
    return Numbers(
        selection.to_query(), int(snapshot.rows(totals(selection))[0]["incidents"]),
        rows.num_rows, dict(sorted(stayed.items())),
        {one["values"] or "": one["counts"] for one in sorted(
            kinds, key=lambda one: one["values"] or "")}, digest(rows))


def digest(rows: pa.Table) -> str:
    """Hash `incident_id` and `content` of rows, in their order."""
    said = pc.binary_join_element_wise(
        rows["incident_id"], rows["content"], BETWEEN, null_handling="replace",
        null_replacement="")
    return hashlib.sha256("\n".join(said.to_pylist()).encode()).hexdigest()


def behind(snapshot: Snapshot) -> Behind:
    """Tell which imports a snapshot rests on."""
    ids = imports(snapshot)
    return Behind(len(ids), digest_of(ids))


def imports(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the imports that a snapshot knows, oldest first."""
    table = ibis.table(IMPORTS_SCHEMA, name="imports")
    rows = snapshot.fetch(table.order_by(["at", "import_id"]).select("import_id"))
    return tuple(rows["import_id"].to_pylist())


def digest_of(ids: Iterable[str]) -> str:
    """Hash identities in their order."""
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()


def claims(snapshot: Snapshot) -> str:
    """Hash the claims of documents that a snapshot holds beside those that are shipped."""
    total = hashlib.sha256()
    for name, schema in sorted(EVIDENCE.items()):
        if not snapshot.holds(name):
            continue
        rows = [json.dumps(row, default=str, sort_keys=True) for row in
                snapshot.rows(ibis.table(schema, name=name))]
        total.update("\n".join([name, *sorted(rows)]).encode())
    return total.hexdigest()
