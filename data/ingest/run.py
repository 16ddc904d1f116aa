"""An import from its files to the next snapshot: all of it, or nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data import licences
from data.areas.drawn import drawn
from data.areas.meaning import Meanings
from data.classify.engine import engine_of
from data.classify.rules import SOURCE, STATED, RuleTable, own_table
from data.errors import unreadable
from data.evidence.pending import Pending
from data.gazetteer.stored import places
from data.history.schema import RETIRED
from data.i18n import msg
from data.ingest import answers, mapping, presets, retire, unit_areas, unread, upsert
from data.ingest import plan as planning
from data.ingest.classified import Classifying, has_notes
from data.ingest.cut_names import complete
from data.ingest.dates import Order
from data.ingest.fits import for_incidents
from data.ingest.formats.base import How, Table
from data.ingest.formats.opening import opened
from data.ingest.identity import incident_id_column, own_id
from data.ingest.locate import Locator
from data.ingest.located import located
from data.ingest.own import require_own
from data.ingest.past import Brought, Past, every_incident, has_any
from data.ingest.placing import Placer
from data.ingest.placing_rows import place_rows
from data.ingest.presets.base import Preset
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.visits import VisitPreset
from data.ingest.progress import Progress
from data.ingest.records import Header
from data.ingest.rejects import OWN, Reject, from_rows
from data.ingest.report import FileReport, ImportReport, tally
from data.ingest.revise import PAST
from data.ingest.understand import Understood, understand
from data.ingest.vintage import next_number, of_file
from data.ingest.visits import run as visits
from data.model import SCHEMA
from data.settings import Settings
from data.store import IMPORTS_SCHEMA, REJECTS_SCHEMA, Snapshot, Store, Writer
from data.taxonomy import fold

DIGEST_CHUNK = 1 << 20
DIGEST_LENGTH = 16

Watch = Callable[[Writer, ir.Table], None]
"""Is shown a table's incidents: the fields of the model, with `record` and `status`."""


@dataclass(frozen=True)
class Options:
    """What a person said about the files; each has a default that decides by content.

    `as_of` is the day on which the files were made; `full` says that they are the whole of
    their source, and `yes` that most of it may be retired. `without` names fields that are not
    read although a column is recognised.
    """

    preset: str = presets.AUTO
    map: Sequence[str] = ()
    source: str | None = None
    licence: str | None = None
    encoding: str | None = None
    date_order: Order | None = None
    sheets: Sequence[str] = ()
    layer: str | None = None
    header: bool = True
    dry_run: bool = False
    rules: RuleTable = field(default_factory=own_table)
    as_of: dt.date | None = None
    full: bool = False
    yes: bool = False
    without: Sequence[str] = ()


@dataclass(frozen=True)
class Outcome:
    """The report of an import, and the rejected records with their original fields.

    `plans` tell how each file of incidents was read; `leaving` holds the first incidents that
    a dry run would retire.
    """

    report: ImportReport
    rejects: list[Reject]
    plans: tuple[planning.Plan, ...] = ()
    leaving: pa.Table | None = None


@dataclass
class _State:
    """What the files so far have changed: incidents, and rows of the evidence base."""

    known: ir.Table
    pending: Pending
    changed: ir.Table | None = None
    reports: list[FileReport] = field(default_factory=list)
    imports: list[dict[str, Any]] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    plans: list[planning.Plan] = field(default_factory=list)
    past: Past = field(default_factory=Past)
    leaving: pa.Table | None = None
    alike: dict[str, Any] = field(default_factory=dict)


def import_files(
    store: Store, paths: Sequence[Path], options: Options, settings: Settings,
    progress: Progress | None = None,
) -> Outcome:
    """Import files as one publish, incidents and visits to sites alike.

    Nothing is published when a file cannot be read, when nothing changed, or on a dry run.

    Raises:
        AtlasError: a file cannot be read or leaves something undecided; the store is as before.
    """
    # Before the store is touched: a wrong option or an unreadable file costs nothing.
    with opened(paths, reading(options, settings)) as tables:
        return import_tables(store, tables, options, settings, progress=progress)


def reading(options: Options, settings: Settings) -> How:
    """Return how files are opened; raises `UsageError` for a wrong `--map`."""
    overrides = planning.parse_map(options.map)
    own = presets.of_user(options.preset, settings.presets)
    return How(
        encoding=options.encoding, sheets=tuple(options.sheets), layer=options.layer,
        header=options.header, fits=for_incidents(options.preset, overrides, own),
        full=complete, batch=settings.import_batch)


