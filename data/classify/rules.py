"""The table of rules: what a row may hold, read and checked."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data import taxonomy
from data.classify.grammar import (
    Lists,
    Pattern,
    PatternError,
    alternatives,
    parse,
)
from data.errors import UnreadableFileError, unreadable
from data.i18n import Message, msg

OWN = Path(__file__).with_name("rules.csv")
COLUMNS = ("rule", "language", "pattern", "codes", "kind", "confidence", "vetoes", "priority",
           "note")
LANGUAGES = ("en", "fr", "any")
CONFIDENCE = {"high": 0.9, "medium": 0.7, "low": 0.4}
"""What the words count as; a number from 0 to 1 is taken as it is."""

STATED, SOURCE = "stated", "source"
"""What stands for a rule where the record states the kind, and where its source's codes do."""
STATED_PRIORITY, SOURCE_PRIORITY = 100, 50
"""A rule refines a kind that is given only where its own priority is above this."""

DIGEST_LENGTH = 16
MOST_RULES = 5_000


@dataclass(frozen=True)
class Code:
    """A source's own code: a column's value in files of a preset."""

    preset: str
    column: str
    value: str

    @property
    def key(self) -> str:
        """The preset and the column, as in `acled:sub_event_type`."""
        return f"{self.preset}:{self.column}"


@dataclass(frozen=True)
class Rule:
    """One row of the table.

    Attributes:
        id: its name, which classified incidents carry.
        language: of its words; every rule is tried on every note.
        pattern: what the note must say; None where codes alone decide.
        codes: of which the record must have one; none where words alone decide.
        kind: what it yields.
        confidence: 0 to 1.
        vetoes: what must not stand in the sentence that the pattern is found in.
        barred: codes of which the record must have none.
        priority: 1 to 99; the highest decides, and above 50 it refines a source's code.
        note: what a reader of the table should know.
    """

    id: str
    language: str
    pattern: Pattern | None
    codes: tuple[Code, ...]
    kind: str
    confidence: float
    vetoes: tuple[Pattern, ...]
    barred: tuple[Code, ...]
    priority: int
    note: str


@dataclass(frozen=True)
class RuleTable:
    """Rules in the order of their rows, with the name and the hash of their file."""

    name: str
    digest: str
    rules: tuple[Rule, ...]

    @property
    def code_columns(self) -> tuple[tuple[str, str], ...]:
        """The columns of codes that rules ask for: preset and column, each once."""
        asked = ((code.preset, code.column) for rule in self.rules
                 for code in (*rule.codes, *rule.barred))
        return tuple(dict.fromkeys(asked))

    @property
    def said(self) -> str:
        """The name and the hash, for what is kept of an import."""
        return f"{self.name} (sha256 {self.digest})"


@cache
def own_table() -> RuleTable:
    """Return the table that comes with the product."""
    return read(OWN)


def read(path: Path) -> RuleTable:
    """Read and check a table of rules.

    Raises:
        UnreadableFileError: it cannot be read, or a row says what cannot be; the message
            names the row and the column.
    """
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise unreadable(path.name, msg("it cannot be read ({why})", why=error.strerror or ""),
                         msg("check the name of the file")) from error
    except UnicodeDecodeError as error:
        raise unreadable(path.name, msg("it is not UTF-8 text"),
                         msg("save it as CSV in UTF-8")) from error
    digest = hashlib.sha256(content).hexdigest()[:DIGEST_LENGTH]
    return RuleTable(path.name, digest, tuple(_rules(path.name, text)))


def _rules(name: str, text: str) -> Iterator[Rule]:
    lists: dict[str, tuple[tuple[str, ...], ...]] = {}
    seen: set[str] = set()
    for number, row in _rows(name, text):
        cells = _Row(name, number, row)
        identity = cells.identity(seen)
        seen.add(identity)
        if identity.startswith("@"):
            lists[identity[1:]] = cells.listed(lists)
        else:
            yield cells.rule(identity, lists)
    if not any(not identity.startswith("@") for identity in seen):
        raise unreadable(name, msg("it holds no rules"), msg("write one in each row"))


