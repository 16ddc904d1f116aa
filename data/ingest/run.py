"""An import from its files to the next snapshot: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from data.evidence.pending import Pending
from data.i18n import msg
from data.ingest import plan as planning
from data.ingest import presets
from data.ingest.cut_names import complete
from data.ingest.fits import for_incidents
from data.ingest.formats.base import How, Table
from data.ingest.formats.opening import opened
from data.ingest.job import Job, Watch
from data.ingest.options import Options
from data.ingest.own import require_own
from data.ingest.past import every_incident
from data.ingest.progress import Progress
from data.ingest.published import publish
from data.ingest.rejects import Reject
from data.ingest.report import ImportReport
from data.ingest.state import State
from data.ingest.vintage import next_number
from data.settings import Settings
from data.store import Store


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
        state = State(known=every_incident(writer), pending=Pending(writer))
        job = Job(options, overrides, own, settings, shown, snapshot=store.current(), watch=watch,
                  number=next_number(writer, state.known), alone=len(tables) == 1)
        for table in tables:
            job.take(writer, table, state)
        shown.say(msg("Writing the next snapshot"))
        published = publish(writer, state, options)
    report = ImportReport(tuple(state.reports), store.current_id() if published else None,
                          options.dry_run, options.full, state.past.retired, state.past.returned)
    return Outcome(report, state.rejects, tuple(state.plans), state.leaving)
