"""Staged text turned into candidate incidents, each with the reasons that speak against it.

Each step is a view of its own, so that the engine reads short expressions in one pass:
`plain` (text without what surrounds it), `words` (with the answers of the lookups), `numbers`
(read as numbers), and `dated`. The fields of the model, the doubts, and the reasons for a
rejection come of these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import ibis
import ibis.expr.types as ir

from data.ingest import verdicts
from data.ingest.actors import once_each
from data.ingest.dates import Order
from data.ingest.derive import Answers, derive
from data.ingest.lookups import (
    TRUE,
    IsUnit,
    Lookups,
    is_shipped_unit,
    sensitivity,
    stripped,
    stripped_text,
)
from data.ingest.numerals import SURELY_DECIMAL, SURELY_THOUSANDS
from data.ingest.plan import Plan, derived_column
from data.ingest.presets.base import ActorColumn
from data.ingest.typed import (
    coordinate,
    figure,
    is_one_of,
    number,
    present,
    unpointed,
    whole,
    writes,
)
from data.ingest.vintage import moment
from data.model import SCHEMA, UNSTATED_WHERE_PRECISION
from data.store import Writer
from data.taxonomy import UNCLASSIFIED

WHOLE = ("fatalities_low", "fatalities_best", "fatalities_high", "victims")
REAL = ("quantity", "amount_low", "amount_best", "amount_high")
DEGREES = ("lat", "lon")
SCALES = ("where_precision", "date_precision", "geometry_precision")
TEXT = ("source", "source_record_id", "source_url", "citation", "unit", "commodity", "currency",
        "basis", "confidence", "notes", "place", "named_admin1", "named_admin2", "country", "kind",
        "sensitivity", "synthetic", "date_start", "date_end", "revised")
BARE = ("source_url", "unit", "commodity", "currency", "basis", "confidence")
"""Texts that nothing stands for where no column gives them."""
ANSWERS: dict[str, str] = {
    "kind__kind": "string", "kind__choices": "string",
    "country__iso2": "string", "unit__known": "boolean",
    "actors__actors": str(SCHEMA["actors"]),
    "licence__licence": "string", "licence__known": "boolean",
    "date_start__start": "date", "date_start__end": "date", "date_start__precision": "int8",
    "date_end__start": "date", "date_end__end": "date", "date_end__precision": "int8",
}
"""What the lookups answer, null where the file has no such column."""

LookedUp = Mapping[str, tuple[str, ir.Table | None]]
"""Answers by label, each with the field that is read; None where the file has no column."""


@dataclass(frozen=True)
class Read:
    """Staged records with the answers of the lookups, before anything is computed of them."""

    plan: Plan
    plain: ir.Table
    joined: ir.Table


def read(
    writer: Writer, raw: ir.Table, plan: Plan, order: Order | None, trailing: bool,
    *, is_unit: IsUnit = is_shipped_unit,
) -> Read:
    """Look up the values of staged records.

    Args:
        writer: the snapshot being built.
        raw: the staged records.
        plan: which column feeds which field.
        order: the order of day and month, where the user said it.
        trailing: whether every record has one empty field more than the header.
        is_unit: knows the names of first-level units.
    """
    derived = derive(writer, raw, plan)
    # Before any join, so that a value that repeats is stripped once.
    plain = writer.view(_plain(raw, plan, trailing))
    lookups = Lookups(writer, raw, plan, is_unit, {
        column: answers.table for answers in derived for column in answers.columns})
    return Read(plan, plain, _answered(writer, plain, plan, derived, _answers(lookups, order)))


def kinds(writer: Writer, told: Read) -> ir.Table:
    """Put aside the `kind` of each record, as its columns tell it."""
    known = "kind__kind" in told.joined.columns
    kind = told.joined.kind__kind.fill_null(UNCLASSIFIED) if known else ibis.literal(UNCLASSIFIED)
    return writer.aside(told.joined.select("record", kind=kind))


def candidates(writer: Writer, told: Read) -> ir.Table:
    """Put aside one typed row a record.

    Beside its fields it has `record`, `reasons`, `country` (ISO) and `stated_where`, the
    precision of the place that the source states, null where it states none, and `mark`, when
    the source last revised it.
    """
    plan, joined = told.plan, told.joined
    words = writer.view(_words(joined, plan))
    comma = _decimal_comma(writer, told.plain, joined, plan)
    dated = writer.view(_dated(writer.view(_numbers(words, plan, comma=comma))))
    return writer.aside(dated.select(
        record=dated.record, country=dated.country__iso2, stated_where=_stated(dated),
        mark=moment(dated.revised),
        reasons=verdicts.reasons(dated, _id_required(plan)), **_fields(dated, plan)))


def alike(plan: Plan) -> dict[str, Any]:
    """Return the fields that all records of a file have in common, since no column gives them."""
    common: dict[str, Any] = {
        **dict.fromkeys((*WHOLE, *REAL, *BARE)), "source": plan.source, "licence": plan.licence,
        "citation": plan.citation, "sensitivity": "public", "synthetic": False}
    return {name: value for name, value in common.items() if plan.raw(name) is None}


def _plain(raw: ir.Table, plan: Plan, trailing: bool) -> ir.Table:
    notes = plan.raw("notes")
    width = len(plan.header.names)
    texts = {f"c{i}": stripped(raw, f"c{i}") for i in range(width)}
    if notes in texts:
        texts[str(notes)] = stripped_text(raw, str(notes))
    damaged = verdicts.damage(raw, width, trailing)
    return raw.select("record", damaged=damaged, **texts)


def _id_required(plan: Plan) -> bool:
    """Tell whether a record must have an identifier; none can where the file has no column."""
    return plan.preset.id_required and plan.raw("source_record_id") is not None


def _answers(lookups: Lookups, order: Order | None) -> LookedUp:
    """Return what each lookup answers, and which field it reads."""
    return {
        "kind": ("kind", lookups.kinds()),
        "country": ("country", lookups.countries()),
        "unit": ("named_admin1", lookups.units()),
        "actors": ("actors", lookups.actors()),
        "licence": ("licence", lookups.licences()),
        **{name: (name, table) for name, table in lookups.dates(order).items()},
    }


def _answered(
    writer: Writer, plain: ir.Table, plan: Plan, derived: Sequence[Answers], answers: LookedUp
) -> ir.Table:
    """Join the answers of every lookup, each column called `lookup__column`.

    What a derived column means is joined to the few sets of values that it is derived from.
    """
    joined = plain
    for each in derived:
        of_these = {label: answer for label, answer in answers.items()
                    if plan.raw(answer[0]) in each.columns}
        table = _with_answers(each.table, plan, of_these)
        if of_these:
            table = writer.aside(table)
        joined = Answers(table, each.keys, each.columns).joined(joined)
        answers = {label: answer for label, answer in answers.items() if label not in of_these}
    return _with_answers(joined, plan, answers)


def _with_answers(joined: ir.Table, plan: Plan, answers: LookedUp) -> ir.Table:
    for label, (field, answer) in answers.items():
        if answer is not None:
            named = answer.rename({f"{label}__{column}": column for column in answer.columns})
            column = str(plan.raw(field))
            said = stripped(joined, column) if column.startswith("d_") else joined[column]
            joined = joined.left_join(named, said == named[f"{label}__text"])
    return joined


def _text(rows: ir.Table, plan: Plan, name: str) -> ir.StringColumn:
    """Return the text of a field, null where there is no column or the source means nothing."""
    column = plan.raw(name)
    if column is None:
        return ibis.null("string")
    return rows[column] if name in DEGREES else _told(rows[column], plan)


def _words(joined: ir.Table, plan: Plan) -> ir.Table:
    def text(name: str) -> ir.StringColumn:
        return _text(joined, plan, name)

    answers = {name: joined[name] if name in joined.columns else ibis.null(kind)
               for name, kind in ANSWERS.items()}
    actors = {f"actor_{i}": present(_told(joined[actor.raw], plan))
              for i, actor in enumerate(plan.actors)}
    doubts = {verdicts.flag_column(made.derived.field):
              stripped(joined, derived_column(made.derived.field)) for made in plan.doubts}
    return joined.select(
        record=joined.record,
        damaged=joined.damaged,
        **{name: text(name) for name in TEXT if name not in ("source_record_id", "notes")},
        notes=_notes(joined, text("notes"), plan),
        source_record_id=present(text("source_record_id")),
        **{f"{name}_text": figure(text(name)) for name in (*WHOLE, *REAL, *DEGREES, *SCALES)},
        **answers, **actors, **doubts,
    )


def _told(said: ir.StringColumn, plan: Plan) -> ir.StringColumn:
    """Return the text, or null where it is what the source writes for nothing."""
    absent = sorted(plan.preset.absent)
    return ibis.ifelse(is_one_of(said, absent), ibis.null("string"), said) if absent else said


def _notes(joined: ir.Table, notes: ir.StringColumn, plan: Plan) -> ir.StringColumn:
    """Add a line `column: value` for each column that is kept without a field of its own."""
    if not plan.kept:
        return notes
    lines = [notes, *(ibis.literal(f"{name}: ") + present(_told(joined[raw], plan))
                      for name, raw in plan.kept)]
    # Joining passes over what is null.
    return ibis.literal("\n").join(lines).nullif("")


def _numbers(words: ir.Table, plan: Plan, *, comma: bool) -> ir.Table:
    texts = {name: words[f"{name}_text"] for name in (*WHOLE, *REAL, *SCALES)}
    if comma:
        # What was derived has been read already, and is written with points.
        texts |= {name: unpointed(text) for name, text in texts.items()
                  if plan.raw(name) not in (None, derived_column(name))}
    read = {name: number(text, decimal_comma=comma) for name, text in texts.items()}
    read |= {name: coordinate(words[f"{name}_text"]) for name in DEGREES}
    return words.mutate(**read)


def _decimal_comma(writer: Writer, plain: ir.Table, joined: ir.Table, plan: Plan) -> bool:
    """Tell a file that writes decimal commas; in it `1,500` is one and a half.

    Also one that parts thousands with points, as in `1.500.000`.
    """
    there = [name for name in (*WHOLE, *REAL, *DEGREES) if plan.raw(name)]
    derived = any(plan.raw(name) not in plain.columns for name in there)
    rows = joined if derived else plain
    texts = {name: figure(_text(rows, plan, name)) for name in there}
    commas = [(text.contains(",") | text.like("%.___.%")).any().fill_null(False)
              for text in texts.values()]
    if not there or not writer.fetch(rows.agg(some=ibis.or_(*commas)))["some"][0].as_py():
        return False
    counted = [text for name, text in texts.items() if name not in DEGREES]
    told = rows.agg(
        decimal=ibis.or_(*(writes(text, SURELY_DECIMAL) for text in texts.values())),
        thousands=ibis.or_(False, *(writes(text, SURELY_THOUSANDS) for text in counted)))
    row = writer.fetch(told).to_pylist()[0]
    return bool(row["decimal"]) and not row["thousands"]


def _dated(rows: ir.Table) -> ir.Table:
    """Add `start`, `end` and `days`, how many days the dates span; keep whole counts only."""
    end = rows.date_end__end.fill_null(rows.date_start__end)
    counts = {name: whole(rows[name]) for name in (*WHOLE, *SCALES)}
    return rows.mutate(**counts, start=rows.date_start__start, end=end,
                       days=end.epoch_days() - rows.date_start__start.epoch_days() + 1)


def _fields(rows: ir.Table, plan: Plan) -> dict[str, ir.Value]:
    kind = rows.kind__kind.fill_null(UNCLASSIFIED)
    fields: dict[str, ir.Value] = {
        name: rows[name] for name in (*TEXT, *WHOLE, *REAL, *DEGREES) if name in SCHEMA}
    fields |= {
        "source": rows.source.fill_null(plan.source),
        "licence": rows.licence__licence.fill_null(plan.licence),
        "citation": rows.citation.fill_null(ibis.literal(plan.citation, type="string")),
        "kind": kind,
        "date_start": rows.start,
        "date_end": rows.end,
        "date_precision": ibis.ifelse(rows.date_precision.between(1, 5), rows.date_precision,
                                      _date_precision(rows)),
        "where_precision": _where_precision(rows),
        "named_admin0": rows.country,
        "actors": _actors(rows, plan, kind),
        "sensitivity": sensitivity(rows.sensitivity),
        "synthetic": is_one_of(rows.synthetic.lower(), sorted(TRUE)).fill_null(False),
        "flags": verdicts.doubts(rows, [made.derived.field for made in plan.doubts]),
    }
    return {name: value.cast(SCHEMA[name]) for name, value in fields.items()}


def _date_precision(rows: ir.Table) -> ir.IntegerColumn:
    """Take an unstated precision from how the dates are written and what they span."""
    written = ibis.greatest(rows.date_start__precision, rows.date_end__precision)
    spanned = ibis.cases(
        *((rows.days <= longest, precision)
          for precision, longest in verdicts.LONGEST_SPAN.items()), else_=5)
    return ibis.ifelse(rows.date_end__end.isnull(), written, spanned).fill_null(5)


def _stated(rows: ir.Table) -> ir.IntegerColumn:
    """Return the precision of the place that a source states, null where it states none."""
    known = rows.where_precision.between(1, 7).fill_null(False)
    return ibis.ifelse(known, rows.where_precision, ibis.null("int8")).cast("int8")


def _where_precision(rows: ir.Table) -> ir.NumericColumn:
    """Take the stated precision; without a point, it is the unit or the country that is known."""
    stated = rows.where_precision.between(1, 7).fill_null(False)
    without_point = ibis.ifelse(rows.unit__known.fill_null(False), 4, 6)
    pointless = ibis.greatest(ibis.ifelse(stated, rows.where_precision, 0), without_point)
    said = ibis.ifelse(stated, rows.where_precision, UNSTATED_WHERE_PRECISION)
    # A point that stands for an area or a line is never more exact than these are large.
    pointed = ibis.greatest(said, rows.geometry_precision.fill_null(1))
    return ibis.ifelse(rows.lat.isnull(), pointless, pointed)


def _actors(rows: ir.Table, plan: Plan, kind: ir.StringColumn) -> ir.ArrayColumn:
    listed = rows.actors__actors.fill_null(ibis.literal([], type=SCHEMA["actors"]))
    single = [_actor(rows[f"actor_{i}"], actor.column, kind)
              for i, actor in enumerate(plan.actors)]
    if not single:
        return listed
    named = ibis.array(single).filter(lambda actor: actor.notnull())
    every = listed.concat(named.cast(SCHEMA["actors"]))
    return once_each(every) if plan.preset.actors_apart else every


def _actor(name: ir.StringColumn, column: ActorColumn, kind: ir.StringColumn) -> ir.StructColumn:
    role = reduce(lambda other, pair: ibis.ifelse(kind == pair[0], pair[1], other),
                  column.role_by_kind.items(), ibis.literal(column.role))
    whole_actor = ibis.struct({"name": name, "role": role})
    return ibis.ifelse(name.notnull(), whole_actor,
                       ibis.null("struct<name: string, role: string>"))
