"""The steps of one file, from its records to what changes of the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

import ibis
import ibis.expr.types as ir

from data import licences
from data.areas.drawn import drawn
from data.areas.meaning import Meanings
from data.classify.engine import engine_of
from data.errors import unreadable
from data.gazetteer.stored import places
from data.i18n import msg
from data.ingest import answers, mapping, presets, retire, unit_areas, unread, upsert
from data.ingest import plan as planning
from data.ingest.classified import Classifying, has_notes
from data.ingest.formats.base import Table
from data.ingest.identity import own_id
from data.ingest.import_ids import name_import
from data.ingest.locate import Locator
from data.ingest.located import located
from data.ingest.options import Options
from data.ingest.past import Brought, every_incident, has_any
from data.ingest.placing import Placer
from data.ingest.placing_rows import place_rows
from data.ingest.presets.base import Preset
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.visits import VisitPreset
from data.ingest.progress import Progress
from data.ingest.published import note_of
from data.ingest.records import Header
from data.ingest.rejects import OWN
from data.ingest.state import State
from data.ingest.taken import Taken
from data.ingest.understand import Understood, understand
from data.ingest.vintage import Vintage, of_file
from data.ingest.visits import run as visits
from data.model import SCHEMA
from data.settings import Settings
from data.store import Snapshot, Writer
from data.taxonomy import fold

Watch = Callable[[Writer, ir.Table], None]
"""Is shown a table's incidents: the fields of the model, with `record` and `status`."""


class Job:
    """The steps of one file, with what all files share."""

    def __init__(
        self, options: Options, overrides: dict[str, str], own: Sequence[Preset],
        settings: Settings, progress: Progress, *, number: int, snapshot: Snapshot | None,
        watch: Watch | None = None, alone: bool = False,
    ) -> None:
        self._options = options
        self._number = number
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
        # Units of the evidence base are the shipped ones.
        self._site_locator = Locator(tolerance)

    def take(self, writer: Writer, text: Table, state: State) -> None:
        """Import one file on top of what `state` holds, and add to it."""
        preset = presets.choose(self._options.preset, text.header.names, self._own)
        # A long file's digest takes as long as its reading, and both can be done at once.
        with ThreadPoolExecutor(1) as beside:
            named = beside.submit(name_import, text, self._options.rules)
            if isinstance(preset, VisitPreset):
                self._take_visits(text, preset, named.result(), state)
            else:
                self._take_incidents(writer, text, preset, named, state)

    def _take_visits(
        self, text: Table, preset: VisitPreset, import_id: str, state: State
    ) -> None:
        job = visits.Job(
            preset, self._overrides, self._options.source or preset.source or text.name,
            self._licence() or preset.licence, self._options.date_order,
            import_id, self._settings.language)
        report, rejects = visits.take(text, job, state.pending, self._site_locator,
                                       self._progress)
        state.reports.append(report)
        state.rejects += rejects
        state.imports.append(note_of(import_id, report))

    def _take_incidents(
        self, writer: Writer, text: Table, preset: Preset, named: Future[str], state: State
    ) -> None:
        known = self._understood(writer, self._stage(writer, text), text, preset)
        chosen = self._plan(writer, text, known)
        state.plans.append(chosen)
        typed, places = self._typed(writer, known.raw, chosen)
        self._progress.say(msg("Comparing with what is held"))
        import_id = named.result()
        assembled = upsert.assemble(
            writer, typed, places, _ids(known.raw, known.header, known.preset, typed), import_id,
            actors_apart=known.preset.actors_apart)
        vintage = of_file(writer, assembled.told, state.known, self._number,
                          as_of=self._options.as_of, full=self._options.full)
        found = upsert.judge(writer, assembled, state.known, vintage)
        judged = self._kept(writer, found.rows, state, {**mapping.alike(chosen),
                                                        "import_id": import_id})
        if self._watch:
            self._watch(writer, judged)
        self._set_against_past(writer, state, vintage, Taken(
            text, chosen, import_id, known.raw, typed, judged, found.counts,
            self._settings.language, self._options.rules))

    def _understood(
        self, writer: Writer, staged: ir.Table, text: Table, preset: Preset
    ) -> Understood:
        if preset is GENERIC and "date_start" not in self._overrides:
            unit_areas.refuse(writer, staged, text.header, text.name)
        known = understand(writer, staged, text.header, preset, overrides=self._overrides,
                           named=self._options.preset != presets.AUTO)
        _take_headings(text, known)
        return known

    def _typed(
        self, writer: Writer, raw: ir.Table, chosen: planning.Plan
    ) -> tuple[ir.Table, ir.Table]:
        """Return the candidates with their kinds, and where their places are."""
        self._progress.say(msg("Reading the fields"))
        said = mapping.read(writer, raw, chosen, self._options.date_order,
                            _trailing(writer, raw, chosen.header), is_unit=self._is_unit)
        # Notes of their own can be read before anything else is known of the records.
        early = has_notes(raw, chosen)
        given = mapping.kinds(writer, said) if early else mapping.candidates(writer, said)
        with Classifying(writer, given, raw, chosen, engine_of(self._options.rules)) as kinds:
            typed = mapping.candidates(writer, said) if early else given
            typed = place_rows(writer, typed, self._placer)
            places = located(writer, typed, self._locator, self._progress,
                             self._settings.import_batch)
            return kinds.join(writer, typed, self._progress), places

    def _set_against_past(
        self, writer: Writer, state: State, vintage: Vintage, file: Taken
    ) -> None:
        brought = Brought(file.judged, file.present, vintage, file.import_id)
        again = state.past.take(writer, brought, state.known)
        state.past.answer(answers.answered(writer, file.raw, file.plan.header, file.judged,
                                           file.import_id))
        known = state.known if again is None else upsert.overlay(state.known, again)
        doubted = state.past.doubt(writer, brought, known)
        file.text.notes += [state.past.note] if state.past.note else []
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

    def _plan(self, writer: Writer, text: Table, known: Understood) -> planning.Plan:
        told = answers.source_of(writer, known.raw, known.header)
        chosen = planning.make(
            known.preset, known.header, self._overrides, source=self._options.source,
            fallback=known.preset.source or told or text.name, licence=self._licence(),
            without=self._options.without)
        text.notes += [*unread.notes(chosen, text.own),
                       *unread.nameless(writer, known.raw, chosen, text.own)]
        return chosen

    def _licence(self) -> str | None:
        given = self._options.licence
        return licences.require(given).id if given else None

    def _kept(
        self, writer: Writer, judged: ir.Table, state: State, alike: dict[str, Any]
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
        self, writer: Writer, state: State, file: Taken, again: ir.Table | None,
        doubted: ir.Table | None,
    ) -> None:
        rejects = file.rejects(writer)
        if self._options.full:
            retire.require_whole(file.text.name, rejects)
        report = file.report(writer, rejects)
        state.reports.append(report)
        state.rejects += rejects
        state.imports.append(note_of(file.import_id, report))
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