def _rows(name: str, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows that say something, with their numbers as a spreadsheet counts them."""
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""),
                        delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        rows = list(reader)
    except csv.Error as error:
        raise unreadable(name, msg("it is not CSV ({why})", why=str(error)),
                         msg("save it as CSV in UTF-8")) from error
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    missing = [column for column in COLUMNS if column not in header and column != "note"]
    if missing:
        raise unreadable(name, msg("it lacks the columns {columns}", columns=", ".join(missing)),
                         msg("a table of rules has the columns {columns}",
                             columns=", ".join(COLUMNS)))
    if len(rows) > MOST_RULES:
        raise unreadable(name, msg("it has over {count} rows", count=MOST_RULES),
                         msg("leave out rules that are not needed"))
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
            yield number, {column: cells.get(column, "") for column in COLUMNS}


class _Row:
    """One row of the file, whose cells are read each with its own complaint."""

    def __init__(self, file: str, number: int, cells: Mapping[str, str]) -> None:
        self._file = file
        self._number = number
        self._cells = cells

    def wrong(self, column: str, why: Message) -> UnreadableFileError:
        """Build the error of a cell."""
        return UnreadableFileError(msg(
            "{file}, row {row}, column {column}: {why}.", file=self._file, row=self._number,
            column=column, why=why))

    def identity(self, seen: set[str]) -> str:
        """Return the name of the rule or, with an `@`, of the list."""
        name = self._cells["rule"]
        bare = name.removeprefix("@").replace("-", "").replace("_", "").replace(".", "")
        if not (bare.isascii() and bare.isalnum()) or name in (STATED, SOURCE):
            raise self.wrong("rule", msg(
                "a rule’s name is of letters, digits, “-”, “.” and “_”, and is neither “stated” "
                "nor “source”; a list’s begins with @"))
        if name in seen:
            raise self.wrong("rule", msg("another row is called “{name}” too", name=name))
        return name

    def listed(self, lists: Lists) -> tuple[tuple[str, ...], ...]:
        """Read a list of alternatives."""
        try:
            return alternatives(self._cells["pattern"], lists)
        except PatternError as error:
            raise self.wrong("pattern", error.message) from error

    def rule(self, identity: str, lists: Lists) -> Rule:
        """Read a rule."""
        cells = self._cells
        if not cells["pattern"] and not cells["codes"]:
            raise self.wrong("pattern", msg("a rule needs a pattern, codes, or both"))
        return Rule(
            id=identity, language=self._language(), pattern=self._pattern(lists),
            codes=self._codes("codes", self._parts("codes")), kind=self._kind(),
            confidence=self._confidence(), vetoes=self._vetoes(lists),
            barred=self._codes("vetoes", filter(_is_code, self._parts("vetoes"))),
            priority=self._priority(), note=cells["note"])

    def _language(self) -> str:
        if self._cells["language"] not in LANGUAGES:
            raise self.wrong("language", msg("it is en, fr or any"))
        return self._cells["language"]

    def _pattern(self, lists: Lists) -> Pattern | None:
        try:
            return parse(self._cells["pattern"], lists) if self._cells["pattern"] else None
        except PatternError as error:
            raise self.wrong("pattern", error.message) from error

    def _vetoes(self, lists: Lists) -> tuple[Pattern, ...]:
        words = (part for part in self._parts("vetoes") if not _is_code(part))
        try:
            return tuple(parse(part, lists) for part in words)
        except PatternError as error:
            raise self.wrong("vetoes", error.message) from error

    def _parts(self, column: str) -> list[str]:
        return [part.strip() for part in self._cells[column].split(";") if part.strip()]

    def _codes(self, column: str, texts: Iterable[str]) -> tuple[Code, ...]:
        return tuple(self._code(column, text) for text in texts)

    def _code(self, column: str, text: str) -> Code:
        place, equals, value = text.partition("=")
        preset, colon, name = place.partition(":")
        parts = [part.strip() for part in (preset, name, value)]
        if not (equals and colon and all(parts)):
            raise self.wrong(column, msg(
                "“{code}” is not preset:column=value, such as acled:event_type=Battles",
                code=text))
        return Code(*parts)

    def _kind(self) -> str:
        kind = taxonomy.named(self._cells["kind"])
        if kind is None:
            raise self.wrong("kind", msg("“{kind}” is not a kind of the taxonomy, such as "
                                         "cattle_theft or seizure.drugs", kind=self._cells["kind"]))
        return kind

    def _confidence(self) -> float:
        said = self._cells["confidence"]
        try:
            value = CONFIDENCE.get(said.casefold()) or float(said.replace(",", "."))
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            raise self.wrong("confidence", msg("it is high, medium, low, or a number from 0 to 1"))
        return value

    def _priority(self) -> int:
        said = self._cells["priority"]
        if not (said.isascii() and said.isdigit() and 1 <= int(said) < STATED_PRIORITY):
            raise self.wrong("priority", msg("it is a whole number from 1 to 99"))
        return int(said)


def _is_code(text: str) -> bool:
    """Tell a code among the vetoes from a pattern, which has no equals sign."""
    return "=" in text
