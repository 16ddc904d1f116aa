"""What an import did, in numbers that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

COUNTS = ("rows_read", "accepted", "updated", "unchanged", "merged", "rejected", "flagged")
HELD = ("accepted", "updated", "unchanged")
BESIDE = ("sites", "places", "levies")
"""What visits to sites bring beside themselves."""


@dataclass(frozen=True)
class FileReport:
    """One file's import.

    `rows_read` is the sum of accepted (new), updated, unchanged, merged (the same record
    again within the file) and rejected. `flagged` counts country conflicts, `flags` these
    and every other doubt, `reasons` each reason of each rejected record. A file of visits
    has in `tables` what became of the rows of each table of the evidence base; a levy that
    a revised visit no longer tells of is `withdrawn`. `notes` say how the file was read,
    where that is more than its name tells. `rules` names the table of rules and its hash,
    `by_rule` counts the incidents whose kind each of them decided. `older` counts those of
    the unchanged that say something older than what is known, which is kept as history.
    """

    file: str
    preset: str
    source: str
    rows_read: int
    accepted: int
    updated: int
    unchanged: int
    merged: int
    rejected: int
    flagged: int
    flags: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    tables: dict[str, dict[str, int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    rules: str = ""
    by_rule: dict[str, int] = field(default_factory=dict)
    older: int = 0

    def __post_init__(self) -> None:
        parts = self.accepted + self.updated + self.unchanged + self.merged + self.rejected
        if parts != self.rows_read:
            raise AssertionError(f"{self.file}: {parts} accounted for of {self.rows_read} read")

    @property
    def usable(self) -> int:
        """Records that are in the store because of this file, or were already."""
        return self.accepted + self.updated + self.unchanged


@dataclass(frozen=True)
class ImportReport:
    """The import of one or several files, published together.

    `full` says that they are whole sources; `retired` counts the incidents that are set aside
    since a whole source no longer lists them, `returned` those that are listed again.
    """

    files: tuple[FileReport, ...]
    snapshot: str | None = None
    dry_run: bool = False
    full: bool = False
    retired: int = 0
    returned: int = 0

    def total(self, name: str) -> int:
        """Sum a count over the files."""
        return sum(getattr(report, name) for report in self.files)

    def tally(self, name: str) -> dict[str, int]:
        """Sum `flags`, `reasons` or `by_rule` over the files, the most frequent first."""
        counter: Counter[str] = Counter()
        for report in self.files:
            counter.update(getattr(report, name))
        return dict(counter.most_common())

    def tables(self) -> dict[str, dict[str, int]]:
        """Sum what became of the rows of each table; empty where no file holds visits."""
        counters: dict[str, Counter[str]] = {}
        for report in self.files:
            for table, counts in report.tables.items():
                counters.setdefault(table, Counter()).update(counts)
        return {table: dict(counter) for table, counter in counters.items()}

    @property
    def preset(self) -> str:
        """The preset that was used, or `mixed`."""
        used = {report.preset for report in self.files}
        return used.pop() if len(used) == 1 else "mixed"

    def as_json(self) -> dict[str, Any]:
        """Return the totals, and the files apart where there are several."""
        shown = _json(self.preset, {name: self.total(name) for name in COUNTS},
                      self.tally("flags"), self.tally("reasons")) | beside(self.tables())
        past = {"older": self.total("older"), "retired": self.retired, "returned": self.returned}
        shown |= {name: n for name, n in past.items() if n or (self.full and name == "retired")}
        if notes := [note for report in self.files for note in report.notes]:
            shown["notes"] = notes
        if by_rule := self.tally("by_rule"):
            shown["by_rule"] = by_rule
        if len(self.files) > 1:
            shown["files"] = [
                {"file": r.file, **_json(r.preset, {n: getattr(r, n) for n in COUNTS},
                                         r.flags, r.reasons), **beside(r.tables)}
                for r in self.files
            ]
        return shown


def _json(
    preset: str, counts: dict[str, int], flags: dict[str, int], reasons: dict[str, int]
) -> dict[str, Any]:
    return {"preset": preset, **counts, "flags": flags, "reasons": reasons}


def beside(tables: dict[str, dict[str, int]]) -> dict[str, Any]:
    """Count the sites, places and levies that are in the store because of visits.

    What became of the rows follows under `tables`. Empty where there are no visits.
    """
    if not tables:
        return {}
    held = {name: sum(tables[name].get(status, 0) for status in HELD)
            for name in BESIDE if name in tables}
    return {**held, "tables": tables}


def tally(values: Iterable[str]) -> dict[str, int]:
    """Count values, the most frequent first."""
    return dict(Counter(values).most_common())