def import_tables(
    store: Store, tables: Sequence[Table], options: Options, settings: Settings,
    *, progress: Progress | None = None, watch: Watch | None = None,
    require: Callable[[], None] | None = None,
) -> Outcome:
    """Import tables that are open, as `import_files` does files.

    `watch` sees the judged incidents of each table before anything is published; an error that
    it raises leaves the store as it was. So does one of `require`, which is asked first, once
    nobody else can write.
    """
    shown = progress or Progress(quiet=True)
    overrides = planning.parse_map(options.map)
    own = presets.of_user(options.preset, settings.presets)
    require_own(store)
    with store.rehearsing() if options.dry_run else store.building() as writer:
        if require:
            require()
        job = _Job(options, overrides, own, settings, shown, snapshot=store.current(), watch=watch,
                   alone=len(tables) == 1)
        state = _State(known=every_incident(writer), pending=Pending(writer))
        job.number = next_number(writer, state.known)
        for table in tables:
            job.take(writer, table, state)
        shown.say(msg("Writing the next snapshot"))
        published = _publish(writer, state, options)
    report = ImportReport(tuple(state.reports), store.current_id() if published else None,
                          options.dry_run, options.full, state.past.retired, state.past.returned)
    return Outcome(report, state.rejects, tuple(state.plans), state.leaving)


