"""The sentences that the upload page's script says."""

from __future__ import annotations

from callbacks.words import rendered
from data.i18n import Message, msg

WORDS: dict[str, Message] = {
    "intro": msg("Bring a table of incidents, or of visits to sites: CSV, XLSX, GeoJSON, "
                 "GeoPackage, Shapefile (all its parts together), Parquet, and .zip or .gz of "
                 "these. Nothing is imported before you confirm."),
    "demonstration": msg("The map shows synthetic demonstration data now. What you import goes "
                         "into a store of your own, which the map shows from then on."),
    "step-files": msg("File"),
    "step-reading": msg("How it is read"),
    "step-check": msg("Report"),
    "step-done": msg("Done"),
    "steps": msg("Steps"),
    "drop": msg("Drop files here, or choose them"),
    "choose": msg("Choose files…"),
    "limit": msg("At most {most} MB together."),
    "too-large": msg("That is {size} MB; this server takes at most {most} MB at once (setting "
                     "{setting}). Compress the file as .gz or .zip, or import it on the command "
                     "line: app.py import FILE."),
    "empty": msg("“{file}” is empty; export or download it again."),
    "sending": msg("Sending"),
    "sent": msg("{done} of {total} MB"),
    "cancel": msg("Cancel"),
    "retrying": msg("The connection was lost; trying again."),
    "offline": msg("The server does not answer. Check the connection, then try again; what has "
                   "arrived is kept."),
    "vanished": msg("“{file}” cannot be read any more: it was moved or changed. Choose it again."),
    "again": msg("Try again"),
    "resume": msg("“{file}” has arrived in part. Choose it again to go on, or leave."),
    "other-file": msg("That is not the file that arrived in part: bring “{file}” again, as it "
                      "was, or leave."),
    "leave": msg("Leave, and delete what was sent"),
    "left": msg("Left: the files that were sent have been deleted, and nothing was imported."),
    "another": msg("Bring another file"),
    "work-reading": msg("Looking at the file"),
    "work-check": msg("Checking"),
    "work-import": msg("Importing"),
    "percent": msg("{n} %"),
    "recognised": msg("Recognised as {name}: {title}"),
    "by-content": msg("as recognised"),
    "sheets-hint": msg("none chosen: by their content."),
    "unchosen": msg("as recognised"),
    "first-rows": msg("The first records as they will be understood"),
    "rows-note": msg("from the first {n} records; the check reads all"),
    "rows-note-all": msg("of {n} records"),
    "record": msg("Record"),
    "status": msg("Becomes"),
    "in-file": msg("In the file"),
    "understood": msg("As understood (← what stands in the file)"),
    "more-columns": msg("{n} more columns are not shown here; they are read all the same."),
    "visits-note": msg("Each record is a visit to a site. Sites, places and levies are made of "
                       "them; the check counts these."),
    "map-title": msg("Which column fills which field"),
    "map-several": msg("Columns can be corrected where one file is brought alone; of several, each "
                       "is read by its own columns."),
    "map-hint": msg("Correct what was not recognised rightly. A field without a column stays "
                    "empty."),
    "field": msg("Field"),
    "column": msg("Column"),
    "example": msg("First value"),
    "not-read": msg("not read"),
    "anew": msg("Recognise the columns anew"),
    "made-of": msg("made of {columns}"),
    "about-title": msg("About the file"),
    "source-hint": msg("left empty: {source}"),
    "source-hint-none": msg("left empty: the format’s, or the file’s name"),
    "licence-hint": msg("left empty: {licence}"),
    "as-of-hint": msg("decides which of two exports is the later"),
    "full-hint": msg("What the store holds of this source beside it is retired, never deleted."),
    "yes-hint": msg("Only where the check asks for it."),
    "rules-hint": msg("a CSV as docs/classification.md describes; left empty: ours"),
    "rules-forget": msg("Use ours"),
    "save-hint": msg("small letters, digits, “-” and “_”, such as partner-form; left empty: not "
                     "kept"),
    "sheets-many": msg("Several only where they continue each other."),
    "check": msg("Check"),
    "check-hint": msg("Reads every record and writes nothing."),
    "answer-first": msg("Answer this first:"),
    "cannot": msg("This file cannot be read:"),
    "changed": msg("You have changed a choice since the check; check again to see the report."),
    "report-title": msg("What an import would do"),
    "counts": msg("Counts"),
    "reasons": msg("Why records are rejected"),
    "doubts": msg("Doubts"),
    "doubtful-title": msg("Incidents with doubts"),
    "doubtful-hint": msg("They are imported, and carry their doubts until the source or you "
                         "correct them."),
    "shown-of": msg("{n} of {total} shown"),
    "named": msg("named"),
    "found": msg("found"),
    "suggestion": msg("suggestion"),
    "map-label": msg("Map of the incidents with doubts; the table beside it lists them"),
    "show-on-map": msg("Show on this map"),
    "rejected-title": msg("Rejected records"),
    "rejected-hint": msg("Download them, correct them in a spreadsheet, and bring the file again: "
                         "it takes their place."),
    "download-rejects": msg("Download all rejected records (CSV)"),
    "why": msg("Why"),
    "value": msg("Value"),
    "whole-record": msg("the record as a whole"),
    "retired-title": msg("Retired by this whole export"),
    "retired-hint": msg("The file does not list them any more. They leave the map and stay in the "
                        "history."),
    "returned": msg("Retired before, and listed again: {n}"),
    "source": msg("Source"),
    "number": msg("Its own number"),
    "date": msg("Date"),
    "kind": msg("Kind"),
    "place": msg("Place"),
    "file": msg("File"),
    "confirm": msg("Confirm and import"),
    "to-report": msg("Back to the report"),
    "go-to": msg("Go to “{name}”"),
    "back": msg("Back to how it is read"),
    "see": msg("See them on the map"),
    "done-at": msg("Snapshot {name}"),
    "failed": msg("The server could not do this. Try again; if it stays so, its log tells more."),
}


def of(language: str) -> dict[str, str]:
    """Return every sentence in a language, its gaps left for the browser to fill."""
    return rendered(WORDS, {}, language)
