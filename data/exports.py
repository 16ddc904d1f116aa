"""The selection as a file: CSV, GeoJSON or Parquet, without what may not be passed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from data.i18n import Message, msg, nmsg
from data.packages import content
from data.packages.columnar import write_parquet
from data.packages.content import Content, incidents
from data.packages.delimited import write_csv
from data.packages.geojson import write_geojson
from data.queries.exports import RULES, SENSITIVE, Rules, withheld
from data.selection import Selection
from data.store import Snapshot

SYNTHETIC_NOTICE = content.SYNTHETIC_NOTICE


@dataclass(frozen=True)
class ExportReport:
    """How many incidents left, and how many stayed, by source.

    Attributes:
        written: incidents that left as they are.
        withheld: those whose licence forbids passing on raw records.
        sensitive: those that are more sensitive than what may leave.
    """

    written: int
    withheld: dict[str, int]
    sensitive: dict[str, int] = field(default_factory=dict)

    @property
    def stayed(self) -> int:
        """Incidents that did not leave, for either reason."""
        return sum(self.withheld.values()) + sum(self.sensitive.values())

    def sentence(self) -> Message:
        """Say what left and what stayed."""
        left, kept = self.written, sum(self.withheld.values())
        if not self.stayed:
            return nmsg("{count} incident written.", "{count} incidents written.", left)
        if not self.sensitive:
            return msg(
                "{written} incidents written; {stayed} left out, since the licence of their "
                "source forbids passing on raw records ({sources}).",
                written=left, stayed=kept, sources=", ".join(self.withheld))
        return msg(
            "{written} incidents written; {stayed} left out: of {closed} the licence forbids "
            "passing on raw records, and {sensitive} are restricted or confidential ({sources}).",
            written=left, stayed=self.stayed, closed=kept, sensitive=sum(self.sensitive.values()),
            sources=", ".join(dict.fromkeys([*self.withheld, *self.sensitive])))


Write = Callable[[Content, IO[bytes]], int]


def export(
    snapshot: Snapshot, selection: Selection, form: str, target: IO[bytes], rules: Rules = RULES
) -> ExportReport:
    """Write the incidents of a selection in `form`, one of `FORMATS`, to a binary stream."""
    kept: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for row in snapshot.rows(withheld(selection, rules)):
        kept[row["reason"] == SENSITIVE][row["source"]] += row["incidents"]
    written = FORMATS[form](incidents(snapshot, selection, rules), target)
    return ExportReport(written, dict(kept[False]), dict(kept[True]))


def export_file(
    snapshot: Snapshot, selection: Selection, form: str, path: Path, rules: Rules = RULES
) -> ExportReport:
    """Write an export to a file, which appears only once it is whole."""
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as target:
            report = export(snapshot, selection, form, target, rules)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return report


FORMATS: dict[str, Write] = {
    "csv": write_csv,
    "geojson": write_geojson,
    "parquet": write_parquet,
}

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet",
}