class _Job:
    """The steps of one file, with what all files share."""

    def __init__(
        self, options: Options, overrides: dict[str, str], own: Sequence[Preset],
        settings: Settings, progress: Progress, *, snapshot: Snapshot | None,
        watch: Watch | None = None, alone: bool = False,
    ) -> None:
        self._options = options
        self._alone = alone
        self._watch = watch
        self._overrides = overrides
        self._own = own
        self._settings = settings
        self._progress = progress
        areas, tolerance = drawn(snapshot), settings.border_tolerance_km
        self._locator = Locator(tolerance, areas)
        self._placer = Placer(areas, partial(places, snapshot), tolerance)
        self._is_unit = Meanings(areas).is_first
        self.number = 0
        # Units of the evidence base are the shipped ones.
        self._site_locator = Locator(tolerance)

    def take(self, writer: Writer, text: Table, state: _State) -> None:
        """Import one file on top of what `state` holds, and add to it."""
        preset = presets.choose(self._options.preset, text.header.names, self._own)
        # A long file's digest takes as long as its reading, and both can be done at once.
        with ThreadPoolExecutor(1) as beside:
            named = beside.submit(_import_id, text, self._options.rules)
            if isinstance(preset, VisitPreset):
                self._take_visits(text, preset, named.result(), state)
            else:
                self._take_incidents(writer, text, preset, named, state)

    def _take_visits(
        self, text: Table, preset: VisitPreset, import_id: str, state: _State
    ) -> None:
        job = visits.Job(
            preset, self._overrides, self._options.source or preset.source or text.name,
            self._licence() or preset.licence, self._options.date_order,
            import_id, self._settings.language)
        report, rejects = visits.take(text, job, state.pending, self._site_locator,
                                       self._progress)
        state.reports.append(report)
        state.rejects += rejects
        state.imports.append(_note(import_id, report))

    def _take_incidents(
        self, writer: Writer, text: Table, preset: Preset, named: Future[str], state: _State
    ) -> None:
        staged = self._stage(writer, text)
        import_id = named.result()
        if preset is GENERIC and "date_start" not in self._overrides:
            unit_areas.refuse(writer, staged, text.header, text.name)
        known = understand(writer, staged, text.header, preset, overrides=self._overrides,
                           named=self._options.preset != presets.AUTO)
        _take_headings(text, known)
        raw, preset, header = known.raw, known.preset, known.header
        told = answers.source_of(writer, raw, header)
        chosen = self._plan(text, preset, header, told)
        state.plans.append(chosen)
        text.notes += unread.notes(chosen, text.own)
        self._progress.say(msg("Reading the fields"))
        said = mapping.read(writer, raw, chosen, self._options.date_order,
                            _trailing(writer, raw, header), is_unit=self._is_unit)
        # Notes of their own can be read before anything else is known of the records.
        early = has_notes(raw, chosen)
        given = mapping.kinds(writer, said) if early else mapping.candidates(writer, said)
        with Classifying(writer, given, raw, chosen, engine_of(self._options.rules)) as kinds:
            typed = mapping.candidates(writer, said) if early else given
            typed = place_rows(writer, typed, self._placer)
            places = located(writer, typed, self._locator, self._progress,
                             self._settings.import_batch)
            typed = kinds.join(writer, typed, self._progress)
        self._progress.say(msg("Comparing with what is held"))
        ids = _ids(raw, header, preset, typed)
        assembled = upsert.assemble(writer, typed, places, ids, import_id,
                                    actors_apart=preset.actors_apart)
        vintage = of_file(writer, assembled.told, state.known, self.number,
                          as_of=self._options.as_of, full=self._options.full)
        found = upsert.judge(writer, assembled, state.known, vintage)
        judged = self._kept(writer, found.rows, state, {**mapping.alike(chosen),
                                                        "import_id": import_id})
        if self._watch:
            self._watch(writer, judged)
        file = _File(text, chosen, import_id, raw, typed, judged, found.counts,
                     self._settings.language, self._options.rules)
        brought = Brought(judged, file.present, vintage, import_id)
        again = state.past.take(writer, brought, state.known)
        state.past.answer(answers.answered(writer, raw, header, judged, import_id))
        known = state.known if again is None else upsert.overlay(state.known, again)
        doubted = state.past.doubt(writer, brought, known)
        text.notes += [state.past.note] if state.past.note else []
        self._account(writer, state, file, again, doubted)

    def _stage(self, writer: Writer, text: Table) -> ir.Table:
        schema = text.header.schema
        writer.make_room(text.size)
        with self._progress.bar(msg("Reading {file}", file=text.name), text.size) as tick:
            name = writer.stage_batches(text.batches(tick), schema)
        if not text.count:
            raise unreadable(text.name, msg("it has a header but no records"),
                             msg("check that the export was complete"))
        return ibis.table(ibis.schema(schema), name=name)

    def _plan(
        self, text: Table, preset: Preset, header: Header, told: str | None
    ) -> planning.Plan:
        return planning.make(
            preset, header, self._overrides, source=self._options.source,
            fallback=preset.source or told or text.name, licence=self._licence(),
            without=self._options.without)

    def _licence(self) -> str | None:
        given = self._options.licence
        return licences.require(given).id if given else None

    def _kept(
        self, writer: Writer, judged: ir.Table, state: _State, alike: dict[str, Any]
    ) -> ir.Table:
        """Return judged records so that they are read fast by all that follows.

        Into an empty store they are only written, and what is `alike` in all of them apart;
        else many things are asked of them.
        """
        if has_any(writer, state.known) or self._watch or not self._alone:
            return writer.aside(judged)
        state.alike = alike
        return writer.view(judged)

    def _account(
        self, writer: Writer, state: _State, file: _File, again: ir.Table | None,
        doubted: ir.Table | None,
    ) -> None:
        rejects = file.rejects(writer)
        if self._options.full:
            retire.require_whole(file.text.name, rejects)
        report = file.report(writer, rejects)
        state.reports.append(report)
        state.rejects += rejects
        state.imports.append(_note(file.import_id, report))
        fresh = file.judged.filter(file.judged.status.isin(["accepted", "updated"]))
        if again is not None:
            fresh = fresh.select(*SCHEMA.names).union(again)
        if doubted is not None:
            fresh = upsert.overlay(fresh, doubted)
        position = len(state.reports)
        changed = fresh if state.changed is None else upsert.overlay(state.changed, fresh)
        keep = writer.view if self._alone and position == 1 else writer.aside
        state.changed = keep(changed.select(*SCHEMA.names))
        state.known = upsert.overlay(every_incident(writer), state.changed)


@dataclass(frozen=True)
class _File:
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
            older=by_status.get("older", 0), columns=dict(self.plan.names),
            rules=self.rules.said, by_rule=_by_rule(writer, kept),
            notes=[note.render(self.language) for note in self.text.notes],
        )


def _by_rule(writer: Writer, kept: ir.Table) -> dict[str, int]:
    """Count the incidents that each rule decided, the most frequent first."""
    decided = kept.filter(kept.kind_rule.notin([STATED, SOURCE]))
    counts = decided.group_by("kind_rule").agg(n=lambda r: r.count()).order_by(
        [ibis.desc("n"), "kind_rule"])
    return {row["kind_rule"]: row["n"] for row in writer.fetch(counts).to_pylist()}


