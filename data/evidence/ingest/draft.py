"""One entry of a file on its way to a row in the published form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data import boundaries, licences
from data.evidence.columns import NOT_STATED, columns_of
from data.evidence.ingest import checks
from data.evidence.ingest.flags import Flag, flag, write
from data.evidence.ingest.gazetteer import Gazetteer
from data.evidence.ingest.header import LICENCE, PLACING, Columns, french
from data.evidence.ingest.library import Library
from data.evidence.ingest.naming import content_id
from data.evidence.ingest.sheet import Entry
from data.evidence.ingest.tidy import DEGREES, NUMBERS, Tidy, bare, degrees, number, tidier
from data.evidence.ingest.where import Resolver, from_shape
from data.evidence.model import Claim, Corridor, Document, Place
from data.ingest.numerals import decimal_comma
from data.licences import PASSING_ON

Row = dict[str, str]


@dataclass
class Draft:
    """What an entry has become: its row, what it brings along, and what speaks against it."""

    entry: Entry
    row: Row = field(default_factory=dict)
    places: list[Row] = field(default_factory=list)
    document: Row | None = None
    reasons: list[str] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)


@dataclass(frozen=True)
class Origin:
    """Who published the rows, what they allow, and the import that brings them."""

    import_id: str
    source: str
    licence: str

    def stamp(self, row: Row, flags: list[Flag], licence: str | None = None) -> None:
        """Fill the columns that the store adds to a row."""
        row |= {"import_id": self.import_id, "source": self.source,
                "licence": licence or self.licence, "flags": write(flags)}


def writes_commas(record: type, columns: Columns, entries: Sequence[Entry]) -> bool:
    """Tell whether a file writes decimal commas, so that `1,500` is one and a half in it."""
    def texts(wanted: Collection[str]) -> Iterator[str]:
        names = [columns.names[column] for column in wanted if column in columns.names]
        yield from (bare(entry.fields.get(name)) for entry in entries for name in names)

    numbers = {column.name for column in columns_of(record) if column.form in NUMBERS}
    return decimal_comma(texts(numbers - set(DEGREES)), texts(DEGREES))


class Drafter:
    """Brings the entries of one file to the published form of a table."""

    def __init__(
        self, record: type, columns: Columns, origin: Origin, gazetteer: Gazetteer,
        library: Library, *, comma: bool = False,
    ) -> None:
        """Take a table, the file's columns and what it refers to.

        `comma` says that the file writes decimal commas.
        """
        self._record = record
        self._columns = columns
        self._origin = origin
        self._resolver = Resolver(gazetteer, origin.source, takes_path=record is Corridor)
        self._library = library
        own: dict[str, Tidy] = {c.name: tidier(c, comma=comma) for c in columns_of(record)}
        placing = {name: _PLACING.get(name, bare) for name in (*PLACING, LICENCE)}
        self._tidy = {**placing, **own}

    def draft(self, entry: Entry) -> Draft:
        """Draft one entry; one that is damaged has that as its only reason."""
        draft = Draft(entry)
        if entry.damage:
            draft.reasons.append(entry.damage)
            return draft
        cells = {column: self._tidy[column](bare(entry.fields.get(name)))
                 for column, name in self._columns.names.items()}
        draft.row = {c.name: cells.get(c.name, "") for c in columns_of(self._record)}
        self._in_both_languages(draft)
        if issubclass(self._record, Claim):
            self._place(draft, cells)
        if self._record is Place:
            self._as_place(draft, cells)
        if "document" in draft.row:
            draft.row["document"], draft.document = self._library.find(draft.row["document"])
        if not draft.row["id"]:
            draft.row["id"] = self._id(entry, cells)
        self._judge(draft)
        self._origin.stamp(draft.row, draft.flags, self._licence(draft, cells))
        return draft

    def _judge(self, draft: Draft) -> None:
        draft.reasons += checks.against(self._record, draft.row)
        if not draft.reasons and checks.out_of_order(draft.row):
            draft.flags.append(flag("numbers_order"))

    def _in_both_languages(self, draft: Draft) -> None:
        """Let French stand in for English where that is all there is."""
        alone = False
        for column in columns_of(self._record):
            other = french(column) if column.required else None
            said = checks.stated(draft.row, other) if other else ""
            if said and not checks.stated(draft.row, column.name):
                draft.row[column.name] = said
                alone = True
        if alone:
            draft.flags.append(flag("one_language"))

    def _place(self, draft: Draft, cells: Mapping[str, str]) -> None:
        where = self._resolver.resolve(cells, draft.entry.shape)
        draft.row["places"] = " > ".join(where.ids)
        if where.path and not checks.stated(draft.row, "path"):
            draft.row["path"] = where.path
        draft.places, draft.reasons, draft.flags = (
            where.fresh, [*draft.reasons, *where.reasons], [*draft.flags, *where.flags])

    def _as_place(self, draft: Draft, cells: Mapping[str, str]) -> None:
        """Fill position and area from the shape, where the columns leave them empty."""
        shape = draft.entry.shape
        found = {} if shape is None else from_shape(shape)
        if shape is not None and not found:
            draft.reasons.append("geometry_unfit")
        row = draft.row
        if row["lat"] or row["lon"]:
            found = {name: text for name, text in found.items() if name == "area"}
        for name, text in found.items():
            row[name] = row[name] or text
        named = checks.stated(row, "iso2") or cells.get("country") or ""
        code = boundaries.resolve_country(named)
        if named and code is None:
            draft.reasons.append("country_not_known:iso2")
        row["iso2"] = code or NOT_STATED

    def _id(self, entry: Entry, cells: Mapping[str, str]) -> str:
        shape = entry.shape.wkb_hex if entry.shape is not None else ""
        said = [f"{name}={text}" for name, text in sorted(cells.items()) if text]
        return content_id(self._origin.source, [*said, shape])

    def _licence(self, draft: Draft, cells: Mapping[str, str]) -> str | None:
        """Read a row's own licence; where the user forbids to pass rows on, that counts."""
        text = "" if self._record is Document else cells.get(LICENCE) or ""
        if not text or self._origin.licence not in PASSING_ON:
            return None
        found = licences.find(text)
        if found is None:
            draft.flags.append(flag("licence_unknown", named=text))
        return found.id if found else "no-redistribution"


_PLACING: Mapping[str, Tidy] = {"lat": degrees, "lon": degrees, "where_precision": number}
