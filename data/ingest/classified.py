"""Kinds decided by the rules, between reading the fields and judging the records."""

from __future__ import annotations

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from data.classify.engine import ANSWER, Engine, classify
from data.classify.rules import SOURCE, STATED, RuleTable
from data.ingest.lookups import stripped
from data.ingest.plan import Plan
from data.ingest.presets.base import find_column
from data.ingest.typed import number
from data.store import Writer
from data.taxonomy import UNCLASSIFIED

KEPT = pa.schema([("record", pa.int64()), *ANSWER])
SIZE = 50_000
"""Records that are classified at a time."""
DECIDED = ("kind_rule", "kind_confidence")


def classified(
    writer: Writer, typed: ir.Table, raw: ir.Table, plan: Plan, engine: Engine
) -> ir.Table:
    """Return the candidates with `kind`, `kind_rule` and `kind_confidence` by the rules.

    A record that names the rule of its kind itself, as one of our own export does, keeps it.

    Args:
        writer: the snapshot being built.
        typed: candidates, with `record` and `reasons`.
        raw: the staged records.
        plan: which column feeds which field.
        engine: the rules.
    """
    codes = _code_columns(plan, engine.table)
    told = _told(typed, raw, plan, codes)
    answers = _answers(writer, told, list(codes), engine, _how(plan))
    decided = ibis.table(ibis.schema(KEPT), name=writer.stage_batches(answers, KEPT))
    decided = decided.rename(decided_record="record", decided_kind="kind")
    joined = typed.left_join(decided, typed.record == decided.decided_record)
    joined = joined.mutate(kind=joined.decided_kind.fill_null(joined.kind))
    return joined.drop("decided_record", "decided_kind")


def _told(typed: ir.Table, raw: ir.Table, plan: Plan, codes: dict[str, str]) -> ir.Table:
    """Return what usable records say of their kind: `text`, `kind`, codes, and a rule of theirs."""
    notes = plan.raw("notes")
    own = notes if notes in raw.columns else None
    said = raw.select(
        raw_record=raw.record, said=stripped(raw, own) if own else ibis.null("string"),
        **_own(raw, plan),
        **{f"code_{i}": stripped(raw, column) for i, column in enumerate(codes.values())})
    usable = typed.filter(typed.reasons.length() == 0)
    rows = usable.left_join(said, usable.record == said.raw_record)
    # Without a notes column, what is kept of the other columns is what there is to read.
    return rows.select("record", "kind", "own_rule", "own_confidence",
                       *(f"code_{i}" for i in range(len(codes))),
                       text=rows.said if own else rows.notes)


def _own(raw: ir.Table, plan: Plan) -> dict[str, ir.Value]:
    """Return what the record itself says of the rule and the confidence of its kind."""
    rule, confidence = plan.raw("kind_rule"), plan.raw("kind_confidence")
    return {
        "own_rule": stripped(raw, rule) if rule else ibis.null("string"),
        "own_confidence": number(stripped(raw, confidence)) if confidence else
        ibis.null("float64"),
    }


def _how(plan: Plan) -> str:
    """Tell whether kinds are stated by the records, or by codes that the preset reads."""
    preset = plan.preset
    coded = preset.kinds or any(made.derived.field == "kind" for made in plan.made)
    return SOURCE if coded else STATED


def _code_columns(plan: Plan, table: RuleTable) -> dict[str, str]:
    """Return the staged column of each `preset:column` that rules ask for and the file has."""
    found: dict[str, str] = {}
    for preset, column in table.code_columns:
        there = find_column((column,), plan.header.names)
        staged = plan.header.raw(there) if there is not None else None
        if staged and preset in (plan.preset.name, plan.preset.base):
            found[f"{preset}:{column}"] = staged
    return found


def _answers(
    writer: Writer, told: ir.Table, codes: list[str], engine: Engine, how: str
) -> Iterator[pa.RecordBatch]:
    """Classify some records at a time, so that notes need not fit into memory."""
    last = writer.fetch(told.agg(last=told.record.max()))["last"][0].as_py() or 0
    for first in range(0, last + 1, SIZE):
        window = told.filter(told.record.between(first, first + SIZE - 1))
        rows = writer.fetch(window).combine_chunks()
        values = {key: _column(rows, f"code_{i}") for i, key in enumerate(codes)}
        answer = classify(engine, _column(rows, "text"), _column(rows, "kind"), values, how)
        yield from _kept(rows, answer).to_batches()


def _column(rows: pa.Table, name: str) -> pa.Array:
    found = rows[name]
    return found.chunk(0) if found.num_chunks else pa.nulls(0, found.type)


def _kept(rows: pa.Table, answer: pa.Table) -> pa.Table:
    """Let a record that names its rule keep its kind, where it has one."""
    keeps = pc.and_(pc.is_valid(rows["own_rule"]), pc.not_equal(rows["kind"], UNCLASSIFIED))
    return pa.table([
        rows["record"],
        pc.if_else(keeps, rows["kind"], answer["kind"]),
        pc.if_else(keeps, rows["own_rule"], answer["kind_rule"]),
        pc.if_else(keeps, rows["own_confidence"], answer["kind_confidence"]),
    ], schema=KEPT)
