"""Kinds decided by the rules, between reading the fields and judging the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from itertools import chain
from threading import Event
from typing import Self

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from data.classify.engine import ANSWER, Engine, classify
from data.classify.rules import SOURCE, STATED, RuleTable
from data.i18n import msg
from data.ingest.lookups import stripped, stripped_text
from data.ingest.plan import Plan
from data.ingest.presets.base import find_column
from data.ingest.progress import Progress
from data.ingest.typed import number
from data.store import Writer
from data.taxonomy import UNCLASSIFIED

KEPT = pa.schema([("record", pa.int64()), *ANSWER])
SIZE = 100_000
"""Records that are classified at a time."""
WINDOW = 1_000_000
"""Records that the engine joins to their notes at a time."""
EVERY = 0.2
"""Seconds between two looks at how far it is."""


class Classifying:
    """The kinds of a file's records, decided in a thread of its own while others are at work.

    Args:
        writer: the snapshot being built.
        given: what is put aside of each record: `record`, its `kind`, and its `notes` where
            there is no column of notes.
        raw: the staged records, put aside.
        plan: which column feeds which field.
        engine: the rules.
    """

    def __init__(
        self, writer: Writer, given: ir.Table, raw: ir.Table, plan: Plan, engine: Engine
    ) -> None:
        codes = _code_columns(plan, engine.table)
        told = _told(given, raw, plan, codes)
        counts = writer.fetch(given.agg(last=given.record.max(), count=given.count()))
        last, self._count = (counts[name][0].as_py() or 0 for name in ("last", "count"))
        self._how = _how(plan)
        self._done = 0
        self._left = Event()
        self._pool = ThreadPoolExecutor(1)
        windows = [writer.batches(_window(told, first), SIZE)
                   for first in range(0, last + 1, WINDOW)]
        self._answers = self._pool.submit(self._decide, windows, list(codes), engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, which is soon after what is at hand is done."""
        self._left.set()
        self._pool.shutdown()

    def join(self, writer: Writer, typed: ir.Table, progress: Progress) -> ir.Table:
        """Return the candidates with `kind`, `kind_rule` and `kind_confidence` by the rules.

        A record that names the rule of its kind itself, as one of our own export does, keeps it.
        """
        with progress.bar(msg("Deciding kinds"), self._count) as tick:
            shown = 0
            over = False
            while not over:
                over = bool(wait([self._answers], EVERY).done)
                done = self._done
                tick(done - shown)
                shown = done
        answers = self._answers.result()
        decided = ibis.table(ibis.schema(KEPT), name=writer.stage_batches(answers, KEPT))
        decided = decided.rename(decided_record="record", decided_kind="kind",
                                 decided_rule="kind_rule", decided_confidence="kind_confidence")
        joined = typed.left_join(decided, typed.record == decided.decided_record)
        # What no rule decided has the kind that it had.
        stands, given = joined.decided_record.isnull(), joined.kind != UNCLASSIFIED
        return joined.mutate(
            kind=joined.decided_kind.fill_null(joined.kind),
            kind_rule=ibis.ifelse(stands & given, self._how, joined.decided_rule),
            kind_confidence=ibis.ifelse(stands & given, 1.0, joined.decided_confidence),
        ).drop("decided_record", "decided_kind", "decided_rule", "decided_confidence")

    def _decide(
        self, windows: Sequence[Iterator[pa.RecordBatch]], codes: list[str], engine: Engine
    ) -> list[pa.RecordBatch]:
        """Classify some records at a time, so that notes need not fit into memory."""
        found: list[pa.RecordBatch] = []
        for rows in chain.from_iterable(windows):
            if self._left.is_set():
                return found
            values = {key: rows[f"code_{i}"] for i, key in enumerate(codes)}
            answer = classify(engine, rows["text"], rows["kind"], values, self._how)
            found += _kept(rows, answer, self._how).to_batches()
            self._done += rows.num_rows
        return found


def _window(told: ir.Table, first: int) -> ir.Table:
    return told.filter(told.record.between(first, first + WINDOW - 1))


def has_notes(raw: ir.Table, plan: Plan) -> bool:
    """Tell whether a column of the records is their notes, which are all that there is to read."""
    return plan.raw("notes") in raw.columns


def _told(given: ir.Table, raw: ir.Table, plan: Plan, codes: dict[str, str]) -> ir.Table:
    """Return what records say of their kind: `text`, `kind`, codes, and a rule of their own."""
    own = plan.raw("notes") if has_notes(raw, plan) else None
    said = raw.select(
        raw_record=raw.record, said=stripped_text(raw, own) if own else ibis.null("string"),
        **_own(raw, plan),
        **{f"code_{i}": stripped(raw, column) for i, column in enumerate(codes.values())})
    rows = given.inner_join(said, given.record == said.raw_record)
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


def _kept(rows: pa.RecordBatch, answer: pa.Table, how: str) -> pa.Table:
    """Return what rules decide, and what a record that names its rule keeps where it has a kind."""
    keeps = pc.and_(pc.is_valid(rows["own_rule"]), pc.not_equal(rows["kind"], UNCLASSIFIED))
    told = pa.table([
        rows["record"],
        pc.if_else(keeps, rows["kind"], answer["kind"]),
        pc.if_else(keeps, rows["own_rule"], answer["kind_rule"]),
        pc.if_else(keeps, rows["own_confidence"], answer["kind_confidence"]),
    ], schema=KEPT)
    # What is given stays so without being told of.
    given = pc.and_(pc.equal(answer["kind_rule"], how), pc.and_(
        pc.equal(answer["kind"], rows["kind"]), pc.equal(answer["kind_confidence"], 1.0)))
    ruled = pc.and_(pc.is_valid(answer["kind_rule"]), pc.invert(given))
    return told.filter(pc.or_(keeps, pc.fill_null(ruled, False)))