def _import_id(text: Table, rules: RuleTable) -> str:
    """Name an import by its file and by the rules, where they are not the product's own."""
    found = text.digest()
    if rules is not own_table():
        found = hashlib.sha256(f"{found} {rules.digest}".encode()).hexdigest()
    return found[:DIGEST_LENGTH]


def _note(import_id: str, report: FileReport) -> dict[str, Any]:
    """Say what the store keeps of an import."""
    return {
        "import_id": import_id, "at": dt.datetime.now(dt.UTC).replace(tzinfo=None),
        "preset": report.preset, "source": report.source, "file": report.file,
        "digest": import_id, "report": json.dumps(vars(report)),
    }


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    found = hashlib.sha256()
    with path.open("rb") as source:
        while chunk := source.read(DIGEST_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _trailing(writer: Writer, raw: ir.Table, header: Header) -> bool:
    """Tell whether every record has the same one empty field after the header's last.

    A record that is cut short, as the last one of a broken download is, says nothing of this.
    """
    whole = raw.filter(raw.damage.isnull() & (raw.width >= len(header.names)))
    same = (whole.width == len(header.names) + 1) & (whole.tail == '[""]')
    answer = writer.fetch(whole.agg(all=same.fill_null(False).all())).to_pylist()
    return bool(answer[0]["all"])


def _take_headings(text: Table, known: Understood) -> None:
    """Count headings below the header as no records."""
    text.count -= known.headings
    if known.note:
        text.notes.append(known.note)
    if not text.count:
        raise unreadable(text.name, msg("it has a header but no records"),
                         msg("check that the export was complete"))


def _ids(raw: ir.Table, header: Header, preset: Preset, typed: ir.Table) -> ir.Table:
    """Identify records without an identifier by what they say, whatever the columns' order."""
    unstable = {fold(name) for name in preset.unstable}
    if answers.is_of_rejects(header):
        unstable |= {fold(name) for name in OWN}
    named = sorted((fold(name), i) for i, name in enumerate(header.names)
                   if not (unstable and fold(name) in unstable))
    columns = [f"c{i}" for _, i in named]
    lacking = raw.semi_join(typed.filter(typed.source_record_id.isnull()), "record")
    return lacking.select("record", own_id=own_id(lacking, columns, apart=not preset.actors_apart))


def _publish(writer: Writer, state: _State, options: Options) -> bool:
    report = ImportReport(tuple(state.reports))
    changes = report.total("accepted") + report.total("updated")
    seen = {row["digest"] for row in writer.fetch(
        writer.previous("imports").select("digest")).to_pylist()}
    fresh = [note for note in state.imports if note["digest"] not in seen]
    kept = report.total("unchanged") and report.total("rejected") and fresh
    tables = _incidents(writer, state, options)
    if options.dry_run and RETIRED in tables:
        state.leaving = writer.fetch(retire.leaving(writer, tables[RETIRED]))
    if options.dry_run or not (changes or state.pending.news or state.past.news or kept):
        return False
    imports = writer.stage(pa.Table.from_pylist(fresh, IMPORTS_SCHEMA.to_pyarrow()))
    new_ids = {note["import_id"] for note in fresh}
    rejected = [reject.as_row() for reject in state.rejects if reject.import_id in new_ids]
    rejects = writer.stage(pa.Table.from_pylist(rejected, REJECTS_SCHEMA.to_pyarrow()))
    writer.publish(
        {
            **tables,
            **state.pending.tables(),
            "imports": writer.previous("imports").union(
                ibis.table(IMPORTS_SCHEMA, name=imports)),
            "rejects": state.past.rejects(writer).union(
                ibis.table(REJECTS_SCHEMA, name=rejects)),
        },
        about={"imported": [note["file"] for note in state.imports]},
    )
    return True


def _incidents(writer: Writer, state: _State, options: Options) -> dict[str, ir.Table]:
    if state.changed is None:
        return {}
    # Nothing is known before where records may be alike; putting them together costs time.
    every = (state.changed if state.alike
             else upsert.overlay(every_incident(writer), state.changed))
    return state.past.tables(writer, every, yes=options.yes, alike=state.alike)
