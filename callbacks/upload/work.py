"""The three pieces of work of an upload: look at its beginning, rehearse it, import it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from callbacks.context import Context
from callbacks.upload import seen, target, told
from callbacks.upload.choices import Choices
from callbacks.upload.folder import Upload
from callbacks.upload.jobs import Job, Shown
from callbacks.upload.refused import RefusedError
from data.errors import UsageError
from data.i18n import LANGUAGES, msg
from data.ingest import presets, rejects
from data.ingest.doubtful import Doubtful
from data.ingest.formats.kinds import PARTS_OF_SHAPEFILE
from data.ingest.formats.opening import opened
from data.ingest.keep import to_saved
from data.ingest.options import Options
from data.ingest.presets import saved
from data.ingest.preview import preview
from data.ingest.run import Outcome, import_tables, reading
from data.settings import Settings

BESIDE = (*PARTS_OF_SHAPEFILE, ".csvt", ".qmd", ".xml")
"""Endings of files that only say more of another file of the same name."""
REJECTS = "rejects.csv"


def tables(upload: Upload) -> list[Path]:
    """Return the files to import: those that are no mere part of another."""
    paths = [upload.path(file.name) for file in upload.files]
    stems = {_stem(path) for path in paths if path.suffix.lower() not in BESIDE}
    return [path for path in paths
            if path.suffix.lower() not in BESIDE or _stem(path) not in stems]


def _stem(path: Path) -> str:
    name = path.name.lower()
    return PurePosixPath(name.removesuffix(".xml")).stem if name.endswith(
        ".shp.xml") else path.stem.lower()


def look(context: Context, upload: Upload, choices: Choices, job: Job, language: str) -> None:
    """Read the beginning of every file, and keep what it will become."""
    options = choices.options(_rules(upload), dry_run=True)
    store, settings = target.target(context), _spoken(context.settings, language)
    found = []
    for path in tables(upload):
        found.append(preview(store, path, options, settings, Shown(job)))
        job.require_wanted()
    upload.keep("reading", {spoken: seen.previews(found, spoken) for spoken in LANGUAGES})
    upload.write(read=choices.given, checked=None)


def check(context: Context, upload: Upload, choices: Choices, job: Job, language: str) -> None:
    """Rehearse the import, and keep what it would do."""
    _require_savable(upload, choices, context.settings)
    options = choices.options(_rules(upload), dry_run=True)
    store, settings = target.target(context), _spoken(context.settings, language)
    before, doubtful = store.current_id(), Doubtful()
    with opened(tables(upload), reading(options, settings)) as opened_tables:
        outcome = import_tables(store, opened_tables, options, settings, progress=Shown(job),
                                watch=doubtful)
        notes = [list(table.notes) for table in opened_tables]
    rejects.write(upload.folder / REJECTS, outcome.rejects, language)
    upload.keep("check", {spoken: told.checked(outcome, doubtful, notes, spoken)
                          for spoken in LANGUAGES})
    upload.write(checked={"choices": dict(choices.given), "snapshot": before})


def confirm(context: Context, upload: Upload, job: Job, language: str) -> None:
    """Import what was checked, as it was checked, and delete the files."""
    note = upload.note()
    choices = Choices.read(note["checked"]["choices"])
    store, settings = target.target(context), _spoken(context.settings, language)

    def require_same() -> None:
        if store.current_id() != note["checked"]["snapshot"]:
            upload.write(checked=None)
            raise RefusedError(409, msg(
                "The data has been renewed since this was checked, so that the report may be wrong "
                "by now. Check again; nothing was imported."))

    require_same()
    options = choices.options(_rules(upload), dry_run=False)
    with opened(tables(upload), reading(options, settings)) as opened_tables:
        # Unpacking may have taken minutes, in which another import was confirmed.
        outcome = import_tables(store, opened_tables, options, settings, progress=Shown(job),
                                require=require_same)
    kept = _save(outcome, choices, options, settings)
    result: dict[str, Any] = {
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), "preset": kept,
        "said": {spoken: told.done(outcome, kept, spoken) for spoken in LANGUAGES}}
    upload.keep("done", result)
    upload.write(done=True)
    upload.empty()
    target.show(context, store)


def require_checked(upload: Upload) -> None:
    """Raise `RefusedError` where there is nothing to confirm: not checked, or imported already."""
    note = upload.note()
    if note.get("done"):
        raise RefusedError(409, msg(
            "This upload has been imported already; it is not imported twice."))
    if not note.get("checked"):
        raise RefusedError(409, msg(
            "Check the file first: the report says what an import would do."))


def _rules(upload: Upload) -> Path | None:
    return upload.rules if upload.note().get("rules") else None


def _spoken(settings: Settings, language: str) -> Settings:
    return replace(settings, language=language)


def _require_savable(upload: Upload, choices: Choices, settings: Settings) -> None:
    """Refuse a name that cannot be kept, before anything is read."""
    if not choices.save_as:
        return
    saved.require_name(choices.save_as, presets.names(), settings.presets)
    if len(tables(upload)) > 1:
        raise UsageError(msg("A preset is made from one file; bring one alone, or save none."))


def _save(
    outcome: Outcome, choices: Choices, options: Options, settings: Settings
) -> str | None:
    if not choices.save_as or not outcome.plans:
        return None
    saved.write(settings.presets, to_saved(
        choices.save_as, outcome.plans[0], source=options.source, licence=options.licence,
        order=options.date_order))
    return choices.save_as
