"""The report of a check as the page shows it, and what an import did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from callbacks.upload import rows
from callbacks.upload.controls import in_page
from callbacks.upload.seen import short
from data import taxonomy
from data.evidence.doubts import DOUBTS
from data.i18n import Message, day, nmsg, number, t
from data.ingest.counted import COUNTS
from data.ingest.doubtful import Doubtful
from data.ingest.guilty import guilty
from data.ingest.reasons import worded
from data.ingest.rejects import Reject
from data.ingest.report import FileReport, ImportReport, beside
from data.ingest.run import Outcome

SHOWN = 200
"""Rejected records that are shown; the file that is written holds all."""
BESIDE: dict[str, Callable[[int], Message]] = {
    "sites": lambda n: nmsg("{count} site", "{count} sites", n),
    "places": lambda n: nmsg("{count} place", "{count} places", n),
    "levies": lambda n: nmsg("{count} levy", "{count} levies", n),
}


def checked(
    outcome: Outcome, doubtful: Doubtful, notes: Sequence[Sequence[Message]], language: str
) -> dict[str, Any]:
    """Describe what an import would do.

    Args:
        outcome: of the rehearsal.
        doubtful: the incidents with doubts that it met.
        notes: how each file was read, where that is more than its name tells.
        language: an entry of `data.i18n.LANGUAGES`.
    """
    report = outcome.report
    return {
        "counts": counts(report, language),
        "ending": _ending(report, language),
        "usable": any(file.usable for file in report.files),
        "files": [_file(file, [note.render(language) for note in said], language)
                  for file, said in zip(report.files, notes, strict=True)],
        "doubtful": {"count": doubtful.count,
                     "rows": [_doubtful(row, report, language) for row in doubtful.rows]},
        "rejected": {"count": len(outcome.rejects),
                     "rows": [_reject(reject, outcome, language)
                              for reject in outcome.rejects[:SHOWN]]},
        "retired": _retired(outcome, language),
    }


def counts(report: ImportReport, language: str) -> list[dict[str, Any]]:
    """Write the numbers that add up to the records read, those of nothing too."""
    held = {name: report.total(name) for name in COUNTS if name != "flagged"}
    held["flagged"] = sum(report.tally("flags").values())
    return [{"id": name, "label": label(held[name]).render(language), "n": held[name],
             "text": number(held[name], language)} for name, label in COUNTS.items()]


def _ending(report: ImportReport, language: str) -> str:
    """Say in a sentence what confirming would do."""
    changes = report.total("accepted") + report.total("updated")
    if not any(file.usable for file in report.files):
        return t(language, "No record is usable, so that there is nothing to import.")
    if not (changes or report.retired or report.returned):
        return t(language, "All of this is held already; confirming changes little or nothing.")
    return nmsg("Confirming imports {count} record.", "Confirming imports {count} records.",
                changes).render(language)


def _file(report: FileReport, notes: list[str], language: str) -> dict[str, Any]:
    visits = beside(report.tables)
    said = [in_page(note, language) for note in notes]
    if decided := sum(report.by_rule.values()):
        said.append(nmsg("{count} kind decided by the rules of {table}",
                         "{count} kinds decided by the rules of {table}", decided,
                         table=report.rules).render(language))
    if report.older:
        said.append(in_page(t(
            language, "older than what is held, and kept as history: {count}; if the file is the "
            "later one, name its day with --as-of DATE", count=report.older), language))
    said += [label(visits[name]).render(language)
             for name, label in BESIDE.items() if name in visits]
    return {
        "file": report.file, "preset": report.preset, "source": report.source,
        "read": nmsg("{count} record read", "{count} records read",
                     report.rows_read).render(language),
        "counts": counts(ImportReport((report,)), language),
        "reasons": [{"label": worded(reason).render(language), "text": number(n, language)}
                    for reason, n in report.reasons.items()],
        "doubts": [{"label": DOUBTS[name].render(language) if name in DOUBTS else name,
                    "text": number(n, language)} for name, n in report.flags.items()],
        "notes": said,
    }


def _doubtful(row: dict[str, Any], report: ImportReport, language: str) -> dict[str, Any]:
    told = rows.understood(row, language)
    files = [file.file for file in report.files if not file.tables]
    return {
        "file": files[row["table"]], "record": row["record"], "lat": row["lat"],
        "lon": row["lon"], "letter": rows.mark(row), "kind": told["kind"], "date": told["date"],
        "place": told["place"], "precision": told["precision"],
        "doubts": rows.doubts(row, language),
    }


def _reject(reject: Reject, outcome: Outcome, language: str) -> dict[str, Any]:
    plan = next((plan for plan, file in zip(
        outcome.plans, [f for f in outcome.report.files if not f.tables], strict=True)
        if file.file == reject.file), None)
    return {
        "file": reject.file, "record": reject.record,
        "reasons": [worded(reason).render(language) for reason in reject.reasons],
        "values": [{"column": column, "value": short(value)}
                   for column, value in guilty(reject, plan)],
    }


def _retired(outcome: Outcome, language: str) -> dict[str, Any]:
    leaving = outcome.leaving.to_pylist() if outcome.leaving is not None else []
    return {
        "asked": outcome.report.full, "count": outcome.report.retired,
        "returned": outcome.report.returned,
        "rows": [{"source": row["source"], "id": row["source_record_id"],
                  "date": day(row["date_start"], language),
                  "kind": taxonomy.BY_ID[row["kind"]].label(language),
                  "place": rows.understood(row, language)["place"]} for row in leaving],
    }


def done(outcome: Outcome, preset: str | None, language: str) -> dict[str, Any]:
    """Describe what an import has done, with the link that shows it on the map."""
    report = outcome.report
    said = [f"{each['text']} {each['label']}" for each in counts(report, language) if each["n"]]
    if report.retired:
        said.append(t(language, "retired, since a whole export does not list them: {count}",
                      count=report.retired))
    return {
        "headline": t(language, "Imported") if report.snapshot else t(
            language, "Nothing has changed; the store is as before."),
        "said": said, "snapshot": report.snapshot, "link": _link(outcome, language),
        "rejected": len(outcome.rejects),
        "preset": preset and t(language, "Kept as the preset {name}.", name=preset),
    }


def _link(outcome: Outcome, language: str) -> str:
    sources = list(dict.fromkeys(plan.source for plan in outcome.plans))
    if not sources:
        return urlencode([("layers", "mining"), ("lang", language)])
    return urlencode([*(("source", source) for source in sources), ("lang", language)])
