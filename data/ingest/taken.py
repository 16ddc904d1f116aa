"""One file after its records have been judged: what is told of it."""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from data.classify.rules import SOURCE, STATED, RuleTable
from data.ingest import plan as planning
from data.ingest.formats.base import Table
from data.ingest.identity import incident_id_column
from data.ingest.rejects import Reject, from_rows
from data.ingest.report import FileReport, tally
from data.ingest.revise import PAST
from data.store import Writer


@dataclass(frozen=True)
class Taken:
    """One file after its records have been judged."""

    text: Table
    plan: planning.Plan
    import_id: str
    raw: ir.Table
    typed: ir.Table
    judged: ir.Table
    counts: ir.Table
    language: str
    rules: RuleTable

    @property
    def present(self) -> ir.Table:
        """Identify the rejected records that have an identifier: the source still lists them."""
        named = self.typed.filter(self.typed.reasons.length() > 0)
        ids = incident_id_column(named.source, named.source_record_id)
        return named.select(incident_id=ids).filter(lambda r: r.incident_id.notnull())

    def rejects(self, writer: Writer) -> list[Reject]:
        """Fetch the rejected records with their reasons and original fields."""
        typed, judged = self.typed, self.counts
        found = typed.filter(typed.reasons.length() > 0).select("record", "reasons")
        twice = judged.filter(judged.status == "rejected").select(
            record=judged.record, reasons=ibis.literal(["duplicate_id"]))
        reasons = found.union(twice)
        rows = reasons.inner_join(self.raw, "record").order_by("record")
        return from_rows(self.import_id, self.text.name, self.plan.header,
                         writer.fetch(rows).to_pylist())

    def report(self, writer: Writer, rejects: list[Reject]) -> FileReport:
        """Count what became of every record."""
        judged = self.counts
        counted = judged.group_by("status").agg(n=judged.count())
        by_status = {row["status"]: row["n"] for row in writer.fetch(counted).to_pylist()}
        kept = judged.filter(judged.status.isin(["accepted", "updated", "unchanged"]))
        # What is said now has not changed by a record that is older, or that is not taken.
        by_status["unchanged"] = sum(
            by_status.get(status, 0) for status in ("unchanged", *PAST))
        reasons = kept.select(reason=kept.flags.unnest())
        counts = writer.fetch(reasons.group_by("reason").agg(n=lambda r: r.count()).order_by(
            [ibis.desc("n"), "reason"])).to_pylist()
        flags = {row["reason"]: row["n"] for row in counts}
        return FileReport(
            file=self.text.name, preset=self.plan.preset.name, source=self.plan.source,
            rows_read=self.text.count, rejected=len(rejects),
            **{name: by_status.get(name, 0)
               for name in ("accepted", "updated", "unchanged", "merged")},
            flagged=flags.get("country_conflict", 0), flags=flags,
            reasons=tally(reason for reject in rejects for reason in reject.reasons),
            older=by_status.get("older", 0), columns=self.plan.columns,
            rules=self.rules.said, by_rule=_by_rule(writer, kept),
            notes=[note.render(self.language) for note in self.text.notes],
        )


def _by_rule(writer: Writer, kept: ir.Table) -> dict[str, int]:
    """Count the incidents that each rule decided, the most frequent first."""
    decided = kept.filter(kept.kind_rule.notin([STATED, SOURCE]))
    counts = decided.group_by("kind_rule").agg(n=lambda r: r.count()).order_by(
        [ibis.desc("n"), "kind_rule"])
    return {row["kind_rule"]: row["n"] for row in writer.fetch(counts).to_pylist()}
