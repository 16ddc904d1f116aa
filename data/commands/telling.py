"""How an import is told to a person, whatever it brings: counts, reasons, doubts, the ending."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from data.commands import common
from data.errors import wrong_value
from data.i18n import Message, msg, number
from data.ingest.counted import COUNTS
from data.ingest.reasons import worded
from data.ingest.report import FileReport
from data.settings import Settings


def require_writable(path: Path | None, files: Iterable[Path]) -> None:
    """Refuse a file of rejects that cannot be written, or is one of the files to import."""
    if path is None:
        return
    if path.is_dir() or not path.resolve().parent.is_dir():
        raise wrong_value("--rejects", path, msg("name a file in a folder that exists"))
    if path.resolve() in {file.resolve() for file in files}:
        raise wrong_value("--rejects", path, msg("it is one of the files to import"))


def tell_counts(report: FileReport, flags: Mapping[str, Message], settings: Settings) -> None:
    """Print what became of a file's records, each reason and each doubt; `flags` words these."""
    language = settings.language
    common.say(msg("{file}: {preset}, {rows} records read", file=report.file,
                   preset=report.preset, rows=report.rows_read), settings)
    for note in report.notes:
        print(f"  · {note}")
    counts = {"accepted": report.accepted, "updated": report.updated,
              "unchanged": report.unchanged, "merged": report.merged,
              "rejected": report.rejected}
    for what, count in counts.items():
        if count:
            print(f"  {number(count, language):>10}  {COUNTS[what](count).render(language)}")
    for reason, count in report.reasons.items():
        print(f"  {number(count, language):>10}  – {worded(reason).render(language)}")
    for reason, count in report.flags.items():
        print(f"  {number(count, language):>10}  ⚑ {flags[reason].render(language)}")


def hint_at_rejects(rejected: int, path: Path | None, settings: Settings) -> None:
    """Say how to get the rejected records, where some were and no file was named."""
    if rejected and not path:
        common.say(msg("Run again with --rejects FILE.csv to get the rejected records."), settings)


def ending(snapshot: str | None, *, usable: bool, dry_run: bool) -> Message:
    """Say whether something was published, and why not."""
    if dry_run:
        return msg("Nothing was written: this was a dry run.")
    if snapshot:
        return msg("Published as snapshot {name}.", name=snapshot)
    if not usable:
        return msg("No record was usable; the store is as before.")
    return msg("Nothing has changed; the store is as before.")
